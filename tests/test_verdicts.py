"""One place makes findings: how bad a problem is, how it is told, in which order and under which name."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import checker
from checker.model import Article, Evidence, Relation, Role, Severity, Span, Verdict
from checker.rules.rule import Compare, Rule
from checker.verdicts import Problem, Weight, finding, severity

RULE = Rule.model_construct(
    id="general.test",
    title="t",
    why="w",
    severity={"draft-source": Severity.ERROR, "source-source": Severity.WARNING},
)
DRAFT = Article("d", "Twelve people died.", "Us", Role.DRAFT)
DAILY = Article("a", "Nineteen people died.", "Daily")
HERALD = Article("b", "Fifteen people died.", "Herald")


def problem(*articles: Article, **changed: object) -> Problem:
    evidence = tuple(Evidence(a, Span(0, 8), Span(0, 19), side=side) for side, a in enumerate(articles))
    words = tuple(f"says {a.id}" for a in articles)
    return replace(Problem(Verdict.CONTRADICTION, words, evidence, "deaths"), **changed)  # type: ignore[arg-type]


def how_bad(given: Problem, rule: Rule = RULE) -> Severity | None:
    found = finding(given, rule)
    return found and found.severity


def test_the_roles_of_the_evidence_tell_the_route() -> None:
    assert how_bad(problem(DAILY, HERALD)) is Severity.WARNING
    assert how_bad(problem(DAILY, DRAFT)) is Severity.ERROR
    assert how_bad(problem(DRAFT)) is Severity.ERROR


def test_the_draft_comes_first_with_what_it_says() -> None:
    found = finding(problem(DAILY, DRAFT), RULE)
    assert found is not None
    assert [(e.article.id, e.side) for e in found.evidence] == [("d", 0), ("a", 1)]
    assert found.message == "Us: says d — Daily: says a"


def test_the_order_of_the_sides_is_no_part_of_the_name() -> None:
    one, other = (finding(problem(*pair), RULE) for pair in ((DAILY, DRAFT), (DRAFT, DAILY)))
    assert one is not None
    assert other is not None
    assert one.fingerprint == other.fingerprint


@pytest.mark.parametrize(
    ("weight", "drafted", "between"),
    [
        (Weight.SURE, Severity.ERROR, Severity.WARNING),
        (Weight.LIKELY, Severity.WARNING, Severity.WARNING),
        (Weight.MINOR, Severity.NOTE, Severity.NOTE),
    ],
)
def test_a_weight_is_the_most_that_a_problem_is(weight: Weight, drafted: Severity, between: Severity) -> None:
    assert how_bad(problem(DRAFT, DAILY, weight=weight)) is drafted
    assert how_bad(problem(HERALD, DAILY, weight=weight)) is between


def test_what_writers_know_is_a_note_but_for_a_desk_that_has_it_as_an_error() -> None:
    known = problem(DRAFT, DAILY, weight=Weight.BACKGROUND)
    assert how_bad(known, RULE.model_copy(update={"severity": Severity.WARNING})) is Severity.NOTE
    assert how_bad(known) is Severity.ERROR


def test_a_draft_that_follows_one_of_its_sources_is_a_warning() -> None:
    assert how_bad(problem(DRAFT, DAILY, backed=True)) is Severity.WARNING
    worse = RULE.model_copy(update={"severity": Severity.ERROR})
    assert how_bad(problem(HERALD, DAILY, backed=True), worse) is Severity.ERROR


def test_what_each_rightly_gives_to_its_speaker_is_a_note() -> None:
    assert severity(RULE, Relation.DISJOINT, "source-source", Verdict.DISPUTED) is Severity.NOTE
    assert severity(RULE, Relation.DISJOINT, "draft-source", Verdict.DISPUTED) is Severity.ERROR


def test_what_a_rule_does_not_ask_for_is_no_finding() -> None:
    drafts_only = RULE.model_copy(update={"compare": Compare(between=("draft-source",))})
    assert how_bad(problem(HERALD, DAILY), drafts_only) is None
    assert how_bad(problem(DRAFT, DAILY), drafts_only) is Severity.ERROR


def test_findings_and_their_names_are_made_in_no_other_place() -> None:
    root = Path(checker.__file__).parent
    makers = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("Finding", "fingerprint")
    }
    assert makers == {"verdicts/reporter.py"}
