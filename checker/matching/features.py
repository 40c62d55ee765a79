"""What speaks for or against two mentions being of one thing, each as a number between -1 and 1.

Nothing here looks at the values themselves: whether two figures are equal is what is asked once it is
known that they are of one thing. What a claim does not say is unknown, and 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from checker.claims.claim import Claim
from checker.keeping import kept
from checker.lexical.opposed import opposed
from checker.matching.contexts import Contexts, Sentence
from checker.matching.terms import Level, noun_level
from checker.model import Kind, Modality, Relation, Span, Value
from checker.propositions.topic import Topic


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A figure, a day or a name where an account tells it."""

    sentence: Sentence
    span: Span
    value: Value | None = None
    claim: Claim | None = None
    actor: str = ""  # id of the actor, of a name
    nearest: str = ""  # id of the actor named nearest to it in its sentence
    lone: bool = False  # the only value of its kind in its sentence

    @property
    def beside(self) -> frozenset[str]:
        """Ids of the actors that the sentence names beside it."""
        return self.sentence.actors - {self.actor}


class Features(NamedTuple):
    """One number a feature, in the order of the weights."""

    same: float  # share of the first one's words that the second has
    same_back: float
    meaning: float
    meaning_back: float
    broader: float
    near: float
    near_back: float
    window: float
    window_back: float
    rank: float  # 1 where no sentence is more like the first one's, less where others are
    rank_back: float
    lone: float = 0.0  # the only ones of their kind in their sentences
    head: float = 0.0  # the things counted may be one
    head_near: float = 0.0  # one is a broader word for the other
    head_other: float = 0.0
    state: float = 0.0
    state_other: float = 0.0
    predicate: float = 0.0
    owner: float = 0.0
    owner_other: float = 0.0
    actors: float = 0.0
    actors_other: float = 0.0
    group_other: float = 0.0
    change_other: float = 0.0
    basis_other: float = 0.0
    modality_other: float = 0.0
    denied_other: float = 0.0
    time_other: float = 0.0
    beside: float = 0.0
    nearest: float = 0.0
    nearest_other: float = 0.0
    aged: float = 0.0  # as `nearest`, of ages
    aged_other: float = 0.0
    mass: float = 0.0  # what the shared words weigh
    mass_back: float = 0.0
    rarest: float = 0.0  # … the weightiest of them
    rarest_back: float = 0.0
    rare_actor: float = 0.0  # how rare the rarest actor is that both sentences name
    rare_nearest: float = 0.0
    away: float = 0.0  # how far apart they stand in their accounts
    predicate_other: float = 0.0
    opposed: float = 0.0  # words of the clauses exclude each other


NAMES = Features._fields


def features(a: Mention, b: Mention, contexts: Contexts) -> Features:
    """What the surroundings of two mentions in two accounts have in common."""
    ab = contexts.likeness(a.sentence, a.span, b.sentence, b.span)
    ba = contexts.likeness(b.sentence, b.span, a.sentence, a.span)
    told: dict[str, float] = {}
    if a.value is not None and b.value is not None:
        told["lone"] = float(a.lone and b.lone)
        told |= _nearest(a, b)
    if a.claim is not None and b.claim is not None:
        told |= _of_claims(a.claim, b.claim)
    ours, theirs = a.beside, b.beside
    return Features(
        same=ab.same,
        same_back=ba.same,
        meaning=ab.meaning,
        meaning_back=ba.meaning,
        broader=max(ab.broader, ba.broader),
        near=ab.near,
        near_back=ba.near,
        window=ab.window,
        window_back=ba.window,
        rank=contexts.rank(a.sentence, b.sentence),
        rank_back=contexts.rank(b.sentence, a.sentence),
        mass=ab.mass,
        mass_back=ba.mass,
        rarest=ab.rarest,
        rarest_back=ba.rarest,
        rare_actor=contexts.rarity(ours & theirs),
        rare_nearest=contexts.rarity((a.nearest,)) if a.nearest == b.nearest else 0.0,
        away=contexts.away(a.sentence, b.sentence),
        actors=_share(ours, theirs),
        actors_other=_no_share(ours, theirs),
        **told,
    )


