"""Readings of digits as a code: "F-16", "555-0123", "0800 555111", the number of an item, "PIN: 4471"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.values.lexer import Lex, glued, label_words, lower
from checker.values.spots import SURE, Spot
from checker.values.torn import HYPHENS


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
