"""What two sentences of different accounts tell alike: the names, things, deeds and figures that both have.

A key is an actor, a concept of a content word or a figure. How much a key weighs depends on how few of
the set's sentences have it: in a set about one ship the ship says little, the pier and the hour say much.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from checker.data import word_list
from checker.keeping import kept
from checker.lexical import concepts, wordnet
from checker.lexical.content_words import ContentWord
from checker.model import Kind, Span
from checker.readings import Reading, SetReading, once, values_of

Keys = frozenset[str]
_FIGURES = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.COUNT, Kind.DURATION, Kind.MEASURE, Kind.AGE})
_FEW = 40  # sentences: in a smaller set every word would be common
_SMALL = 3  # "two" and "one" are in every story


@dataclass(frozen=True, slots=True)
class Common:
    """The keys that two stretches share, and what they weigh together."""

    keys: Keys
    weight: float


class Rarity:
    """The keys of every sentence of a set, and how rare each of them is."""

    def __init__(self, reading: SetReading) -> None:
        self._reading = reading
        self._starts = {i.article.id: [w.span.start for w in i.words] for i in reading.articles}
        self._sentences = 0
        self._having: Counter[str] = Counter()
        for item in reading.articles:
            for sentence in item.sentences:
                self._sentences += 1
                self._having.update(self.keys(item, sentence))

    def words(self, item: Reading, span: Span) -> list[ContentWord]:
        starts = self._starts[item.article.id]
        return list(item.words[bisect_left(starts, span.start) : bisect_left(starts, span.end)])

    def keys(self, item: Reading, span: Span) -> Keys:
        """The actors, concepts and figures of a stretch."""
        mentions = self._reading.index.near(item.article.id, span)
        actors = {actor.id for place, actor in mentions if span.contains(place)}
        named = [place for place, actor in mentions if actor.id in actors]
        words = (w for w in self.words(item, span) if not any(s.contains(w.span) for s in named))
        figures = (v for v in values_of(item).within(span) if v.kind in _FIGURES)
        found = {key for w in words for key in telling_keys(w)}
        return frozenset(found | actors | {f"={v.bounds}" for v in figures if (v.bounds.low or 0) >= _SMALL})

    def common(self, a: Keys, b: Keys) -> Common:
        """What two sets of keys share: the same keys, and words that mean the same."""
        shared = set(a & b)
        for x in a - shared:
            for y in b - shared:
                if _akin(x, y):
                    shared.add(x)
                    break
        return Common(frozenset(shared), math.fsum(map(self.weight, shared)))

    def weight(self, key: str) -> float:
        """How much it says that two stretches share a key: more, the fewer sentences have it."""
        return math.log((max(self._sentences, _FEW) + 1) / (self._having.get(key, 1) + 0.5))


def telling_keys(word: ContentWord) -> Keys:
    """The keys of a word; none where it says little by itself."""
    return frozenset() if word.lemma in word_list("propositions", "idle") else keys_of(word)


def keys_of(word: ContentWord) -> Keys:
    """The keys of a word: its concepts, whatever its part of speech."""
    found = concepts.of_word(word.lemma, word.pos)
    if word.pos != "n" and all(":" in key for key in found):
        noun = concepts.of_word(word.lemma, "n")
        found = found if any(":" in key for key in noun) else noun
    return frozenset(f"w:{key}" for key in found)


@kept(200_000)
def _akin(x: str, y: str) -> bool:
    """Whether two keys of words mean the same: synonyms, or a verb and its noun."""
    if not (x.startswith("w:") and y.startswith("w:") and ":" in x[2:] and ":" in y[2:]):
        return False
    (a_pos, a), (b_pos, b) = x[2:].split(":", 1), y[2:].split(":", 1)
    if a == b:
        return True
    if a_pos == b_pos:
        return wordnet.synonyms(a, b, a_pos)
    return wordnet.derived(a, a_pos, b, b_pos)


@once
def rarity_of(reading: SetReading) -> Rarity:
    """The tellings of a set, worked out once."""
    return Rarity(reading)
