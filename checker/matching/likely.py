"""What speaks for and against two mentions without numbers being a disagreement: features to be weighed.

Weighed are the surroundings (how alike the sentences tell, who is named, which predicate, which role, with
whom), the way in which the two exclude each other, and how they stand in their accounts: whether either
account says the other's, too, how many such mentions it has, and what further accounts say. The weights are
in told_weights.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from checker.matching.candidates import Candidates
from checker.matching.contexts import contexts_of
from checker.matching.told import NAMES, Sort, Told
from checker.matching.told_rows import Row, deeds, most_known, narrowing, predicates, roles, worded
from checker.matching.ways import Way
from checker.model import Kind
from checker.propositions import Proposition, Status
from checker.propositions import Role as In
from checker.propositions.alignment import alignments_of
from checker.readings import SetReading, once

_MANY, _WEIGHTY = 2, 8.0  # from where on more makes no difference
_SPELLING = 0.6  # from here two names are written alike
_SURE = frozenset({Status.FACT, Status.DENIED})
_SHARES = ("same", "meaning", "near", "window")
_LIKENESS = (*_SHARES, "mass", "rarest")
_ALIKE = {f"{name}_{end}": 1.0 for name in _SHARES for end in ("most", "least")}  # … at most
_BESIDE = {
    "others_one": _WEIGHTY,
    "others_apart": float(_MANY),
    "others_akin": float(_MANY),
    **dict.fromkeys(("agent_one", "patient_one", "time_other"), 1.0),
}


@dataclass(frozen=True, slots=True)
class Pair:
    a: Told
    b: Told
    way: Way
    likely: Likely

    @property
    def drafted(self) -> bool:
        return self.a.drafted or self.b.drafted

    @property
    def backed(self) -> bool:
        """Whether a source agrees with the draft."""
        return self.likely.is_backed(self)

    @property
    def placed(self) -> bool:
        """Whether both stand in a proposition."""
        return self.a.proposition is not None and self.b.proposition is not None

    @property
    def row(self) -> Row:
        return {name: x for part, _ in self.parts() for name, x in part.items()}

    def standing(self) -> Row:
        """The features that are cheap to find."""
        return self.likely.standing(self.a, self.b)

    def parts(self) -> Iterator[tuple[Row, Row]]:
        """The features, the cheap ones first, each time with the most that those still to come may be."""
        return self.likely.parts(self)


class _Stand(NamedTuple):
    """How a mention stands in its account."""

    siding: int  # accounts that say the same
    told: int  # mentions of the sort in the account
    lone: bool  # the only one in its sentence
    often: float  # log of how often it is told in the set
    place: float  # in the account, from 0 to 1
    mass: float  # what the words around it weigh, the near ones most


class Likely:
    """The pairs of a set that exclude each other, each with what speaks for and against."""

    def __init__(self, reading: SetReading) -> None:
        self._contexts, self._world = contexts_of(reading), alignments_of(reading)
        self._held = Candidates(reading)
        self._alike_most = _ALIKE | dict.fromkeys(("rarest_most", "rarest_least"), self._contexts.rarest)
        told = self._held.told
        self._in_sentence = Counter((one.sentence, one.sort) for one in told)
        self._times = Counter((one.sort, one.key) for one in told)
        self._stand = cache(self._find_stand)
        self.pairs = [Pair(a, b, way, self) for a, b, way in self._held.pairs]

    def is_backed(self, pair: Pair) -> bool:
        return any(one.drafted and self._held.is_backed(one) for one in (pair.a, pair.b))

    def _find_stand(self, told: Told) -> _Stand:
        return _Stand(
            self._held.siding[id(told)],
            len(self._held.of[told.sort][told.account]),
            self._in_sentence[told.sentence, told.sort] == 1,
            math.log(self._times[told.sort, told.key]),
            self._contexts.place(told.sentence),
            self._contexts.around(told.sentence, told.span).whole_near,
        )

    def most(self, sort: Sort, placed: bool) -> Row:
        """The most that the features which are dear to find may be, but for `masses`."""
        return (
            most_known(sort, placed, self._contexts.rarest) | self._alike_most | (_BESIDE if placed else {})
        )

    def masses(self, pair: Pair) -> Row:
        """The most that what two sentences share may weigh."""
        x, y = self._stand(pair.a).mass, self._stand(pair.b).mass
        return {"mass_most": max(x, y), "mass_least": min(x, y)}

    def parts(self, pair: Pair) -> Iterator[tuple[Row, Row]]:
        a, b, p, q = pair.a, pair.b, pair.a.proposition, pair.b.proposition
        beside = _BESIDE if p is not None and q is not None else {}
        yield self._known(a, b, pair.way), self._alike_most | self.masses(pair) | beside
        yield self._alike(a, b), beside
        if p is not None and q is not None:
            yield self._beside(a, b, p, q), {}

    def _known(self, a: Told, b: Told, way: Way) -> Row:
        row = {f"is_{a.sort}": 1.0, f"way_{way}": 1.0}
        row |= self.standing(a, b) | self._surroundings(a, b)
        p, q = a.proposition, b.proposition
        if p is not None and q is not None:
            row["status_other"] = float((p.status in _SURE) != (q.status in _SURE))
            row["earlier_other"] = float(p.earlier != q.earlier)
            row |= deeds(p, q) if a.sort is Sort.DEED else predicates(p, q, bool(row["role"]))
        if a.sort in NAMES:
            row |= self._named(a, b, way)
        if a.sort in (Sort.WORD, Sort.PART):
            row |= worded(a.key, b.key)
        return row

    def standing(self, a: Told, b: Told) -> Row:
        x, y = self._stand(a), self._stand(b)
        there = self._contexts.rank(a.sentence, b.sentence)
        back = self._contexts.rank(b.sentence, a.sentence)
        row = {
            "rank_most": max(there, back),
            "rank_least": min(there, back),
            "away": abs(x.place - y.place),
            "siding": float(min(abs(x.siding - y.siding), _MANY)),
            "few": 1 / max(x.told, y.told),
            "lone": float(x.lone and y.lone),
            "draft": float(a.drafted or b.drafted),
            "often_least": min(x.often, y.often),
            "often_most": max(x.often, y.often),
        }
        if a.about or b.about:  # whether the two describe one actor
            row["about" if a.about and b.about else "about_one"] = 1.0
        if a.value is not None and b.value is not None:
            row["grain_other"] = float(a.value.grain != b.value.grain)
            row["clock"] = float(a.value.kind is Kind.TIME)
        if a.sort in (Sort.WORD, Sort.PEOPLE):
            row |= narrowing(a, b)
        if a.sort is not Sort.DEED and a.proposition is not None and b.proposition is not None:
            row |= roles(a.filler, b.filler)
        return row

    def _surroundings(self, a: Told, b: Told) -> Row:
        ours, theirs = (one.sentence.actors - {a.key, b.key} for one in (a, b))
        row = {
            "rare_actor": self._contexts.rarity(ours & theirs),
            "actors_other": float(bool(ours and theirs) and ours.isdisjoint(theirs)),
        }
        if a.nearest and b.nearest:
            row["nearest_other"] = float(a.nearest != b.nearest)
            row["rare_nearest"] = self._contexts.rarity({a.nearest} & {b.nearest})
        return row

    def _alike(self, a: Told, b: Told) -> Row:
        told = self._contexts.likeness(a.sentence, a.span, b.sentence, b.span)
        back = self._contexts.likeness(b.sentence, b.span, a.sentence, a.span)
        row: Row = {}
        for name in _LIKENESS:
            two = getattr(told, name), getattr(back, name)
            row |= {f"{name}_most": max(two), f"{name}_least": min(two)}
        return row

    def _beside(self, a: Told, b: Told, p: Proposition, q: Proposition) -> Row:
        held = self._world.align(p, q)
        one = [(f, g) for f, g in held.one if f is not a.filler and g is not b.filler]
        apart = [(f, g) for f, g in held.apart if f is not a.filler and g is not b.filler]
        return {
            "others_one": min(self._world.weight_of(one), _WEIGHTY),
            "others_apart": float(min(len(apart), _MANY)),
            "others_akin": float(min(len(held.akin), _MANY)),
            "agent_one": float(any(f.role is g.role is In.AGENT for f, g in one)),
            "patient_one": float(any(In.AGENT not in (f.role, g.role) for f, g in one)),
            "time_other": float(self._world.other_time(p, q)),
        }

    def _named(self, a: Told, b: Told, way: Way) -> Row:
        one, other = self._held.excluding.names(a), self._held.excluding.names(b)
        return {
            "relatives": float(
                way is Way.GIVEN and (self._held.has_relatives(a) or self._held.has_relatives(b))
            ),
            "name_part": float(not set(one.split()).isdisjoint(other.split())),
            "name_near": float(SequenceMatcher(None, one, other).ratio() > _SPELLING),
        }


@once
def likely_of(reading: SetReading) -> Likely:
    return Likely(reading)
