"""Cited policy documents: every kind of bracket, the title that belongs to a number, and numbers and titles that are no citation.

All places, offices and numbers are invented.
"""

import pytest

from extractors.annexes.citations import normalised, read_citations
from extractors.readers import read

# number, title
Cited = tuple[str | None, str | None]


def cited(text: str, own: str | None = None) -> list[Cited]:
    return [(citation.document_number, citation.title) for citation in read_citations(read("report.txt", text.encode()), own)]


CASES: list[tuple[str, str, list[Cited]]] = [
    ("the usual brackets", "根据墨政办发〔2015〕12号文件，我镇开展了自查。", [("墨政办发〔2015〕12号", None)]),
    ("square brackets", "按照墨政发[2012]7号要求开展自查。", [("墨政发〔2012〕7号", None)]),
    ("full-width square brackets", "按照墨政发［2012］7号要求开展自查。", [("墨政发〔2012〕7号", None)]),
    ("thick brackets", "按照墨办函【2012】144号要求开展自查。", [("墨办函〔2012〕144号", None)]),
    ("round brackets", "按照墨政办（2017）31号要求开展自查。", [("墨政办〔2017〕31号", None)]),
    ("half-width round brackets", "按照墨政办(2017)31号要求开展自查。", [("墨政办〔2017〕31号", None)]),
    ("pointed brackets", "按照墨政办〈2017〉31号要求开展自查。", [("墨政办〔2017〕31号", None)]),
    ("brackets of two kinds", "按照墨政办〔2017]31号要求开展自查。", [("墨政办〔2017〕31号", None)]),
    ("without 号", "按照墨政办〔2017〕31文件要求开展自查。", [("墨政办〔2017〕31号", None)]),
    ("with 第 and spaces", "按照墨政办 〔 2017 〕 第 31 号要求开展自查。", [("墨政办〔2017〕31号", None)]),
    ("full-width digits", "按照墨政办〔２０１７〕３１号要求开展自查。", [("墨政办〔2017〕31号", None)]),
    (
        "the title before its number",
        "根据《关于做好水库公开工作的通知》（墨政办发〔2017〕31号）精神，我镇开展了自查。",
        [("墨政办发〔2017〕31号", "关于做好水库公开工作的通知")],
    ),
    (
        "the title behind its number",
        "根据墨政办发〔2017〕31号《关于做好水库公开工作的通知》，我镇开展了自查。",
        [("墨政办发〔2017〕31号", "关于做好水库公开工作的通知")],
    ),
    (
        "a title inside a title",
        "根据《墨县实施〈中华人民共和国水库条例〉办法》，我镇开展了自查。",
        [(None, "墨县实施〈中华人民共和国水库条例〉办法")],
    ),
    (
        "titles in a row, one with a number",
        "认真贯彻《水库公开条例》《墨县水库公开要点》（墨政发〔2018〕2号）及《墨县水库公开考核细则》等文件精神。",
        [(None, "水库公开条例"), ("墨政发〔2018〕2号", "墨县水库公开要点"), (None, "墨县水库公开考核细则")],
    ),
    (
        "a short name for later use is no title",
        "根据《中华人民共和国水库条例》（以下简称《条例》）、《墨县水库办法》（以下简称《办法》），按照《条例》规定执行。",
        [(None, "中华人民共和国水库条例"), (None, "墨县水库办法")],
    ),
    (
        "two numbers of one office and year",
        "根据墨政办发〔2017〕31号、32号文件自查。",
        [("墨政办发〔2017〕31号", None), ("墨政办发〔2017〕32号", None)],
    ),
    ("two offices", "根据国水发〔2017〕3号和墨政发〔2017〕4号文件自查。", [("国水发〔2017〕3号", None), ("墨政发〔2017〕4号", None)]),
    ("the office's name before its number", "根据县政府办公室墨政办发〔2017〕31号文件自查。", [("墨政办发〔2017〕31号", None)]),
    (
        "a conjunction before a number",
        "根据国水发〔2017〕3号和墨政发〔2017〕31号自查。",
        [("国水发〔2017〕3号", None), ("墨政发〔2017〕31号", None)],
    ),
    ("a place whose short name is a conjunction", "根据《水库要点》（和政办发〔2017〕31号）自查。", [("和政办发〔2017〕31号", "水库要点")]),
    ("a decree", "根据《水库条例》（国务院令第711号）规定，我镇开展了自查。", [("国务院令第711号", "水库条例")]),
    (
        "what the office cites though it made it",
        "印发了《归雁乡公开方案》（归政发〔2018〕10号）。",
        [("归政发〔2018〕10号", "归雁乡公开方案")],
    ),
    # No citations.
    ("what the report's own office made", "制定了《归雁乡公开制度》《归雁乡公开办法》，印发了《归雁乡工作方案》。", []),
    ("its guide and catalogue", "编制并公开了《归雁乡信息公开指南》和《归雁乡信息公开目录》。", []),
    ("a newspaper", "根据《水库日报》报道，我镇水质良好。", []),
    ("a number under the letterhead", "归政发〔2018〕293号\n\n归雁乡2018年政务公开工作总结", []),
    ("a number behind its label", "索引号 010122 文 号 归政发〔2018〕293号 发布日期 2018-12-10", []),
    ("a broken number", "根据墨政办2013224文件，按照〔2017〕54号要求。", []),
    ("a year in brackets", "全镇（2017）年共公开8条，下发（2016）12件。", []),
    ("figures in round brackets", "公开通知（2017）8条。", []),
    ("a case", "办理行政复议案件（2017）3件，区长信箱（2018）50封。", []),
    ("a title without a word that cites", "《水库条例》深入人心。", []),
    ("a programme that is read", "组织干部收看《水库春秋》。", []),
    *[
        (
            f"torn by the end of a line: {torn!r}",
            f"为做好水库公开工作，我镇认真贯彻《关于水库公开的\n通知》和全县水库工作会议精神，落实《水库要点》（{torn}），明确了责任，取得了成效。",
            [(None, "关于水库公开的通知"), ("霭政办发〔2017〕8号", "水库要点")],
        )
        for torn in ("霭\n政办发〔2017〕8号", "霭政办发〔2017\n〕8号", "霭政办发〔2017〕\n8号", "霭政办发〔20\n17〕8号")
    ],
    (
        "lines that begin anew, below long ones without a full stop",
        "认真贯彻上级精神，按照县里的统一部署，做好水库公开，明确了责任单位\n一、墨政办发〔2017〕31号文件的落实情况\n",
        [("墨政办发〔2017〕31号", None)],
    ),
    ("the own number below a long line", "望舒县墨镇人民政府公文，请各村、各单位遵照执行，认真落实\n归政发〔2018〕293号\n", []),
]


