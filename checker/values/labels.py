"""Readings of a number as a label: fixed expressions, "Section 427", "10 Downing Street", ".38-caliber"."""

from __future__ import annotations

from checker.data import load
from checker.values.lexer import glued, is_link, label_words, lower
from checker.values.spots import SURE, Spot
from checker.values.torn import HYPHENS


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
