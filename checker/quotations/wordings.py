"""The words of an account, and how those of a quotation differ from those of a passage.

Differences of case, punctuation, quotation marks, contractions and hyphens are none, nor are words
left out at either end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from checker.data import load
from checker.model import Article, Span
from checker.readings import Reading, once
from checker.statements.quotation import find_quotations, paragraphs

# an apostrophe may be torn from what follows it, "I’ m"
_WORD = re.compile(r"[^\W_]+(?:['’]\s?(?:s|m|re|ve|ll|d|t)\b|['’][^\W_]+)*")
LEAST = 4  # words; shorter quotations are phrases anybody may use
ANYTHING = "[]"  # the text of a word in brackets, which may stand for any words or none
ALIKE = 0.6  # share of the quoted words that a passage must have, in order, to be the same quotation
_EXPANDED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "n't": "not"}


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


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage has the words of a quotation; `changed` are the words that differ on each side."""

    article: Article
    span: Span
    ratio: float
    changed: tuple[tuple[str, str], ...]

    @property
    def rank(self) -> tuple[float, int]:
        return self.ratio, -len(self.changed)


def words(article: Article, span: Span) -> list[Word]:
    """The words of a passage, lower case, with straight apostrophes."""
    return [
        Word("".join(m.group().lower().replace("’", "'").split()), Span(m.start(), m.end()))
        for m in _WORD.finditer(article.text, span.start, span.end)
    ]


@once
def all_words(reading: Reading) -> list[Word]:
    return words(reading.article, Span(0, len(reading.article.text)))


def words_in(reading: Reading, span: Span) -> list[Word]:
    """The words of a passage of an article whose words are known already."""
    known = all_words(reading)
    first = bisect_right(known, span.start, key=lambda w: w.span.end)
    last = bisect_left(known, span.end, key=lambda w: w.span.start)
    found = known[first:last]
    if found and (found[0].span.start < span.start or found[-1].span.end > span.end):
        return words(reading.article, span)  # it begins or ends within a word
    return found


def compare(quoted: Sequence[Word], article: Article, passage: Sequence[Word]) -> Match | None:
    matcher = SequenceMatcher(None, [w.text for w in quoted], [w.text for w in passage], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return None
    same = sum(b.size for b in blocks)
    first, last = blocks[0], blocks[-1]
    # words of the quotation before the first and after the last match may have been changed, too
    start = max(0, first.b - first.a)
    stop = min(len(passage), last.b + last.size + (len(quoted) - last.a - last.size))
    if same < ALIKE * len(quoted) or stop - start > 1.6 * len(quoted) + 2:
        return None
    changed = tuple(changes(quoted, passage[start:stop]))
    return Match(
        article, Span(passage[start].span.start, passage[stop - 1].span.end), same / len(quoted), changed
    )


def changes(quoted: Sequence[Word], passage: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """The words that differ: (as quoted, as in the passage)."""
    a, b = [w.text for w in quoted], [w.text for w in passage]
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if tag == "insert" and (a1 in (0, len(a))):
            continue  # the quotation starts later or ends earlier
        if ANYTHING in a[a1:a2] and small_words().issuperset({*a[a1:a2]} - {ANYTHING}):
            continue  # what the words in brackets stand for, and small words beside them
        left, right = " ".join(x for x in a[a1:a2] if x != ANYTHING), " ".join(b[b1:b2])
        if _plain(left) != _plain(right):
            yield left, right


_SPELLINGS = (
    ("our", "or"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("isation", "ization"),
    ("tre", "ter"),
    ("ll", "l"),
)


def _plain(text: str) -> str:
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    for short, full in _EXPANDED.items():
        text = text.replace(short, f" {full}")
    return re.sub(r"[\s']+", "", text)


@once
def quotations(reading: Reading) -> Sequence[tuple[str | None, Span]]:
    """The words in quotation marks of an article, with who says them: whole sentences and parts of them."""
    text = reading.article.text
    found = find_quotations(text, paragraphs(text))
    return [(reading.said_by(part, named=True), part) for quotation in found for part in quotation.parts]
