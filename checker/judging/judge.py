"""From claims to findings: every rule is applied to the claims it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.claims.claim import Claim
from checker.claims.updates import climbs, published, supersedes
from checker.judging import matching
from checker.judging.agreements import Agreements
from checker.judging.disputes import Dispute, problems, twins_among
from checker.judging.relations import relate
from checker.matching.pairings import Pairing, term_pairings
from checker.model import Finding, Kind, Relation, Role, Verdict
from checker.rules.patterns import ClaimPattern
from checker.rules.rule import Rule
from checker.rules.rulesets import ActiveRules
from checker.rules.vocabulary import Vocabularies
from checker.verdicts import report, route


def judge(
    active: ActiveRules,
    claims: Sequence[Claim],
    pairs: Sequence[Pairing],
) -> list[Finding]:
    """The findings of all rules of claim and compare, in no particular order.

    A desk that names what a figure is of, or what is near it, knows more of its texts than their words tell:
    to its own rules pairs of which nothing was decided are of one thing.
    """
    comparable: dict[Kind, list[Pairing]] = {}
    undecided: dict[Kind, list[Pairing]] = {}
    for pair in pairs:
        if pair.refused is None or pair.undecided:
            kinds = (pair.a.value.kind, pair.b.value.kind)  # a share for a count is judged as a count
            lots = comparable if pair.refused is None else undecided
            lots.setdefault(Kind.COUNT if Kind.COUNT in kinds else kinds[0], []).append(pair)
    terms = [claim for claim in claims if claim.value.kind is Kind.TERM]
    agreed = Agreements(pairs, lambda a, b: relate(a, b, None))
    twins = twins_among(claims)
    alone = all(claim.article.role is Role.DRAFT for claim in claims)
    found: list[Finding] = []
    for rule in active.rules:
        if rule.claim is None or rule.check is not None:
            continue
        if rule.claim.value.is_term:
            about = [claim for claim in terms if matching.matches(claim, rule.claim)]
            chosen = [
                p
                for p in term_pairings(about, alone, rule.compare.same)
                if matching.shares(p.a, p.b, rule.compare.same)
            ]
            disputes = list(_term_disputes(rule, chosen, active.vocabularies))
        else:
            chosen = _about(rule, rule.claim, comparable)
            if rule.pack in active.own and (rule.claim.value.of or rule.claim.near):
                chosen += _about(rule, rule.claim, undecided)
            disputes = list(_disputes(rule, chosen, agreed))
        found.extend(report(problems(rule, disputes, twins), rule))
    return found


def _about(rule: Rule, pattern: ClaimPattern, comparable: Mapping[Kind, Sequence[Pairing]]) -> list[Pairing]:
    """The pairs of numbers that a rule is about; each claim is asked once."""
    pairs = comparable.get(pattern.value.kind, ()) if pattern.value.kind is not None else ()
    claims = {id(claim): claim for pair in pairs for claim in (pair.a, pair.b)}
    matched = {
        number
        for number, claim in claims.items()
        if claim.value.kind is not pattern.value.kind or matching.matches(claim, pattern)
    }
    chosen = [pair for pair in pairs if id(pair.a) in matched and id(pair.b) in matched]
    return [pair for pair in chosen if matching.shares(pair.a, pair.b, rule.compare.same)]


def _term_disputes(rule: Rule, pairs: Sequence[Pairing], vocabularies: Vocabularies) -> Iterator[Dispute]:
    def relation(a: Claim, b: Claim) -> Relation:
        return vocabularies.relation(a.value, b.value)

    pairs = [_draft_first(pair) for pair in pairs]
    same = [pair for pair in pairs if relation(pair.a, pair.b) is Relation.EQUAL]
    agreed = Agreements(same, relation)
    for pair in pairs:
        ladder = vocabularies.of(pair.a.value).kind == "ladder"
        drafted = Role.DRAFT in (pair.a.article.role, pair.b.article.role)
        if ladder and not drafted and climbs(pair.a, pair.b, relation(pair.a, pair.b)):
            continue  # charged yesterday, convicted today
        if ladder and drafted and (relation(pair.a, pair.b) is Relation.BROADER or agreed.by_source(pair.a)):
            continue  # the draft says less than its source, or has the rung from another
        yield from _dispute(rule, pair, relation(pair.a, pair.b), agreed)


def _draft_first(pair: Pairing) -> Pairing:
    """Relations are told from the draft's side: narrower is a draft that says more than its source."""
    if pair.b.article.role is Role.DRAFT and pair.a.article.role is not Role.DRAFT:
        return Pairing(pair.b, pair.a, pair.reasons, pair.refused)
    return pair


def _disputes(rule: Rule, pairs: Iterable[Pairing], agreed: Agreements) -> Iterator[Dispute]:
    for pair in pairs:
        yield from _dispute(rule, pair, relate(pair.a, pair.b, rule), agreed)


def _dispute(rule: Rule, pair: Pairing, relation: Relation, agreed: Agreements) -> Iterator[Dispute]:
    """The dispute of a pair, if its relation is a finding and nothing explains it."""
    a, b = pair.a, pair.b
    drafts = [c for c in (a, b) if c.article.role is Role.DRAFT and a.article is not b.article]
    draft = drafts[0] if drafts else None
    in_scope = any(matching.in_scope(claim, rule) for claim in (a, b))
    between = route((a.article, b.article), (a.account.speaker, b.account.speaker))
    is_finding = rule.severity_for(relation, between) is not None
    if not (is_finding and in_scope) or agreed.told_in_both(a, b):
        return
    # a source that outranks the one that backs the draft leaves the draft alone
    backed = draft is not None and agreed.by_source(draft, (b if draft is a else a).article.trust)
    verdict = _verdict(a, b, relation)
    newer = supersedes(a, b)
    if newer is not None and not agreed.before(newer, published(b if newer is a else a)):
        if draft is None or (backed and newer is draft):
            return
        verdict = Verdict.SUPERSEDED if backed else verdict
    yield Dispute(pair, relation, verdict, draft is not None and not backed)


def _verdict(a: Claim, b: Claim, relation: Relation) -> Verdict:
    if relation in (Relation.NARROWER, Relation.BROADER, Relation.OVERLAPS):
        return Verdict.SCOPE
    if a.account == b.account and a.account.speaker is None:
        return Verdict.UNSOUND  # an early and a late paragraph, a text and its caption
    speakers = {c.account.speaker for c in (a, b)}
    if None not in speakers and len(speakers) == 2 and a.value.kind is not Kind.TERM:
        return Verdict.DISPUTED  # two known speakers; "officials" here and "police" there may be the same men
    return Verdict.CONTRADICTION
