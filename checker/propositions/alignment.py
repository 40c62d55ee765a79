"""Two propositions of two accounts beside each other: which of those who take part are one, which are not.

Held against each other are fillers of one role. One that only "may act or be acted on" ("the dam failed",
"Lund's dismissal") stands beside either, and what a verb has as its object another has behind a preposition
("leave the union", "stay in the union").
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from checker.data import word_list
from checker.lexical import sorts
from checker.model import Kind, Places, Relation, Value
from checker.propositions.comparison import Fillers, Standing
from checker.propositions.proposition import Filler, Keys, Proposition, Role
from checker.propositions.rarity import Rarity, rarity_of
from checker.readings import SetReading, once, values_of

Pairs = tuple[tuple[Filler, Filler], ...]
_AMOUNTS = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.COUNT, Kind.DURATION, Kind.MEASURE})
_TIMES = frozenset({Kind.DATE, Kind.TIME})
_NEVER = frozenset({Role.TIME, Role.CAUSE, Role.QUANTITY})


@dataclass(frozen=True, slots=True)
class Alignment:
    one: Pairs  # those who are one
    akin: Pairs  # those who may be one
    apart: Pairs  # those of one role who are not one

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that one and the same fills on both sides."""
        return frozenset(a.role for a, _ in self.one)


class Alignments:
    """The alignments of the propositions of a set, and how much they say."""

    def __init__(self, reading: SetReading) -> None:
        told = [p for item in reading.articles for p in item.propositions]
        self.fillers = Fillers(reading.index, told)
        self.rarity: Rarity = rarity_of(reading)
        self._values = {item.article.id: values_of(item) for item in reading.articles}
        self._dated = Places(
            (name, v.span, v)
            for name, placed in self._values.items()
            for v in placed.values
            if v.kind in _TIMES
        )

    def align(self, a: Proposition, b: Proposition) -> Alignment:
        held = [(f, g, self.fillers.compare(f, g)) for f, g in product(a.fillers, b.fillers) if _beside(f, g)]
        one = tuple((f, g) for f, g, s in held if s is Standing.SAME)
        akin = tuple((f, g) for f, g, s in held if s is Standing.AKIN)
        met = {id(f) for pair in (*one, *akin) for f in pair}
        apart = tuple(
            (f, g)
            for f, g, s in held
            if s in (Standing.EXCLUSIVE, Standing.OTHER) and _in_one_role(f, g) and not {id(f), id(g)} & met
        )
        return Alignment(one, akin, apart)

    def weight(self, alignment: Alignment) -> float:
        return self.weight_of(alignment.one)

    def weight_of(self, one: Iterable[tuple[Filler, Filler]]) -> float:
        """How much it says that two propositions have those in common, by how rare their words are."""
        keys: set[str] = set()
        for f, g in one:
            keys |= self._common(f, g)
        return math.fsum(map(self.rarity.weight, keys))

    def same(self, ours: tuple[Filler, ...], theirs: tuple[Filler, ...]) -> bool:
        """Whether one of the ones is one of the others."""
        return any(self.fillers.compare(f, g) is Standing.SAME for f, g in product(ours, theirs))

    def other_time(self, a: Proposition, b: Proposition) -> bool:
        """Whether each says when, and the days, years or hours have nothing in common."""
        ours, theirs = (self._times(p) for p in (a, b))
        known = [(x, y) for x, y in product(ours, theirs) if x.comparable(y)]
        if known:
            return all(x.relation(y) is Relation.DISJOINT for x, y in known)
        days = [{f.head for f in p.of(Role.TIME)} for p in (a, b)]
        return any(sorts.exclusive((x,), (y,)) for x, y in product(*days)) and not days[0] & days[1]

    def figures(self, told: Proposition) -> frozenset[tuple[str, ...]]:
        """The figures of its sentence, however they are hedged."""
        values = self._values[told.article.id].within(told.sentence)
        return frozenset((v.kind, v.unit or "", *v.stated) for v in values if v.kind in _AMOUNTS)

    def _times(self, told: Proposition) -> list[Value]:
        bounds = word_list("propositions", "bounds")
        spans = [f.span for f in told.of(Role.TIME) if f.preposition not in bounds]
        if not spans:
            return []
        dated, article = self._dated, told.article.id
        return list({id(v): v for span in spans for v in dated.at(article, span)}.values())

    def _common(self, f: Filler, g: Filler) -> Keys:
        if f.entity and g.entity:
            return frozenset({f.entity})
        return f.keys | self.rarity.common(f.narrowing, g.narrowing).keys

    def around(self, a: Proposition, b: Proposition) -> float:
        """How much all else that two propositions tell has in common."""
        return self.rarity.common(a.everything, b.everything).weight


def _beside(f: Filler, g: Filler) -> bool:
    if f.role in _NEVER or g.role in _NEVER:
        return False
    return f.loose or g.loose or (f.role is Role.AGENT) == (g.role is Role.AGENT)


def _in_one_role(f: Filler, g: Filler) -> bool:
    if f.role is g.role:
        return f.role is not Role.OTHER or f.preposition == g.preposition
    return (f.loose or g.loose) and {f.role, g.role} == {Role.AGENT, Role.PATIENT}


@once
def alignments_of(reading: SetReading) -> Alignments:
    return Alignments(reading)
