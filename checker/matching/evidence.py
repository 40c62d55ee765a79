"""What is known of two claims: what sets them apart, and what puts them together, each piece counted once.

Neither decides: both are features, weighed with all that their surroundings say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.claims.claim import TIMED, Claim, is_name
from checker.differences import LEVELS, Apart, apart, one_happening
from checker.differences.two_things import far_apart
from checker.lexical import concepts
from checker.model import Basis, Kind
from checker.propositions.scores import is_score

_MOST = 2  # pieces of evidence more or less than needed; further ones make no difference


class Evidence(NamedTuple):
    sort_apart: float  # see `Apart`
    set_apart: float
    named_apart: float
    evidence: float  # pieces of evidence beyond those needed, -2 to 2, where nothing sets them apart
    enough: float


def evidence(a: Claim, b: Claim, sole: bool) -> Evidence:
    """`sole` says that each is the only such figure of its account."""
    known = apart(a, b)
    if known is not None:
        sort, other, named = (float(known is one) for one in Apart)
        return Evidence(sort, other, named, 0.0, 0.0)
    alone = sole and (a.value.kind not in TIMED or one_happening(a, b))
    beyond = sum(1 for _ in together(a, b)) + alone - _needed(a, b, sole)
    return Evidence(0.0, 0.0, 0.0, float(max(-_MOST, min(_MOST, beyond))), float(beyond >= 0))


def _needed(a: Claim, b: Claim, sole: bool) -> int:
    """How much evidence a pair needs: more for dates, which lie about everywhere, where an account has
    several figures of the kind, where only one side says when, for what comes on top of something else,
    for an age without a name, and for things that nothing has befallen and nobody in common has."""
    if a.value.kind in TIMED:
        return 3
    needed = 2 if sole else 3
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


def together(a: Claim, b: Claim) -> Iterator[str]:
    """Each piece of evidence that the two belong together."""
    x, y = a.topic, b.topic
    if x.states & y.states:
        yield "state"
    if one_happening(a, b):
        yield "happening"
    elif x.core and y.core and not (x.about_people and y.about_people):
        yield "thing"
    if x.predicate and y.predicate and concepts.same(x.predicate, y.predicate):
        yield "act"
    if x.modifiers & y.modifiers:
        yield "modifiers"
    if a.participants & b.participants:
        yield "parties"
    if a.value.kind not in TIMED and a.when and b.when:
        yield "time"
    if len(a.beside & b.beside) > 1:
        yield "figures"
    if a.told_alike(b):
        yield "told alike"
