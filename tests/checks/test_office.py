"""Who holds which office: one person in two offices, or in that of two countries."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.actors import find_actors
from checker.language import parse
from checker.model import Article, ArticleSet, Finding, Role, Severity
from checker.pipeline import check_set

FINANCE = "Finance Minister Anna Keller opened the bridge on Tuesday with a short speech."
INTERIOR = "The interior minister, Anna Keller, opened the bridge on Tuesday."


def found(*articles: Article) -> list[Finding]:
    return [f for f in check_set(ArticleSet("set", articles)).findings if f.rule == "general.office"]


def test_offices_stand_at_their_names() -> None:
    article = Article("a", "Former French Foreign Minister Jean Roy met Anna Keller, the finance minister.")
    offices = {o.name: o for actor in find_actors([article], parse([article.text])) for o in actor.offices}
    assert article.words(offices["finance minister"].span) == "Anna Keller"
    assert (offices["foreign minister"].of, offices["foreign minister"].past) == ("FR", True)


def test_a_draft_with_another_office_is_an_error() -> None:
    (finding,) = found(Article("wire", FINANCE), Article("draft", INTERIOR, role=Role.DRAFT))
    assert finding.severity is Severity.ERROR
    assert [e.value for e in finding.evidence] == ["interior minister", "finance minister"]


def test_a_draft_that_follows_a_source_is_left_alone() -> None:
    articles = (
        Article("wire", FINANCE),
        Article("paper", INTERIOR),
        Article("draft", INTERIOR, role=Role.DRAFT),
    )
    assert [f.severity for f in found(*articles)] == [Severity.WARNING]


@pytest.mark.parametrize("other", ["Anna Keller, who is finance and interior minister, came.", FINANCE])
def test_quiet(other: str) -> None:
    assert not found(Article("wire", FINANCE), Article("draft", other, role=Role.DRAFT))


def test_accounts_a_year_apart_may_tell_of_two_offices() -> None:
    one = Article("wire", FINANCE, published=datetime(2023, 5, 2))
    assert not found(one, Article("paper", INTERIOR, published=datetime(2024, 5, 2)))
