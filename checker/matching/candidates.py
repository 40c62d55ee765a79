"""Which mentions without numbers are held against each other: those of two accounts that exclude each other.

What agrees is found on the way: an account that also says the other's tells of two things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from checker.lexical.predicates import meanings
from checker.matching.contexts import Sentence, contexts_of
from checker.matching.excluding import Excluding
from checker.matching.told import NAMES, Sort, Told, told_of
from checker.matching.ways import Way
from checker.propositions.alignment import alignments_of
from checker.readings import SetReading

_PER_SENTENCE = 3  # mentions of one thing in a sentence of a big set: more of them teach nothing
_ALL = 50_000  # pairs of mentions of one sort; of more, only those in sentences that tell alike are held
_MANY_OF = frozenset({Sort.PERSON, Sort.ORGANISATION})
_NEARLY = frozenset({Way.EXCLUSIVE, Way.ANTONYM})
_FEW = frozenset({Sort.TIME, Sort.PEOPLE, Sort.PLACE, Sort.DESCRIPTION})  # held wherever they stand


class Candidates:
    """The pairs of a set that exclude each other, and what its accounts agree on."""

    def __init__(self, reading: SetReading) -> None:
        self._reading = reading
        self._contexts, self._world = contexts_of(reading), alignments_of(reading)
        self.excluding = Excluding(reading)
        self.told = told_of(reading)
        self.of: dict[Sort, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
        for one in self.told:
            self.of[one.sort][one.account].append(one)
        self._accounts = sorted({one.account for one in self.told})
        self._agreeing: set[tuple[int, str]] = set()
        held = list(self._candidates())
        self.siding = Counter(number for number, _ in self._agreeing)  # of a mention, by its id
        self._names = {(one.key, one.account) for one in self.told if one.sort in NAMES}
        self.pairs = [(a, b, way) for a, b, way in held if not self._tells_both(a, b, way)]

    def _tells_both(self, a: Told, b: Told, way: Way) -> bool:
        """Whether the account of either also says the other's: then it tells of two things."""
        if way is Way.GIVEN:
            return (a.key, b.account) in self._names or (b.key, a.account) in self._names
        return (id(a), b.account) in self._agreeing or (id(b), a.account) in self._agreeing

    def _candidates(self) -> Iterator[tuple[Told, Told, Way]]:
        number = self.excluding.number
        for sort, by_account in self.of.items():
            sizes = [len(ones) for ones in by_account.values()]
            many = (sum(sizes) ** 2 - sum(n * n for n in sizes)) / 2 > _ALL
            held = self._told_alike(sort) if many else combinations(by_account.values(), 2)
            for ones, others in held:
                numbers = [number(b) for b in others]
                for a in ones:
                    near = self.excluding.near(number(a))
                    yield from self._held(a, [b for b, n in zip(others, numbers, strict=True) if n in near])

    def _held(self, a: Told, others: Sequence[Told]) -> Iterator[tuple[Told, Told, Way]]:
        """Those of some mentions that a mention excludes; what agrees with it is kept."""
        for b in others:
            if a.sort in _MANY_OF and a.key != b.key and not self._may_meet(a, b):
                continue
            way = self.excluding.way(a, b)
            if way is Way.SAME:
                self._agreeing |= {(id(a), b.account), (id(b), a.account)}
            elif way is not None and self._may_be_one(a, b, way):
                yield a, b, way

    def _may_meet(self, a: Told, b: Told) -> bool:
        return self.excluding.one_surname(a, b) or (not (a.tells or b.tells) and self._near(a, b))

    def has_relatives(self, told: Told) -> bool:
        """Whether the account names another of the same surname."""
        ones = self.of[Sort.PERSON].get(told.account, ())
        return any(one.key != told.key and self.excluding.one_surname(told, one) for one in ones)

    def _told_alike(self, sort: Sort) -> Iterator[tuple[Sequence[Told], Sequence[Told]]]:
        """Of a big set: the mentions in sentences that tell alike, and what agrees word for word anywhere."""
        every = [one for ones in self.of[sort].values() for one in ones]
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
            yield ones, list(chain.from_iterable(held))

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

    def is_backed(self, told: Told) -> bool:
        """Whether another account says the same."""
        return any((id(told), name) in self._agreeing for name in self._accounts)
