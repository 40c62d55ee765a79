"""What of an article is held against other articles: names, words, days, and its text as a set of runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from datasketch import LeanMinHash, MinHash

from checker.actors import find_actors
from checker.language import parse
from checker.lexical.content_words import ContentWord, find_words
from checker.model import Actor, ActorKind, Article, Kind, Value
from checker.pipeline import as_read
from checker.propositions.rarity import telling_keys
from checker.values import find_values

if TYPE_CHECKING:
    from checker.language import Doc

Terms = Mapping[str, int]
_LEAD = 500  # characters: what a story is about stands in its first two or three sentences
_RUN = 5  # words in a row
_PLACES = 128  # of a signature
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article as `group` sees it; each field of terms with how often the article has them."""

    names: Terms  # of people, bodies and places: whole, and each of their words
    words: Terms  # concepts of the other words
    lead: Terms  # names and concepts of the beginning
    days: frozenset[int]  # the day of publication and days told with their year, as ordinals
    signature: LeanMinHash  # of its runs of words, by which copies are found

    @property
    def fields(self) -> Mapping[str, Terms]:
        return {"names": self.names, "words": self.words, "lead": self.lead}


def sketch(article: Article, model: str | None = None) -> Sketch:
    """The sketch of an article: a pure function of its text and of when it was published."""
    article = as_read(article)
    (doc,) = parse([article.text], model)
    return of_parsed(article, doc)


def of_parsed(article: Article, doc: Doc) -> Sketch:
    """The same of an article that was parsed."""
    words = find_words(doc)
    dates = [value for value in find_values(doc, article) if value.kind is Kind.DATE]
    published = {article.published.date().toordinal()} if article.published else set()
    return Sketch(
        names=_names(find_actors([article], [doc])),
        words=Counter(key for word in words if not word.name for key in telling_keys(word)),
        lead=Counter(key for word in words if word.span.start < _LEAD for key in _keys(word)),
        days=frozenset(published | {day for value in dates for day in _days(value)}),
        signature=_signature(doc),
    )


def _keys(word: ContentWord) -> frozenset[str]:
    return frozenset({f"n:{word.lemma}"}) if word.name else telling_keys(word)


def _names(actors: Sequence[Actor]) -> Terms:
    """Every name of an actor and its capitalised words, once for each time the actor is mentioned."""
    found: Counter[str] = Counter()
    for actor in actors:
        if actor.kind is ActorKind.OFFICE:
            continue
        parts = [[part.lower() for part in _WORD.findall(name) if part[0].isupper()] for name in actor.names]
        every = {part for name in parts for part in name} | {" ".join(name) for name in parts if name}
        found.update(dict.fromkeys(every, max(1, len(actor.mentions))))
    return found


def _days(value: Value) -> list[int]:
    """The day that a date is, where it is one day of a year that is known."""
    if value.grain != "day" or value.low is None or value.low != value.high:
        return []
    return [date.fromisoformat(value.low).toordinal()]


def _signature(doc: Doc) -> LeanMinHash:
    words = [token.lower_ for token in doc if token.is_alpha or token.like_num]
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
    made = MinHash(num_perm=_PLACES)
    made.update_batch([run.encode("utf-8", "surrogatepass") for run in sorted(runs)])
    return LeanMinHash(made)
