"""A draft's words beside one or several sources: the outcome and the worst severity on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.model import Article, ArticleSet, Role, Severity, Span, Support
from checker.pipeline import check_set
from checker.reports.report import Report

PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8"))
PUBLISHED = datetime(2024, 3, 6, 12, tzinfo=UTC)


def pairs() -> Iterator[Any]:
    for name, items in PAIRS.items():
        for item in items:
            mark = pytest.mark.xfail(reason=item["todo"], strict=True) if "todo" in item else ()
            yield pytest.param(item, id=f"{name}: {item['words']}", marks=mark)


def report(item: dict[str, Any]) -> Report:
    texts = [item["source"]] if isinstance(item["source"], str) else item["source"]
    sources = [Article(f"s{n}", text, f"Source {n}", published=PUBLISHED) for n, text in enumerate(texts)]
    draft = Article("draft", item["draft"], "Draft", Role.DRAFT, published=PUBLISHED)
    return check_set(ArticleSet("pair", (*sources, draft)))


def listed(wanted: str | list[str]) -> list[str]:
    return [wanted] if isinstance(wanted, str) else wanted


@pytest.mark.parametrize("item", list(pairs()))
def test_pair(item: dict[str, Any]) -> None:
    found = report(item)
    at = item["draft"].index(item["words"])
    words = Span(at, at + len(item["words"]))
    on_words = [
        f
        for f in found.findings
        if any(e.article.id == "draft" and e.span.overlaps(words) for e in f.evidence)
    ]
    worst = min((f.severity for f in on_words), key=lambda s: s.rank, default=None)
    assert (worst.value if worst else "none") in listed(item["worst"]), [f.message for f in found.findings]
    if "wanted" in item:
        held = [i for i in found.draft if i.evidence.span.overlaps(words)]
        assert held
        assert held[0].support.name.lower() in listed(item["wanted"]), held
        assert all(i.sources for i in held if i.support is Support.BACKED)
    if "below" in item:
        assert all(f.severity.rank > Severity(item["below"]).rank for f in found.findings)
