"""Which claims speak of the same thing, and why.

Candidates are found by keys, never by trying all pairs. A pair is refused by the first thing that
sets the two apart (another state, another place, another time, a forecast against a fact); a pair
that nothing sets apart still needs evidence that it belongs together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from checker.alignment.crowds import pairs_of
from checker.alignment.reasons import Reason, Why
from checker.alignment.same_figure import same_figure, striking
from checker.alignment.voices import figures_held, held
from checker.claims.claim import TIMED, Claim, is_name
from checker.differences import (
    LEVELS,
    another_unit,
    difference,
    listed,
    one_backing,
    one_happening,
)
from checker.differences.two_things import far_apart
from checker.lexical import concepts
from checker.model import Basis, Kind, Role
from checker.topics.results import is_score

_IN_ANOTHER_UNIT = 4  # reasons for a pair of figures that are alike but for their unit
_PER_SIGNATURE = 3  # claims of sources that say the same in the same way: more of them teach nothing


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two claims held against each other; `refused` says why they are not comparable, if they are not."""

    a: Claim
    b: Claim
    reasons: tuple[Reason, ...] = ()
    refused: str | None = None
    weak: bool = False  # refused only because there is too little to go by
    by_figure: bool = False  # told in words so unlike that only the figure shows it: they agree, no more


def pairings(claims: Sequence[Claim]) -> Iterator[Pairing]:
    """Every candidate pair of claims of two accounts, judged comparable or not."""
    seen: set[tuple[int, int]] = set()
    numbered = list(enumerate(claims))
    for bucket in _buckets(numbered):
        sole = _sole(claim for _, claim in bucket)
        told: dict[str, list[Claim]] = {}
        for _, claim in bucket:
            told.setdefault(claim.article.id, []).append(claim)
        for x, y in pairs_of([claim for _, claim in bucket]):
            (i, a), (j, b) = bucket[x], bucket[y]
            one = a.article is b.article
            if (i, j) in seen or (one and not figures_held(a, b, told[a.article.id])):
                continue
            seen.add((i, j))
            if one:
                yield replace(align(a.without_teller(), b.without_teller(), sole=True), a=a, b=b)
            else:
                yield align(a, b, sole=sole.issuperset((a.article.id, b.article.id)))
    yield from _in_other_units(claims)


def _in_other_units(claims: Iterable[Claim]) -> Iterator[Pairing]:
    """Claims that give one figure of one thing in another unit; where much else is alike, one is wrong."""
    given: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if claim.value.kind in (Kind.MONEY, Kind.PERCENTAGE, Kind.COUNT) and claim.topic.core:
            given.setdefault(claim.value.stated, []).append(claim)
    for alike in given.values():
        for x, y in pairs_of(alike):
            a, b = alike[x], alike[y]
            if a.article is not b.article and another_unit(a, b):
                reasons = (*_together(a, b), Reason(Why.OTHER_UNIT))
                if difference(a, b) is None and len(reasons) >= _IN_ANOTHER_UNIT:
                    yield Pairing(a, b, reasons)


def _sole(bucket: Iterable[Claim]) -> frozenset[str]:
    """The articles that have one figure only under a key, beside those it is compared with."""
    figures: dict[str, set[object]] = {}
    for claim in bucket:
        if claim.topic.baseline and claim.value.kind is Kind.AGE:
            continue
        figures.setdefault(claim.article.id, set()).add(claim.value.bounds)
    return frozenset(article for article, found in figures.items() if len(found) == 1)


def _buckets(numbered: Iterable[tuple[int, Claim]]) -> Iterator[list[tuple[int, Claim]]]:
    """Claims that share a key, thinned to a few of each signature."""
    found: dict[tuple[str, ...], list[tuple[int, Claim]]] = {}
    counted: dict[tuple[object, ...], int] = {}
    for number, claim in numbered:
        for key in sorted(keys(claim)):
            signed = (key, *signature(claim))
            counted[signed] = counted.get(signed, 0) + 1
            if counted[signed] <= _PER_SIGNATURE or claim.article.role is Role.DRAFT:
                found.setdefault(key, []).append((number, claim))
    yield from (found[key] for key in sorted(found))


def keys(claim: Claim) -> set[tuple[str, ...]]:
    """What a claim can be found by: its kind, its dimension and each concept that could be its subject."""
    value, topic = claim.value, claim.topic
    subjects = set(topic.states)
    if not topic.about_people:
        subjects |= topic.core
    if not subjects or value.kind in (Kind.DURATION, Kind.MONEY, Kind.DATE, Kind.TIME):
        subjects |= topic.predicate
    found: set[tuple[str, ...]] = {
        (value.kind.value, value.dimension, _stem(subject)) for subject in subjects
    }
    found |= {(value.kind.value, "happening", event) for event in claim.happening}
    if claim.backing is not None:
        found.add((value.kind.value, value.dimension, "backing", claim.backing))
    if striking(claim):
        found.add((value.kind.value, value.dimension, "=", *value.stated))
    return found


def _stem(concept: str) -> str:
    return concept[2:] if concept[1:2] == ":" else concept


def signature(claim: Claim) -> tuple[object, ...]:
    """What claims have in common that say the same in the same way."""
    value, topic = claim.value, claim.topic
    return (
        value.bounds,
        value.change,
        value.basis,
        topic.core,
        topic.states,
        topic.modifiers,
        topic.predicate,
        topic.baseline,
        topic.group,
        claim.commitment.modality,
        claim.commitment.negated,
        claim.when,
        claim.places,
        claim.backing,
    )


