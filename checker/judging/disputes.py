"""From pairs of claims that disagree to problems: one problem a disputed fact, with all its sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.claims.claim import Claim
from checker.comparison import SOURCES, near_limits, why
from checker.lexical import concepts
from checker.lots import Lots
from checker.matching.crowds import signature
from checker.matching.mentions import is_telling
from checker.matching.pairings import Pairing
from checker.model import Account, Relation, Role, Severity, Value, Verdict
from checker.rules.messages import FIELDS, render_message
from checker.rules.rule import Pair, Rule
from checker.verdicts import Problem, Weight, evidence_of, route, severity, shown


@dataclass(frozen=True, slots=True)
class Dispute:
    """A pair that disagrees under a rule."""

    pairing: Pairing
    relation: Relation
    verdict: Verdict = Verdict.CONTRADICTION
    draft_alone: bool = False  # no source says what the draft says

    @property
    def route(self) -> Pair:
        a, b = self.pairing.a, self.pairing.b
        return route((a.article, b.article), (a.account.speaker, b.account.speaker))

    @property
    def backed(self) -> bool:
        return self.route == "draft-source" and not self.draft_alone

    @property
    def weight(self) -> Weight:
        """What the speakers of one article differ in is theirs to answer for: a warning at most."""
        one = self.pairing.a.article is self.pairing.b.article
        return Weight.LIKELY if one else Weight.SURE

    def rank(self, rule: Rule) -> int:
        """0 is worst."""
        found = severity(
            rule, self.relation, self.route, self.verdict, weight=self.weight, backed=self.backed
        )
        return len(Severity) if found is None else found.rank


Twins = Mapping[tuple[object, ...], Sequence[Claim]]


def problems(rule: Rule, disputes: Sequence[Dispute], twins: Twins) -> list[Problem]:
    """One problem for each connected lot of disputes.

    What a draft says alone is a problem apart from what its sources dispute among themselves. Claims in the
    same words as a disputed one are `twins` of it: they were not all compared, and all of them are shown.
    """
    alone = [dispute for dispute in disputes if dispute.draft_alone]
    rest = [dispute for dispute in disputes if not dispute.draft_alone]
    return [_problem(rule, lot, twins) for lots in (alone, rest) for lot in _connected(lots)]


def _connected(disputes: Sequence[Dispute]) -> list[list[Dispute]]:
    lots = Lots()
    for dispute in disputes:
        lots.join(id(dispute.pairing.a), id(dispute.pairing.b))
    found: dict[int, list[Dispute]] = {}
    for dispute in disputes:
        found.setdefault(lots.of(id(dispute.pairing.a)), []).append(dispute)
    return list(found.values())


def twins_among(claims: Iterable[Claim]) -> Twins:
    """The claims of sources by what they say and how, and by what they say alone."""
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.article.role is not Role.DRAFT:
            found[_wording(claim)].append(claim)
            found[_said(claim.value)].append(claim)
    return found


def _wording(claim: Claim) -> tuple[object, ...]:
    return _said(claim.value), *signature(claim)


def _with_twins(side: Sequence[Claim], twins: Twins) -> list[Claim]:
    others = [(claim, twin) for claim in side for twin in twins.get(_wording(claim), ())]
    return [*side, *(b for a, b in others if a.participants == b.participants)]


def _elsewhere(draft: Claim, sides: Sequence[Sequence[Claim]], twins: Twins) -> str:
    """ "; Wire has “17 people”, too", where a source has the draft's figure of something as like as that: its
    reader sees at once whether it is the same."""
    told = {claim.article.id for side in sides for claim in side}
    if draft.article.role is not Role.DRAFT or not is_telling(draft.value):
        return ""
    like = (c for c in twins.get(_said(draft.value), ()) if c.article.id not in told and _alike(c, draft))
    found = {claim.article.name: evidence_of(claim).text for claim in like}
    return "".join(f"; {name} has “{words}”, too" for name, words in sorted(found.items()))


def _alike(a: Claim, b: Claim) -> bool:
    """Whether two figures are of things of one name, or of people."""
    people = a.topic.about_people and b.topic.about_people
    return people or a.topic.core == b.topic.core or concepts.same(a.topic.core, b.topic.core)


def _problem(rule: Rule, lot: Sequence[Dispute], twins: Twins) -> Problem:
    worst = min(lot, key=lambda d: d.rank(rule))
    sides = _sides(lot)
    shown_by_side = [_one_per_account(_with_twins(side, twins)) for side in sides]
    a, b = worst.pairing.a, worst.pairing.b
    relation = worst.relation
    if b.article.role is Role.DRAFT and a.article.role is not Role.DRAFT:
        a, b, relation = b, a, relation.swapped()
    return Problem(
        worst.verdict,
        render_message(rule.message, message_fields(a, b, relation)) + _elsewhere(a, shown_by_side, twins),
        tuple(evidence_of(claim, n) for n, side in enumerate(shown_by_side) for claim in side),
        about=_about(a),
        told=tuple(shown(claim) for side in sides for claim in side),
        reasons=tuple(map(str, worst.pairing.reasons)),
        relation=relation,
        weight=Weight.LIKELY if near_limits(a.value, b.value) else worst.weight,
        backed=worst.backed,
        route=worst.route,
    )


def _about(claim: Claim) -> str:
    topic = claim.topic
    return " ".join(sorted(topic.core | topic.states | topic.modifiers)) or topic.word


def _sides(lot: Sequence[Dispute]) -> list[list[Claim]]:
    """The claims, grouped so that those on one side say what is compatible; the draft's side first."""
    claims: dict[int, Claim] = {}
    opponents: dict[int, set[int]] = defaultdict(set)
    for dispute in lot:
        a, b = dispute.pairing.a, dispute.pairing.b
        claims[id(a)], claims[id(b)] = a, b
        opponents[id(a)].add(id(b))
        opponents[id(b)].add(id(a))
    sides: list[_Side] = []
    for claim in sorted(claims.values(), key=lambda c: c.article.role is not Role.DRAFT):
        against = opponents[id(claim)]
        fitting = (s for s in sides if s.claims.keys().isdisjoint(against) and s.agrees(claim.value))
        side = next(fitting, None)
        if side is None:
            side = _Side()
            sides.append(side)
        side.claims[id(claim)] = claim
        side.values[_said(claim.value)] = claim.value
    return [list(side.claims.values()) for side in sides]


