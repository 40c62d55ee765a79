"""Readings of a number as a code or a label: "F-16", "0800 555111", "Section 427", "10 Downing Street".

The words that make a number a name are in rules/vocabulary/labels.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.data import load
from checker.values.items import Lexicon, lexicon_part
from checker.values.lexer import HYPHENS, Lex, glued, index_at, is_link, label_words, lower
from checker.values.quantity import Numeral
from checker.values.readings import Context

SURE, LIKELY, MAYBE = 4, 2, 1
PLURAL = ("NNS", "NNPS")


@lexicon_part
def _idioms(found: Lexicon) -> None:
    for table, as_written in (("idioms", False), ("names", True)):
        for phrase in load("labels")[table]:
            found.add(phrase, "idiom", phrase, as_written=as_written)


class Spot:
    """A number in its text: its pieces [first, end), the words around, and its token."""

    def __init__(self, context: Context, number: Numeral) -> None:
        self.context, self.number = context, number
        self.pieces = context.chart.pieces
        self.first = index_at(self.pieces, number.core.start)
        self.end = index_at(self.pieces, number.core.end)
        self.text = context.article.text
        self.token: Any = context.tokens.at(number.core.start)
        self.last: Any = context.tokens.last(number.core)
        self.plain = number.digits and not number.limit and number.scale == 1 and not number.range

    def at(self, offset: int) -> str:
        """The word so many pieces after the number, or before it where negative."""
        return lower(self.pieces, self.end + offset if offset >= 0 else self.first + offset)

    @property
    def article(self) -> bool:
        return is_link(self.at(-1), "article")

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.pieces) and self.pieces[at].text[0].isupper()

    @property
    def lettered(self) -> bool:
        """Whether what was taken for a scale is a letter glued to the number: "221B Baker Street"."""
        return glued(self.pieces, self.end - 1) and len(self.pieces[self.end - 1].text) == 1

    @property
    def counts(self) -> bool:
        """Whether it is the number of a plural noun after it."""
        return counts(self.last)


def counts(token: Any) -> bool:
    head = token.head
    many = head.tag_ in PLURAL or head.lower_ in label_words("plurals")
    return bool(token.dep_ == "nummod" and head.i > token.i and many)


def code(spot: Spot) -> int:
    """ "5G", "F-16", "17:22", "#4", "/2019", "555-0123": part of a longer code."""
    pieces, first, end, number = spot.pieces, spot.first, spot.end, spot.number
    beside = end < len(pieces) and pieces[end].start >= number.span.end  # not the "ish" of "30ish"
    if not number.digits:
        return 0
    if beside and glued(pieces, end) and (pieces[end].is_word or pieces[end].text in "/:_@#\\"):
        return SURE * (not (pieces[end].text in "/:" and not glued(pieces, end + 1)))
    joins = glued(pieces, end) and glued(pieces, end + 1)
    if spot.at(0) in HYPHENS and joins and pieces[end + 1].is_number:
        return SURE
    if not glued(pieces, first):
        return 0
    mark = pieces[first - 1].text
    if mark in "/:_@#.^+\\" and (first < 2 or glued(pieces, first - 1)):
        return SURE * (mark != ":" or spot.at(-2).isdecimal())
    if mark not in HYPHENS or not glued(pieces, first - 1):
        return 0
    before = pieces[first - 2]
    return SURE * (before.is_number or (before.is_word and before.lower not in label_words("prefixes")))


def telephone(spot: Spot) -> int:
    """ "called 911", "on 0800 555111", "0845 125 222": what is dialled."""
    pieces, first, end = spot.pieces, spot.first, spot.end
    number = pieces[first].text
    around = {spot.at(-1), spot.at(0)}
    if number in label_words("called") and (around & label_words("callers") or spot.article):
        return SURE  # "called 911", "a 911 operator"
    if number.isdecimal() and number[0] == "0" and 1 < len(number) < 4 and number.strip("0"):
        return SURE  # "Schalke 04"
    if spot.at(-1) == "(" and spot.at(0) == ")" and _dialled(pieces, end + 1):
        return SURE
    at = first
    while at > max(0, first - 3) and pieces[at].text.isdecimal() and pieces[at - 1].text.isdecimal():
        at -= 1
    opening = pieces[at].text
    return SURE * (end - first == 1 and opening[0] == "0" and opening.isdecimal() and len(opening) > 2)


def _dialled(pieces: Sequence[Lex], at: int) -> bool:
    """Whether "555-0147" stands at piece `at`, behind its area code."""
    numbers = [pieces[i].text for i in (at, at + 2) if i < len(pieces)]
    joined = lower(pieces, at + 1) in HYPHENS and glued(pieces, at + 1) and glued(pieces, at + 2)
    return joined and all(n.isdecimal() for n in numbers) and [len(n) for n in numbers] == [3, 4]


def list_number(spot: Spot) -> int:
    """ "1. Preheat", "(2) The court": a small number at the start of a line, closed by a mark."""
    pieces, first, end, text = spot.pieces, spot.first, spot.end, spot.text
    if spot.at(0) not in (".", ")") or not pieces[first].text.isdecimal() or end - first != 1:
        return 0
    start = pieces[first - 1].start if spot.at(-1) == "(" else pieces[first].start
    line = text.rfind("\n", max(0, start - 8), start) + 1 or max(0, start - 8)
    if text[line:start].strip() or (line and text[line - 1] != "\n"):
        return 0
    opens = end + 1 < len(pieces) and pieces[end + 1].start > pieces[end].end and spot.capital(end + 1)
    return SURE * opens


def given(spot: Spot) -> int:
    """ "The ZIP code is 90210", "PIN: 4471": what is given as a code."""
    if spot.at(-1) not in label_words("given by") or not spot.number.digits or spot.number.decimal:
        return 0
    named = {spot.at(-2), f"{spot.at(-3)} {spot.at(-2)}"}
    return SURE * bool(named & label_words("codes"))


def idiom(spot: Spot) -> int:
    """Whether a fixed expression or a name as written covers the number."""
    covers = (
        edge.end >= spot.end
        for start in range(max(0, spot.first - 3), spot.first + 1)
        for edge in spot.context.chart.of(start, "idiom")
    )
    return SURE * any(covers)


def after_label(spot: Spot) -> int:
    """ "Section 427", "No. 10", "page 12": plain numbers only, no "week 1.2 million"."""
    number, at = spot.number, spot.first - 1
    lettered = number.scale > 1 and number.digits and spot.lettered  # "Apartment 5B"
    if number.limit is not None or (number.scale != 1 and not lettered) or number.signed:
        return 0
    at -= lower(spot.pieces, at) == "." and glued(spot.pieces, at)
    word = lower(spot.pieces, at)
    if number.decimal:
        return SURE * (word in label_words("versions"))
    if lettered and word in label_words("sums"):
        return 0  # "#500m" is a sum whose sign was lost
    if lower(spot.pieces, at - 1) in label_words("classes") and is_link(word, "of"):
        return SURE * (number.digits and spot.capital(at - 1))  # "the Class of 92"
    if word not in label_words("before"):
        return 0
    capital = number.digits and spot.capital(at)
    if word in label_words("capital"):
        return SURE * capital
    if word in label_words("plain too"):
        return SURE * bool(at == spot.first - 2 or capital or word in label_words("always"))
    return SURE * bool(number.digits or spot.capital(at))


def named_after(spot: Spot) -> int:
    """ "a .38-caliber pistol", "the 1200 block of Main Street", "the Six-Day War"."""
    at = spot.end + 1 if spot.at(0) in HYPHENS and spot.at(0) else spot.end
    word, digits = lower(spot.pieces, at), spot.number.digits
    if word in label_words("after") or (digits and at == spot.end and word in label_words("after_digits")):
        return SURE
    bored = spot.pieces[spot.first].text.startswith(".")  # "the .22"
    if (
        digits
        and bored
        and (word in label_words("guns") or spot.article or spot.at(-1) in load("numbers")["definite"])
    ):
        return SURE
    if (
        digits
        and word == load("units")["named"]["calibre"]
        and lower(spot.pieces, at + 1) in label_words("guns")
    ):
        return SURE  # "a 9 mm pistol"
    if word not in label_words("war_lengths") or not spot.capital(at):
        return 0
    later = at + 2 if lower(spot.pieces, at + 1) in ("'", "’") else at + 1
    return SURE * (lower(spot.pieces, later) in label_words("wars") and spot.capital(later))


def address(spot: Spot) -> int:
    """ "10 Downing Street", "16-18 Industrial Avenue"."""
    if not spot.number.digits or spot.number.decimal or (spot.number.scale != 1 and not spot.lettered):
        return 0
    at = spot.end
    while at < min(len(spot.pieces), spot.end + 4) and spot.pieces[at].is_word and spot.capital(at):
        if at > spot.end and spot.pieces[at].lower in label_words("streets"):
            return SURE
        at += 1
    return 0
