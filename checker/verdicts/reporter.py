"""The one place that makes findings, and the one policy of how bad each is.

What a draft says alone is as bad as the rule says; where it follows one of its disagreeing sources it is a
warning at most. What two speakers of two sources say is a note: each is rightly said to be its speaker's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.model import Article, Evidence, Finding, Relation, Role, Severity, Verdict
from checker.rules.rule import Pair, Rule
from checker.verdicts.fingerprints import fingerprint
from checker.verdicts.problem import Problem, Weight

_AT_MOST = {Weight.LIKELY: Severity.WARNING, Weight.MINOR: Severity.NOTE}


def report(problems: Iterable[Problem], rule: Rule) -> Iterator[Finding]:
    """The findings of problems under the rule that asked for them."""
    found = (finding(problem, rule) for problem in problems)
    return (one for one in found if one is not None)


def finding(problem: Problem, rule: Rule) -> Finding | None:
    """A problem as a rule has it reported; None where the rule does not ask for the like of it."""
    between = problem.route or route(e.article for e in problem.evidence)
    how_bad = severity(
        rule, problem.relation, between, problem.verdict, weight=problem.weight, backed=problem.backed
    )
    if how_bad is None:
        return None
    order = _order(problem.evidence)
    placed = sorted(problem.evidence, key=lambda e: order.index(e.side))
    message = problem.message
    return Finding(
        rule=rule.id,
        severity=how_bad,
        relation=problem.relation,
        verdict=problem.verdict,
        message=message if isinstance(message, str) else _side_by_side(message, placed),
        evidence=tuple(replace(e, side=order.index(e.side)) for e in placed),
        fingerprint=fingerprint(rule.id, problem.about, problem.told or [e.text for e in placed]),
        reasons=problem.reasons,
        exchanged=problem.exchanged,
        fix=problem.fix,
    )


def severity(
    rule: Rule,
    relation: Relation,
    between: Pair,
    verdict: Verdict,
    *,
    weight: Weight = Weight.SURE,
    backed: bool = False,
) -> Severity | None:
    """How bad it is; None where the rule has no such relation, or no such pair of accounts, as a finding."""
    given = rule.severity_for(relation, between)
    if given is None:
        return None
    if verdict is Verdict.DISPUTED and between == "source-source":
        return Severity.NOTE
    if weight is Weight.BACKGROUND:
        return given if given is Severity.ERROR else Severity.NOTE
    follows = backed and between == "draft-source"
    most = [_AT_MOST.get(weight, Severity.ERROR), Severity.WARNING if follows else Severity.ERROR]
    return max(given, *most, key=lambda s: s.rank)


def route(articles: Iterable[Article], speakers: Iterable[str | None] = ()) -> Pair:
    """Which pair of a rule's severities holds: within one account as between accounts of its role.

    What the `speakers` of one article, None for its narration, tell differently is as between sources.
    """
    told = list(articles)
    apart = len({article.id for article in told}) == 1 and len(set(speakers)) > 1
    drafted = not apart and any(article.role is Role.DRAFT for article in told)
    return "draft-source" if drafted else "source-source"


def _order(evidence: Sequence[Evidence]) -> list[int]:
    """The sides as they are shown: the draft's before the others."""
    drafted = {e.side for e in evidence if e.article.role is Role.DRAFT}
    return sorted(dict.fromkeys(e.side for e in evidence), key=lambda side: side not in drafted)


def _side_by_side(said: Sequence[str], evidence: Sequence[Evidence]) -> str:
    """ "Daily: 12 dead — Herald (Holm): 17 dead"; what is wrong within one account is the account's."""
    first = {e.side: e for e in reversed(evidence)}
    if len(said) == 1:
        return f"{first[0].article.name}: {said[0]}"
    sides = dict.fromkeys(e.side for e in evidence)
    return " — ".join(f"{first[side].said_by}: {said[side]}" for side in sides)
