"""From claims to findings: every rule is applied to the claims it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from checker import matching
from checker.alignment import Pairing, term_pairings
from checker.claims import Claim
from checker.disputes import Dispute, findings
from checker.model import Basis, Finding, Kind, Relation, Role, Severity, Verdict
from checker.rules import Rule
from checker.updates import climbs, supersedes
from checker.vocabulary import Vocabularies


def judge(
    rules: Sequence[Rule],
    vocabularies: Vocabularies,
    claims: Sequence[Claim],
    pairs: Sequence[Pairing],
) -> list[Finding]:
    """The findings of all rules of claim and compare, in no particular order."""
    comparable = [pair for pair in pairs if pair.refused is None]
    agreed = _agreements(pairs)
    found: list[Finding] = []
    for rule in rules:
        if rule.claim is None:
            continue
        if rule.claim.value.is_term:
            about = [claim for claim in claims if matching.matches(claim, rule.claim)]
            chosen = [p for p in term_pairings(about) if matching.shares(p.a, p.b, rule.compare.same)]
            disputes = list(_term_disputes(rule, chosen, vocabularies))
        else:
            chosen = [p for p in comparable if all(matching.matches(c, rule.claim) for c in (p.a, p.b))]
            chosen = [p for p in chosen if matching.shares(p.a, p.b, rule.compare.same)]
            disputes = list(_disputes(rule, chosen, agreed))
        found.extend(findings(rule, disputes))
    return found


def _term_disputes(rule: Rule, pairs: Iterable[Pairing], vocabularies: Vocabularies) -> Iterator[Dispute]:
    pairs = list(pairs)
    agreed: Agreements = {}
    for pair in pairs:
        if vocabularies.relation(pair.a.value, pair.b.value) is Relation.EQUAL:
            for claim, other in ((pair.a, pair.b), (pair.b, pair.a)):
                agreed[id(claim), other.article.id] = True
                if other.article.role is Role.SOURCE:
                    agreed[id(claim), None] = True
    for pair in pairs:
        relation = vocabularies.relation(pair.a.value, pair.b.value)
        drafted = Role.DRAFT in (pair.a.article.role, pair.b.article.role)
        ladder = vocabularies.of(pair.a.value).kind == "ladder"
        if ladder and not drafted and climbs(pair.a, pair.b, relation):
            continue
        yield from _dispute(rule, pair, relation, agreed)


def _disputes(rule: Rule, pairs: Iterable[Pairing], agreed: Agreements) -> Iterator[Dispute]:
    for pair in pairs:
        yield from _dispute(rule, pair, relate(pair.a, pair.b, rule), agreed)


def _dispute(rule: Rule, pair: Pairing, relation: Relation, agreed: Agreements) -> Iterator[Dispute]:
    """The dispute of a pair, if its relation is a finding and nothing explains it."""
    a, b = pair.a, pair.b
    drafted = Role.DRAFT in (a.article.role, b.article.role)
    severity = rule.severity_for(relation, "draft-source" if drafted else "source-source")
    if severity is None or not (matching.in_scope(a, rule) or matching.in_scope(b, rule)):
        return
    if _backed_elsewhere(a, b, agreed):
        return
    verdict = _verdict(a, b, relation)
    replaced = supersedes(a, b)
    if replaced is not None:
        if not drafted:
            return
        draft = a if a.article.role is Role.DRAFT else b
        if agreed.get((id(draft), None)):
            if replaced is draft:
                return  # the draft has the newer figure, and from a source
            verdict = Verdict.SUPERSEDED
    if drafted:
        draft = a if a.article.role is Role.DRAFT else b
        # where the sources disagree and the draft follows one of them, the draft is not wrong
        if severity is Severity.ERROR and (agreed.get((id(draft), None)) or verdict is Verdict.SUPERSEDED):
            severity = Severity.WARNING
    yield Dispute(pair, relation, severity, verdict)


Agreements = dict[tuple[int, str | None], bool]


def _agreements(pairs: Sequence[Pairing]) -> Agreements:
    """For each claim, the articles in which a like claim says what is compatible; None: a source does."""
    found: Agreements = {}
    for pair in pairs:
        a, b = pair.a, pair.b
        if pair.refused is not None and not pair.refused.startswith("too little"):
            continue
        if relate(a, b, None) is Relation.DISJOINT:
            continue
        for claim, other in ((a, b), (b, a)):
            found[id(claim), other.article.id] = True
            if other.article.role is Role.SOURCE:
                found[id(claim), None] = True
    return found


def _backed_elsewhere(a: Claim, b: Claim, agreed: Agreements) -> bool:
    """Whether the article of one side also says what the other says: then it tells of two things."""
    return agreed.get((id(a), b.article.id), False) or agreed.get((id(b), a.article.id), False)


def relate(a: Claim, b: Claim, rule: Rule | None) -> Relation:
    """How the values of two claims of one thing relate, for a rule's tolerance and rounding."""
    x, y = a.value, b.value
    if x.change and y.change and x.change != y.change:
        return Relation.DISJOINT
    exact = rule is not None and rule.compare.rounding == "exact"
    best = x.bounds.relation(y.bounds)
    if best is not Relation.DISJOINT:
        return best
    if not exact and x.rounded is not None and y.rounded is not None:
        rounded = x.rounded.relation(y.bounds), x.bounds.relation(y.rounded)
        if any(r is not Relation.DISJOINT for r in rounded):
            return Relation.OVERLAPS
    if rule is not None and rule.compare.within is not None and rule.compare.within.covers(x, y):
        return Relation.OVERLAPS
    if _each_and_total(a, b):
        return Relation.EQUAL
    return best


def _each_and_total(a: Claim, b: Claim) -> bool:
    """175 each, of two sides, and 350 in all."""
    for each, other in ((a, b), (b, a)):
        if each.value.basis is Basis.EACH and other.value.basis is not Basis.EACH:
            doubled = each.value.bounds.scaled(Fraction(2))
            if doubled.relation(other.value.bounds) is not Relation.DISJOINT:
                return True
    return False


def _verdict(a: Claim, b: Claim, relation: Relation) -> Verdict:
    if relation in (Relation.NARROWER, Relation.BROADER, Relation.OVERLAPS):
        return Verdict.SCOPE
    speakers = {c.speaker for c in (a, b)}
    if None not in speakers and len(speakers) == 2 and a.value.kind is not Kind.TERM:
        return Verdict.DISPUTED
    return Verdict.CONTRADICTION
