"""Work summaries: 一是…二是…, with many numbers that are no figures of disclosure.

Lives here: their sections. Elsewhere: the words (phrases.csv).
"""

from orchestration.synthetic.page import Page
from orchestration.synthetic.prose import applications, categories, problems, said


def write(page: Page) -> None:
    """A summary of the year's work: disclosure is part of it."""
    page.paragraph(page.say("summary.opening"))
    if page.dice.chance(0.5):
        _items(page)
        _sections(page, has_items=True)
    else:
        _sections(page, has_items=False)


def _sections(page: Page, *, has_items: bool) -> None:
    topics = ["heading.organise", "heading.content", "heading.work", "heading.problems"]
    organise, content, work, problems_ = page.headings(
        topics, page.dice.pick(("一、", "一、", "一、", "（一）")), skips=page.report.skips_number
    )
    page.heading(organise)
    page.paragraph(page.say("summary.organise"), said(page, "training", 0.3))
    page.heading(content)
    if not has_items:
        _items(page)
    page.paragraph(said(page, "consult", 0.4), said(page, "bulletins", 0.4), said(page, "overview.more", 0.5))
    applications(page)
    page.heading(work)
    page.paragraph(page.say("summary.work"))
    page.heading(problems_)
    problems(page)


def _items(page: Page) -> None:
    if "categories" in page.report.must or page.dice.chance(0.7):
        page.paragraph(page.say("summary.items"), categories(page))
    else:
        page.paragraph(page.say("items.total"))
