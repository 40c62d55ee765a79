"""How two mentions of one sort stand to each other: they say the same, exclude each other, or neither.

What is not known to be the same, nor to be another thing, is no pair at all, but for what fills one role of
one deed: there a reader expects the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from dataclasses import fields
from difflib import SequenceMatcher
from functools import cache
from operator import attrgetter

from checker.comparison import SOURCES, why
from checker.keeping import kept
from checker.lexical import sorts, wordnet
from checker.lexical.gazetteer import fold
from checker.lexical.opposed import listed, sides_of
from checker.lexical.predicates import meanings
from checker.matching.deeds import deed_keys, is_denied, one_meaning, things, way_of_deeds
from checker.matching.told import NAMES, Sort, Told, told_of
from checker.matching.ways import Way
from checker.model import Value
from checker.propositions import Filler
from checker.propositions import Role as In
from checker.propositions.alignment import alignments_of
from checker.propositions.comparison import Fillers, exclusive_words
from checker.propositions.comparison import Standing as How
from checker.readings import SetReading
from checker.spellings import other_given

_SPELLING = 0.9  # from here two names are spellings of one


class Excluding:
    def __init__(self, reading: SetReading) -> None:
        self._index = reading.index
        self._fillers: Fillers = alignments_of(reading).fillers
        self._numbers: dict[object, int] = {}
        self._ways: dict[tuple[int, int], Way | None] = {}
        self.number = cache(self._find_number)
        self._with: dict[tuple[Sort, str], set[int]] = defaultdict(set)
        self._keys: list[Sequence[tuple[Sort, str]]] = []
        for one in told_of(reading):
            self.number(one)
        self.near = cache(self._find_near)

    def way(self, a: Told, b: Told) -> Way | None:
        """How two of one sort stand to each other, found once for all that are told in the same words."""
        ends = self.number(a), self.number(b)
        if ends not in self._ways:
            self._ways[ends] = self._find_way(a, b)
        return self._ways[ends]

    def _find_number(self, told: Told) -> int:
        """The same for all mentions that differ in nothing that is asked here."""
        number = self._numbers.setdefault((told.sort, told.key, *_asked(told)), len(self._numbers))
        if number == len(self._keys):
            self._keys.append([(told.sort, key) for key in _keys(told)])
            for key in self._keys[number]:
                self._with[key].add(number)
        return number

    def _find_near(self, number: int) -> Set[int]:
        """The numbers of all that a mention may exclude or be one with: no other shares a key with it."""
        first, *rest = (self._with[key] for key in self._keys[number])
        return first.union(*rest) if rest else first

    def _find_way(self, a: Told, b: Told) -> Way | None:
        if a.sort is Sort.DEED:
            return way_of_deeds(a.proposition, b.proposition)
        if a.key == b.key:
            return Way.SAME
        if a.sort in NAMES:
            return self._names(a, b)
        if a.sort is Sort.PEOPLE:
            return _peoples(a.key, b.key)
        if a.sort is Sort.TIME:
            return _times(a, b)
        if a.sort is Sort.DESCRIPTION:
            return self._descriptions(a, b)
        return _words(a.key, b.key) if a.sort is Sort.WORD else self._parts(a, b)

    def _names(self, a: Told, b: Told) -> Way | None:
        """Two names of which neither is the other, a part of it, or a spelling of it."""
        one, other = self.names(a), self.names(b)
        if self.one_surname(a, b):
            return Way.GIVEN
        if a.tells or b.tells:
            return None
        words = set(one.split()), set(other.split())
        shown = set(fold(a.text).split()), set(fold(b.text).split())
        nested = any(x <= y or y <= x for x, y in (words, shown))
        if (
            nested
            or is_spelling(one, other)
            or _is_short(one, other)
            or (words[0] & words[1] and len(words[0]) != len(words[1]))
        ):
            return None
        lands = sorts.lands_of((one,)), sorts.lands_of((other,))
        if all(lands) and not sorts.apart(*lands):
            return None  # a country and its capital
        if a.key.startswith("~") or b.key.startswith("~"):
            return Way.OTHER if words[0].isdisjoint(words[1]) else None
        found = self._fillers.names(a.key, b.key)
        return {How.SAME: Way.SAME, How.AKIN: Way.AKIN, How.UNKNOWN: Way.UNKNOWN}.get(found, Way.EXCLUSIVE)

    def one_surname(self, a: Told, b: Told) -> bool:
        """Whether two people are named in full by one surname and other given names."""
        return a.sort is Sort.PERSON and other_given(_full(self.names(a)), _full(self.names(b)))

    def names(self, told: Told) -> str:
        actor = self._index.get(told.key)
        name = told.key[1:] if actor is None else fold(actor.name)
        return name.replace(" - ", "-")

    def _descriptions(self, a: Told, b: Told) -> Way | None:
        """Two descriptions of one actor: offices of which nobody has two, one noun narrowed in two ways."""
        f, g = a.filler, b.filler
        same = any(self._index.same(x, y) for x in a.about for y in b.about)
        if f is None or g is None or not same:
            return None
        if (office(a.key), office(b.key)) in sorts.exclusive_offices() or exclusive_words(f, g):
            return Way.EXCLUSIVE
        if f.head == g.head:
            apart = f.words and g.words and set(f.words).isdisjoint(g.words)
            return Way.OTHER if apart else Way.SAME
        return None if wordnet.related(f.head, g.head) else _words(f.head, g.head) or Way.UNKNOWN

    def _parts(self, a: Told, b: Told) -> Way | None:
        f, g, p, q = a.filler, b.filler, a.proposition, b.proposition
        if f is None or g is None or p is None or q is None or not one_meaning(p, q):
            return None
        if (f.role is not g.role and not (f.loose or g.loose)) or f.role is In.ATTRIBUTE:
            return None
        if f.role is In.OTHER and f.preposition != g.preposition:
            return None
        found = self._fillers.compare(f, g)
        if wordnet.synonyms(f.head, g.head, "n"):
            found = How.SAME
        return {How.SAME: Way.SAME, How.AKIN: None, How.UNKNOWN: Way.UNKNOWN, How.OTHER: Way.OTHER}.get(
            found, Way.EXCLUSIVE
        )


def _keys(told: Told) -> Collection[str]:
    """What mentions of one sort share unless they stand in no way to each other."""
    p = told.proposition
    if told.sort is Sort.WORD:
        return _kin(told.key)
    if p is None or told.sort not in (Sort.PART, Sort.DEED):
        return ("",)
    return deed_keys(p) if told.sort is Sort.DEED else meanings(p.lemma, p.pos) | {f"={told.key}"}


def _asked(told: Told) -> tuple[object, ...]:
    """What a way depends on, beside the sort and the key of a mention."""
    if told.sort in NAMES:
        return told.text, told.tells
    if told.sort is Sort.TIME:
        return _of_value(told.value)
    filler = told.filler and _of_filler(told.filler)
    if told.sort is Sort.DESCRIPTION:
        return told.about, filler
    p = told.proposition
    if p is None or told.sort not in (Sort.PART, Sort.DEED):
        return ()
    if told.sort is Sort.PART:
        return filler, p.lemma, p.pos
    return p.pos, p.noun, p.status, is_denied(p), p.said, things(p)


_of_value, _of_filler = (
    attrgetter(*(field.name for field in fields(kind) if field.name != "span")) for kind in (Value, Filler)
)


@kept(50_000)
def _peoples(x: str, y: str) -> Way | None:
    if not (sorts.peoples_of((x,)) or sorts.peoples_of((y,))):
        return None  # two countries are places
    return Way.EXCLUSIVE if sorts.apart(sorts.lands_of((x,)), sorts.lands_of((y,))) else Way.SAME


def _times(a: Told, b: Told) -> Way | None:
    if a.value is None or b.value is None or not a.value.comparable(b.value):
        return None
    return Way.SAME if why(a.value, b.value, SOURCES).agrees else Way.EXCLUSIVE


def _words(x: str, y: str) -> Way | None:
    if _kin(x).isdisjoint(_kin(y)):
        return None
    if any(wordnet.opposites(x, y, pos) for pos in "nav") or listed({x}, {y}):
        return Way.ANTONYM
    if wordnet.synonyms(x, y, "n"):
        return Way.SAME
    if wordnet.is_a(x, y) or wordnet.is_a(y, x):
        return None
    if sorts.exclusive((x,), (y,)):
        return Way.EXCLUSIVE
    if not _parents(x).isdisjoint(_parents(y)):
        return Way.SIBLING
    return None if _grandparents(x).isdisjoint(_grandparents(y)) else Way.COUSIN


@kept(20_000)
def _kin(word: str) -> frozenset[str]:
    """What a word shares with every word that it stands in some way to."""
    own = {f"{pos}:{word}" for pos in "nav"}.union(*(wordnet.entry(word, pos).opposites for pos in "nav"))
    near = {
        *wordnet.entry(word, "n").senses[:2],
        *_parents(word),
        *_grandparents(word),
        *sorts.sorts_of(word),
    }
    land = {"land"} if sorts.lands_of((word,)) else set()
    return frozenset(own | near | land | {f"list {number}" for number in sides_of((word,))})


@kept(20_000)
def _parents(noun: str) -> frozenset[str]:
    return frozenset(up for sense in wordnet.entry(noun, "n").senses[:2] for up in wordnet.parents(sense))


@kept(20_000)
def _grandparents(noun: str) -> frozenset[str]:
    """The senses one and two steps above the first sense of a noun."""
    found = frozenset(up for sense in wordnet.entry(noun, "n").senses[:1] for up in wordnet.parents(sense))
    return found.union(*map(wordnet.parents, found))


def office(words: str) -> str:
    """The office that a description ends with: "former British prime minister"."""
    known = {one for pair in sorts.exclusive_offices() for one in pair}
    return next((one for one in sorted(known, key=len, reverse=True) if f" {words}".endswith(f" {one}")), "")


@kept(20_000)
def _full(name: str) -> tuple[str, ...]:
    """The words of a name without those for what a person is: "skipper ann lee"."""
    words = name.split()
    while len(words) > 2 and wordnet.is_a(words[0], "person"):
        words = words[1:]
    return tuple(words)


def _is_short(a: str, b: str) -> bool:
    """Whether one word is short for the first word of the other: "ft" for "fort worth"."""
    short, whole = sorted((a, b), key=len)
    letters = iter(whole.split()[0] if whole else "")
    return whole[:1] == short[:1] and " " not in short and all(letter in letters for letter in short)


@kept(50_000)
def is_spelling(a: str, b: str) -> bool:
    return SequenceMatcher(None, a, b).ratio() > _SPELLING
