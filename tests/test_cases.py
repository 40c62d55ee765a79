"""The cases: each is whole in itself, and a run over it gives exactly what it expects."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from checker import pipeline
from checker.model import Article, ArticleSet, Finding, Form, Role, Severity, Span, Verdict
from checker.quotations.wordings import quotations
from checker.reading import read_sets
from checker.reports.report import Report
from checker.rules.rulesets import load_ruleset
from checker.yaml_files import marked_yaml

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
    todo: str | None = Field(None, description="why it is not found yet")


class Silence(BaseModel):
    model_config = ConfigDict(extra="forbid")

    why: str
    between: tuple[Words, Words]
    todo: str | None = Field(None, description="why it is not kept yet")
    unread: str | None = Field(None, description="why one side is not read yet")


class Expected(BaseModel):
    model_config = ConfigDict(extra="forbid")

    findings: tuple[ExpectedFinding, ...] = Field(min_length=1)
    silences: tuple[Silence, ...] = Field(min_length=1)
    todo: str | None = Field(None, description="why other things are found, too")

    def words(self) -> list[Words]:
        sides = [words for finding in self.findings for side in finding.between for words in side]
        return sides + [words for silence in self.silences for words in silence.between]


@cache
def expected_of(case: Path) -> Expected:
    return marked_yaml.validate(Expected, marked_yaml.read(case / "expected.yaml"))


@cache
def set_of(case: Path) -> ArticleSet:
    (articles,) = read_sets([case])
    return articles


@cache
def report_of(case: Path) -> Report:
    articles = set_of(case)
    return pipeline.check_set(articles, load_ruleset().active(articles))


@cache
def read_spans(case: Path) -> dict[str, list[Span]]:
    """Where something was read in each article: values, names, speakers, cues, quotations, propositions."""
    articles = set_of(case)
    read = pipeline.read_set(articles, load_ruleset().active(articles))
    spans: dict[str, list[Span]] = {}
    for item in read.articles:
        speakers = [s.speaker.span for s in item.statements if s.speaker and s.speaker.span]
        cues = [s.cue for s in item.statements if s.cue]
        spans[item.article.id] = [value.span for value in item.values] + speakers + cues
        quoted = [part for s in item.statements if s.form is Form.DIRECT for part in s.content]
        quoted += [span for _, span in quotations(item)]
        spans[item.article.id] += quoted + [
            p.span for p in item.propositions if p.pos == "v" and (p.doers or p.patients)
        ]
    for actor in read.actors:
        for mention in actor.mentions:
            spans[mention.article].append(mention.span)
    return spans


def span_of(articles: ArticleSet, words: Words) -> tuple[Article, Span]:
    article = next(article for article in articles.articles if article.id == words.article)
    start = article.text.index(words.words)
    return article, Span(start, start + len(words.words))


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


def each_case(*marked: str) -> Any:
    """Over all cases; a case whose expectations say so under `todo` is an expected failure."""
    return pytest.mark.parametrize(
        "case",
        [
            pytest.param(case, id=case.name, marks=_known(expected_of(case).todo) if marked else ())
            for case in CASES
        ],
    )


def each(kind: str, known: str = "todo") -> Any:
    """Over all expected findings, or all silences, of all cases; `known` names the key of a known miss."""
    return pytest.mark.parametrize(
        ("case", "one"),
        [
            pytest.param(case, one, id=f"{case.name}-{number}", marks=_known(getattr(one, known)))
            for case in CASES
            for number, one in enumerate(getattr(expected_of(case), kind), 1)
        ],
    )


def _known(reason: str | None) -> Any:
    return pytest.mark.xfail(reason=reason, strict=True) if reason else ()


@each_case()
def test_expected_words_stand_once_in_their_article(case: Path) -> None:
    texts = {article.id: article.text for article in set_of(case).articles}
    wrong = [w for w in expected_of(case).words() if texts.get(w.article, "").count(w.words) != 1]
    assert wrong == []


@each_case()
def test_set_is_whole(case: Path) -> None:
    articles = set_of(case)
    assert articles.id == case.name
    assert articles.tags
    sources = [article for article in articles.articles if article.role is Role.SOURCE]
    assert len(sources) >= 3 or len(articles.articles) == 1  # one, with several speakers
    for article in articles.articles:
        assert article.publisher, article.id
        assert article.title, article.id
        assert article.published is not None, article.id
        assert 120 <= len(article.text.split()) <= 300, article.id
    on_disk = {path.name for path in case.glob("*.md")}
    assert {Path(article.path or "").name for article in articles.articles} == on_disk


@each_case()
def test_silences_are_as_many_as_findings(case: Path) -> None:
    expected = expected_of(case)
    assert len(expected.silences) >= len(expected.findings)


@each("findings")
def test_run_finds(case: Path, one: ExpectedFinding) -> None:
    articles = set_of(case)
    mine = [finding for finding in report_of(case).findings if belongs(articles, finding, one)]
    found = [told(finding) for finding in mine]
    for side in one.between:
        assert any(touched(articles, finding, words) for finding in mine for words in side), (side, found)
    assert min((finding.severity for finding in mine), key=lambda s: s.rank) is one.severity, found


@each_case("todo")
def test_run_finds_nothing_else(case: Path) -> None:
    articles, wanted = set_of(case), expected_of(case).findings
    report = report_of(case)
    extra = [told(f) for f in report.findings if not any(belongs(articles, f, one) for one in wanted)]
    assert extra == []


@each("silences")
def test_run_is_silent(case: Path, one: Silence) -> None:
    articles, wanted = set_of(case), expected_of(case).findings
    broken = [
        told(finding)
        for finding in report_of(case).findings
        if all(touched(articles, finding, words) for words in one.between)
        and not any(belongs(articles, finding, expected) for expected in wanted)
    ]
    assert broken == []


@each("silences", known="unread")
def test_silence_is_earned(case: Path, one: Silence) -> None:
    for words in one.between:
        article, span = span_of(set_of(case), words)
        assert any(span.overlaps(other) for other in read_spans(case)[article.id]), words
