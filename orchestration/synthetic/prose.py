"""Annual reports: overview, disclosure, applications, fees, appeals, problems, in the orders that offices use.

Lives here: which sections there are and what each of them says. Elsewhere: the words (phrases.csv), what follows the text (`tables`,
`additions`), and what stands around it (`layouts`).
"""

from collections.abc import Callable

from orchestration.synthetic.model import Part, channels_used
from orchestration.synthetic.page import Page, numbered

# Numbers of section headings; some offices use Arabic ones.
_HEADING_STYLES = ("一、", "一、", "一、", "一、", "1、", "1.")
_BY_CATEGORY = "proactive.items.by_category"
_BY_FIELD = "proactive.items.by_field"
_LINE_STYLES = ("1.", "1、", "(1)", "")


def write(page: Page) -> None:
    """The sections of an annual report."""
    page.paragraph(page.say("opening"))
    sections = page.dice.pick(_SCHEMES)
    if page.dice.chance(0.7) and sections[-1][0] == "heading.other":
        sections = sections[:-1]
    headings = page.headings([topic for topic, _ in sections], page.dice.pick(_HEADING_STYLES), skips=page.report.skips_number)
    for heading, (_, write_section) in zip(headings, sections, strict=True):
        page.heading(heading)
        write_section(page)
    # What a planted contradiction needs, and no section has said.
    page.paragraph(*(page.say(topic) for topic in ("staff", "units", "training", "press", "messages") if topic in page.report.must))


def _overview(page: Page) -> None:
    page.paragraph(page.say("overview"), page.maybe("overview.more", 0.6), page.maybe("overview.distract", 0.15))
    page.paragraph(page.maybe("overview.cited", 0.5), page.maybe("overview.more", 0.3))
    page.paragraph(*_staff(page, 0.5), page.maybe("training", 0.5), page.maybe("training.vague", 0.05))


def _staff(page: Page, probability: float) -> list[str]:
    topic = "staff" if "staff" in page.report.must or page.dice.chance(0.85) else page.dice.pick(("staff.part", "staff.managers"))
    return [page.maybe(topic, probability), page.maybe("units", probability * 0.7)]


def _organisation(page: Page) -> None:
    page.paragraph(page.say("overview"), page.maybe("supervise", 0.4))
    page.paragraph(page.maybe("overview.cited", 0.5), *_staff(page, 0.5))
    page.paragraph(page.maybe("training", 0.6))


def _people(page: Page) -> None:
    funds = "funds" if page.facts["resource.funds"] == 0 else "funds.some"
    page.paragraph(*_staff(page, 0.9), page.maybe(funds, 0.6), page.maybe("expenditure", 0.25))


def disclosure(page: Page) -> None:
    """How much was disclosed, where, and what about."""
    dice, must = page.dice, page.report.must
    with_channels = dice.chance(0.5)
    with_categories = "categories" in must or dice.chance(0.5)
    with_rate = "yoy" in must or dice.chance(0.25)
    # A total that something else refers to is printed as it is.
    is_exact = with_channels or with_categories or with_rate or page.report.kind != "prose" or "items.total" in must or dice.chance(0.6)
    total = page.say(dice.pick(("items.total", "items.total", "items.cumulative")) if is_exact else "items.vague")
    rate = _rate(page) if with_rate else ""
    if dice.chance(0.25) and with_channels and with_categories:
        page.paragraph(total, rate)
        _under_headings(page)
    else:
        _flowing(page, [total, rate], with_channels=with_channels, with_categories=with_categories)
    page.paragraph(
        page.maybe("items.halves", 0.05) if is_exact else "",
        page.maybe("fulltext", 0.2),
        page.maybe("normative", 0.2 if page.facts["proactive.normative_documents.issued_total"] else 0),
        page.maybe("visits", 0.15),
        page.maybe("bulletins", 0.2),
        page.maybe("archive", 0.2),
        page.maybe("gazette", 0.3),
        page.maybe("accounts", 0.1),
        page.maybe("policy", 0.1),
    )
    page.paragraph(*_answers(page, 0.3), page.maybe("proposals", 0.15))
    if dice.chance(0.12):
        page.paragraph(page.list_of("catalogue", "catalogue", "proactive.items.by_catalogue", page.report.catalogue))
    if dice.chance(0.12):
        _fields(page)
    if dice.chance(0.06):
        page.paragraph(page.say("items.produced"))


def _rate(page: Page) -> str:
    return page.say("yoy.down" if int(page.facts["proactive.items.yoy_change"]) < 0 else "yoy.up")


def _flowing(page: Page, texts: list[str], *, with_channels: bool, with_categories: bool) -> None:
    """Total and lists in one paragraph or in several."""
    if with_channels:
        texts.append(_channels(page))
    if with_categories:
        if page.dice.chance(0.15):
            page.paragraph(*texts)
            _lines(page, page.report.categories)
            return
        texts.append(categories(page))
    if page.dice.chance(0.7):
        page.paragraph(*texts)
    else:
        for text in texts:
            page.paragraph(text)


def _under_headings(page: Page) -> None:
    contents, forms = page.headings(["heading.contents", "heading.forms"], "（一）", skips=False)
    page.heading(contents)
    page.paragraph(categories(page))
    page.heading(forms)
    page.paragraph(_channels(page))


