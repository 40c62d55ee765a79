"""Cutting text into words, numbers and marks: the ground the reading of numerals stands on.

spaCy splits "$3.5bn", "90-minute" and "3day" in ways that suit grammar, not numbers, so numerals
are read from characters. One pass, each character looked at a bounded number of times.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache, partial
from typing import NamedTuple

from checker.data import load, word_list
from checker.values.torn import mended

POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d\d")  # as much of Europe writes thousands and cents
# Groups of three digits, of two in lakh and crore, then a decimal part. What has more points
# (a version, a date) is kept whole and is no number.
_DIGITS = r"(?:\d{4,}|\d{1,3}(?:(?:,\d\d(?!\d)){0,6},\d{3}(?!\d)){0,12})(?:\.\d+)*"
# "12 214" with a space that binds, "2'500".
_GROUPS = r"\d{1,3}(?:[\u00a0\u202f\u2009\u2007'’]\d{3})+(?!\d)(?:\.\d+)?"
# Word lists of the tables of values, as sets.
time_words, length_words, age_words, label_words = (
    partial(word_list, name) for name in ("time", "durations", "ages", "labels")
)
# "1e10", "2.48×10−5", "1.3 x 10^6", "2.5^-1"; superscripts of ten as well.
POWER = re.compile(
    r"(?P<mark>(?:(?<=\d)[eE]|\^|\s?[×x·*]\s?10(?=[\^+\-−–⁰¹²³⁴⁵⁶⁷⁸⁹⁻])\^?))(?P<power>[+\-−–]?\d{1,3}(?!\d)|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]{1,4})"
)
_ADDRESS = r"(?:https?://|www\.)\S+"  # of the web: one word, whatever its digits and signs
_APOSTROPHES = str.maketrans("’‘`", "'''")


def _unnamed(pattern: re.Pattern[str]) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern.pattern)


@lru_cache(maxsize=1)
def _pieces() -> re.Pattern[str]:
    """Numbers, words and marks; a comma is a decimal point where a sign before or a word after shows it."""
    cues = load("numbers")["decimal_comma"]
    signs, words = re.escape("".join(cues["before"])), "|".join(map(re.escape, cues["after"]))
    comma = r"\d{1,3},\d{1,2}(?![\d]|[.,]\d)"
    told = rf"(?:(?<=[{signs}])|(?<=[{signs}]\s)){comma}|{comma}(?= ?(?i:{words})(?![^\W\d_]))"
    number = rf"{_GROUPS}|{POINTED.pattern}(?!\d)|{told}|{_DIGITS}|(?<![^\W\d_])\.\d+"
    return re.compile(
        rf"(?P<number>(?:{number})(?:{_unnamed(POWER)})?)|(?P<word>{_ADDRESS}|[^\W\d_]+)|(?P<mark>[^\w\s]|_)"
    )


class Piece(StrEnum):
    NUMBER = "number"  # digits with their commas and points: "1,200.5"
    WORD = "word"
    MARK = "mark"  # one character that is neither


class Lex(NamedTuple):
    start: int
    end: int
    piece: Piece
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        return self.piece is Piece.WORD

    @property
    def is_number(self) -> bool:
        return self.piece is Piece.NUMBER


@lru_cache(maxsize=8)
def lex(text: str) -> tuple[Lex, ...]:
    """The words, numbers and marks of `text` in order; white space is left out.

    A word ends at an apostrophe: "Tuesday's" is three pieces. What some program has torn apart
    ("1. 6 billion") is put together again.
    """
    pieces: list[Lex] = []
    for match in _pieces().finditer(text):
        words = match.group()
        plain = words if match.lastgroup == Piece.NUMBER else words.lower().translate(_APOSTROPHES)
        pieces.append(Lex(*match.span(), Piece(str(match.lastgroup)), words, plain))
    return tuple(mended(text, pieces))


def is_link(word: str, kind: str) -> bool:
    """Whether a word is a link of a kind in rules/vocabulary/grammar.yaml ("of", "by", "from" …)."""
    return word in load("grammar")["links"][kind]


def lower(pieces: Sequence[Lex], at: int) -> str:
    """The lower-case words of piece `at`; nothing beyond either end."""
    return pieces[at].lower if 0 <= at < len(pieces) else ""


def glued(pieces: Sequence[Lex], at: int) -> bool:
    """Whether piece `at` follows the one before it without white space."""
    return 0 < at < len(pieces) and pieces[at - 1].end == pieces[at].start


def index_at(pieces: Sequence[Lex], offset: int) -> int:
    """The index of the first piece that starts at or after `offset`."""
    return bisect_left(pieces, (offset,))