def _of_claims(a: Claim, b: Claim) -> dict[str, float]:
    x, y = a.topic, b.topic
    head = _heads(a, b)
    return {
        "head": float(head > Level.BROADER),
        "head_near": float(head == Level.BROADER),
        "head_other": float(head == -1),
        "opposed": float(are_opposed(x, y)),
        "change_other": float(a.value.change != b.value.change),
        "basis_other": float(a.basis != b.basis),
        "modality_other": float(_is_fact(a) != _is_fact(b)),
        "denied_other": float(a.commitment.negated != b.commitment.negated),
        "time_other": float(bool(a.when and b.when and a.when.relation(b.when) is Relation.DISJOINT)),
        "beside": _share(a.beside, b.beside),
        "predicate": _share(x.predicate, y.predicate),
        "predicate_other": _no_share(x.predicate, y.predicate),
        "state": _share(x.states, y.states),
        "state_other": _no_share(x.states, y.states),
        "owner": _share(a.owners, b.owners),
        "owner_other": _no_share(a.owners, b.owners),
    }


def _nearest(a: Mention, b: Mention) -> dict[str, float]:
    if not (a.nearest and b.nearest):
        return {}
    name = "nearest" if a.nearest == b.nearest else "nearest_other"
    of_age = a.value is not None and a.value.kind is Kind.AGE
    return {name: 1.0} | ({name.replace("nearest", "aged"): 1.0} if of_age else {})


def are_opposed(x: Topic, y: Topic) -> bool:
    """Whether the verbs, or what narrows the things, are opposed: opened and closed, old and new."""
    one, other = (_words(topic.predicate, topic.states) for topic in (x, y))
    return opposed(one, other, "v") or opposed(x.modifiers, y.modifiers, "a")


@kept(20_000)
def _words(predicate: frozenset[str], states: frozenset[str]) -> frozenset[str]:
    return frozenset(key[2:] for key in predicate | states if key[1:2] == ":")


def _share(x: Set[str], y: Set[str]) -> float:
    return float(not x.isdisjoint(y))


def _no_share(x: Set[str], y: Set[str]) -> float:
    """Two known sides that share nothing."""
    return float(bool(x) and bool(y) and x.isdisjoint(y))


def _heads(a: Claim, b: Claim) -> int:
    """The level on which two things counted meet; 0 where one is unknown, -1 where they do not."""
    if a.topic.core & b.topic.core:
        return Level.LEMMA
    words = [c.value.counted.head if c.value.counted else c.topic.noun for c in (a, b)]
    if not all(words):
        return 0
    return noun_level(*words) or -1


def _is_fact(claim: Claim) -> bool:
    return claim.commitment.modality is Modality.FACT


_BACK = "_back"
_BOTH_WAYS = [(n, NAMES.index(name + _BACK)) for n, name in enumerate(NAMES) if name + _BACK in NAMES]
_ONE_WAY = [n for n in range(len(NAMES)) if not any(n in pair for pair in _BOTH_WAYS)]
_one_way: Callable[[Features], Sequence[float]] = itemgetter(*_ONE_WAY)
SYMMETRIC = (
    *(f"{NAMES[n]}_{end}" for n, _ in _BOTH_WAYS for end in ("most", "least")),
    *(NAMES[n] for n in _ONE_WAY),
)


def symmetric(told: Features) -> list[float]:
    """The same features whichever mention comes first: of two directions the stronger and the weaker."""
    ends = [(x, y) if (x := told[n]) > (y := told[back]) else (y, x) for n, back in _BOTH_WAYS]
    return [*chain.from_iterable(ends), *_one_way(told)]
