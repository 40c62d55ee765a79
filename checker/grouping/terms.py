"""By what an article is found among others: the names in it, its words, what it begins with, its days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from checker.lexical.content_words import ContentWord
from checker.model import Actor, ActorKind, Article, Kind, Value
from checker.propositions.rarity import telling_keys

_LEAD = 500  # characters: what a story is about stands in its first two or three sentences
_WORD = re.compile(r"[\w'’-]+")


def name_terms(actors: Sequence[Actor]) -> Counter[str]:
    """Every name of an actor and its capitalised words, once for each time the actor is mentioned."""
    found: Counter[str] = Counter()
    for actor in actors:
        if actor.kind is ActorKind.OFFICE:
            continue
        parts = [[part.lower() for part in _WORD.findall(name) if part[0].isupper()] for name in actor.names]
        every = {part for name in parts for part in name} | {" ".join(name) for name in parts if name}
        found.update(dict.fromkeys(every, max(1, len(actor.mentions))))
    return found


def word_terms(words: Iterable[ContentWord]) -> Counter[str]:
    """The concepts of the words that are no names."""
    return Counter(key for word in words if not word.name for key in telling_keys(word))


def lead_terms(words: Iterable[ContentWord]) -> Counter[str]:
    """The names and concepts of the beginning."""
    return Counter(key for word in words if word.span.start < _LEAD for key in _keys(word))


def _keys(word: ContentWord) -> frozenset[str]:
    return frozenset({f"n:{word.lemma}"}) if word.name else telling_keys(word)


def days_of(article: Article, values: Iterable[Value]) -> frozenset[int]:
    """The day of publication and the days told with their year, as ordinals."""
    published = {article.published.date().toordinal()} if article.published else set()
    dates = (value for value in values if value.kind is Kind.DATE and value.grain == "day")
    told = {date.fromisoformat(v.low).toordinal() for v in dates if v.low is not None and v.low == v.high}
    return frozenset(published | told)


def day_terms(article: Article, values: Iterable[Value]) -> Counter[str]:
    return Counter(map(str, days_of(article, values)))
