"""Rosters, contacts and private persons in payments. All names, numbers and places are invented."""

import pytest

from extractors.annexes import read_persons
from extractors.annexes.persons import is_name, names_in_payment
from extractors.masking import cover
from extractors.readers import read
from extractors.records import Contact


def contacts(text: str) -> list[Contact]:
    return read_persons(read("report.txt", text.encode())).contacts


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(contact.role, contact.name, contact.position) for contact in contacts(text) if contact.name]


def shown(text: str) -> str:
    document = read("report.txt", text.encode())
    return cover(document.text, read_persons(document).personal.spans)


@pytest.mark.parametrize(
    ("what", "text", "expected"),
    [
        (
            "a table with the role in its first column",
            "组 长：\t夏满星\t乡长\n副组长：\t金不换\t副乡长\n\t云 归\t武装部长\n成 员：\t江听雪\t会计\n",
            [("组长", "夏满星", "乡长"), ("副组长", "金不换", "副乡长"), ("副组长", "云 归", "武装部长"), ("成员", "江听雪", "会计")],
        ),
        (
            "one line a role",
            "组长：夏满星（乡长）\n\n副组长：金不换（副乡长）、云归（武装部长）\n\n成员：江听雪、白小寒、党政办、民政办\n",
            [
                ("组长", "夏满星", "乡长"),
                ("副组长", "金不换", "副乡长"),
                ("副组长", "云归", "武装部长"),
                ("成员", "江听雪", None),
                ("成员", "白小寒", None),
            ],
        ),
        (
            "names below the role",
            "成员：江听雪 党政办主任\n\n白小寒 会计\n\n欧阳远山 司法所长\n\n以上人员各负其责。\n",
            [("成员", "江听雪", "党政办主任"), ("成员", "白小寒", "会计"), ("成员", "欧阳远山", "司法所长")],
        ),
        (
            "in a sentence",
            "成立领导小组，组长：夏满星，副组长：金不换，成员：各村书记。",
            [("组长", "夏满星", None), ("副组长", "金不换", None)],
        ),
        (
            "appointed in a sentence",
            "由乡长夏满星同志任组长，副乡长金不换任副组长。",
            [("组长", "夏满星", None), ("副组长", "金不换", None)],
        ),
        (
            "columns of name and position",
            "姓名\t职务\t联系电话\n夏满星\t乡长\t0000-0000101\n云 归\t会计\t0000-0000102\n",
            [(None, "夏满星", "乡长"), (None, "云 归", "会计")],
        ),
        (
            "behind the labels of a signature",
            "单位负责人：夏满星 审核人：金不换",
            [("单位负责人", "夏满星", None), ("审核人", "金不换", None)],
        ),
        # Nobody.
        ("roles without names", "由镇长任组长，分管领导任副组长，各站所负责人为成员，组长：镇长，成员：党政办、民政办、林业站。", []),
        ("a private list is no roster of officials", "户主\t金额\n夏满星\t300\n金不换\t400\n", []),
        ("a group that is spoken of", "组长负责签发，成员分工协作，联系人保持畅通。", []),
    ],
)
def test_persons_are_read_with_role_and_position(what: str, text: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    assert people(text) == expected


def test_numbers_and_addresses_belong_to_the_person_before_them() -> None:
    found = contacts("联系人：夏满星，电话：0000-0000101，邮箱：xmx@example.com\n\n咨询电话：0000-0000202\n")
    assert [(contact.name, contact.phone, contact.email) for contact in found] == [
        ("夏满星", "0000-0000101", "xmx@example.com"),
        (None, "0000-0000202", None),
    ]


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("收到夏满星承包费", "收到███承包费"),
        ("长桥村收云归地租", "长桥村收██地租"),
        ("付金不换、江听雪、白小寒劳务费", "付███、███、███劳务费"),
        ("长桥村金不换交来鱼塘租金", "长桥村███交来鱼塘租金"),
        ("金不换借款", "███借款"),
        ("退还欧阳远山保证金", "退还████保证金"),
        ("付给云归", "付给██"),
        ("村民白小寒医疗补助", "村民███医疗补助"),
        ("阿依·努尔兰交来草场租金", "██████交来草场租金"),
        ("支付 云 归 差旅费", "支付 ███ 差旅费"),
        ("慰问困难户白小寒（低保户）", "慰问困难户███（低保户）"),
    ],
)
def test_private_persons_in_payments_are_covered(description: str, expected: str) -> None:
    assert cover(description, names_in_payment(description)) == expected


@pytest.mark.parametrize(
    "description",
    [
        "长桥村还借款",
        "白沙村收到高庄村承包费",
        "支付安装路灯款",
        "支付机耕费",
        "付柴油费",
        "收到农户地租",
        "支付云水公司工程款",
        "收到温室租金",
        "付毛竹款",
        "支付计生宣传费",
        "方家湾村交来土地款",
        "付水泥、石子、沙石款",
        "支付村部办公桌",
        "收财政局拨款",
        "支付养老保险",
        "支付房屋租金",
        "何家坪交来土地租金",
        "付车辆保险费",
        "收信用社利息",
        "付党员活动室装修款",
    ],
)
def test_villages_offices_and_goods_stay(description: str) -> None:
    assert cover(description, names_in_payment(description)) == description


@pytest.mark.parametrize("text", ["夏满星", "云 归", "欧阳远山", "阿依·努尔兰"])
def test_a_name_is_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["党政办", "林业站", "农业中心", "镇长", "各村", "安全", "温室", "司法所", "武装部", "全体干部", "", "300"]
)
def test_other_words_are_none(text: str) -> None:
    assert not is_name(text)


def test_a_name_of_the_roster_is_covered_wherever_it_stands() -> None:
    text = "组长：夏满星（乡长）\n\n会议由夏满星主持，乡长夏满星讲话。\n"
    assert shown(text) == "组长：███（乡长）\n\n会议由███主持，乡长███讲话。\n".rstrip("\n") + "\n"


def test_a_short_name_is_covered_elsewhere_only_beside_a_title() -> None:
    text = "组长：云天（乡长）\n\n乡长云天讲话。当日云天晴朗。\n"
    assert shown(text).split("\n")[2] == "乡长██讲话。当日云天晴朗。"


def test_a_sentence_about_a_payment_covers_the_person() -> None:
    assert shown("1月2日，长桥村收到夏满星承包费3000元。") == "1月2日，长桥村收到███承包费3000元。"


def test_a_column_of_persons_is_covered() -> None:
    text = "户主\t金额\n夏满星\t300\n云归\t400\n长桥村委会\t500\n"
    assert shown(text) == "户主\t金额\n███\t300\n██\t400\n长桥村委会\t500\n".rstrip("\n") + "\n"
