"""How two fillers of one role stand to each other: the same, of one sort and not the same, or unknown.

A name and its description are one where an account describes the name so ("the carmaker Norvik"); two names
exclude each other only if they are of one sort: two people, two towns, two countries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum

from checker.actors import ActorIndex
from checker.actors.wording import wording
from checker.data import load
from checker.keeping import kept
from checker.lexical import concepts, sorts, wordnet
from checker.lexical.gazetteer import fold, gazetteer
from checker.model import ActorKind
from checker.propositions.proposition import Filler, Keys, Kind, Proposition, Role

_SPELLING = 0.75  # from here two names may be spellings of one: Kiev and Kyiv


class Standing(StrEnum):
    SAME = "same"
    AKIN = "akin"  # may be one
    EXCLUSIVE = "exclusive"  # of one sort, and not the same
    OTHER = "other"  # another one, whatever it is: another number of them, another's
    UNKNOWN = "unknown"


class Fillers:
    """The fillers of a set, compared with what the set says of the actors they name."""

    def __init__(self, index: ActorIndex, propositions: Iterable[Proposition]) -> None:
        self._index = index
        self._described: dict[str, set[str]] = defaultdict(set)
        for told in propositions:
            if told.kind in (Kind.COPULA, Kind.DESCRIPTION) and not told.negated:
                for filler in told.of(Role.AGENT):
                    if filler.entity:
                        self._described[filler.entity].add(told.lemma)

    def compare(self, a: Filler, b: Filler) -> Standing:
        if a.entity and b.entity:
            return self.names(a.entity, b.entity)
        if a.entity or b.entity:
            named, other = (a, b) if a.entity else (b, a)
            if other.pos == "PROPN":
                return self._named(named.entity or "", other)
            if other.definite and other.head in self._described[named.entity or ""]:
                return Standing.SAME
            return Standing.AKIN if named.entity in other.narrowing else Standing.UNKNOWN  # "the Norvik plan"
        if a.pos == "PROPN" == b.pos:
            return _unknown_names(a, b)
        if "PRON" in (a.pos, b.pos) or not (a.keys and b.keys):
            return Standing.UNKNOWN
        return self._nouns(a, b)

    def names(self, a: str, b: str) -> Standing:
        if self._index.same(a, b):
            return Standing.SAME
        one, other = self._index.get(a), self._index.get(b)
        if one is None or other is None or ActorKind.OFFICE in (one.kind, other.kind):
            return Standing.UNKNOWN
        names = fold(one.name), fold(other.name)
        if one.kind is not other.kind:
            return Standing.AKIN if akin(*names) else Standing.OTHER
        if one.kind is ActorKind.PERSON:
            return Standing.AKIN if akin_people(*names) else Standing.EXCLUSIVE
        if akin(*names) or speak_for_one(self._index, a, b):
            return Standing.AKIN
        if one.kind is ActorKind.PLACE and place_sort(names[0]) != place_sort(names[1]):
            return Standing.UNKNOWN
        return Standing.EXCLUSIVE

    def _named(self, entity: str, other: Filler) -> Standing:
        """A name that is known beside one that is not."""
        actor = self._index.get(entity)
        names = [fold(name) for name in actor.names] if actor is not None else []
        if fold(" ".join((*other.words, other.head))) in names:
            return Standing.SAME
        return Standing.AKIN if any(akin(name, other.head) for name in names) else Standing.OTHER

    def _nouns(self, a: Filler, b: Filler) -> Standing:
        if _same_head(a, b):
            if exclusive_words(a, b):
                return Standing.EXCLUSIVE
            ours, theirs = _ids(a.narrowing), _ids(b.narrowing)
            apart = (ours and theirs and not ours & theirs) or (
                a.number and b.number and a.number != b.number
            )
            return Standing.OTHER if apart else Standing.SAME
        if wordnet.related(a.head, b.head):
            return Standing.EXCLUSIVE if exclusive_words(a, b) else Standing.AKIN
        forms = (a.head,), (b.head,)
        return Standing.EXCLUSIVE if sorts.exclusive(*forms) else Standing.UNKNOWN


def exclusive_words(a: Filler, b: Filler) -> bool:
    """Whether what narrows two nouns tells them apart: "British divers", "American divers"."""
    return any(sorts.exclusive((x,), (y,)) for x in a.words for y in b.words) and not set(a.words) & set(
        b.words
    )


def _same_head(a: Filler, b: Filler) -> bool:
    return a.head == b.head or bool(a.keys & b.keys) or wordnet.synonyms(a.head, b.head, "n")


def _unknown_names(a: Filler, b: Filler) -> Standing:
    if a.head == b.head:
        return Standing.SAME
    if akin(a.head, b.head) or a.label != b.label or not a.label:
        return Standing.AKIN if akin(a.head, b.head) else Standing.UNKNOWN
    return Standing.EXCLUSIVE


def _ids(keys: Keys) -> Keys:
    return frozenset(key for key in keys if not key.startswith(("w:", "#")))


@kept(50_000)
def akin(a: str, b: str) -> bool:
    """Whether two names may be one: a word in common, or two spellings."""
    return bool(set(a.split()) & set(b.split())) or SequenceMatcher(None, a, b).ratio() > _SPELLING


@kept(10_000)
def akin_people(a: str, b: str) -> bool:
    """Whether two names may be one person's: not two given names before one surname."""
    ones, others = a.split(), b.split()
    if len(ones) > 1 < len(others) and ones[-1] == others[-1]:
        x, y = ones[0], others[0]
        short = wording().given
        return short.get(x, x) == short.get(y, y) or (
            x[0] == y[0] and (x[:3] == y[:3] or min(len(x), len(y)) < 3)
        )
    return akin(a, b)


def speak_for_one(index: ActorIndex, a: str, b: str) -> bool:
    return index.speaks_for(a) == index.speaks_for(b)


def place_sort(name: str) -> str:
    """A country, a sea, what else others lie in, or a spot."""
    words = name.removeprefix("the ")
    known = gazetteer()
    if any(w in known.names or w in known.demonyms for w in (words, words.replace(" ", ""))):
        return "country"
    return next((sort for sort in ("seas", "wide") if words in load("spots")[sort]), "spot")


def is_anyone(head: str) -> bool:
    """Whether a noun says of somebody only that he is a person: "man", "people"."""
    return any(concepts.type_of(concept) == "people" for concept in concepts.of_word(head, "n"))
