"""What of an article is held against other articles: names, words, days, and its text as a set of runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from datasketch import LeanMinHash, MinHash

from checker.actors import find_actors
from checker.grouping.terms import days_of, lead_terms, name_terms, word_terms
from checker.language import parse
from checker.lexical.content_words import find_words
from checker.model import Article
from checker.pipeline import as_read
from checker.values import find_values

if TYPE_CHECKING:
    from checker.language import Doc

Terms = Mapping[str, int]
_RUN = 5  # words in a row
_PLACES = 128  # of a signature


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
    return Sketch(
        names=name_terms(find_actors([article], [doc])),
        words=word_terms(words),
        lead=lead_terms(words),
        days=days_of(article, find_values(doc, article)),
        signature=_signature(doc),
    )


def _signature(doc: Doc) -> LeanMinHash:
    words = [token.lower_ for token in doc if token.is_alpha or token.like_num]
    runs = {" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
    made = MinHash(num_perm=_PLACES)
    made.update_batch([run.encode("utf-8", "surrogatepass") for run in sorted(runs)])
    return LeanMinHash(made)
