"""Annual reports in the order that is asked for since 2019: six sections, three of them with a table.

Lives here: what each section says. Elsewhere: the words (phrases.csv), the tables (`form_tables`), sections of older reports (`prose`).
"""

from orchestration.synthetic.form_tables import Style, write_applications, write_proactive, write_remedies
from orchestration.synthetic.page import Page
from orchestration.synthetic.prose import disclosure, problems

_HEADINGS = tuple(f"heading.form.{name}" for name in ("overall", "disclosure", "applications", "appeals", "problems", "other"))


def write(page: Page) -> None:
    """The sections with their tables."""
    style = Style(page)
    page.paragraph(page.say("opening"))
    overall, proactive, applications, appeals, difficulties, other = page.headings(_HEADINGS, "一、", skips=page.report.skips_number)
    page.heading(overall)
    disclosure(page)
    page.paragraph(*(page.say(topic) for topic in ("staff", "training", "messages") if topic in page.report.must))
    page.paragraph(_received(page))
    page.paragraph(page.maybe("form.appeals", 0.4))
    page.heading(proactive)
    write_proactive(page, style)
    page.heading(applications)
    write_applications(page, style)
    page.heading(appeals)
    write_remedies(page, style)
    page.heading(difficulties)
    problems(page)
    page.heading(other)
    page.paragraph(page.say("other.none"))


def _received(page: Page) -> str:
    if page.facts["application.new"] == 0:
        return page.maybe("form.applications.zero", 0.5)
    return page.maybe("form.applications", 0.6)
