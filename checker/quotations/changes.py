"""Which words of a quotation were exchanged, and which merely lie beyond where a passage begins or ends.

Two accounts cut one quotation at other places, set the verb outside the marks, leave out a sentence. What one
of them has and the other does not have at such a place is no change of wording; words exchanged within the
stretch that both have are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction

from checker.keeping import kept
from checker.model import Article, Span
from checker.quotations.wordings import ANYTHING, Word, saying_little, small_words
from checker.values import ordinals  # noqa: F401  (it fills the grammar)
from checker.values.lexer import lex
from checker.values.numerals import read_alone

ALIKE = 0.6  # share of the quoted words that a passage must have, in order, to be the same quotation
_EXPANDED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "n't": "not"}
_SPELLINGS = (
    ("our", "or"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("isation", "ization"),
    ("tre", "ter"),
    ("ll", "l"),
)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage has the words of a quotation.

    `changed` are the words that differ, as quoted and as in the passage, `beyond` the words of the quotation
    that the passage does not have, before it begins, after it ends or where it leaves a sentence out.
    """

    article: Article
    span: Span
    ratio: float
    changed: tuple[tuple[str, str], ...] = ()
    beyond: tuple[Sequence[Word], ...] = ()

    @property
    def rank(self) -> tuple[float, int]:
        return self.ratio, -len(self.changed)


def compare(
    quoted: Sequence[Word], article: Article, passage: Sequence[Word], least: float = ALIKE
) -> Match | None:
    """Where a passage has most of some quoted words, in order: no smaller share than `least`."""
    there = {w.text for w in passage}
    if sum(w.text in there for w in quoted) < least * len(quoted):
        return None
    stretch, same = _stretch(quoted, passage)
    if not same or same / len(quoted) < least or len(stretch) > 1.6 * len(quoted) + 2:
        return None
    return match_of(quoted, article, stretch, same / len(quoted))


def beside(quoted: Sequence[Word], article: Article, passage: Sequence[Word]) -> Match | None:
    """Where a passage has any of some quoted words, in order, and how the two differ there."""
    stretch, same = _stretch(quoted, passage)
    return match_of(quoted, article, stretch, same / len(quoted)) if same else None


def _stretch(quoted: Sequence[Word], passage: Sequence[Word]) -> tuple[Sequence[Word], int]:
    """The part of a passage that stands for some quoted words, and how many of these it has, in order."""
    matcher = SequenceMatcher(None, [w.text for w in quoted], [w.text for w in passage], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return (), 0
    first, last = blocks[0], blocks[-1]
    # words of the quotation before the first and after the last match may have been changed, too
    start = max(0, first.b - first.a)
    stop = min(len(passage), last.b + last.size + (len(quoted) - last.a - last.size))
    return passage[start:stop], sum(b.size for b in blocks)


def match_of(quoted: Sequence[Word], article: Article, passage: Sequence[Word], ratio: float) -> Match:
    """How a quotation differs from the passage that has its words."""
    a, b = [w.text for w in quoted], [w.text for w in passage]
    exchanged, beyond = [], []
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    for number, (tag, a1, a2, b1, b2) in enumerate(codes):
        left, right = " ".join(x for x in a[a1:a2] if x != ANYTHING), " ".join(b[b1:b2])
        if tag == "equal" or _plain(left) == _plain(right) or _number(left) == _number(right):
            continue
        if ANYTHING in a[a1:a2] and small_words().issuperset({*a[a1:a2]} - {ANYTHING}):
            continue  # what the words in brackets stand for, and small words beside them
        sides = [passage[c[3] : c[4]] for c in (*codes[:number][-1:], *codes[number + 1 :][:1])]
        if _within(quoted[a1:a2], passage[b1:b2], sides):
            exchanged.append((left, right))
        elif a1 < a2:
            beyond.append(quoted[a1:a2])
    span = Span(passage[0].span.start, passage[-1].span.end)
    return Match(article, span, ratio, tuple(exchanged), tuple(beyond))


def _within(quoted: Sequence[Word], there: Sequence[Word], sides: Sequence[Sequence[Word]]) -> bool:
    """Whether words differ inside the stretch that both have; `sides` are what they share beside them."""
    near = [sides[0][-1], sides[1][0]] if len(sides) == 2 else []
    if near and len({word.marks for word in (*near, *there)}) == 1:
        return bool(quoted and there) or not (near[0].stops and (*quoted, *there)[-1].stops)
    marks = {word.marks for side in sides for word in side}
    telling = [any(w.text not in saying_little() for w in words) for words in (quoted, there, *sides)]
    exchanged = len(quoted) == len(there) and all(telling[:2]) and any(telling[2:])
    return exchanged and marks.issuperset(word.marks for word in there)


@kept(20_000)
def _number(text: str) -> tuple[Fraction, bool] | str:
    """The number that some words are, with whether it is a rank, however it is written; else the words."""
    pieces = lex(text)
    if (rank := read_alone(pieces, "ordinal")) is not None:
        return Fraction(rank), True
    number = read_alone(pieces, "number")
    return text if number is None else (number.value, False)


def _plain(text: str) -> str:
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    for short, full in _EXPANDED.items():
        text = text.replace(short, f" {full}")
    return re.sub(r"[\s']+", "", text)
