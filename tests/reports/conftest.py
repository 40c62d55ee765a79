"""Reports of the cases, made once; a browser where there is one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.model import Article, ArticleSet, Report
from checker.pipeline import check_set
from checker.reading import read_sets

ROOT = Path(__file__).parent.parent.parent
CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium; the test is skipped where there is none."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=found, args=CHROMIUM_ARGS)
        yield browser
        browser.close()
