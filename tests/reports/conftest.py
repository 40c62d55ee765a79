"""Reports of the cases, made once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from checker.model import Article, ArticleSet
from checker.pipeline import check_set
from checker.reading import read_sets
from checker.reports.report import Report

ROOT = Path(__file__).parent.parent.parent


@cache
def _report(path: str) -> Report:
    (articles,) = read_sets([Path(path)])
    return check_set(articles)


@pytest.fixture
def report_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Report]:
    """The report of a case by its folder's name, with paths as a person at the project's root has them."""
    monkeypatch.chdir(ROOT)
    return lambda name: _report(f"cases/{name}")


EVIL = "<img src=x onerror=\"document.title='owned'\"></script><script>document.title='owned'</script>"


@pytest.fixture(scope="session")
def hostile() -> Report:
    """A set whose every text tries to be mark-up, a formula or a workflow command."""
    articles = [
        Article(
            id=f"{name}-{EVIL}",
            text=f"The flood in Lisbon killed {toll} people on Monday, police said. {EVIL} [a](b)\n::error::",
            publisher=f"=1+1|{name} <b>%0A::error::,",
            title=EVIL,
            published=datetime(2024, 5, 1, 10, tzinfo=UTC),
            path=f"a%0A::error file=b::/{name},x.md",
        )
        for name, toll in (("one", "40"), ("two", "52"))
    ]
    report = check_set(ArticleSet(f"set {EVIL}", tuple(articles)))
    assert report.findings
    assert any(fact.disagrees for fact in report.facts)
    return report
