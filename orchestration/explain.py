"""One figure, explained.

Lives here: everything that a person needs to judge a figure: its words in their surroundings, its place, who recognised it, what else says
the same thing or another, and the findings that it takes part in.
Elsewhere: the published marts (`query`), the texts (the lake), what of a text is personal (`extractors.annexes`): it is shown covered.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import polars as pl

from extractors.masking import cover, mask
from orchestration import lake
from orchestration.errors import GongkaiError
from orchestration.home import Home
from orchestration.query import published, shown_value

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# How much of the text around a quote is shown: a few lines of a table, a few sentences of a paragraph.
LINES_AROUND = 2
CHARACTERS_AROUND = 120
OPENING, CLOSING = "【", "】"
COMPETITORS_SHOWN = 20
FINDINGS_SHOWN = 50


@dataclass(frozen=True)
class Surroundings:
    """What stands around a quote: the text before the value, the value, the text behind it; all covered where personal."""

    before: str
    value: str
    behind: str
    first_line: int


def explain(home: Home, observation_id: str) -> list[str]:
    """The explanation of a figure, line by line.

    Raises GongkaiError before the first publish, and for an id that no published figure has.
    """
    with published(home) as connection:
        figure = _one(connection, _FIGURE, [observation_id])
        if figure is None:
            raise GongkaiError(f"{observation_id}: no published figure has this id; ids stand in fct_observation.observation_id")
        key = [figure[name] for name in ("report_id", "indicator_code", "member_key", "basis")]
        competitors = _all(connection, _COMPETITORS, [*key, observation_id])
        findings = _all(connection, _FINDINGS, [observation_id])
    return [
        *_head(figure),
        *_place(figure),
        *_recogniser(figure),
        *_words(home, figure),
        *_preference(figure, competitors),
        *_findings(findings),
    ]


_FIGURE = """
    select observations.*, indicators.name_zh, indicators.topic, indicators.description, reports.delivery, reports.document_id,
        reports.publisher, reports.report_year, reports.is_current
    from fct_observation as observations
    inner join dim_report as reports on observations.report_id = reports.report_id
    left join dim_indicator as indicators on observations.indicator_code = indicators.indicator_code
    where observations.observation_id = ?"""
_COMPETITORS = """
    select observation_id, value, unit, status, source_kind, line, confidence, is_preferred, recogniser_id from fct_observation
    where report_id = ? and indicator_code = ? and member_key = ? and basis = ? and observation_id <> ?
    order by is_preferred desc, value_start, observation_id"""
_FINDINGS = """
    select rule_id, statement, holds, severity, explanation from fct_finding
    where ',' || replace(evidence, ' ', '') || ',' like '%,' || ? || ',%' order by holds, rule_id, finding_id"""


def _head(figure: dict[str, Any]) -> list[str]:
    whose = " ".join(str(part) for part in (figure["publisher"], figure["report_year"]) if part is not None)
    member = f" · {figure['member_label'] or figure['member_key']}" if figure["member_key"] != "total" else ""
    name = figure["name_zh"] or figure["indicator_code"]
    lines = [
        f"{name}{member}：{_value(figure)}",
        *_row("id", figure["observation_id"]),
        *_row("指标", f"{figure['indicator_code']}（{figure['topic']}）" if figure["topic"] else figure["indicator_code"]),
        *_row("含义", figure["description"]),
        *_row("口径", f"{_BASIS[figure['basis']]}（{figure['basis']}）"),
        *_row("状态", f"{_STATUS[figure['status']]}（{figure['status']}）"),
        *_row("印刷", _printed(figure)),
        *_row("报告", whose),
    ]
    return [*lines, *_row("版本", None if figure["is_current"] else "不是该报告的现行版本，不计入 mart_figure")]


def _place(figure: dict[str, Any]) -> list[str]:
    parts = [f"第 {figure['page']} 页" if figure["page"] is not None else None, f"第 {figure['line']} 行"]
    if figure["table_index"] is not None:
        parts.append(f"第 {figure['table_index'] + 1} 个表格第 {figure['row_index'] + 1} 行第 {figure['column_index'] + 1} 列")
    where = "，".join(part for part in parts if part)
    return [
        *_row("文件", f"{figure['delivery']}/{figure['source_file']}"),
        *_row("位置", f"{where}，字符 {figure['value_start']}–{figure['value_end']}"),
        *_row("行", figure["row_path"]),
        *_row("列", figure["column_path"]),
    ]


def _recogniser(figure: dict[str, Any]) -> list[str]:
    origin = "，文字来自扫描识别" if figure["text_origin"] == "ocr" else ""
    sure = shown_value(Decimal(figure["confidence"]))
    return _row("识别", f"{figure['recogniser_id']}（{_SOURCE[figure['source_kind']]}，把握 {sure}{origin}）")


def _words(home: Home, figure: dict[str, Any]) -> list[str]:
    found = surroundings(home, figure)
    if found is None:
        return ["", "原文（数据湖中已无全文，只有引文）", f"  {figure['quote']}"]
    marked = f"{found.before}{OPENING}{found.value}{CLOSING}{found.behind}".replace("\t", " | ")
    return ["", "原文", *(f"  {found.first_line + index:>5}  {line}" for index, line in enumerate(marked.split("\n")))]


def surroundings(home: Home, figure: dict[str, Any]) -> Surroundings | None:
    """The text around a figure; None where the lake no longer holds the text that the figure was read from."""
    for load in reversed(lake.loads(home, figure["delivery"])):
        for path in lake.parts(home, lake.TEXT_TABLE, figure["delivery"], load.load_id):
            rows = pl.scan_parquet(path, hive_partitioning=False).filter(pl.col("document_id") == figure["document_id"]).collect()
            for row in rows.iter_rows(named=True):
                covered = _covered(row)
                if covered[figure["char_start"] : figure["char_end"]] == figure["quote"]:
                    return _cut(covered, figure)
    return None


def _covered(row: dict[str, Any]) -> str:
    """The text with what is personal covered. Loads of before the lake kept the places are judged by shape alone."""
    text: str = row["text"]
    offsets = row.get("personal")
    return mask(text) if offsets is None else cover(text, zip(offsets[::2], offsets[1::2], strict=True))


def _cut(text: str, figure: dict[str, Any]) -> Surroundings:
    start, end = figure["char_start"], figure["char_end"]
    first, last = text.rfind("\n", 0, start) + 1, _line_end(text, end)
    above = below = 0
    while first > 0 and above < LINES_AROUND:
        line_end, first = first, text.rfind("\n", 0, first - 1) + 1
        above += bool(text[first:line_end].strip())
    while last < len(text) and below < LINES_AROUND:
        line_start, last = last, _line_end(text, last + 1)
        below += bool(text[line_start:last].strip())
    # Lines of a text without line breaks are pages long.
    first, last = max(first, start - CHARACTERS_AROUND), min(last, end + CHARACTERS_AROUND)
    value_start, value_end = figure["value_start"], figure["value_end"]
    before, behind = text[first:value_start].lstrip("\n"), text[value_end:last].rstrip("\n")
    return Surroundings(before, text[value_start:value_end], behind, text.count("\n", 0, value_start - len(before)) + 1)


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    return len(text) if found < 0 else found


def _preference(figure: dict[str, Any], competitors: list[dict[str, Any]]) -> list[str]:
    lines = ["", "采用：是，mart_figure 取此值" if figure["is_preferred"] and figure["is_current"] else _why_not(figure)]
    if competitors:
        lines.append(f"同一指标、口径和分组的其他 {len(competitors)} 处：")
    for other in competitors[:COMPETITORS_SHOWN]:
        sign = "采用" if other["is_preferred"] else "未采用"
        kind = _SOURCE[other["source_kind"]]
        lines.append(f"  {other['observation_id']}  {_value(other)}  {kind}第 {other['line']} 行  {other['recogniser_id']}  {sign}")
    if len(competitors) > COMPETITORS_SHOWN:
        lines.append(f"  另有 {len(competitors) - COMPETITORS_SHOWN} 处")
    return lines


def _why_not(figure: dict[str, Any]) -> str:
    if figure["is_preferred"]:
        return "采用：是（但报告不是现行版本）"
    return "采用：否（把握低于采用的界限，待人工核对）" if figure.get("needs_review") else "采用：否"


def _findings(findings: list[dict[str, Any]]) -> list[str]:
    if not findings:
        return ["", "没有规则用到此值"]
    broken = sum(not finding["holds"] for finding in findings)
    lines = ["", f"用到此值的规则：{len(findings)} 条，其中 {broken} 条不成立"]
    for finding in findings[:FINDINGS_SHOWN]:
        sign = "成立" if finding["holds"] else f"不成立（{finding['severity']}）"
        lines.append(f"  {sign}  {finding['statement']}  [{finding['rule_id']}]")
        if finding["explanation"]:
            lines.append(f"        {finding['explanation']}")
    if len(findings) > FINDINGS_SHOWN:
        lines.append(f"  另有 {len(findings) - FINDINGS_SHOWN} 条")
    return lines


def _row(label: str, words: object) -> list[str]:
    return [] if words is None else [f"  {label}  {words}"]


def _value(figure: dict[str, Any]) -> str:
    if figure["value"] is None:
        return _STATUS[figure["status"]]
    qualifier = _QUALIFIER.get(figure.get("qualifier") or "", "")
    return f"{qualifier}{shown_value(figure['value'])} {figure['unit']}"


def _printed(figure: dict[str, Any]) -> str | None:
    return None if figure["value_printed"] is None else f"{figure['value_printed']}{figure['unit_printed'] or ''}"


def _one(connection: "DuckDBPyConnection", sql: str, values: list[Any]) -> dict[str, Any] | None:
    found = _all(connection, sql, values)
    return found[0] if found else None


def _all(connection: "DuckDBPyConnection", sql: str, values: list[Any]) -> list[dict[str, Any]]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


_BASIS = {"current": "本期", "part_year": "部分时段", "cumulative": "历年累计", "prior_year": "上年", "budget": "预算"}
_STATUS = {"reported": "已填报", "stated_zero": "文字表示为零", "blank": "空白", "not_applicable": "不适用", "unreadable": "无法读取"}
_SOURCE = {"table": "表格", "prose": "正文", "metadata": "题头"}
_QUALIFIER = {"approximate": "约 ", "at_least": "至少 ", "at_most": "至多 "}
