"""The cases: each is whole in itself, and a run over it gives exactly what it expects."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from checker import marked_yaml
from checker.model import Article, ArticleSet, Role, Severity, Span, Verdict
from checker.reading import read_sets

CASES = sorted(path.parent for path in (Path(__file__).parent.parent / "cases").glob("*/expected.yaml"))


class Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    article: str
    words: str


Side = Annotated[
    tuple[Words, ...], BeforeValidator(lambda given: [given] if isinstance(given, dict) else given)
]


class ExpectedFinding(BaseModel):
    model_config = ConfigDict(extra="forbid")

    about: str
    severity: Severity
    verdict: Verdict
    between: tuple[Side, ...] = Field(min_length=2)


class Silence(BaseModel):
    model_config = ConfigDict(extra="forbid")

    why: str
    between: tuple[Words, Words]


class Expected(BaseModel):
    model_config = ConfigDict(extra="forbid")

    findings: tuple[ExpectedFinding, ...] = Field(min_length=1)
    silences: tuple[Silence, ...] = Field(min_length=1)

    def words(self) -> list[Words]:
        sides = [words for finding in self.findings for side in finding.between for words in side]
        return sides + [words for silence in self.silences for words in silence.between]


def expected_of(case: Path) -> Expected:
    return marked_yaml.validate(Expected, marked_yaml.read(case / "expected.yaml"))


def set_of(case: Path) -> ArticleSet:
    (articles,) = read_sets([case])
    return articles


def span_of(articles: ArticleSet, words: Words) -> tuple[Article, Span]:
    article = next(article for article in articles.articles if article.id == words.article)
    start = article.text.index(words.words)
    return article, Span(start, start + len(words.words))


pytestmark = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


def test_expected_words_stand_once_in_their_article(case: Path) -> None:
    texts = {article.id: article.text for article in set_of(case).articles}
    wrong = [w for w in expected_of(case).words() if texts.get(w.article, "").count(w.words) != 1]
    assert wrong == []


def test_set_is_whole(case: Path) -> None:
    articles = set_of(case)
    assert articles.id == case.name
    assert articles.tags
    assert len([article for article in articles.articles if article.role is Role.SOURCE]) >= 3
    for article in articles.articles:
        assert article.publisher, article.id
        assert article.title, article.id
        assert article.published is not None, article.id
        assert 120 <= len(article.text.split()) <= 300, article.id
    on_disk = {path.name for path in case.glob("*.md")}
    assert {Path(article.path or "").name for article in articles.articles} == on_disk


def test_silences_are_as_many_as_findings(case: Path) -> None:
    expected = expected_of(case)
    assert len(expected.silences) >= len(expected.findings)
