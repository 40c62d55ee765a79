"""How likely two mentions without numbers are a disagreement: features with fitted weights.

Weighed are the surroundings (how alike the sentences tell, who is named, which predicate, which role, with
whom), the way in which the two exclude each other, and how they stand in their accounts: whether either
account says the other's, too, how many such mentions it has, and what further accounts say. The weights
stand in rules/vocabulary/told.yaml, which `python -m tools.fit_told` writes.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import chain, combinations
from typing import NamedTuple

from checker.data import load
from checker.lexical.predicates import meanings
from checker.matching.contexts import Sentence, contexts_of
from checker.matching.excluding import Excluding
from checker.matching.told import NAMES, Sort, Told, told_of
from checker.matching.told_rows import Row, deeds, most_known, narrowing, predicates, roles, worded
from checker.matching.ways import Way
from checker.matching.weights import probability
from checker.model import Kind
from checker.propositions import Proposition, Status
from checker.propositions import Role as In
from checker.propositions.alignment import alignments_of
from checker.readings import SetReading, once

_PER_SENTENCE = 3  # mentions of one thing in a sentence of a big set: more of them teach nothing
_ALL = 50_000  # pairs of mentions of one sort; of more, only those in sentences that tell alike are held
_ROUNDING = 1e-6
_MANY, _WEIGHTY = 2, 8.0  # from where on more makes no difference
_SPELLING = 0.6  # from here two names are written alike
_SURE = frozenset({Status.FACT, Status.DENIED})
_MANY_OF = frozenset({Sort.PERSON, Sort.ORGANISATION})
_NEARLY = frozenset({Way.EXCLUSIVE, Way.ANTONYM})
_FEW = frozenset({Sort.TIME, Sort.PEOPLE, Sort.PLACE, Sort.DESCRIPTION})  # held wherever they stand
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
        self._reading = reading
        self._contexts, self._world = contexts_of(reading), alignments_of(reading)
        self._excluding = Excluding(reading)
        self._alike_most = _ALIKE | dict.fromkeys(("rarest_most", "rarest_least"), self._contexts.rarest)
        told = told_of(reading)
        self._of: dict[Sort, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
        for one in told:
            self._of[one.sort][one.account].append(one)
        self._accounts = sorted({one.account for one in told})
        self._agreeing: set[tuple[int, str]] = set()
        held = list(self._candidates())
        self._siding = Counter(number for number, _ in self._agreeing)
        self._in_sentence = Counter((one.sentence, one.sort) for one in told)
        self._times = Counter((one.sort, one.key) for one in told)
        self._stand = cache(self._find_stand)
        self._names = {(one.key, one.account) for one in told if one.sort in NAMES}
        self.pairs = [Pair(a, b, way, self) for a, b, way in held if not self._tells_both(a, b, way)]

    def _tells_both(self, a: Told, b: Told, way: Way) -> bool:
        """Whether the account of either also says the other's: then it tells of two things."""
        if way is Way.GIVEN:
            return (a.key, b.account) in self._names or (b.key, a.account) in self._names
        return (id(a), b.account) in self._agreeing or (id(b), a.account) in self._agreeing

    def _candidates(self) -> Iterator[tuple[Told, Told, Way]]:
        number = self._excluding.number
        for sort, by_account in self._of.items():
            sizes = [len(ones) for ones in by_account.values()]
            many = (sum(sizes) ** 2 - sum(n * n for n in sizes)) / 2 > _ALL
            for a, others in self._told_alike(sort) if many else _across(by_account):
                near = self._excluding.near(number(a))
                for b in [one for one in others if number(one) in near]:
                    if sort in _MANY_OF and a.key != b.key and not self._may_meet(a, b):
                        continue
                    way = self._excluding.way(a, b)
                    if way is Way.SAME:
                        self._agreeing |= {(id(a), b.account), (id(b), a.account)}
                    elif way is not None and self._may_be_one(a, b, way):
                        yield a, b, way

    def _may_meet(self, a: Told, b: Told) -> bool:
        return self._excluding.one_surname(a, b) or (not (a.tells or b.tells) and self._near(a, b))

    def _has_relatives(self, told: Told) -> bool:
        """Whether the account names another of the same surname."""
        ones = self._of[Sort.PERSON].get(told.account, ())
        return any(one.key != told.key and self._excluding.one_surname(told, one) for one in ones)

    def _told_alike(self, sort: Sort) -> Iterator[tuple[Told, Sequence[Told]]]:
        """Of a big set: the mentions in sentences that tell alike, and what agrees word for word anywhere."""
        every = [one for ones in self._of[sort].values() for one in ones]
        there: dict[Sentence, list[Told]] = defaultdict(list)
        accounts: dict[str, set[str]] = defaultdict(set)
        again: Counter[tuple[Sentence, str]] = Counter()
        for one in every:
            again[one.sentence, one.key] += 1
            if again[one.sentence, one.key] <= _PER_SENTENCE:
                there[one.sentence].append(one)
            accounts[one.key].add(one.account)
        self._agreeing |= {(id(a), name) for a in every for name in accounts[a.key] - {a.account}}
        for sentence, ones in there.items():
            held = (there.get(other, ()) for other in self._contexts.held_against(sentence))
            others = list(chain.from_iterable(held))
            yield from ((one, others) for one in ones)

    def _may_be_one(self, a: Told, b: Told, way: Way) -> bool:
        """Whether two are told alike enough to be weighed; what describes two actors is of two things, and
        what was done at two times is two deeds."""
        two = a.about and b.about and not self._of_one(a, b)
        p, q = a.proposition, b.proposition
        if two or (a.sort is Sort.DEED and p is not None and q is not None and self._world.other_time(p, q)):
            return False
        return way in _NEARLY or way is Way.GIVEN or self._near(a, b)

    def _of_one(self, a: Told, b: Told) -> bool:
        return any(self._reading.index.same(x, y) for x in a.about for y in b.about)

    def is_backed(self, pair: Pair) -> bool:
        drafted = [one for one in (pair.a, pair.b) if one.drafted]
        return any((id(one), name) in self._agreeing for one in drafted for name in self._accounts)

    def _near(self, a: Told, b: Told) -> bool:
        """Whether two stand in sentences that tell alike, or with predicates of one meaning."""
        if a.reading is b.reading or a.sort in _FEW:
            return True
        if b.sentence in self._contexts.alike[a.sentence]:
            return True
        p, q = a.proposition, b.proposition
        if p is None or q is None:
            return False
        return a.sort is Sort.DEED or not meanings(p.lemma, p.pos).isdisjoint(meanings(q.lemma, q.pos))

    def _find_stand(self, told: Told) -> _Stand:
        return _Stand(
            self._siding[id(told)],
            len(self._of[told.sort][told.account]),
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
        one, other = self._excluding.names(a), self._excluding.names(b)
        return {
            "relatives": float(way is Way.GIVEN and (self._has_relatives(a) or self._has_relatives(b))),
            "name_part": float(not set(one.split()).isdisjoint(other.split())),
            "name_near": float(SequenceMatcher(None, one, other).ratio() > _SPELLING),
        }


def _across(by_account: Mapping[str, Sequence[Told]]) -> Iterator[tuple[Told, Sequence[Told]]]:
    for ones, others in combinations(by_account.values(), 2):
        yield from ((one, others) for one in ones)


@dataclass(frozen=True, slots=True)
class ToldWeights:
    pair: Mapping[str, float]  # a weight a feature, and the bias
    most: Mapping[str, float]  # … those above 0
    cut: float  # probability from which on two disagree, between sources …
    cut_draft: float  # … and between a draft and a source

    def found(self, held: Likely) -> Iterator[tuple[float, Pair]]:
        """The pairs that disagree, each with how likely it is."""
        known = cache(lambda sort, way: _weigh(self.pair, {f"is_{sort}": 1.0, f"way_{way}": 1.0}))
        dear = cache(lambda sort, placed: _weigh(self.most, held.most(sort, placed)))
        for pair in held.pairs:
            odds = self.pair["bias"] + known(pair.a.sort, pair.way) + _weigh(self.pair, pair.standing())
            most = dear(pair.a.sort, pair.placed) + _weigh(self.most, held.masses(pair))
            if odds + most >= self._least(pair) and (chance := self.probability(pair)):
                yield chance, pair

    def probability(self, pair: Pair) -> float:
        """How likely a disagreement is; 0 as soon as nothing still to be found could bring it to the cut."""
        odds, least = self.pair["bias"], self._least(pair)
        for row, most in pair.parts():
            odds += _weigh(self.pair, row)
            if odds + _weigh(self.most, most) < least:
                return 0.0
        found = probability(odds)
        return found if found >= self._cut(pair) else 0.0

    def _cut(self, pair: Pair) -> float:
        return self.cut_draft if pair.drafted else self.cut

    def _least(self, pair: Pair) -> float:
        cut = self._cut(pair)
        return math.log(cut / (1 - cut)) - _ROUNDING


def _weigh(weights: Mapping[str, float], row: Row) -> float:
    weight = weights.get
    return sum([weight(name, 0.0) * x for name, x in row.items()])


@lru_cache(maxsize=1)
def told_weights() -> ToldWeights:
    data = load("told")
    most = {name: max(0.0, weight) for name, weight in data["pair"].items()}
    return ToldWeights(data["pair"], most, **data["cutoffs"])


@once
def likely_of(reading: SetReading) -> Likely:
    return Likely(reading)
