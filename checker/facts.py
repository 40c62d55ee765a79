"""The fact matrix: a row a fact, a column a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from checker.claims import updates
from checker.claims.claim import Claim
from checker.comparison import SOURCES, why
from checker.lots import Lots
from checker.matching.pairings import pairings_of
from checker.model import Account, DraftItem, Evidence, Fact, Finding, Kind, Role, Span, Support, Verdict
from checker.readings import SetReading
from checker.rules.rule import Rule
from checker.rules.vocabulary import PREFIX
from checker.verdicts import evidence_of

_Place = tuple[str, Span]  # id of the article, and where in it
_HELD = (Support.BACKED, Support.CONTRADICTED)
_BEFALLEN = frozenset({Kind.COUNT, Kind.PERCENTAGE})  # of what was done to them a label tells
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
    claims: dict[_Place, list[Claim]] = {}
    for claim in (c for item in reading.articles for c in item.claims):
        claims.setdefault((claim.article.id, evidence_of(claim).span), []).append(claim)
    shown = {(name, e.span) for fact in facts for name, cell in fact.cells for e in cell}
    for finding in found:
        apart = len({e.said_by for e in finding.evidence}) > 1 and finding.verdict in _OPPOSED
        if apart and not any((e.article.id, e.span) in shown for e in finding.evidence):
            facts.append(_finding_fact(finding, order, claims))
    return tuple(sorted(facts, key=lambda f: (order[f.cells[0][0]], f.cells[0][1][0].span)))


def _rows(reading: SetReading, findings: Mapping[tuple[str, Span], set[str]]) -> list[list[Claim]]:
    """Claims that were compared and agree, are sides of one finding, or tell of a figure that moved."""
    lots = Lots()
    claims: dict[int, Claim] = {}
    told: dict[int, set[str]] = {}
    nothing: set[str] = set()
    for claim in (c for item in reading.articles for c in item.claims):
        told[id(claim)] = findings.get((claim.article.id, evidence_of(claim).span), nothing)
    for pair in pairings_of(reading):
        if pair.refused is not None:
            continue
        a, b = pair.a, pair.b
        agree = why(a.value, b.value, SOURCES).agrees and a.value.kind is not Kind.TERM
        if agree or not told[id(a)].isdisjoint(told[id(b)]) or updates.moved(a, b):
            claims[id(a)], claims[id(b)] = a, b
            lots.join(id(a), id(b))
    rows: dict[int, list[Claim]] = {}
    for claim in sorted(claims.values(), key=lambda c: c.value.span):
        rows.setdefault(lots.of(id(claim)), []).append(claim)
    return list(rows.values())


def _fact(
    row: Sequence[Claim], order: Mapping[str, int], findings: Mapping[tuple[str, Span], set[str]]
) -> Fact:
    cells: dict[str, list[Evidence]] = {}
    for claim in row:
        cells.setdefault(claim.article.id, []).append(evidence_of(claim))
    told: dict[Account, set[str]] = {}
    for claim in row:
        here = findings.get((claim.article.id, evidence_of(claim).span), ())
        told.setdefault(claim.account, set()).update(here)
    each = Counter(fingerprint for found in told.values() for fingerprint in found)
    disagrees = any(accounts > 1 for accounts in each.values())  # one of a single account is no dispute
    row = sorted(row, key=lambda c: (order[c.article.id], c.value.span))
    sources = [c for c in row if c.article.role is not Role.DRAFT]
    moved = updates.any_moved(sources)
    return Fact(_label(row), row[0].value.kind, _in_order(cells, order), disagrees, moved)


def _finding_fact(finding: Finding, order: Mapping[str, int], claims: Mapping[_Place, list[Claim]]) -> Fact:
    """A row of its own, labelled by the claims that stand at its words or else by its rule."""
    cells: dict[str, list[Evidence]] = {}
    row = []
    for e in finding.evidence:
        cells.setdefault(e.article.id, []).append(e)
        row += [c for c in claims.get((e.article.id, e.span), ()) if e.read in (None, c.value)]
    if row and len({c.value.kind for c in row}) == 1:
        return Fact(_label(row), row[0].value.kind, _in_order(cells, order), True)
    pack, _, name = finding.rule.partition(".")
    label = name.replace("-", " ") + ("" if pack == "general" else f" ({pack})")
    return Fact(label, Kind.TERM, _in_order(cells, order), True)


def _in_order(
    cells: Mapping[str, list[Evidence]], order: Mapping[str, int]
) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    return tuple((name, tuple(cells[name])) for name in sorted(cells, key=order.__getitem__))


def _label(row: Sequence[Claim]) -> str:
    """What the row is about, in words: the longest name that holds for most of its claims."""
    first = row[0].value
    if first.kind is Kind.TERM:
        return first.dimension.removeprefix(PREFIX).replace("-", " ")
    named = {c.topic.name: frozenset(c.topic.name.lower().split()) for c in row if c.topic.name}
    held = {name: sum(words <= named.get(c.topic.name, set()) for c in row) for name, words in named.items()}
    common = [name for name, times in held.items() if 2 * times > len(row)]
    best = max(common, key=len) if common else max(held, key=lambda name: (held[name], len(name)), default="")
    befell: tuple[str, ...] = ()
    if first.kind in _BEFALLEN:
        befell = next((c.topic.untold for c in row if c.topic.name == best and c.topic.untold), ())
    befell = tuple(word for word in befell if word not in best.lower().split())
    return " ".join(part for part in (best, " and ".join(befell)) if part) or first.kind.value


def not_run(
    reading: SetReading, rules: Sequence[Rule], found: Sequence[Finding], items: Sequence[DraftItem]
) -> tuple[str, ...]:
    """The kinds of value that were read and of which nothing was compared: silence there means nothing."""
    read = {value.kind for item in reading.articles for value in item.values}
    compared = {pair.a.value.kind for pair in pairings_of(reading) if pair.refused is None}
    compared |= {e.read.kind for f in found if len(f.evidence) > 1 for e in f.evidence if e.read}
    compared |= {i.evidence.read.kind for i in items if i.support in _HELD and i.evidence.read}
    ruled = {r.claim.value.kind for r in rules if r.claim is not None}
    return tuple(kind.value for kind in Kind if kind in ruled & read - compared)


def held(reading: SetReading, found: Sequence[Finding], items: Sequence[DraftItem]) -> tuple[str, ...]:
    """The ids of the articles of which something was held against another account; of drafts, a source's."""
    lots: list[tuple[str, ...]]
    lots = [(pair.a.article.id, pair.b.article.id) for pair in pairings_of(reading) if pair.refused is None]
    lots += [tuple(e.article.id for e in finding.evidence) for finding in found]
    lots += [(i.evidence.article.id, *i.by) for i in items if i.support in _HELD]
    told = {name for lot in lots if len(lot) > 1 for name in lot}
    across = {name for lot in lots if len(set(lot)) > 1 for name in lot}
    articles = reading.set.articles
    return tuple(a.id for a in articles if a.id in (across if a.role is Role.DRAFT else told))


def refused(reading: SetReading) -> tuple[str, ...]:
    """The pairs that differ and are nearest to each other, but were not compared, each with the reason."""
    return tuple(
        f"{_told(pair.a)} and {_told(pair.b)}: {pair.refused}"
        for pair in pairings_of(reading)
        if pair.refused is not None and pair.mutual and not why(pair.a.value, pair.b.value, SOURCES).agrees
    )


def _told(claim: Claim) -> str:
    return f"“{' '.join(claim.value.text.split())}” ({claim.article.name}, line {claim.line})"
