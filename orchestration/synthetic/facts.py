"""The true figures of one report: drawn so that they agree with each other.

Lives here: how large an office's figures are, and what adds up to what. A figure's key is its indicator code, with @basis unless it is the
current year's, and :member if it has one.
Elsewhere: figures that contradict each other on purpose (`contradictions`); which of them a report prints (`prose`, `summary`, `tables`).
"""

from orchestration.synthetic.dice import Dice
from orchestration.synthetic.numbers import percent, shifted

Facts = dict[str, int | str]

# Most items disclosed, most applications, share of offices without any application, by level: a county discloses more than its towns.
_SIZES = {
    "township": (25, 1100, 4, 0.86),
    "bureau": (20, 2200, 30, 0.7),
    "prefecture_bureau": (60, 5200, 160, 0.3),
    "county": (800, 14_000, 240, 0.2),
    "prefecture": (9000, 96_000, 1900, 0.02),
}
CHANNELS = ("website", "wechat", "weibo", "gazette", "other_channel")
WAYS = ("in_person", "fax", "online", "letter")
REPLIES = ("already_public", "granted", "partly_granted", "refused", "not_this_agency", "not_exist", "amendment_asked", "other_route")
REASONS = ("state_secret", "trade_secret", "privacy", "public_security", "not_government_information", "other_law")
# The rows of the annex: totals and what adds up to them; rows without a total.
_ANNEX = {
    "proactive.items": ("proactive.items.website", "proactive.items.gazette"),
    "application.received": ("application.received.in_person", "application.received.online", "application.received.letter_or_fax"),
    "application.replied": tuple(f"application.replied.{kind}" for kind in ("granted", "partly_granted", "refused", "other")),
    "": ("application.fees.waived", "complaints", "review", "litigation"),
}
RESULTS = ("upheld", "corrected", "other")
# From when on offices had these accounts.
_FIRST_YEAR = {"weibo": 2011, "wechat": 2013}


def draw_facts(dice: Dice, level: str, year: int) -> Facts:
    """The figures of an office of this level in this year."""
    least, most, applications, none = _SIZES[level]
    facts: Facts = {"proactive.items": dice.skewed(least, most)}
    is_large = level in ("county", "prefecture")
    _disclosure(facts, dice, year, has_gazette=is_large)
    _applications(facts, dice, 0 if dice.chance(none) else 1 + dice.skewed(0, applications))
    _appeals(facts, dice, is_large=is_large)
    _resources(facts, dice, is_large=is_large)
    _answers(facts, dice, is_large=is_large)
    if level == "township":
        _finance(facts, dice)
    return facts


