"""Whose place a report is of. The list of regions is of real places, so names here are real ones, or drawn from the list."""

import pytest

from extractors import REGIONS, fingerprint
from extractors.identity.evidence import Evidence
from extractors.places import Place, offices, resolve, state
from extractors.places.regions import regions
from extractors.places.resolver import names_by_level
from extractors.records import Report
from tests.unit.extractors.drawn_places import draw, listed, outcome

# Any seed must do; others are tried by hand with thousands of names (drawn_places).
SEED = 20_08


def place(publisher: str | None, year: int | None = 2017, text: str = "", name: str = "", **evidence: str) -> Place:
    """`evidence`: what other names the document prints, by their source."""
    found = [Evidence("publisher", value, source, 0, 0) for source, value in evidence.items()]  # type: ignore[arg-type]
    return resolve(Report("annual_report", publisher=publisher, report_year=year), found, text, [name])


def code(publisher: str | None, year: int | None = 2017, text: str = "", name: str = "", **evidence: str) -> str | None:
    region = place(publisher, year, text, name, **evidence).region
    return region.code if region is not None else None


def test_a_hundred_drawn_names_resolve_rightly_or_not_at_all() -> None:
    written = draw(100, SEED)
    assert [one for one in written if outcome(one) == "wrong"] == []


def test_all_drawn_full_paths_resolve() -> None:
    assert [one for one in draw(100, SEED) if one.way == "full path" and outcome(one) != "right"] == []


@pytest.mark.parametrize(
    "publisher",
    [
        "平罗县崇岗镇人民政府",
        "石嘴山市平罗县崇岗镇人民政府",
        "宁夏平罗县崇岗镇",
        "宁夏回族自治区石嘴山市平罗县崇岗镇人民政府",
        "石嘴山平罗县崇岗镇政府",
        "平罗县 崇岗镇　人民政府",
    ],
)
def test_a_town_is_found_however_much_stands_above_it(publisher: str) -> None:
    assert code(publisher) == "640221105"


def test_a_town_is_never_taken_without_its_county_even_where_its_name_stands_once() -> None:
    names = [row["name_zh"] for row in listed() if row["region_level"] == "township"]
    once = next(name for name in sorted(names) if names.count(name) == 1)
    assert code(f"{once}人民政府") is None


def test_a_town_name_of_two_counties_stays_open_with_its_candidates() -> None:
    found = place("崇岗镇人民政府")
    assert found.issue is not None
    assert (found.region, found.issue.reason, found.issue.detail) == (
        None,
        "ambiguous_region",
        "崇岗镇人民政府：361002190、640221105",
    )


def test_of_many_candidates_ten_are_named() -> None:
    issue = place("城关镇人民政府").issue
    assert issue is not None
    assert issue.detail.count("、") == 9
    assert issue.detail.endswith("处")


@pytest.mark.parametrize(
    "evidence",
    [
        {"title": "平罗县崇岗镇2017年政府信息公开工作年度报告"},
        {"signature": "平罗县崇岗镇人民政府"},
        {"metadata_block": "平罗县人民政府办公室"},
        {"breadcrumb": "石嘴山市平罗县人民政府"},
        {"text": "2017年度报告\n本报告由平罗县崇岗镇人民政府编制。"},
        {"name": "宁夏/平罗县/崇岗镇2017.txt"},
    ],
    ids=lambda evidence: next(iter(evidence)),
)
def test_other_evidence_gives_a_town_its_county(evidence: dict[str, str]) -> None:
    assert code("崇岗镇人民政府", **evidence) == "640221105"


def test_more_trusted_evidence_goes_before() -> None:
    assert code("崇岗镇人民政府", title="平罗县崇岗镇2017年年度报告", name="抚州市临川区/崇岗镇.txt") == "640221105"


def test_evidence_that_contradicts_itself_decides_nothing() -> None:
    assert code("崇岗镇人民政府", text="平罗县崇岗镇人民政府 临川区崇岗镇人民政府") is None


def test_a_town_told_of_in_the_text_is_not_the_author() -> None:
    assert code("城关镇人民政府", text="学习平罗县城关镇的经验，做好公开工作。") is None


@pytest.mark.parametrize("publisher", ["朝阳区审计局", "鼓楼区人民政府", "西湖区人民政府", "城区人民政府", "市中区财政局", "河东区教育局"])
def test_a_county_name_of_several_cities_stays_open(publisher: str) -> None:
    found = place(publisher)
    assert found.issue is not None
    assert (found.region, found.issue.reason) == (None, "ambiguous_region")


