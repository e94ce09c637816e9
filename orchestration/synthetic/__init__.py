"""Invented reports, together with what is true of them.

Lives here: `gongkai sample N DIR --seed S`, the generator of an inbox to test and measure with. A report is drawn first (`model`: its
publisher, its true figures, the contradictions planted on purpose) and then rendered (one module a kind: `prose`, `summary`, with
`tables` and `additions` behind them); whatever prints a figure notes it in the same breath (`page`), so the truth is what is printed.
Wording stands in `wording/*.csv`, written for this package and not taken from the recognisers' tables. All places, offices, persons
and numbers are invented.
Elsewhere: reading reports (`extractors`, which this package never imports, nor the other way round).

What this does NOT show: how well extraction reads real reports. Generator and recognisers come from the same minds, so a good score
here says that the two agree, no more. It serves speed, memory, scale, and faults that even invented reports bring to light.
"""
