"""Readings of a number that compete with a count: which one, not how many.

A year, a name ("Boeing 737", "the Kick Six win"), a label ("Article 5", "Room 12"), a code ("F-16", "0800
555111"), an address, a fixed expression, the pronoun "one". Each tells how sure it is, by what stands around
and by the parse; the count stands where none is surer than it. The words are data
(rules/vocabulary/labels.yaml).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache, partial
from itertools import islice, takewhile
from typing import Any

from checker.data import load
from checker.lexical import wordnet
from checker.lexical.sorts import peoples_of
from checker.model import Span
from checker.values import labels
from checker.values.calendar_words import calendar_words
from checker.values.labels import LIKELY, MAYBE, PLURAL, SURE, Spot, counts, in_capitals, told
from checker.values.lexer import HYPHENS, glued, is_link, label_words
from checker.values.numerals import find_numerals
from checker.values.quantity import Numeral
from checker.values.readings import Context
from checker.values.years import FIRST_LIKELY, FIRST_YEAR, year

_DIGITS_OF_NAMES = 3
_PLACES_AND_TIMES = ("GPE", "LOC", "DATE", "TIME", "PERSON", "NORP")
_NAMES = frozenset(("PRODUCT", "ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "GPE", "NORP", "PERSON", "LOC"))


Rival = Callable[[Spot], int]


def rivals(context: Context, number: Numeral) -> Iterator[tuple[str, int]]:
    """Every reading of a number that competes with a count, with how sure it is."""
    spot = Spot(context, number)
    for name, rival in _rivals().items():
        if sure := rival(spot):
            yield name, sure


def is_name(context: Context, number: Numeral) -> bool:
    """Whether another reading of a number is surer than that it counts something."""
    return any(sure > 0 for _, sure in rivals(context, number))


def is_year(context: Context, span: Span) -> bool:
    """Whether four digits are a year that dates something, alone or as an end of a stretch, and no name."""
    numerals = find_numerals(context.article.text)  # in order, none over another
    first = bisect_right(numerals, span.start, key=lambda n: n.core.end)
    said = takewhile(lambda n: n.core.overlaps(span), islice(numerals, first, None))
    number = next((n for n in said if n.core == span or (n.range and n.values[0] > FIRST_YEAR)), None)
    if number is None:
        value = Fraction(context.article.words(span))
        number = replace(Numeral.plain(value, Fraction(1), digits=True), span=span, core=span)
    spot = Spot(context, number)
    sure = year(spot)
    return sure > (MAYBE if number.value >= FIRST_LIKELY else LIKELY + MAYBE) and not _in_name(spot)


# --- names by the parse ----------------------------------------------------------------------------


def _in_name(spot: Spot) -> int:
    """ "Boeing 737", "iPhone 11", "FTSE 100": digits that hang on a name before them."""
    token = spot.token
    if not spot.bare or token.i == 0 or token.text != _core(spot):
        return 0
    before = token.nbor(-1)
    named = _is_name(before) and before.whitespace_ and "," not in token.text
    if not named or before.lower_ in calendar_words().weekdays:
        return 0  # "on Monday 30 were freed"
    if spot.number.decimal:  # "Python 3.11"
        return SURE * bool(token.head.i < token.i and token.dep_ in ("nummod", "appos"))
    if counts(token):
        return SURE * (token.ent_type_ in _NAMES and before.ent_type_ == token.ent_type_)
    if _opens_with_place(token, before):
        return 0
    if token.head.pos_ == "NOUN" and token.head.i > token.i and token.dep_ == "nummod":
        return SURE * (before.ent_type_ not in ("DATE", "GPE"))  # "this iPhone 12 Mini deal"
    return SURE * (token.head.i < token.i or token.ent_type_ in _NAMES or token.head.pos_ == "PROPN")


def _core(spot: Spot) -> str:
    return spot.text[spot.number.core.start : spot.number.core.end]


def _opens_with_place(token: Any, before: Any) -> bool:
    """ "In Lyon 30 people were …": the place ends where the number begins, whatever the parser says."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    plural = after is not None and (after.tag_ in PLURAL or after.lower_ in label_words("plurals"))
    where = before.i > 0 and before.nbor(-1).lower_ in label_words("before a place")
    return bool(plural and where and before.ent_type_ not in ("PRODUCT", "ORG", "FAC"))


