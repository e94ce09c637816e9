"""Personal data planted in an inbox: no published byte holds it, nor does anything that the command shows.

Lives here: what is planted, and every file that a whole run publishes (marts, Parquet, manifest, quality pages), what `query` and
`explain` print, the rows of every mart read from both formats. Elsewhere: which shapes are personal (tests/unit). All persons and numbers
are invented.
"""

import gzip
import shutil
from pathlib import Path

import duckdb
import pytest

from tests.running import ask, gongkai
from tests.unit.test_masking_leaks import PERSONAL, REPORT

pytestmark = pytest.mark.pipeline

SECRETS = [*PERSONAL, "云 归"]
# A second report, which can be read but breaks rules: its findings, issues and quality pages must not tell names either.
BROKEN = (
    REPORT.replace("2016年政府信息公开工作年度报告", "2014年政府信息公开工作年度报告")
    .replace("(2016 年度)", "(2014 年度)")
    .replace("主动公开规范性文件数 | 条 | 2", "主动公开规范性文件数 | 条 | 9")
    .replace("制发规范性文件总数 | 件 | 2", "制发规范性文件总数 | 件 | 电话13000000001")
)
# A notice gives no figures, but its title and its reason are published.
NOTICE = (
    "关于做好信息公开工作的通知\n\n各单位：\n\n请于1月5日前将材料报送夏满星（13000000001），邮箱 xmx_01@example.com。\n\n联系人：夏满星\n"
)


FILES = {"report.txt": REPORT.encode(), "broken.txt": BROKEN.encode("gb18030"), "notice.txt": NOTICE.encode()}


def plant(inbox: Path) -> None:
    """Put the delivery into an inbox."""
    (inbox / "named").mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (inbox / "named" / name).write_bytes(content)


@pytest.fixture(scope="module")
def home(planted: Path) -> Path:
    return planted


def spellings(secret: str) -> list[bytes]:
    """A secret as any file of this project would hold it."""
    ascii_escapes = secret.encode("unicode_escape")
    entities = "".join(f"&#{ord(character)};" for character in secret).encode()
    return list({secret.encode(), secret.encode("gb18030"), secret.encode("utf-16-le"), ascii_escapes, entities} - {b""})


def test_the_run_published_what_the_reports_say(home: Path) -> None:
    """Else the other tests would look at nothing."""
    counts = {
        table: ask(home, f"select count(*) from marts.{table} where source_file in {tuple(FILES)}")[0][0]
        for table in ("fct_observation", "fct_ledger_entry", "fct_task", "fct_citation", "fct_finding", "fct_document_issue")
    }
    assert [table for table, count in counts.items() if count == 0] == []


def test_no_published_byte_holds_personal_data(home: Path) -> None:
    leaks = []
    for path in sorted(file for file in (home / "published").resolve().rglob("*") if file.is_file()):
        content = path.read_bytes()
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
        leaks += [f"{path.name}: {secret}" for secret in SECRETS for printed in spellings(secret) if printed in content]
    assert leaks == []


def test_no_row_of_a_mart_holds_personal_data(home: Path) -> None:
    """Pages of a database are compressed: what no byte shows, a row may."""
    published = (home / "published").resolve()
    leaks = []
    with duckdb.connect(str(published / "marts.duckdb"), read_only=True) as connection:
        names = [row[0] for row in connection.execute("select table_name from duckdb_tables() order by 1").fetchall()]
        assert "fct_observation" in names
        for name in names:
            for source in (name, f"read_parquet('{published}/parquet/{name}/*.parquet')"):
                text = "\n".join(str(value) for row in connection.execute(f"select * from {source}").fetchall() for value in row)
                leaks += [f"{source}: {secret}" for secret in SECRETS if secret in text]
    assert leaks == []


def test_no_quality_page_holds_personal_data(home: Path) -> None:
    pages = [path for path in (home / "quality").rglob("*") if path.is_file()]
    assert pages
    assert [f"{path.name}: {secret}" for path in pages for secret in SECRETS if secret.encode() in path.read_bytes()] == []


def test_queries_show_no_personal_data(home: Path) -> None:
    for table in ("fct_observation", "fct_ledger_entry", "fct_quantity", "fct_task", "fct_citation", "fct_document_issue", "dim_report"):
        result = gongkai("query", f"select * from {table}", "--csv", "--home", home)
        assert result.code == 0, result.err
        assert [secret for secret in SECRETS if secret in result.out] == []


def test_an_explanation_shows_the_surroundings_covered(home: Path) -> None:
    """The last row of the form stands above the signature; the row above it names a person."""
    (identifier,) = ask(
        home, "select observation_id from marts.fct_observation where source_file = 'report.txt' order by char_start desc limit 1"
    )[0]
    result = gongkai("explain", identifier, "--home", home)
    assert result.code == 0, result.err
    assert "█" in result.out
    assert [secret for secret in SECRETS if secret in result.out] == []


def test_the_roster_is_kept_in_the_home_and_nowhere_else(home: Path, tmp_path: Path) -> None:
    assert not any("contact" in path.name for path in (home / "published").resolve().rglob("*"))
    copy = shutil.copy(home / "warehouse.duckdb", tmp_path / "copy.duckdb")
    with duckdb.connect(str(copy), read_only=True) as connection:
        kept = connection.execute("select distinct name from staging.contacts where role = '组长'").fetchall()
        marts = connection.execute("select table_name from duckdb_tables() where schema_name = 'marts'").fetchall()
    assert kept == [("金不换",)]
    assert [name for (name,) in marts if "contact" in name] == []
