"""What is known of the printed lines of one table: which of them are one row, and which row of the form that is.

Lives here: Match, where the rows around one stand, and which cells several of them share. Elsewhere: finding out (rows.py, codes.py).
"""

from dataclasses import dataclass

from extractors.forms.lines import Line

EXACT = 1.0


@dataclass(slots=True)
class Match:
    """Lines that together are one row of the form. `position` is None where they are none; `doubt` says why figures must not be taken."""

    lines: list[Line]
    candidates: tuple[int, ...] = ()
    position: int | None = None
    confidence: float = EXACT
    is_note: bool = False
    doubt: str | None = None

    @property
    def printed_label(self) -> str:
        """The label as printed, its lines in one."""
        return " ".join(self.label.split())

    @property
    def start(self) -> int:
        return self.lines[0].row.start

    @property
    def end(self) -> int:
        return self.lines[-1].row.end

    @property
    def has_value(self) -> bool:
        return any(line.has_value for line in self.lines)

    @property
    def label(self) -> str:
        return self.lines[0].label if len(self.lines) == 1 else "".join([line.label for line in self.lines])


def placed(matches: list[Match]) -> list[tuple[int, int]]:
    return [(index, match.position) for index, match in enumerate(matches) if match.position is not None]


def bounds(matches: list[Match], index: int, size: int) -> tuple[int, int]:
    """Positions of the nearest placed rows before and after."""
    below = next((match.position for match in reversed(matches[:index]) if match.position is not None), -1)
    above = next((match.position for match in matches[index + 1 :] if match.position is not None), size)
    return below, above


def shared_cells(matches: list[Match]) -> set[int]:
    """Merged cells that stand in several rows of the form, or in several of its columns: nothing tells whose figure they hold."""
    every = [id(cell) for match in matches for line in match.lines for cell in line.values if cell is not None]
    if len(set(every)) == len(every):
        return set()
    owners: dict[int, tuple[int, int]] = {}
    shared = set()
    for index, match in enumerate(matches):
        for line in match.lines:
            for order, cell in enumerate(line.values):
                if cell is not None and owners.setdefault(id(cell), (index, order)) != (index, order):
                    shared.add(id(cell))
    return shared
