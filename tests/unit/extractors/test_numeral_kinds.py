"""Numerals that look alike are told apart: dates, decrees, phones, numbering, names, shares. All words are invented."""

import pytest

from extractors.numerals import tokenise

# A text, and the class and the printed characters of each numeral in it.
DATES = [
    ("2013—2017年", [("date", "2013—2017年")]),
    ("2008、2009和2010年", [("date", "2008"), ("date", "2009"), ("date", "2010年")]),
    ("20185月公布", [("date", "20185月")]),
    ("自20201月1日起至202012月31日止", [("date", "20201月1日"), ("date", "202012月31日")]),
    ("201311日至20131231日", [("date", "201311日"), ("date", "20131231日")]),
    ("08年公开，16年我局公开", [("date", "08年"), ("date", "16年")]),
    ("二〇一八和一九九八年", [("date", "二〇一八"), ("date", "一九九八年")]),
    ("前三季度、1季度", [("date", "三季度"), ("date", "1季度")]),
    ("一季度、第三季度", [("date", "一季度"), ("ordinal", "三")]),
    ("2013.1-2013.12", [("date", "2013.1"), ("date", "2013.12")]),
    ("“12·4”国家宪法日", [("date", "12·4")]),
    ("3.15消费者权益日", [("date", "3.15")]),
    ("90年代、21世纪", [("date", "90年代"), ("date", "21世纪")]),
    ("每月5号前，15日内", [("date", "5号"), ("quantity", "15")]),
    ("收入2016.5万元，2010.5亩", [("quantity", "2016.5"), ("quantity", "2010.5")]),
    ("上午9点30分，8:30到", [("clock", "9点30分"), ("clock", "8:30")]),
    ("二〇一八年十月廿日", [("date", "二〇一八年十月廿日")]),
    ("三月十五日，五日内", [("date", "三月十五日"), ("quantity", "五")]),
]
DECREES = [
    ("国务院令第492号", [("document_number", "492")]),
    ("国务院令 492 号", [("document_number", "492 号")]),
    ("第5号公告", [("document_number", "5")]),
    ("492号令", [("document_number", "492号令")]),
    ("云政办〈2017〉31号", [("document_number", "2017〉31号")]),
    ("云政办 〔 2017 〕 第 31 号", [("document_number", "2017 〕 第 31 号")]),
    ("复议案件（2017）3件，信箱（2018）50封", [("date", "2017"), ("quantity", "3"), ("date", "2018"), ("quantity", "50")]),
    ("云政办2013224", [("document_number", "2013224")]),
    ("〔202130号", [("document_number", "202130")]),
    ("第二十条、二十一条", [("law_article", "二十"), ("law_article", "二十一")]),
    ("第十五、十六条", [("law_article", "十五"), ("law_article", "十六")]),
    ("第二十条第三项，第一项加第二项", [("law_article", "二十"), ("law_article", "三"), ("ordinal", "一"), ("ordinal", "二")]),
    ("第15-20条", [("law_article", "15"), ("law_article", "20")]),
    ("十四届二次会议", [("ordinal", "十四"), ("ordinal", "二")]),
    ("第 3 页", [("ordinal", "3")]),
    ("排名前5", [("ordinal", "5")]),
    ("前三名，前10位", [("ordinal", "三"), ("ordinal", "10")]),
    ("举办3届", [("quantity", "3")]),
]
PHONES = [
    ("(099)65123456", [("phone", "099)65123456")]),
    ("0099 3560010", [("phone", "0099 3560010")]),
    ("电话：0099-6680456、6680457", [("phone", "0099-6680456"), ("phone", "6680457")]),
    ("联系电话：林某某 6680456", [("phone", "6680456")]),
    ("12345、12380热线", [("phone", "12345"), ("phone", "12380")]),
    ("拨打“12345”", [("phone", "12345")]),
    ("公开12345条", [("quantity", "12345")]),
]
NUMBERING = [
    ("\n22012年工作", [("numbering", "2"), ("date", "2012年")]),
    ("。2.2012年工作", [("numbering", "2"), ("date", "2012年")]),
    ("\n1.1.2 公开", [("numbering", "1.1.2")]),
    ("2 主动公开\n2.1 总数\n本年度5条", [("numbering", "2"), ("numbering", "2.1"), ("quantity", "5")]),
    ("投资\n2.1 万元\n", [("quantity", "2.1")]),
    ("投资\n2.1 左右\n", [("bare", "2.1")]),
    ("开设3级栏目29个", [("ordinal", "3"), ("quantity", "29")]),
    ("震级为1.5级", [("bare", "1.5")]),
    ("\n2 主动公开", [("numbering", "2")]),
    ("\n一 概述", [("numbering", "一")]),
    ("\n120 条信息", [("quantity", "120")]),
    ("网站5条 2.公开栏3条", [("quantity", "5"), ("numbering", "2"), ("quantity", "3")]),
    ("；1是健全制度", [("numbering", "1")]),
    ("（ 一 ）概述", [("numbering", "一")]),
    ("⑵收费⒊咨询❶其他", [("numbering", "⑵"), ("numbering", "⒊"), ("numbering", "❶")]),
    ("图1-3略，表2", [("numbering", "1"), ("numbering", "3"), ("numbering", "2")]),
    ("报表3份，地图5张", [("quantity", "3"), ("quantity", "5")]),
    ("公开栏（2），网站（5）。", [("bare", "2"), ("bare", "5")]),
    ("不予公开\t1.属于国家秘密\t3", [("numbering", "1"), ("bare", "3")]),
    ("浏览：27\t\t", [("page_counter", "27")]),
    ("浏览次数：[1286]", [("page_counter", "1286")]),
]
NAMES = [
    ("PM2.5和5G", [("name", "2.5"), ("name", "5G")]),
    ("A4纸、4A级", [("name", "4"), ("name", "4A")]),
    ("“365”工程、双11", [("name", "365"), ("name", "11")]),
    ("编码11620600MB17287222/2024", [("index_number", "11620600MB17287222/2024")]),
    ("10kV线路", [("quantity", "10")]),
    ("“1+3+N”模式", [("formula", "1+3+N")]),
    ("7×24小时", [("formula", "7×24")]),
    ("比例为3:1", [("formula", "3:1")]),
    ("3号楼302室", [("house_number", "3号楼"), ("house_number", "302室")]),
]
SHARES = [
    ("占百分之八", [("percent", "百分之八")]),
    ("达百分之百，百分百满意", [("percent", "百分之百"), ("percent", "百分百")]),
    ("占百分之12.5以上", [("percent", "百分之12.5")]),
    ("提高五个百分点", [("percent", "五")]),
    ("增长近一成，下降三成以上", [("percent", "一成"), ("percent", "三成")]),
    ("占三分之二", [("fraction", "三分之二")]),
    ("占1/3的", [("fraction", "1/3")]),
    ("百分点、百分比", []),
]
OTHER_WORDS = [
    ("办理8条例", [("bare", "8")]),
    ("不予处理5处理", [("bare", "5")]),
    ("5分别为", [("bare", "5")]),
    ("3人均为兼职", [("quantity", "3")]),
    ("6部分", [("quantity", "6")]),
    ("23部门，五村", [("quantity", "23")]),
    ("一件也没有", []),
    ("每一条都公开", []),
    ("上一篇：没有了", []),
    ("双十一", []),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [*DATES, *DECREES, *PHONES, *NUMBERING, *NAMES, *SHARES, *OTHER_WORDS],
)
def test_what_looks_alike_is_told_apart(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(numeral.kind, text[numeral.start : numeral.end]) for numeral in tokenise(text)] == wanted
