"""The fact matrix: a row a fact, a column a source."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims import Claim
from checker.disputes import evidence_of
from checker.model import Evidence, Fact, Finding, Kind, Relation, Span
from checker.readings import SetReading
from checker.rules import Rule


def matrix(reading: SetReading, found: Sequence[Finding]) -> tuple[Fact, ...]:
    """A row for each lot of claims that were compared with one another, in the order of the set."""
    parent: dict[int, int] = {}
    claims: dict[int, Claim] = {}

    def root(x: int) -> int:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    disputed = {(e.article.id, e.span) for f in found for e in f.evidence}
    for pair in reading.pairings:
        if pair.refused is not None:
            continue
        a, b = pair.a, pair.b
        agree = a.value.relation(b.value) is not Relation.DISJOINT
        both = all((c.article.id, evidence_of(c).span) in disputed for c in (a, b))
        if agree or both:
            claims[id(a)], claims[id(b)] = a, b
            parent[root(id(a))] = root(id(b))
    rows: dict[int, list[Claim]] = {}
    for claim in sorted(claims.values(), key=lambda c: c.value.span):
        rows.setdefault(root(id(claim)), []).append(claim)
    order = {item.article.id: number for number, item in enumerate(reading.articles)}
    facts = [_fact(row, order, disputed) for row in rows.values()]
    return tuple(sorted(facts, key=lambda f: (order[f.cells[0][0]], f.cells[0][1][0].span)))


def _fact(row: Sequence[Claim], order: dict[str, int], disputed: set[tuple[str, Span]]) -> Fact:
    cells: dict[str, list[Evidence]] = {}
    for claim in row:
        cells.setdefault(claim.article.id, []).append(evidence_of(claim))
    ordered = sorted(cells.items(), key=lambda item: order[item[0]])
    disagrees = any((e.article.id, e.span) in disputed for cell in cells.values() for e in cell)
    return Fact(_label(row[0]), row[0].value.kind, tuple((k, tuple(v)) for k, v in ordered), disagrees)


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