def _lines(page: Page, members: list[Part]) -> None:
    """A list with a line for each figure."""
    style = page.dice.pick(_LINE_STYLES)
    texts = page.parts("category.share" if "categories.share" in page.report.must else "category.line", _BY_CATEGORY, members)
    for number, text in enumerate(texts, start=1):
        page.paragraph(f"{numbered(number, style) if style else ''}{text}{'。' if number == len(texts) else '；'}")


def _channels(page: Page) -> str:
    """How many items went through which channel."""
    report = page.report
    used = channels_used(page.facts)
    texts = [page.say(f"channel.{channel}") for channel in used if channel != "other_channel" or not report.channels]
    if report.channels and "other_channel" in used:
        texts += page.parts("channel.named", "proactive.items.by_channel", report.channels)
    return f"{page.say('channels.lead')}{page.dice.pick('，，；').join(texts)}。"


def categories(page: Page) -> str:
    """What the items are about, with or without shares."""
    members = page.report.categories
    if "categories.share" in page.report.must or page.dice.chance(0.35):
        return page.list_of("categories", "category.share", _BY_CATEGORY, members)
    text = page.list_of("categories", "category", _BY_CATEGORY, members)
    if len(members) > 1 and page.dice.chance(0.12):
        text += page.together("categories.two", _BY_CATEGORY, members)
    return text


def _fields(page: Page) -> None:
    fields = page.report.fields
    if page.dice.chance(0.15) and len(fields) > 1:
        number = fields[0][1]
        page.paragraph(
            page.say("fields.lead"), page.together("fields.each", _BY_FIELD, [(label, number, "") for label, _, _ in fields[:2]])
        )
    else:
        page.paragraph(page.list_of("fields", "fields", _BY_FIELD, fields))


def _answers(page: Page, probability: float) -> list[str]:
    is_silent = page.facts["response.policy_interpretations"] == 0
    return [
        page.maybe("press.zero", probability / 2) if is_silent else page.maybe("press", probability),
        page.maybe("consult", probability),
        page.maybe("messages", probability * 0.7),
    ]


def _interpret(page: Page) -> None:
    page.paragraph(page.say("interpret"), *_answers(page, 0.8))


def _consult(page: Page) -> None:
    page.paragraph(page.say("consult" if page.facts["response.consultations"] else "consult.zero"))


def applications(page: Page) -> None:
    if page.facts["application.received"] == 0:
        page.paragraph(page.say("application.zero" if page.dice.chance(0.85) else "application.digit"))
        return
    page.paragraph(page.say("application.some"), page.maybe("application.ways", 0.5), page.maybe("application.replied", 0.6))


def _fees(page: Page) -> None:
    page.paragraph(
        page.say(page.dice.pick(("fees.zero", "fees.zero", "fees.zero", "fees.zero", "fees.waived", "fees.empty", "fees.digit")))
    )


def appeals(page: Page) -> None:
    facts = page.facts
    if facts["review"] == 0 and facts["litigation"] == 0 and facts["complaints"] == 0:
        page.paragraph(page.say("appeal.zero" if page.dice.chance(0.85) else "appeal.digit"))
        return
    page.paragraph(page.say("appeal.some"), page.maybe("complaints", 0.3) if facts["complaints"] else "")


def problems(page: Page) -> None:
    page.paragraph(page.say("problems"))
    page.paragraph(page.say("improve"))


def _security(page: Page) -> None:
    page.paragraph(page.say("security"), page.say("supervise"))


def _proposals(page: Page) -> None:
    subjects = page.report.subjects
    page.paragraph(page.say("proposals"), page.list_of("proposals", "proposals.subject", "proposal.by_subject", subjects))


def _services(page: Page) -> None:
    page.paragraph(page.say("overview.more"), page.maybe("summary.services", 0.5), page.maybe("finance", 0.3))


def _other(page: Page) -> None:
    page.paragraph(page.say("other.none"))


Section = tuple[str, Callable[[Page], None]]
_END: tuple[Section, ...] = (("heading.problems", problems), ("heading.other", _other))
_REGULATION: tuple[Section, ...] = (
    ("heading.overview", _overview),
    ("heading.disclosure", disclosure),
    ("heading.applications", applications),
    ("heading.fees", _fees),
    ("heading.appeals", appeals),
    *_END,
)
_WITH_CONSULTATIONS: tuple[Section, ...] = (
    ("heading.overview", _overview),
    ("heading.disclosure", disclosure),
    ("heading.applications", applications),
    ("heading.staff", _people),
    ("heading.consult", _consult),
    ("heading.appeals", appeals),
    *_END,
)
_WITH_INTERPRETATION: tuple[Section, ...] = (
    ("heading.organisation", _organisation),
    ("heading.disclosure", disclosure),
    ("heading.interpret", _interpret),
    ("heading.applications", applications),
    ("heading.fees", _fees),
    ("heading.appeals", appeals),
    ("heading.security", _security),
    *_END,
)
_WITH_PROPOSALS: tuple[Section, ...] = (
    ("heading.overview", _overview),
    ("heading.disclosure", disclosure),
    ("heading.fields", _fields),
    ("heading.applications", applications),
    ("heading.proposals", _proposals),
    ("heading.staff", _people),
    ("heading.services", _services),
    ("heading.problems", problems),
)
_SCHEMES = (_REGULATION, _REGULATION, _REGULATION, _WITH_CONSULTATIONS, _WITH_INTERPRETATION, _WITH_PROPOSALS)