@pytest.mark.parametrize(("what", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_documents_are_cited_as_printed(what: str, text: str, expected: list[Cited]) -> None:
    assert cited(text) == expected


def test_the_place_of_a_torn_citation_is_that_of_the_canonical_text() -> None:
    text = "为做好水库公开工作，我镇认真贯彻《关于水库公开的\n通知》（霭政办发〔2017〕8号），明确了责任。"
    found = read_citations(read("report.txt", text.encode()), None)
    assert [text[citation.char_start : citation.char_end] for citation in found] == ["《关于水库公开的\n通知》（霭政办发〔2017〕8号"]


def test_the_own_number_is_no_citation_in_any_spelling() -> None:
    text = "现将归政发(2018)293号公布，它按照墨政发〔2018〕2号写成。"
    assert cited(text, own="归政发〔2018〕293号") == [("墨政发〔2018〕2号", None)]


def test_a_document_that_is_named_twice_is_cited_twice() -> None:
    assert cited("根据墨政发〔2018〕2号自查。\n\n按照墨政发〔2018〕2号整改。") == [("墨政发〔2018〕2号", None)] * 2


def test_the_place_of_a_citation_holds_title_and_number() -> None:
    document = read("report.txt", "概述\n\n根据《水库条例》（墨政发〔2018〕 2 号）自查。".encode())
    citation = read_citations(document, None)[0]
    assert document.text[citation.char_start : citation.char_end] == "《水库条例》（墨政发〔2018〕 2 号"
    assert citation.line == 3


@pytest.mark.parametrize(
    "printed", ["归政发〔2018〕2号", "归政发[2018]2号", "归政发 (2018) 第 2 号", "归政发【2018】2", "归政发〔２０１８〕２号"]
)
def test_every_spelling_of_a_number_is_one_number(printed: str) -> None:
    assert normalised(printed) == "归政发〔2018〕2号"
