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

# Each alternative looks at a bounded number of characters.
_PLACE = re.compile(r"\d ?[.,:] \d|\w [-‐‑/] \w|- old\b")
_LAST_HOUR, _LAST_MINUTE = 24, 59
_YEAR, _LONGEST_LETTERS = 4, 3  # characters
_NUMBERS = ("units", "tens", "ordinals", "denominators", "ordinal endings")
HYPHENS = "-‐‑"
_MONEY = "$£€¥₹#"

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


_KINDS: dict[str | None, Piece] = {piece.value: piece for piece in Piece}


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
        words, piece = match.group(), _KINDS[match.lastgroup]
        plain = words if piece is Piece.NUMBER else words.lower().translate(_APOSTROPHES)
        pieces.append(Lex(match.start(), match.end(), piece, words, plain))
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


# --- what a program has torn apart ---------------------------------------------------------------


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    data = load("numbers")
    return {
        "numbers": frozenset(word for key in _NUMBERS for word in data[key]),
        "apart": frozenset(data["torn"]["apart"]),
        "months": frozenset(data["torn"]["months"]),
        "or": frozenset((*load("grammar")["links"]["and"], *load("grammar")["links"]["or"])),
    }


def mended(text: str, pieces: Sequence[Lex]) -> Sequence[Lex]:
    """The pieces of a text with what belongs together joined or touching."""
    if not _PLACE.search(text):
        return pieces
    at = 0
    joined: list[Lex] = []
    while at < len(pieces):
        if end := _groups(text, pieces, at) or _decimals(text, pieces, at):
            whole = "".join(piece.text for piece in pieces[at:end])
            joined.append(pieces[at]._replace(end=pieces[end - 1].end, text=whole, lower=whole))
        else:
            joined.append(pieces[at])
        at = end or at + 1
    for at in range(1, len(joined) - 1):
        if _touches(joined, at):
            joined[at] = joined[at]._replace(start=joined[at - 1].end, end=joined[at + 1].start)
    return joined


def _next(text: str, pieces: Sequence[Lex], at: int, mark: str) -> bool:
    """Whether number `at` is followed by `mark`, one space and a short number in digits."""
    if at + 2 >= len(pieces) or pieces[at + 1].text != mark or not pieces[at].text.isdecimal():
        return False
    before, sign, after = pieces[at : at + 3]
    apart = (text[before.end : sign.start], text[sign.end : after.start])
    whole = apart == ("", " ") or (apart == (" ", " ") and (mark == "," or _valued(pieces, at)))
    return whole and after.text.isdecimal() and len(before.text) <= 3 >= len(after.text)


def _valued(pieces: Sequence[Lex], at: int) -> bool:
    """Whether a number torn on both sides of its point is money, or per cent or a scale follows it."""
    after = pieces[at + 3].lower if at + 3 < len(pieces) else ""
    return after in load("numbers")["decimal_comma"]["after"] or (at > 0 and pieces[at - 1].text in _MONEY)


def _groups(text: str, pieces: Sequence[Lex], at: int) -> int:
    """The end of "310, 000" and "1, 250, 000"; 0 for a list or a day ("100, 200 and 300", "May 5, 300")."""
    end, known = at + 1, _known()
    while _next(text, pieces, end - 1, ",") and len(pieces[end + 1].text) == 3:
        end += 2
    listed = end < len(pieces) and pieces[end].lower in known["or"]
    if end == at + 1 or pieces[at].text[0] == "0" or listed:
        return 0
    before = pieces[at - 1] if at else None
    money = before is not None and before.text in _MONEY
    if money or any(piece.text == "000" for piece in pieces[at + 2 : end : 2]):
        return end
    tight = pieces[at].end == pieces[at + 1].start
    running = tight and before is not None and before.text.islower() and before.lower not in known["months"]
    return end if running and len(pieces[at].text) < 3 else 0


def _decimals(text: str, pieces: Sequence[Lex], at: int) -> int:
    """The end of "1. 6" and "9. 25"; 0 where the stop ends a sentence or belongs to an item of a list."""
    if not _next(text, pieces, at, ".") or _next(text, pieces, at + 2, "."):
        return 0
    before = pieces[at - 1] if at else None
    if before is None or "\n" in text[before.end : pieces[at].start]:
        return 0
    return 0 if before.lower in (".", *_known()["months"]) else at + 3  # "on Sept. 8. 12 people"


def _touches(pieces: Sequence[Lex], at: int) -> bool:
    """Whether the mark at `at` binds what stands around it: "4: 30", "24 - 10", "90 - day", "year - old"."""
    before, mark, after = pieces[at - 1 : at + 2]
    earlier, known = pieces[at - 2] if at > 1 else None, _known()
    if mark.text not in (":", "/", *HYPHENS) or mark.start - before.end > 1 or after.start - mark.end > 1:
        return False
    if mark.text == ":":
        return _is_clock(before.text, after.text)
    coded = before.text.isupper() and len(before.text) <= _LONGEST_LETTERS  # "AK - 47"
    bound = earlier is not None and earlier.text in HYPHENS and earlier.end == before.start
    if after.is_number:
        return before.is_number or coded or (bound and before.is_word)  # "6 - foot - 4"
    if mark.text == "/" or not after.text.islower() or after.lower in known["apart"]:
        return False
    aside = earlier is not None and earlier.text == ","  # "Costa, 35 - police said"
    number = before.text.isdecimal() and not _like_year(before) and not aside
    return number or (bound and before.is_word) or before.lower in known["numbers"]


def _like_year(piece: Lex) -> bool:
    return piece.text.isdecimal() and len(piece.text) == _YEAR


def _is_clock(hour: str, minute: str) -> bool:
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and len(hour) <= 2):
        return False
    return int(hour) <= _LAST_HOUR and int(minute) <= _LAST_MINUTE
