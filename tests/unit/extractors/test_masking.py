"""What is personal is covered, what is public stays, and nothing moves. All numbers and names are invented."""

import random

import pytest

from extractors.masking import BLOCK, mask


def covered(text: str) -> list[str]:
    """The stretches of `text` that the mask covers."""
    masked = mask(text)
    assert len(masked) == len(text)
    stretches: list[str] = []
    for index, character in enumerate(masked):
        if character != text[index]:
            assert character == BLOCK
            if index and masked[index - 1] == BLOCK and stretches:
                stretches[-1] += text[index]
            else:
                stretches.append(text[index])
    return stretches


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("手机：13000000000。", ["13000000000"]),
        ("请致电 139 0000 0000 联系", ["139 0000 0000"]),
        ("+86 138-0000-0000", ["+86 138-0000-0000"]),
        ("联系电话：0000-0000101", ["0000-0000101"]),
        ("电话：（0000）0000101", ["（0000）0000101"]),
        ("电 话：00000000101，传真：0000-0000102转803", ["00000000101", "0000-0000102转803"]),
        ("咨询电话 80000001", ["80000001"]),
        ("电子邮箱：someone_01@example.com。", ["someone_01@example.com"]),
        ("邮箱 someone @ example.com.cn", ["someone @ example.com.cn"]),
        ("邮箱是100000001qq.com", ["100000001qq.com"]),
        ("QQ：100000001", ["100000001"]),
        ("身份证号110000190001010009", ["110000190001010009"]),
        ("身份证号11000019000101000X，", ["11000019000101000X"]),
        ("身份证号110000600101001", ["110000600101001"]),
        ("开户账号：0000 1111 2222 3333 444", ["0000 1111 2222 3333 444"]),
        ("汇入4000000000000002卡内", ["4000000000000002"]),
        ("单位负责人：墨小满 审核人：云不归 填报人：鹿呦呦", ["墨小满", "云不归", "鹿呦呦"]),
        ("单位负责人: 云 归　填报人：欧阳听雪", ["云 归", "欧阳听雪"]),
        ("联 系 人：墨小满、云不归", ["墨小满", "云不归"]),
        ("经办人：阿依·努尔兰别克 电话：0000-0000101", ["阿依·努尔兰别克", "0000-0000101"]),
        ("负责人\t墨小满\t电话\t0000-0000101", ["墨小满", "0000-0000101"]),
        ("审核人（签字）：云不归", ["云不归"]),
        ("负责人：云镇长", ["云镇长"]),
        ("联系人：办公室、墨小满", ["墨小满"]),
        ("作者：何处 审核：扎西", ["何处"]),
        ("作者：王登科 编辑：李建社", ["王登科", "李建社"]),
    ],
)
def test_personal_data_is_covered(text: str, expected: list[str]) -> None:
    assert covered(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "请拨打12345、12358、51890，或400-000-0000",
        "电话：12345",
        "流政发〔2018〕293号",
        "索引号：010122-150/2018-93016",
        "索 引 号：0702-20180001",
        "索引号 11330700099033995K/2023-00013",
        "2018-01-03至2018-12-31",
        "2017年1月1日起至2017年12月31日止",
        "邮编：000000",
        "公开信息2380条，投入13000000000元",
        "指标\t2015\t2016\t2017\t2018",
        "1234.5678901234567",
        "http://www.example.com/10000000/content_20180103.html",
        "单位负责人：  审核人：  填报人：",
        "联系人：\n一、概述",
        "来源： 作者： 发布时间：2017-06-16 浏览：27",
        "主要负责人参加新闻发布会次数",
        "联系人如下：",
        "编号：110000000000000",
        "统计数字为999999999999999999",
        "文章来源：望舒市人民政府办公室  作者：办公室  点击：27",
        "审核人：综合科 责任编辑：宣传部 编辑：管理员",
        "联系人：党政办",
        "负责人：主任，信息员：各村",
        "责任人：分管领导",
        "作者：本站",
    ],
)
def test_public_data_stays(text: str) -> None:
    assert mask(text) == text


def test_line_ends_and_cell_borders_stay_under_the_mask() -> None:
    assert mask("负责人\t云 归\n电话：0000-0000101") == f"负责人\t{BLOCK * 3}\n电话：{BLOCK * 12}"


def test_masking_twice_changes_nothing_more() -> None:
    once = mask("填报人：鹿呦呦 电话：0000-0000101 邮箱：a1@example.com")

    assert mask(once) == once


def test_the_length_never_changes() -> None:
    pieces = [
        "填报人：",
        "鹿呦呦",
        "0000-0000101",
        "13000000000",
        "a@b.cn",
        "\n",
        "\t",
        " ",
        "。",
        "110000190001010009",
        "|",
        "电话",
        "2018",
        "：",
        "人",
    ]
    choose = random.Random(7)
    for _ in range(300):
        text = "".join(choose.choices(pieces, k=choose.randrange(1, 25)))
        assert len(mask(text)) == len(text)
        assert mask(text).count("\n") == text.count("\n")


def test_a_name_that_the_next_label_follows_at_once_is_covered() -> None:
    assert mask("单位负责人：流云影审核人：夏满星填报人：夜读白") == "单位负责人：███审核人：███填报人：███"
