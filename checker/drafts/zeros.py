"""Zero told in words: "the holders get nothing", "the bonds are worthless", "not one ticket was left"."""

from __future__ import annotations

from functools import lru_cache

from checker.data import load
from checker.model import Span
from checker.readings import Reading
from checker.rules.phrases import says

_SHARED = 2  # content words that a source's sentence must share to tell of the same


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    return tuple(load("numbers")["zero_words"])


def says_none(source: Reading, draft: Reading, sentence: Span) -> bool:
    """Whether a source says in words that there is none of what a draft's sentence gives as zero."""
    about = _content(draft, sentence)
    return any(
        says(source.article.words(told), _words()) and len(about & _content(source, told)) >= _SHARED
        for told in source.sentences
    )


def _content(reading: Reading, sentence: Span) -> frozenset[str]:
    return frozenset(word.lemma for word in reading.words if sentence.overlaps(word.span))
