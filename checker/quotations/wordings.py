"""The words of an account as they are compared, without case and punctuation, and its quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from checker.data import load
from checker.model import Article, Span
from checker.readings import Reading, once
from checker.statements.quotation import find_quotations, paragraphs

# an apostrophe may be torn from what follows it, "I’ m"
_WORD = re.compile(r"[^\W_]+(?:['’]\s?(?:s|m|re|ve|ll|d|t)\b|['’][^\W_]+)*")
LEAST = 4  # words; shorter quotations are phrases anybody may use
ANYTHING = "[]"  # the text of a word in brackets, which may stand for any words or none


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    return frozenset(load("quotations")["small_words"])


@lru_cache(maxsize=1)
def saying_little() -> frozenset[str]:
    """The small words and those that help a verb: what anybody may say is made of them."""
    return small_words() | frozenset(load("quotations")["helping_words"])


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    span: Span
    marks: int = -1  # the number of the quotation that it stands in
    stops: bool = False  # whether a sentence ends with it


def words(article: Article, span: Span) -> list[Word]:
    """The words of a passage, lower case, with straight apostrophes."""
    found = []
    for m in _WORD.finditer(article.text, span.start, span.end):
        text = "".join(m.group().lower().replace("’", "'").split())
        found.append(Word(text, Span(*m.span()), stops=article.text[m.end() : m.end() + 1] in ".?!…"))
    return found


@once
def all_words(reading: Reading) -> list[Word]:
    """The words of an article, each with the quotation that it stands in."""
    found = words(reading.article, Span(0, len(reading.article.text)))
    for number, part in enumerate(_parts(reading)):
        first = bisect_left(found, part.start, key=lambda w: w.span.start)
        last = bisect_left(found, part.end, key=lambda w: w.span.start)
        found[first:last] = [replace(word, marks=number) for word in found[first:last]]
    return found


def words_in(reading: Reading, span: Span) -> list[Word]:
    """The words of a passage of an article whose words are known already."""
    known = all_words(reading)
    first = bisect_right(known, span.start, key=lambda w: w.span.end)
    last = bisect_left(known, span.end, key=lambda w: w.span.start)
    found = known[first:last]
    if found and (found[0].span.start < span.start or found[-1].span.end > span.end):
        return words(reading.article, span)  # it begins or ends within a word
    return found


@once
def quotations(reading: Reading) -> Sequence[tuple[str | None, Span]]:
    """The words in quotation marks of an article, with who says them: whole sentences and parts of them."""
    return [(reading.said_by(part, named=True), part) for part in _parts(reading)]


@once
def _parts(reading: Reading) -> list[Span]:
    text = reading.article.text
    return [part for quotation in find_quotations(text, paragraphs(text)) for part in quotation.parts]