@pytest.mark.parametrize(
    ("publisher", "region"),
    [
        ("北京市朝阳区审计局", "110105"),
        ("长春市朝阳区审计局", "220104"),
        ("南京市鼓楼区人民政府", "320106"),
        ("徐州鼓楼区人民政府", "320302"),
        ("上海市浦东新区人民政府", "310115"),
        ("重庆市开县人民政府", "500154"),
        ("仙桃市人民政府", "429004"),
        ("济源市财政局", "419001"),
        ("东莞市虎门镇人民政府", "441900121"),
        ("延边州审计局", "222400"),
        ("恩施州人民政府", "422800"),
        ("海南州财政局", "632500"),
        ("海南省财政厅", "460000"),
        ("吉林市审计局", "220200"),
        ("吉林省审计厅", "220000"),
        ("龙胜县人民政府", "450328"),
        ("融水县人民政府", "450225"),
        ("通化市财政局", "220500"),
        ("通化县财政局", "220521"),
        ("伊春市伊春区人民政府", "230702"),
        ("中共平罗县委办公室", "640221"),
        ("国家税务总局平罗县税务局", "640221"),
    ],
)
def test_names_that_hold_other_names(publisher: str, region: str) -> None:
    assert code(publisher) == region


def test_evidence_of_the_city_decides_between_counties_of_one_name() -> None:
    assert code("朝阳区审计局", metadata_block="长春市政务公开办公室") == "220104"


@pytest.mark.parametrize("publisher", [None, "我局", "审计局", "市辖区人民政府", "县人民政府", "某某县人民政府", "霁月县墨痕镇人民政府"])
def test_what_names_no_place_resolves_to_none(publisher: str | None) -> None:
    found = place(publisher)
    assert (found.region, found.outer, found.issue) == (None, None, None)


@pytest.mark.parametrize(
    ("publisher", "year", "region", "county"),
    [
        ("望城县人民政府", 2009, "430122", "望城县"),
        ("望城县人民政府", 2017, "430112", "望城区"),
        ("望城区人民政府", 2009, "430122", "望城县"),
        ("望城区人民政府", 2017, "430112", "望城区"),
        ("郫县发展和改革局", 2015, "510124", "郫县"),
        ("郫县发展和改革局", 2020, "510117", "郫都区"),
        ("襄樊市人民政府", 2009, "420600", None),
    ],
)
def test_an_old_name_gives_the_place_of_the_reports_year(publisher: str, year: int, region: str, county: str | None) -> None:
    found = place(publisher, year).region
    assert found is not None
    assert (found.code, names_by_level(found, year).get("county")) == (region, county)


def test_a_place_keeps_its_agency_over_a_new_code() -> None:
    assert place("望城县审计局", 2009).agency_region_code == place("望城区审计局", 2017).agency_region_code == "430112"


def test_a_place_that_merged_is_no_agency_of_the_other() -> None:
    assert place("北京市崇文区审计局", 2009).agency_region_code == "110103"


def test_a_place_whose_code_a_merger_gave_to_another_is_not_that_place() -> None:
    assert place("重庆市綦江县审计局", 2009).agency_region_code == "500110"
    assert place("重庆市万盛区审计局", 2009).agency_region_code is None
    assert code("重庆市万盛区审计局", 2009) == "500110"


@pytest.mark.parametrize(("year", "region"), [(2010, "341400"), (2011, "340181")])
def test_a_city_and_the_county_that_took_its_name_have_their_years(year: int, region: str) -> None:
    assert code("巢湖市人民政府", year) == region


def test_a_county_moved_to_another_city_lies_where_it_lay_in_the_year() -> None:
    found = [place("寿县人民政府", year).region for year in (2014, 2016)]
    assert [names_by_level(region, year)["prefecture"] for region, year in zip(found, (2014, 2016), strict=True)] == ["六安市", "淮南市"]


@pytest.mark.parametrize(
    "publisher", ["平罗县崇冈镇人民政府", "石嘴山市平箩县崇岗镇人民政府", "宁厦回族自治区石嘴山市平罗县崇岗镇人民政府"]
)
def test_a_slip_is_mended_where_one_name_alone_is_near(publisher: str) -> None:
    assert code(publisher) == "640221105"


@pytest.mark.parametrize("publisher", ["平罗县崇冈镇人民政府", "宁厦回族自治区石嘴山市平罗县崇岗镇人民政府"])
def test_a_mended_slip_is_told(publisher: str) -> None:
    issue = place(publisher).issue
    assert issue is not None
    detail = f"{publisher}：按名录读作宁夏回族自治区石嘴山市平罗县崇岗镇（640221105）"
    assert (issue.reason, issue.detail) == ("misspelt_region", detail)


