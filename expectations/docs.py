"""Data Docs: what the gate said, as pages that open from a disk without a network.

Lives here: a page a judged load, the index, what is kept of them. The tables come from Great Expectations' own renderers; its page frame,
which loads styles, scripts and fonts from the web, is replaced by templates/ and static/.
Elsewhere: the verdict (gate.py). Nothing that a document says may come here: results hold counts only, places hold hashes and line numbers.

    quality/index.html
    quality/static/
    quality/loads/<delivery>/<load_id>.html   a page
    quality/loads/<delivery>/<load_id>.json   the verdict in short; the index is made of these

Each file is written under a temporary name and renamed, the index last: after a crash the older index and its pages still stand.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from expectations import reference
from expectations.evaluation import exception_of
from expectations.gate import SuiteResult, Verdict

PACKAGE = Path(__file__).parent
TEMPORARY = ".tmp-"
# The pages travel with every publish: enough of them to see how a delivery was mended, not its whole history.
KEPT_PER_DELIVERY = 3
KEPT_IN_ALL = 200


@dataclass(frozen=True, slots=True)
class _Judged:
    """One page that stands. `sequence` counts judgements and orders them; no clock does."""

    sequence: int
    path: Path
    summary: dict[str, Any]


class DataDocs:
    """The Data Docs folder of a home. `add` writes a load's page; `flush` (or leaving the `with` block) the index, once for many loads."""

    def __init__(self, root: Path, *, kept_per_delivery: int = KEPT_PER_DELIVERY, kept_in_all: int = KEPT_IN_ALL) -> None:
        self.root = root
        self.kept_per_delivery = kept_per_delivery
        self.kept_in_all = kept_in_all
        self._next_sequence: int | None = None
        self._view: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        # Pages of loads that were judged before an error stand; they are listed as well.
        self.flush()

    def add(self, verdict: Verdict) -> Path:
        """Write the page of a judged load; judged again, its page is replaced."""
        if self._next_sequence is None:
            self._next_sequence = max((judged.sequence for judged in self._judged()), default=0) + 1
        page = self.root / "loads" / verdict.delivery / f"{verdict.load_id}.html"
        tables = {suite.name: self._table(suite) for suite in verdict.suites}
        _write(page, self._render("load.html", verdict=verdict, tables=tables))
        summary = {
            "sequence": self._next_sequence,
            "delivery": verdict.delivery,
            "load_id": verdict.load_id,
            "accepted": verdict.accepted,
            "reason": verdict.reason,
            "rows": {suite.name: suite.rows for suite in verdict.suites},
            "failed_rules": [failure.rule_id for suite in verdict.suites for failure in suite.failures],
        }
        _write(page.with_suffix(".json"), json.dumps(summary, ensure_ascii=False, indent=1) + "\n")
        self._next_sequence += 1
        return page

    def flush(self) -> None:
        """Bring the index up to date and remove the pages beyond what is kept."""
        self._copy_static()
        kept, removed = self._sorted_out()
        loads = [
            judged.summary | {"href": quote(f"loads/{judged.summary['delivery']}/{judged.summary['load_id']}.html")}
            for judged in sorted(kept, key=lambda judged: (judged.summary["delivery"], -judged.sequence))
        ]
        newest = {load["delivery"]: load for load in reversed(loads)}
        held = [load for load in reversed(newest.values()) if not load["accepted"]]
        _write(self.root / "index.html", self._render("index.html", loads=loads, held=held, deliveries=len(newest)))
        for judged in removed:
            judged.path.unlink()
        # What a crash left behind: half-written files, and pages whose verdict in short was never written.
        listed = {judged.path.with_suffix(".html") for judged in kept}
        for leftover in [*self.root.rglob(f"{TEMPORARY}*"), *(page for page in self.root.glob("loads/*/*.html") if page not in listed)]:
            leftover.unlink(missing_ok=True)

    def _judged(self) -> Iterator[_Judged]:
        for path in sorted(self.root.glob("loads/*/*.json")):
            summary = json.loads(path.read_text(encoding="utf-8"))
            yield _Judged(summary["sequence"], path, summary)

    def _sorted_out(self) -> tuple[list[_Judged], list[_Judged]]:
        """What to keep and what to remove: newest first, so many of each delivery, so many in all. A delivery that is held keeps its
        newest page whatever the number: someone is to look at it."""
        kept: list[_Judged] = []
        removed: list[_Judged] = []
        of_delivery: dict[str, int] = {}
        for judged in sorted(self._judged(), key=lambda judged: -judged.sequence):
            delivery = judged.summary["delivery"]
            of_delivery[delivery] = of_delivery.get(delivery, 0) + 1
            is_held = of_delivery[delivery] == 1 and not judged.summary["accepted"]
            is_kept = is_held or (of_delivery[delivery] <= self.kept_per_delivery and len(kept) < self.kept_in_all)
            (kept if is_kept else removed).append(judged)
        return kept, removed

    def _render(self, template: str, **values: Any) -> str:
        text: str = self._pages().env.get_template(template).render(**values)
        return text

    def _pages(self) -> Any:
        """Great Expectations' view, which also knows the templates of this package."""
        if self._view is None:
            from great_expectations.render.view import DefaultJinjaComponentView

            self._view = DefaultJinjaComponentView(custom_views_directory=str(PACKAGE / "templates"))
        return self._view

    def _table(self, suite: SuiteResult) -> str:
        """Great Expectations' table of validation results, what failed first, saying in Chinese what it says in English."""
        from great_expectations.render.renderer.content_block import ValidationResultsTableContentBlockRenderer

        results = sorted(suite.validation.items(), key=lambda item: bool(item[1].success))
        block = ValidationResultsTableContentBlockRenderer.render([result for _, result in results]).to_json_dict()
        statements = reference.rules()
        block["header_row"] = ["结果", "规则", "观测"]
        block["header_row_options"] = {}
        block["table"] = [
            [
                cells[0],
                _text("$statement<span class='rule-id'>$rule_id</span>", statement=statements[rule_id].statement, rule_id=rule_id),
                _observed(result),
            ]
            for cells, (rule_id, result) in zip(block["table"], results, strict=True)
        ]
        html: str = self._pages().render({"content_block": block})
        # Half of what the view returns is indentation.
        return "\n".join(line.strip() for line in html.splitlines() if line.strip())

    def _copy_static(self) -> None:
        for source in sorted(path for path in (PACKAGE / "static").rglob("*") if path.is_file()):
            target = self.root / "static" / source.relative_to(PACKAGE / "static")
            content = source.read_bytes()
            if not target.is_file() or target.read_bytes() != content:
                _write(target, content)


def _observed(result: Any) -> dict[str, Any]:
    counts = result.result
    if message := exception_of(result):
        return _text("无法检查：$message", "text-danger", message=message)
    rows, unexpected, missing = counts["element_count"], counts["unexpected_count"], counts.get("missing_count", 0)
    if unexpected:
        share = 100 * unexpected / rows
        return _text(
            "$rows 行中 $unexpected 行不符（$share%）", "text-danger", rows=str(rows), unexpected=str(unexpected), share=f"{share:.3g}"
        )
    return _text("$rows 行，空 $missing 行" if missing else "$rows 行", "text-muted", rows=str(rows), missing=str(missing))


def _text(template: str, css_class: str = "", **params: str) -> dict[str, Any]:
    """A cell for Great Expectations' view, which escapes the params."""
    styling = {"classes": [css_class]} if css_class else {}
    return {"content_block_type": "string_template", "string_template": {"template": template, "params": params, "styling": styling}}


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{TEMPORARY}{path.name}")
    temporary.write_bytes(content.encode() if isinstance(content, str) else content)
    temporary.replace(path)
