"""Work summaries: 一是…二是…, with many numbers that are no figures of disclosure.

Lives here: their sections. Elsewhere: the words (phrases.csv).
"""

from orchestration.synthetic.page import Page
from orchestration.synthetic.prose import applications, categories, problems


def write(page: Page) -> None:
    """A summary of the year's work: disclosure is part of it."""
    page.paragraph(page.say("summary.opening"))
    is_first = page.dice.chance(0.5)
    if is_first:
        _items(page)
    topics = ["heading.organise", "heading.content", "heading.work", "heading.problems"]
    style = page.dice.pick(("一、", "一、", "一、", "（一）"))
    organise, content, work, problems_ = page.headings(topics, style, skips=page.report.skips_number)
    page.heading(organise)
    page.paragraph(page.say("summary.organise"), page.maybe("training", 0.3))
    page.heading(content)
    if not is_first:
        _items(page)
    page.paragraph(
        page.maybe("consult", 0.4),
        page.maybe("bulletins", 0.4),
        page.maybe("messages", 0.2),
        page.maybe("overview.more", 0.5),
        page.maybe("summary.services", 0.3),
    )
    if page.dice.chance(0.2):
        page.paragraph(page.say("summary.fields"), "，".join(page.parts("fields", "proactive.items.by_field", page.report.fields)), "。")
    applications(page)
    page.heading(work)
    page.paragraph(page.say("summary.work"))
    page.paragraph(page.maybe("overview.distract", 0.3))
    page.heading(problems_)
    problems(page)


def _items(page: Page) -> None:
    if "categories" in page.report.must or page.dice.chance(0.7):
        page.paragraph(page.say("summary.items"), categories(page))
    else:
        page.paragraph(page.say("items.total"))