@pytest.mark.parametrize(
    ("publisher", "year"),
    [
        ("平罗县崇冈镇人民政府", 2012),  # before the first list of towns: it may have stood
        ("平罗县崇冈镇人民政府", None),
        ("平罗县崇岗乡人民政府", 2017),  # a township of that name may have stood beside the town
        ("平罗县崇岗真人民政府", 2017),
        ("宁厦回族自治区石嘴山市平罗县崇冈镇人民政府", 2017),  # two slips
        ("平罗县崇岗人民政府", 2017),
        ("石嘴山市平罗审计局", 2017),
        ("平箩县崇岗镇人民政府", 2017),
        ("柳州市融县人民政府", 2017),  # two counties are as near
        ("南县部河坝镇人民政府", 2017),  # one county with a slip in its town, or another with a slip itself
        ("咸阳市功武县人民政府", 2017),  # one by a wrong character, one by two that changed places
        ("长沙市雨花区高桥街办道事处", 2017),
        ("银川市平罗县崇岗镇人民政府", 2017),  # the county lies in another city
        ("某省鹤壁市县人民政府", 2017),
    ],
)
def test_a_doubtful_name_stays_open(publisher: str, year: int | None) -> None:
    assert code(publisher, year) is None


def test_a_town_that_no_list_has_keeps_its_county_and_says_so() -> None:
    report = Report("annual_report", publisher="平罗县墨痕镇人民政府", report_year=2017)
    issues = state(report, [], "", "")
    assert [issue.reason for issue in issues] == ["unlisted_region"]
    assert (report.province, report.prefecture, report.county) == ("宁夏回族自治区", "石嘴山市", "平罗县")
    assert (report.township, report.region_code, report.agency_region_code, report.government_level) == (None, None, None, "township")


@pytest.mark.parametrize(
    ("publisher", "office", "level"),
    [
        ("平罗县崇岗镇人民政府", "人民政府", "township"),
        ("平罗县政府", "人民政府", "county"),
        ("平罗县县政府", "人民政府", "county"),
        ("平罗县政府办", "人民政府办公室", "county"),
        ("平罗县发改局", "发展和改革局", "county"),
        ("平罗县发展改革局", "发展和改革局", "county"),
        ("平罗县城市管理局", "城市管理局", "county"),
        ("石嘴山市住建局", "住房和城乡建设局", "prefecture"),
        ("长沙市雨花区高桥街道办事处", "街道办事处", "township"),
        ("长沙市雨花区人民政府高桥街道办事处", "街道办事处", "township"),
        ("长沙市雨花区高桥街道", "街道办事处", "township"),
        ("平罗县工业园区管委会", "工业园区管委会", None),
        ("银川市经济技术开发区管理委员会", "经济技术开发区管理委员会", None),
        ("平罗县人民医院", "人民医院", None),
    ],
)
def test_an_office_has_one_name_and_the_level_of_its_place(publisher: str, office: str, level: str | None) -> None:
    found = place(publisher)
    assert (found.office, found.level) == (office, level)


@pytest.mark.parametrize(
    "rest", ["城乡建设局", "城市管理局", "市场监督管理局", "乡村振兴局", "社区服务中心", "区域合作办公室", "县委办公室"]
)
def test_words_that_hold_a_unit_are_no_places(rest: str) -> None:
    assert offices.unlisted_place(rest) is None


def test_every_row_resolves_to_a_chain_up_to_its_province() -> None:
    """A list made anew must hold together: each parent is a row, and each chain ends with a province."""
    codes = {row["region_code"] for row in listed()}
    assert [row for row in listed() if row["parent_region_code"] not in codes and row["region_level"] != "province"] == []


def test_every_successor_is_a_row() -> None:
    codes = {row["region_code"] for row in listed()}
    assert [row for row in listed() if row["successor_code"] and row["successor_code"] not in codes] == []


def test_following_a_place_ends() -> None:
    known = regions()
    assert [region for region in known.counties if known.now(known.now(region)) != known.now(region)] == []


def test_another_list_is_another_fingerprint(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    before = fingerprint()
    other = tmp_path_factory.mktemp("list") / "regions.csv"
    other.write_bytes(REGIONS.read_bytes() + b"\n")
    monkeypatch.setattr("extractors.REGIONS", other)
    fingerprint.cache_clear()
    try:
        assert fingerprint() != before
    finally:
        monkeypatch.undo()
        fingerprint.cache_clear()


@pytest.mark.parametrize("publisher", ["北京市人民政府驻上海办事处", "上海市驻北京办事处", "江苏省人民政府驻南京办事处"])
def test_an_office_in_another_place_has_no_level(publisher: str) -> None:
    found = place(publisher)
    assert (found.level, found.issue) == (None, None)


def test_the_corps_of_xinjiang_is_not_the_region() -> None:
    assert code("新疆生产建设兵团第八师石河子市") == "659001"
    assert code("新疆生产建设兵团教育局") is None
