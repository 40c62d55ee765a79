"""Ages held against the year or day of birth that an account gives."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.model import Article, ArticleSet, Finding
from checker.pipeline import check_set

BORN = "The painter Ingrid Solheim, who was born on 14 June 1950, opened her show in Bergen on Friday. "


def found(text: str, year: int = 2024) -> list[Finding]:
    article = Article("a", BORN + text, published=datetime(year, 5, 20))
    return [f for f in check_set(ArticleSet("set", (article,))).findings if f.rule == "general.birth"]


def test_an_age_that_does_not_fit_is_found() -> None:
    (finding,) = found("Solheim, 67, said it was her last.")
    assert "which makes 73" in finding.message
    assert [e.text for e in finding.evidence] == ["67", "14 June 1950"]


@pytest.mark.parametrize(
    "text",
    [
        "Solheim, 73, said it was her last.",
        "Solheim, 74, said it was her last.",  # a birthday is near
        "Solheim was 30 when she first showed there.",
        "Her daughter Astrid Solheim, 41, painted the doors.",
    ],
)
def test_quiet(text: str) -> None:
    assert not found(text)
