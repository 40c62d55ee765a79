"""Words that are opposed: one account cannot say the one and another the other of the same thing.

The one answer for every check, of drafts and between sources: the lists of rules/vocabulary/opposed.yaml, the
antonyms of WordNet and verbs that state opposite stances. Synonyms, and the two sides of one act ("sold to",
"bought from"), are told apart from it by who does what, which is for the check to see.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from checker.cues.lexicon import lexicon as stance_words
from checker.data import load, word_list
from checker.keeping import kept
from checker.lexical import wordnet

Words = frozenset[str] | tuple[str, ...]
Sides = dict[int, int]  # a list of opposed.yaml → the side of it that a word stands on

DECIDED = ("once", "measured")  # keys of opposed.yaml: opposed whoever does it, in whatever words

_FOR, _AGAINST = (word_list("stance", key) for key in ("in_favour", "against"))


@lru_cache(maxsize=50_000)
def opposed(a: Words, b: Words, pos: str) -> bool:
    """Whether two words exclude each other; each may come with its phrases ("win", "win appeal")."""
    return listed(a, b) or any(_antonyms(x, y, pos) for x in a for y in b)


def listed(a: Collection[str], b: Collection[str], *keys: str) -> bool:
    """Whether two words stand on different sides of a list of opposed.yaml, under one of `keys` if given."""
    ours = sides_of(a, *keys)
    theirs = sides_of(b, *keys) if ours else {}
    return any(theirs.get(number, side) != side for number, side in ours.items())


def sides_of(words: Collection[str], *keys: str) -> Sides:
    """The lists that a word, or it and its object, stands in, and on which side of each."""
    table = listed_words(*keys)
    if table.keys().isdisjoint(words):
        return {}
    return {number: side for word in words for number, side in table.get(word, {}).items()}


@lru_cache(maxsize=8)
def listed_words(*keys: str) -> dict[str, Sides]:
    found: dict[str, Sides] = {}
    groups = (group for key, told in load("opposed").items() if not keys or key in keys for group in told)
    for number, sides in enumerate(groups):
        for side, words in enumerate(sides):
            for word in words:
                found.setdefault(word, {})[number] = side
    return found


@kept(20_000)
def excluding(word: str, pos: str) -> frozenset[str]:
    """The lemmas that may exclude a word, those of phrases without their objects: where to look for it."""
    others = (
        [p for p, there in listed_words().items() if listed({word}, {p})] if word in listed_words() else []
    )
    antonyms = {key[2:] for key in wordnet.entry(word, pos).opposites}
    pairs = ((_FOR, _AGAINST), (_AGAINST, _FOR)) if pos == "v" else ()
    stances = {verb for own, against in pairs if own & stances_of(word) for verb in _verbs_of(against)}
    return frozenset({*others, *(p.split(" ")[0] for p in others), *antonyms, *stances})


@lru_cache(maxsize=2)
def _verbs_of(stances: frozenset[str]) -> frozenset[str]:
    return frozenset(verb for verb in stance_words().verbs if stances & stances_of(verb))


@kept(50_000)
def _antonyms(a: str, b: str, pos: str) -> bool:
    """Whether two words are antonyms or opposite stances, but for verbs that say too little for it."""
    if a == b or {a, b} & _light():
        return False
    if wordnet.opposites(a, b, pos):
        return True
    ours, theirs = stances_of(a), stances_of(b)
    return pos == "v" and bool((ours & _FOR and theirs & _AGAINST) or (theirs & _FOR and ours & _AGAINST))


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    return frozenset(load("deeds")["light"])


@kept(10_000)
def stances_of(verb: str) -> frozenset[str]:
    """The stances that a verb may state by itself."""
    entries = stance_words().verbs.get(verb, ())
    return frozenset(e.value for e in entries if e.kind == "stance" and not e.tail and not e.object_holds)
