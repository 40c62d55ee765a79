"""The fact matrix: a row a fact, a column a source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.claims import Claim
from checker.disputes import evidence_of
from checker.model import Evidence, Fact, Finding, Kind, Relation, Span, Verdict
from checker.readings import SetReading
from checker.rules import Rule

_OPPOSED = frozenset({Verdict.CONTRADICTION, Verdict.SCOPE, Verdict.IMPRECISE, Verdict.DISPUTED})


def matrix(reading: SetReading, found: Sequence[Finding]) -> tuple[Fact, ...]:
    """A row for each lot of claims that were compared with one another, in the order of the set.

    A finding on what no value carries, as a stance does, has a row of its own.
    """
    findings: dict[tuple[str, Span], set[str]] = {}
    for finding in found:
        for e in finding.evidence:
            findings.setdefault((e.article.id, e.span), set()).add(finding.fingerprint)
    order = {item.article.id: number for number, item in enumerate(reading.articles)}
    facts = [_fact(row, order, findings) for row in _rows(reading, findings)]
    shown = {(name, e.span) for fact in facts for name, cell in fact.cells for e in cell}
    for finding in found:
        apart = len({e.article.id for e in finding.evidence}) > 1 and finding.verdict in _OPPOSED
        if apart and not any((e.article.id, e.span) in shown for e in finding.evidence):
            facts.append(_finding_fact(finding, order))
    return tuple(sorted(facts, key=lambda f: (order[f.cells[0][0]], f.cells[0][1][0].span)))


def _rows(reading: SetReading, findings: Mapping[tuple[str, Span], set[str]]) -> list[list[Claim]]:
    """Claims that were compared and agree, or that are sides of one finding."""
    parent: dict[int, int] = {}
    claims: dict[int, Claim] = {}

    def root(x: int) -> int:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for pair in reading.pairings:
        if pair.refused is not None:
            continue
        a, b = pair.a, pair.b
        agree = a.value.relation(b.value) is not Relation.DISJOINT and a.value.kind is not Kind.TERM
        mine, theirs = (findings.get((c.article.id, evidence_of(c).span), set()) for c in (a, b))
        if agree or not mine.isdisjoint(theirs):
            claims[id(a)], claims[id(b)] = a, b
            parent[root(id(a))] = root(id(b))
    rows: dict[int, list[Claim]] = {}
    for claim in sorted(claims.values(), key=lambda c: c.value.span):
        rows.setdefault(root(id(claim)), []).append(claim)
    return list(rows.values())


def _fact(
    row: Sequence[Claim], order: Mapping[str, int], findings: Mapping[tuple[str, Span], set[str]]
) -> Fact:
    cells: dict[str, list[Evidence]] = {}
    for claim in row:
        cells.setdefault(claim.article.id, []).append(evidence_of(claim))
    disagrees = any((name, e.span) in findings for name, cell in cells.items() for e in cell)
    return Fact(_label(row[0]), row[0].value.kind, _in_order(cells, order), disagrees)


def _finding_fact(finding: Finding, order: Mapping[str, int]) -> Fact:
    cells: dict[str, list[Evidence]] = {}
    for e in finding.evidence:
        cells.setdefault(e.article.id, []).append(e)
    pack, _, name = finding.rule.partition(".")
    label = name.replace("-", " ") + ("" if pack == "general" else f" ({pack})")
    return Fact(label, Kind.TERM, _in_order(cells, order), True)


def _in_order(
    cells: Mapping[str, list[Evidence]], order: Mapping[str, int]
) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    return tuple((name, tuple(cells[name])) for name in sorted(cells, key=order.__getitem__))


def _label(claim: Claim) -> str:
    """What the row is about, in words."""
    topic = claim.topic
    counted = claim.value.counted.text if claim.value.counted else topic.word
    states = " ".join(sorted(s for s in topic.states if s not in counted))
    return " ".join(part for part in (counted.lower(), states) if part) or claim.value.kind.value


def not_run(reading: SetReading, rules: Sequence[Rule]) -> tuple[str, ...]:
    """The kinds of value of which no two accounts spoke, in words: silence there means nothing."""
    compared = {pair.a.value.kind for pair in reading.pairings if pair.refused is None}
    ruled = {r.claim.value.kind for r in rules if r.claim is not None and r.claim.value.kind is not None}
    return tuple(kind.value for kind in Kind if kind in ruled and kind not in compared)


def refused(reading: SetReading) -> tuple[str, ...]:
    """The pairs that differ and speak of like things, but were not compared, each with the reason."""
    return tuple(
        f"{_told(pair.a)} and {_told(pair.b)}: {pair.refused}"
        for pair in reading.pairings
        if pair.refused is not None and not pair.weak and _differ(pair.a, pair.b)
    )


def _differ(a: Claim, b: Claim) -> bool:
    return a.value.comparable(b.value) and a.value.relation(b.value) is Relation.DISJOINT


def _told(claim: Claim) -> str:
    return f"“{' '.join(claim.value.text.split())}” ({claim.article.name}, line {claim.line})"