@dataclass(frozen=True, slots=True)
class _Side:
    """Claims that say what is compatible, and each of their values once."""

    claims: dict[int, Claim] = field(default_factory=dict)
    values: dict[tuple[object, ...], Value] = field(default_factory=dict)

    def agrees(self, value: Value) -> bool:
        return _said(value) in self.values or all(
            why(value, other, SOURCES).agrees for other in self.values.values()
        )


def _said(value: Value) -> tuple[object, ...]:
    return value.kind, value.dimension, value.bounds, value.stated


def _one_per_account(side: Iterable[Claim]) -> list[Claim]:
    found: dict[Account, Claim] = {}
    for claim in side:
        found.setdefault(claim.account, claim)
    return list(found.values())


def message_fields(a: Claim, b: Claim, relation: Relation) -> dict[str, str]:
    """What the fields of a rule's message stand for."""
    texts = {"relation": relation.value}
    for name, claim in (("a", a), ("b", b)):
        whole = evidence_of(claim)
        texts |= {
            name: claim.speaker or claim.article.name,
            f"{name}.words": whole.text,
            f"{name}.value": whole.value,
            f"{name}.source": claim.article.name,
            f"{name}.speaker": claim.speaker or claim.article.name,
            f"{name}.by": whole.said_by,
            f"{name}.line": str(whole.line),
            f"{name}.sentence": claim.article.words(claim.sentence),
            f"{name}.actor": ", ".join(claim.party_names),
            f"{name}.counted": claim.value.counted.text if claim.value.counted else claim.topic.word,
            f"{name}.stance": claim.commitment.stance or "",
            f"{name}.published": claim.article.published.isoformat() if claim.article.published else "",
        }
    return {key: text for key, text in texts.items() if key in FIELDS}