def add_annex(facts: Facts, dice: Dice, before: Facts) -> None:
    """What the annex asks for: only two channels, and the figures of all years, on top of last year's (`before`)."""
    items = int(facts["proactive.items"])
    for channel in CHANNELS:
        facts[f"proactive.items.{channel}"] = 0
    gazette = dice.skewed(0, items // 8) if dice.chance(0.25) else 0
    facts["proactive.items.gazette"], facts["proactive.items.website"] = gazette, items - gazette
    granted, partly, refused = (int(facts[f"application.replied.{kind}"]) for kind in ("granted", "partly_granted", "refused"))
    facts["application.replied.other"] = int(facts["application.replied"]) - granted - partly - refused
    for total, parts in _ANNEX.items():
        for part in parts:
            value = int(facts[part])
            drawn = dice.between(0, 4 * value + 3) if value or dice.chance(0.3) else 0
            facts[f"{part}@cumulative"] = value + int(before.get(f"{part}@cumulative", drawn))
        if total:
            facts[f"{total}@cumulative"] = sum(int(facts[f"{part}@cumulative"]) for part in parts)


def _parts(facts: Facts, dice: Dice, parent: str, children: tuple[str, ...]) -> None:
    for child, value in zip(children, dice.split(int(facts[parent]), len(children)), strict=True):
        facts[f"{parent}.{child}"] = value


def _disclosure(facts: Facts, dice: Dice, year: int, *, has_gazette: bool) -> None:
    items = int(facts["proactive.items"])
    used = [
        channel
        for channel in CHANNELS
        if channel == "website" or (year >= _FIRST_YEAR.get(channel, 0) and dice.chance(0.6) and (channel != "gazette" or has_gazette))
    ]
    for channel in CHANNELS:
        facts[f"proactive.items.{channel}"] = 0
    # The website carries most of it.
    others = dice.split(int(items * (0.1 + 0.5 * dice.roll())), len(used) - 1) if len(used) > 1 else []
    facts["proactive.items.website"] = items - sum(others)
    for channel, value in zip(used[1:], others, strict=True):
        facts[f"proactive.items.{channel}"] = value

    prior = max(1, items + int(items * (dice.roll() - 0.6) * 0.8))
    facts["proactive.items@prior_year"] = prior
    facts["proactive.items.yoy_change"] = items - prior
    facts["proactive.items.yoy_rate"] = percent(items - prior, prior, dice.pick((0, 1, 1, 2)))
    facts["proactive.items@cumulative"] = items + int(items * (year - 2007) * (0.4 + dice.roll()))

    issued = dice.skewed(0, 40 if has_gazette else 12)
    facts["proactive.normative_documents.issued_total"] = issued
    facts["proactive.normative_documents.disclosed"] = min(dice.between(0, issued), items)
    facts["proactive.fulltext_rate"] = dice.pick(("100", "100", "98", "99.5", "96.8"))
    facts["proactive.bulletins"] = dice.between(4, 80)
    facts["proactive.archive_deliveries"] = dice.between(3, 400)
    facts["platform.website_visits"] = dice.skewed(900, 900_000)
    facts["proactive.research_reports"] = dice.between(1, 12)
    facts["proactive.policy_documents"] = dice.between(1, 60)
    facts["platform.new_media_accounts"] = dice.between(1, 4)
    facts["proactive.items@part_year"] = items * dice.between(30, 70) // 100
    on_request, withheld = dice.between(0, 30), dice.skewed(0, 20)
    facts["proactive.information_on_request"], facts["proactive.information_withheld"] = on_request, withheld
    facts["proactive.information_produced"] = items + on_request + withheld
    if has_gazette:
        facts["proactive.gazette_issues"] = dice.pick((4, 6, 12, 24))


def _applications(facts: Facts, dice: Dice, received: int) -> None:
    facts["application.received"] = facts["application.replied"] = facts["application.closed"] = received
    _parts(facts, dice, "application.received", WAYS)
    facts["application.received.letter_or_fax"] = int(facts["application.received.letter"]) + int(facts["application.received.fax"])
    extended = dice.skewed(0, received // 4)
    facts["application.closed.extended"] = extended
    facts["application.closed.on_time"] = received - extended
    _parts(facts, dice, "application.replied", REPLIES)
    _parts(facts, dice, "application.replied.refused", REASONS)
    facts["application.fees"] = 0
    facts["application.fees.waived"] = 0


def _appeals(facts: Facts, dice: Dice, *, is_large: bool) -> None:
    some = 0.5 if is_large else 0.08
    for code, most in (("review", 12), ("litigation", 8)):
        facts[code] = 1 + dice.skewed(0, most) if dice.chance(some) else 0
        _parts(facts, dice, code, RESULTS)
    facts["complaints"] = 1 + dice.skewed(0, 6) if dice.chance(some) else 0


def _resources(facts: Facts, dice: Dice, *, is_large: bool) -> None:
    full, part = dice.between(1, 9 if is_large else 3), dice.between(1, 30 if is_large else 6)
    facts["resource.staff.full_time"], facts["resource.staff.part_time"], facts["resource.staff"] = full, part, full + part
    facts["resource.dedicated_units"] = dice.between(1, 30) if is_large else 1
    facts["resource.reading_points"] = dice.between(2, 40) if is_large else dice.between(1, 3)
    facts["resource.funds"] = shifted(dice.between(2, 400), 1) if dice.chance(0.3) else 0
    facts["resource.staff.managers"] = dice.between(1, 2)
    facts["resource.application_points"] = dice.between(1, 3)
    facts["resource.expenditure"] = dice.between(0, 60) * 500
    facts["training.meetings"] = dice.between(1, 8)
    facts["training.courses"] = dice.between(1, 6)
    facts["training.attendees"] = dice.between(8, 900 if is_large else 160)


def _finance(facts: Facts, dice: Dice) -> None:
    public, own = dice.between(300, 9000), dice.between(20, 900)
    facts["finance.revenue.public_budget"], facts["finance.revenue.self_raised"] = public, own
    revenue = facts["finance.revenue"] = public + own
    facts["finance.revenue@budget"] = revenue * dice.between(85, 104) // 100
    facts["finance.revenue@prior_year"] = revenue * dice.between(80, 103) // 100


def _answers(facts: Facts, dice: Dice, *, is_large: bool) -> None:
    consultations = 0 if dice.chance(0.1) else dice.skewed(6, 60_000 if is_large else 9000)
    facts["response.consultations"] = consultations
    for member, value in zip(("电话", "现场", "网上"), dice.split(consultations, 3), strict=True):
        facts[f"response.consultations.by_channel:{member}"] = value
    received = dice.skewed(3, 900)
    facts["response.messages_received"] = received
    facts["response.messages_answered"] = received - dice.skewed(0, received // 5)
    facts["response.hot_topics"] = dice.skewed(0, 20)
    facts["response.policy_interpretations"] = dice.skewed(0, 120 if is_large else 20)
    facts["response.social_media_replies"] = dice.between(0, 30) if facts["response.hot_topics"] else 0
    facts["response.other_replies"] = dice.skewed(0, 9)
    for code in ("response.press_conferences", "response.online_interviews"):
        total = dice.skewed(0, 14 if is_large else 3)
        facts[code] = total
        facts[f"{code}.led"] = dice.between(0, total)
    facts["proposal.deputy_suggestions"] = dice.between(1, 90 if is_large else 20)
    facts["proposal.cppcc"] = dice.between(1, 90 if is_large else 20)
