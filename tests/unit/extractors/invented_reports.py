"""Invented reports to be identified: what the tests of identity share."""

from extractors.identity import Identity, identify
from extractors.readers import read

BODY = "一、概述\n\n一年来，全体干部围绕群众关心的事项做好公开，主动公开政府信息，受理依申请公开，各项工作平稳推进，没有出现差错。\n"
LONG_BODY = (
    BODY
    + "二、主动公开情况\n\n"
    + "全年通过网站、公示栏、微信群发布各类消息，内容涉及修路、办学、看病、用水等方面，群众普遍满意。" * 20
    + "\n"
)

# What would be false, a document, and the fields that must come out of it.
Case = tuple[str, str, dict[str, object]]


def read_identity(text: str) -> Identity:
    return identify(read("report.txt", text.encode()))


def fields(text: str, wanted: dict[str, object]) -> dict[str, object]:
    """The fields of the report that `text` is, as far as a test judges them."""
    report = read_identity(text).report
    return {field: getattr(report, field) for field in wanted}