def _name_in_words(spot: Spot) -> int:
    """ "the Kick Six win", "a Big Ten title": a capital where the sentence does not ask for one."""
    token = spot.token
    if spot.number.digits or token.i == 0 or token.is_sent_start or token.i + 1 >= len(token.doc):
        return 0
    before, after = token.nbor(-1), token.nbor()
    ends = token.is_title and before.is_title and not before.is_sent_start and after.is_lower
    return SURE * (ends or in_capitals(token))


def _which_one(spot: Spot) -> int:
    """ "Building 4 was shut", "at Tower 42": which of the things that a noun with a capital names."""
    token = spot.token
    if not spot.bare or spot.number.decimal or token.i == 0:
        return 0
    if not token.text.isdecimal() or len(token.text) > _DIGITS_OF_NAMES:
        return 0
    before, after = token.nbor(-1), token.nbor() if token.i + 1 < len(token.doc) else None
    thing = before.tag_ in ("NN", "NNP") and before.is_title and before.ent_type_ not in _PLACES_AND_TIMES
    counted = after is not None and after.pos_ not in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ", "PART")
    if not thing or counted or not before.whitespace_:
        return 0
    noun, data = before.lower_, load("numbers")
    sized = any(noun in data[name] for name in ("sized", "the_number", "told_by_number", "single_times"))
    return SURE * bool(not sized and not wordnet.is_a(noun, "time_period") and wordnet.known(noun, "n"))


def _before_name(spot: Spot) -> int:
    """ "11 Pro Max": digits on a name in the singular."""
    token = spot.last
    if not spot.bare or spot.number.decimal or token.dep_ != "nummod":
        return 0
    head = token.head
    if head.tag_ != "NNP" or head.i <= token.i or token.i == 0 or token.is_sent_start:
        return 0
    if head.text.endswith("s") or peoples_of((head.lower_,)):  # "133 French were aboard"
        return 0
    after = head.nbor() if head.i + 1 < len(head.doc) else None
    return 0 if after is not None and after.pos_ in ("NOUN", "PROPN", "CCONJ") else SURE


def _is_name(token: Any) -> bool:
    """A proper noun, or a word with a capital where a sentence does not ask for one ("iPhone")."""
    capital = any(letter.isupper() for letter in token.text[0 if not token.is_sent_start else 1 :])
    return token.pos_ == "PROPN" or (capital and token.pos_ in ("NOUN", "ADJ", "X"))


# --- pronouns ----------------------------------------------------------------------------------------


def _pronoun(spot: Spot) -> int:
    """ "this one", "one must", "one's": a pronoun."""
    if spot.end - spot.start != 1 or spot.pieces[spot.start].lower not in label_words("pronouns"):
        return 0
    joined = (
        spot.word("-1") in HYPHENS and glued(spot.pieces, spot.start) and glued(spot.pieces, spot.start - 1)
    )
    if joined:
        return SURE * (spot.word("-2") in label_words("before -one"))  # not "a mother-of-one"
    token = spot.token
    owns = spot.word("+0") == "'" and glued(spot.pieces, spot.end)
    if owns or token.pos_ == "PRON" or f"{spot.word('+1')} {spot.word('+2')}" in label_words("or another"):
        return SURE
    if is_link(spot.word("+0"), "of"):
        return 0
    counted = token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")
    stands = spot.word("-1") in label_words("pronoun_one") or token.dep_ in (
        "dobj",
        "nsubj",
        "attr",
        "pobj",
    )
    return SURE * bool(not counted and stands)


@lru_cache(maxsize=1)
def _rivals() -> dict[str, Rival]:
    by_words: dict[str, Rival] = {name: partial(told, name=name) for name in load("labels")["which"]}
    return by_words | {
        "a telephone number": labels.telephone,
        "the number of an item": labels.list_number,
        "a fixed expression": labels.idiom,
        "an address": labels.address,
        "a year": year,
        "part of a name": _in_name,
        "a pronoun": _pronoun,
        "a name in words": _name_in_words,
        "part of a name after it": _before_name,
        "which one": _which_one,
    }
