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

# Every alternative is a run of one class of characters, so no match can backtrack over another.
_PIECE = re.compile(
    r"(?P<number>\d{1,3}(?:[\u00a0\u202f\u2009\u2007'’]\d{3})+(?!\d)|[1-9]\d{0,2}(?:\.\d{3})+,\d\d(?!\d)|\d[\d,.]*|(?<![^\W\d_])\.\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s]|_)"
)

POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d\d")  # as much of Europe writes thousands and cents
# Word lists of the tables of values, as sets.
time_words, length_words, age_words, label_words = (
    partial(word_list, name) for name in ("time", "durations", "ages", "labels")
)
_APOSTROPHES = str.maketrans("’‘`", "'''")
_AFTER = re.compile(r" ?(%|[^\W\d_]+)")
_LONGEST = 40  # characters of a number with commas


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
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if match.lastgroup == "number":
            _add_number(pieces, text, start, end)
        else:
            words = match.group()
            piece = Piece.WORD if match.lastgroup == "word" else Piece.MARK
            pieces.append(Lex(start, end, piece, words, words.lower().translate(_APOSTROPHES)))
    return tuple(mended(text, pieces))


def _add_number(pieces: list[Lex], text: str, start: int, end: int) -> None:
    """Cut "1,200." or "10,20,30" into what is one number and what is punctuation."""
    whole = text[start:end]
    if not whole.replace(",", "").replace(".", "").isdecimal() or POINTED.fullmatch(whole):
        # "12 214" with a space that binds, "2'500", "2.500,00"
        pieces.append(Lex(start, end, Piece.NUMBER, text[start:end], text[start:end]))
        return
    while start < end:
        if text[start] in ",.":
            if text[start] == "." and start + 1 < end and text[start + 1].isdecimal():
                stop = _digits(text, start + 1, end)
                pieces.append(Lex(start, stop, Piece.NUMBER, text[start:stop], text[start:stop]))
                start = stop
                continue
            pieces.append(Lex(start, start + 1, Piece.MARK, text[start], text[start]))
            start += 1
            continue
        stop = _decimal_comma(text, start, end) or _number_end(text, start, end)
        pieces.append(Lex(start, stop, Piece.NUMBER, text[start:stop], text[start:stop]))
        start = stop


def _digits(text: str, start: int, end: int) -> int:
    while start < end and text[start].isdecimal():
        start += 1
    return start


def _decimal_comma(text: str, start: int, end: int) -> int:
    """The end of "1,5" where a sign before it or a word after it shows a decimal comma; 0 elsewhere."""
    comma = _digits(text, start, end)
    if comma - start > 3 or comma >= end or text[comma] != ",":
        return 0
    stop = _digits(text, comma + 1, end)
    if stop - comma - 1 not in (1, 2) or (stop + 1 < end and text[stop + 1].isdecimal()):
        return 0
    cues = load("numbers")["decimal_comma"]
    if text[max(0, start - 2) : start].rstrip()[-1:] in cues["before"]:
        return stop
    after = _AFTER.match(text, stop)
    return stop if after is not None and after.group(1).lower() in cues["after"] else 0


def _number_end(text: str, start: int, end: int) -> int:
    """The end of the number at `start`: digits, groups of three after commas, one decimal part."""
    stop = _digits(text, start, end)
    if stop - start <= 3:
        run = stop
        while run < end and run < start + _LONGEST and text[run] == ",":
            after = _digits(text, run + 1, end)
            if after - run - 1 not in (2, 3):  # two: lakh and crore are grouped "12,34,567"
                break
            if after - run - 1 == 3:
                stop = after
            run = after
    if stop + 1 < end and text[stop] == "." and text[stop + 1].isdecimal():
        stop = _digits(text, stop + 1, end)
        while stop + 1 < end and text[stop] == "." and text[stop + 1].isdecimal():
            stop = _digits(text, stop + 1, end)  # a version or a date: kept whole, no number
    return stop


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
    return bisect_left(pieces, offset, key=lambda piece: piece.start)
