"""Annual reports in the order of the Regulation: overview, disclosure, applications, fees, appeals, problems.

Lives here: which sections there are and what each of them says. Elsewhere: the words (phrases.csv), what follows the text (`tables`,
`additions`), and what stands around it (`layouts`).
"""

from orchestration.synthetic.model import channels_used
from orchestration.synthetic.page import Page

# Numbers of section headings; some offices use Arabic ones.
_HEADING_STYLES = ("一、", "一、", "一、", "一、", "1、", "1.")


def write(page: Page) -> None:
    """The sections of an annual page.report."""
    page.paragraph(page.say("opening"))
    sections = _SECTIONS if page.dice.chance(0.35) else _SECTIONS[:-1]
    headings = page.headings([topic for topic, _ in sections], page.dice.pick(_HEADING_STYLES), skips=page.report.skips_number)
    for heading, (_, write_section) in zip(headings, sections, strict=True):
        page.heading(heading)
        write_section(page)


def said(page: Page, topic: str, probability: float) -> str:
    """The topic, if a planted contradiction needs it or chance will have it."""
    return page.say(topic) if topic in page.report.must or page.dice.roll() < probability else ""


def _overview(page: Page) -> None:
    page.paragraph(page.say("overview"), said(page, "overview.more", 0.6))
    page.paragraph(said(page, "overview.cited", 0.5))
    funds = "funds" if page.facts["resource.funds"] == 0 else "funds.some"
    page.paragraph(
        said(page, "staff", 0.5),
        said(page, "units", 0.35),
        said(page, "training", 0.5),
        said(page, funds, 0.25),
    )


def _disclosure(page: Page) -> None:
    dice, must = page.dice, page.report.must
    lists = []
    if dice.chance(0.5):
        lists.append(_channels(page))
    if "categories" in must or dice.chance(0.5):
        lists.append(categories(page))
    rate = said(page, "yoy.down" if int(page.facts["proactive.items.yoy_change"]) < 0 else "yoy.up", 1) if _with_rate(page, must) else ""
    # A total that something else refers to is printed as it is.
    is_exact = bool(lists or rate or page.report.kind != "prose" or "items.total" in must) or dice.chance(0.6)
    total = page.say(("items.cumulative" if dice.chance(0.25) else "items.total") if is_exact else "items.vague")
    if dice.chance(0.7):
        page.paragraph(total, *lists, rate)
    else:
        page.paragraph(total, rate)
        for text in lists:
            page.paragraph(text)
    page.paragraph(
        said(page, "fulltext", 0.2),
        said(page, "normative", 0.2 if page.facts["proactive.normative_documents.issued_total"] else 0),
        said(page, "visits", 0.15),
        said(page, "bulletins", 0.2),
        said(page, "archive", 0.2),
    )
    page.paragraph(
        said(page, "press", 0.35) if page.facts["response.policy_interpretations"] else said(page, "press.zero", 0.2),
        said(page, "consult", 0.35),
        said(page, "messages", 0.25),
        said(page, "proposals", 0.2),
    )
    if dice.chance(0.12):
        page.paragraph(page.listed("catalogue", "proactive.items.by_catalogue", page.report.catalogue))
    if dice.chance(0.2):
        page.paragraph(page.listed("fields", "proactive.items.by_field", page.report.fields))


def _with_rate(page: Page, must: set[str]) -> bool:
    return "yoy" in must or page.dice.chance(0.25)


def _channels(page: Page) -> str:
    """How many items went through which channel; one channel alone is no list."""
    used = channels_used(page.facts)
    texts = [page.say(f"channel.{channel}") for channel in used if channel != "other_channel" or not page.report.channels]
    if page.report.channels and "other_channel" in used:
        texts.append(page.parts("channel.named", "proactive.items.by_channel", page.report.channels))
    return page.say("channels.lead") + "，".join(texts) + "。"


def categories(page: Page) -> str:
    """What the items are about, with or without shares."""
    topic = "category.share" if "categories.share" in page.report.must or page.dice.chance(0.35) else "category"
    return f"{page.say('categories.lead')}{page.parts(topic, 'proactive.items.by_category', page.report.categories)}。"


def applications(page: Page) -> None:
    if page.facts["application.received"] == 0:
        page.paragraph(page.say("application.zero" if page.dice.chance(0.85) else "application.digit"))
        return
    page.paragraph(page.say("application.some"), said(page, "application.ways", 0.5), said(page, "application.replied", 0.6))


def _fees(page: Page) -> None:
    roll = page.dice.roll()
    page.paragraph(page.say("fees.zero" if roll < 0.75 else "fees.waived" if roll < 0.9 else "fees.empty"))


def appeals(page: Page) -> None:
    facts = page.facts
    if facts["review"] == 0 and facts["litigation"] == 0 and facts["complaints"] == 0:
        page.paragraph(page.say("appeal.zero"))
        return
    page.paragraph(page.say("appeal.some"), said(page, "complaints", 0.3) if facts["complaints"] else "")


def problems(page: Page) -> None:
    page.paragraph(page.say("problems"))
    page.paragraph(page.say("improve"))


def _other(page: Page) -> None:
    page.paragraph(page.say("other.none"))


_SECTIONS = (
    ("heading.overview", _overview),
    ("heading.disclosure", _disclosure),
    ("heading.applications", applications),
    ("heading.fees", _fees),
    ("heading.appeals", appeals),
    ("heading.problems", problems),
    ("heading.other", _other),
)
