"""The cases: each is whole in itself, and a run over it gives exactly what it expects."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from checker import marked_yaml, pipeline
from checker.model import Article, ArticleSet, Finding, Report, Role, Severity, Span, Verdict
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


def touched(articles: ArticleSet, finding: Finding, words: Words) -> bool:
    """Whether a piece of the finding's evidence overlaps the words."""
    article, span = span_of(articles, words)
    return any(e.article.id == article.id and e.span.overlaps(span) for e in finding.evidence)


def belongs(articles: ArticleSet, finding: Finding, expected: ExpectedFinding) -> bool:
    """Whether all that the finding shows is expected, from two sides at least, under that verdict."""
    listed = [span_of(articles, words) for side in expected.between for words in side]
    all_listed = all(
        any(e.article.id == article.id and e.span.overlaps(span) for article, span in listed)
        for e in finding.evidence
    )
    sides = sum(any(touched(articles, finding, words) for words in side) for side in expected.between)
    return all_listed and sides >= 2 and finding.verdict is expected.verdict


def told(finding: Finding) -> str:
    sides = " | ".join(f"{e.article.id}:{e.line} {e.text!r}" for e in finding.evidence)
    return f"{finding.severity} {finding.rule} ({finding.verdict}): {sides}"


@pytest.fixture
def articles(case: Path) -> ArticleSet:
    return set_of(case)


@pytest.fixture
def report(articles: ArticleSet) -> Report:
    if not hasattr(pipeline, "check_set"):
        pytest.skip("there is nothing yet that checks a set")
    checked: Report = pipeline.check_set(articles)
    return checked


def test_run_finds_what_is_expected(case: Path, articles: ArticleSet, report: Report) -> None:
    missed = []
    for expected in expected_of(case).findings:
        mine = [finding for finding in report.findings if belongs(articles, finding, expected)]
        sides = [
            any(touched(articles, finding, words) for finding in mine for words in side)
            for side in expected.between
        ]
        worst = min((finding.severity for finding in mine), key=lambda severity: severity.rank, default=None)
        if not all(sides) or worst is not expected.severity:
            missed.append(f"{expected.about}: wanted {expected.severity}, found {[told(f) for f in mine]}")
    assert missed == []


def test_run_finds_nothing_else(case: Path, articles: ArticleSet, report: Report) -> None:
    wanted = expected_of(case).findings
    extra = [told(f) for f in report.findings if not any(belongs(articles, f, one) for one in wanted)]
    assert extra == []


def test_run_is_silent_where_it_should_be(case: Path, articles: ArticleSet, report: Report) -> None:
    broken = [
        f"{silence.why}: {told(finding)}"
        for silence in expected_of(case).silences
        for finding in report.findings
        if against(articles, finding, silence.between)
        and not any(belongs(articles, finding, one) for one in expected_of(case).findings)
    ]
    assert broken == []


def against(articles: ArticleSet, finding: Finding, pair: tuple[Words, Words]) -> bool:
    return all(touched(articles, finding, words) for words in pair)


def test_both_sides_of_a_silence_were_read(case: Path, articles: ArticleSet, report: Report) -> None:
    read = pipeline.read_set(articles)
    spans: dict[str, list[Span]] = {article.id: [] for article in articles.articles}
    for reading in read.articles:
        own = spans[reading.article.id]
        own += [value.span for value in reading.values]
        own += [s.cue for s in reading.statements if s.cue] + [
            s.speaker.span for s in reading.statements if s.speaker and s.speaker.span
        ]
    for actor in read.actors:
        for mention in actor.mentions:
            spans[mention.article].append(mention.span)
    unread = []
    for silence in expected_of(case).silences:
        for words in silence.between:
            article, span = span_of(articles, words)
            if not any(span.overlaps(other) for other in spans[article.id]):
                unread.append(f"{silence.why}: {words.article} {words.words!r}")
    assert unread == []
