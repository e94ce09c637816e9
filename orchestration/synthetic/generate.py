"""`gongkai sample`: an inbox of invented reports, and the truth about them.

Lives here: how many deliveries there are, who reports in which, and the way of one report from chance to its file.
Elsewhere: each step of that way. Another kind of report is a row of `model.KINDS`, a module that writes it on a page, and a line of _TEXTS
or _TABLES below; another file format is a module beside `layouts` that makes bytes of the page's blocks.
"""

from pathlib import Path
from typing import NamedTuple

from orchestration.errors import GongkaiError
from orchestration.synthetic import additions, contradictions, form_prose, layouts, prose, summary, tables
from orchestration.synthetic.contradictions import Past
from orchestration.synthetic.dice import Dice
from orchestration.synthetic.files import Form, delivery_folder, draw_form, encoded
from orchestration.synthetic.layouts import Identity
from orchestration.synthetic.model import Report, draw
from orchestration.synthetic.page import Page
from orchestration.synthetic.places import Publisher, publishers
from orchestration.synthetic.truth import Truth

_TEXTS = {"summary": summary.write, "form_2019": form_prose.write, "form_2021": form_prose.write}  # all others are annual reports
_TABLES = {"annex": tables.write_annex, "national": tables.write_national}
# A prefecture reports about three years that follow each other, the next prefecture about others: the first of them, in turn.
FIRST_YEARS = (2019, 2014, 2021, 2009, 2017, 2012, 2020, 2016, 2022, 2010)
YEARS_A_PREFECTURE = 3
# As many publishers as a prefecture has, so that nobody reports twice about a year.
_LARGEST_DELIVERY = 1000
_FEWEST_DELIVERIES = 6


class Generated(NamedTuple):
    reports: int
    deliveries: int
    figures: int
    contradictions: int


def generate(count: int, folder: Path, seed: int) -> Generated:
    """Write `count` reports to folder/inbox/<delivery>/ and what is true of them to folder/truth/.

    The same count and seed give the same bytes, anywhere. Memory doesn't grow with `count`.
    Raises GongkaiError where the folder already holds a sample.
    """
    inbox = folder / "inbox"
    if inbox.exists() or (folder / "truth").exists():
        raise GongkaiError(f"{folder}: already holds a sample; give a new folder, or remove this one")
    deliveries = min(count, max(_FEWEST_DELIVERIES, -(-count // _LARGEST_DELIVERY)))
    figures = planted = 0
    last_year: dict[Publisher, Past] = {}
    with Truth(folder / "truth") as truth:
        for number in range(deliveries):
            size = count // deliveries + (number < count % deliveries)
            if number % YEARS_A_PREFECTURE == 0:
                last_year = {}
            *more, last_year = _delivery(inbox, truth, seed, number, size, last_year)
            figures, planted = figures + more[0], planted + more[1]
    return Generated(count, deliveries, figures, planted)


def _delivery(
    inbox: Path, truth: Truth, seed: int, number: int, size: int, last_year: dict[Publisher, Past]
) -> tuple[int, int, dict[Publisher, Past]]:
    """One prefecture's reports about one year: how many figures and contradictions they hold, and what the next year takes over."""
    dice = Dice(seed, "delivery", number)
    prefecture, since = divmod(number, YEARS_A_PREFECTURE)
    year = FIRST_YEARS[prefecture % len(FIRST_YEARS)] + since
    delivery = delivery_folder(dice, prefecture, year)
    if (inbox / delivery).exists():  # two prefectures may be spelt alike
        delivery = f"{delivery}-{number}"
    (inbox / delivery).mkdir(parents=True)
    government, *others = publishers(prefecture)
    # the same offices every year
    reporting = [government, *Dice(seed, "prefecture", prefecture).several(others, size - 1)]
    taken: set[str] = set()
    figures = planted = 0
    this_year = {}
    for at, publisher in enumerate(reporting):
        chance = Dice(seed, number, at)
        past = last_year.get(publisher)
        report = draw(chance, at, publisher, year, past.report if past else None)
        page, identity = write(chance, report, past)
        this_year[publisher] = Past(report, contradictions.printed_in_tables(page))
        form = draw_form(chance, report, taken)
        data = encoded(layouts.text(page, layouts.draw_look(chance, is_markdown=form.is_markdown)), form)
        (inbox / delivery / form.name).write_bytes(data)
        _note(truth, delivery, form, report, page, identity)
        figures, planted = figures + len(page.figures), planted + len(page.contradictions)
    return figures, planted, this_year


def write(dice: Dice, report: Report, past: Past | None = None) -> tuple[Page, Identity]:
    """The report on a page, with all that it carries; `past` is the same office's report of the year before."""
    plants = contradictions.plant(dice, report, past)
    page = Page(dice, report)
    _TEXTS.get(report.kind, prose.write)(page)
    if dice.chance(0.12):
        additions.write_tasks(page, skips=report.skips_number and dice.chance(0.5))
    if dice.chance(0.06):
        additions.write_ledger(page)
    if dice.chance(0.08):
        additions.write_roster(page)
    layouts.sign(page)
    if report.kind in _TABLES:
        _TABLES[report.kind](page)
    identity = layouts.frame(page)
    contradictions.settle(page, plants, past)
    return page, identity


def _note(truth: Truth, delivery: str, form: Form, report: Report, page: Page, identity: Identity) -> None:
    file = f"{delivery}/{form.name}"
    publisher = report.publisher
    started = f"{report.year}-01-01" if "from" in page.period_ends else ""
    ended = f"{report.year}-12-31" if "until" in page.period_ends else ""
    line_ending = "CRLF" if form.line_ending == "\r\n" else "LF"
    row = (
        *(delivery, report.kind, report.document_type, report.name),
        *(publisher.level, publisher.prefecture, publisher.county, publisher.township),
        *(str(report.year), started, ended, identity.signed_date, identity.published_date, identity.document_number, identity.index_number),
        *(form.encoding, line_ending),
    )
    truth.write("reports", file, [row])
    truth.write("figures", file, page.figures)
    truth.write("ledger", file, page.ledger)
    truth.write("tasks", file, page.tasks)
    truth.write("citations", file, page.citations)
    truth.write("contradictions", file, page.contradictions)
