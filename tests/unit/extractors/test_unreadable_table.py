"""A form of which nothing can be read costs its table, not its delivery."""

from extractors.extract import extract

# A conversion cut every label over three cells, so that no column holds labels.
LABELS = [
    "主动\t公开政府\t信息数",
    "政府网\t站公开政\t府信息数",
    "政务微\t博公开政\t府信息数",
    "政务微\t信公开政\t府信息数",
    "其他方\t式公开政\t府信息数",
    "参加或\t举办新闻发\t布会总次数",
    "政府网\t站在线\t访谈次数",
]
REPORT = "云岫县听松镇人民政府2016年政府信息公开工作年度报告\n\n" + "\n".join(LABELS)


def test_a_form_without_columns_is_an_issue_and_no_generation() -> None:
    extraction = extract("a.txt", REPORT.encode())
    assert extraction.report is not None
    assert (extraction.report.form_generations, extraction.observations) == ([], [])
    assert [issue.reason for issue in extraction.issues] == ["unreadable_table"]