def align(a: Claim, b: Claim, *, sole: bool = False) -> Pairing:
    """Whether two claims speak of the same thing, with the reasons in words.

    `sole` says that each is the only such figure of its article.
    """
    pair = _aligned(a, b, sole)
    if pair.refused and same_figure(a, b):
        reasons = (Reason(Why.SAME_FIGURE), *_together(a, b))
        if len(reasons) > 1 or a.value.kind is Kind.MONEY:
            return Pairing(a, b, reasons, by_figure=True)
    return pair


def _aligned(a: Claim, b: Claim, sole: bool) -> Pairing:
    refused = difference(a, b)
    if refused:
        return Pairing(a, b, refused=refused)
    alone = sole and (a.value.kind not in TIMED or one_happening(a, b))
    reasons = (*_together(a, b), *((Reason(Why.SOLE),) if alone else ()))
    needed = _needed(a, b, sole)
    if len(reasons) < needed:
        shared = ", ".join(map(str, reasons)) or "nothing"
        return Pairing(a, b, reasons, f"too little in common: {shared}", weak=True)
    return Pairing(a, b, reasons)


def _needed(a: Claim, b: Claim, sole: bool) -> int:
    """How much evidence a pair needs: more for dates, which lie about everywhere, where an account has
    several figures of the kind, where only one side says when, for what comes on top of something else,
    for an age without a name, and for things that nothing has befallen and nobody in common has."""
    if a.value.kind in TIMED:
        return 3
    needed = 2 if sole else 3
    needed -= bool(a.topic.group and b.topic.group)  # they would be set apart if it were another
    if is_score(a.value):
        return needed
    befallen = bool(a.topic.states & b.topic.states)  # "earlier this year" may date the whole sentence
    dated = a.dated != b.dated if befallen else bool(a.when) != bool(b.when)
    needed += dated and not (sole and a.value.kind is Kind.MEASURE)
    only_one = bool(a.topic.modifiers) != bool(b.topic.modifiers)
    needed += a.value.kind in LEVELS and only_one
    needed += (a.basis is Basis.MORE) != (b.basis is Basis.MORE)
    needed -= a.value.kind is Kind.MEASURE and a.topic.word == b.topic.word and is_name(a.topic.word)
    needed += far_apart(a, b)
    needed += a.value.kind is Kind.AGE and not a.value.notes and not a.owners & b.owners
    placed = a.value.kind is Kind.COUNT and a.places & b.places
    told_with_it = a.owners & b.owners or placed or len(a.beside & b.beside) > 1
    loose = not a.topic.states & b.topic.states and not told_with_it
    needed += a.value.kind in (Kind.COUNT, Kind.MEASURE) and loose
    needed += a.value.kind is Kind.COUNT and loose and bool(a.topic.predicate) != bool(b.topic.predicate)
    return needed


def _together(a: Claim, b: Claim) -> Iterator[Reason]:
    """Each piece of evidence that the two belong together."""
    x, y = a.topic, b.topic
    if x.states & y.states:
        yield Reason(Why.STATE, listed(x.states & y.states))
    if one_happening(a, b):
        yield Reason(Why.HAPPENING, listed(a.happening & b.happening))
    elif a.backing is not None and one_backing(a, b):
        yield Reason(Why.BACKING, a.backing)
    elif x.core and y.core and not (x.about_people and y.about_people):
        one = x.word.lower() == y.word.lower()
        yield Reason(Why.ONE_WORD, x.word.lower()) if one else Reason(Why.OTHER_WORD, f"{x.word} as {y.word}")
    if x.predicate and y.predicate and concepts.same(x.predicate, y.predicate):
        yield Reason(Why.ACT, listed(x.predicate))
    if x.group and y.group:
        yield Reason(Why.GROUP, listed(x.group & y.group or x.group))
    if x.modifiers & y.modifiers:
        yield Reason(Why.MODIFIERS, listed(x.modifiers & y.modifiers))
    if a.participants & b.participants:
        yield Reason(Why.PARTIES, listed(a.participants & b.participants))
    if a.value.kind not in TIMED and a.when and b.when:
        yield Reason(Why.TIME)
    if len(a.beside & b.beside) > 1:
        yield Reason(Why.FIGURES, listed(a.beside & b.beside))
    if shared := a.told_alike(b):
        yield Reason(Why.TOLD_ALIKE, listed(shared))


def term_pairings(claims: Sequence[Claim], same: Iterable[str] = ("actor",)) -> Iterator[Pairing]:
    """Pairs of term claims of two accounts that may be about one thing.

    What else they must share a rule says (`same`); for one that asks for the actor, claims that name
    different ones are not even tried. Claims that name nobody need words in common.
    """
    by_actor = "actor" in same
    thinned: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        kept = thinned.setdefault((claim.value.stated, *signature(claim), claim.participants), [])
        if len(kept) < _PER_SIGNATURE or claim.article.role is Role.DRAFT:
            kept.append(claim)
    rest = [claim for kept in thinned.values() for claim in kept]
    for x, y in pairs_of(rest):
        a, b = rest[x], rest[y]
        if not held(a, b):
            continue
        shared = a.participants & b.participants
        if by_actor and a.parties and b.parties and not shared:
            continue
        reasons = tuple(_together(a, b))
        nobody = not by_actor or not (a.participants or b.participants)
        alike = any(reason.why is Why.TOLD_ALIKE for reason in reasons)
        if shared or alike or (nobody and a.context & b.context):
            yield Pairing(a, b, reasons)
