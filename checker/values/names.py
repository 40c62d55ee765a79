"""Readings of a number that compete with a count: which one, not how many.

A year, a name ("Boeing 737", "the Kick Six win"), a label ("Article 5", "Room 12"), a code ("F-16", "0800
555111"), an address, a fixed expression, the pronoun "one". Each is told by what stands around and by the
parse; the count stands where there is none. The words are data (rules/vocabulary/labels.yaml).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from checker.data import load
from checker.lexical import wordnet
from checker.model import Span
from checker.values import codes, labels
from checker.values.calendar_words import calendar_words
from checker.values.lexer import glued, is_link, lower
from checker.values.numerals import find_numerals
from checker.values.quantity import Numeral
from checker.values.readings import Context
from checker.values.spots import PLURAL, Spot, counts, words
from checker.values.torn import HYPHENS

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_PLACES_AND_TIMES = ("GPE", "LOC", "DATE", "TIME", "PERSON", "NORP")
_NAMES = frozenset(("PRODUCT", "ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "GPE", "NORP", "PERSON", "LOC"))


Rival = Callable[[Spot], bool]


def rivals(context: Context, number: Numeral) -> Iterator[str]:
    """Every reading of a number that competes with a count."""
    spot = Spot(context, number)
    for name, rival in _RIVALS.items():
        if rival(spot):
            yield name


def is_name(context: Context, number: Numeral) -> bool:
    """Whether another reading of a number stands before that it counts something."""
    return any(rivals(context, number))


def is_no_year(context: Context, span: Span) -> bool:
    """Whether four bare digits that could be a year are a count."""
    if span.end - span.start != 4 or not context.article.words(span).isdecimal():
        return False
    number = next((n for n in find_numerals(context.article.text) if n.core == span), None)
    return number is not None and not _year(Spot(context, number))


# --- years -----------------------------------------------------------------------------------------


def _year(spot: Spot) -> bool:
    """Four bare digits, or two of them, that nothing tells to be a count."""
    number = spot.number
    if not all(_FIRST_YEAR <= value <= _LAST_YEAR for value in number.values):
        return False
    if number.limit in words()["limits"]:
        return False  # "under 1000", "slid below 2000"
    return (number.range or spot.said.isdecimal()) and not _is_count(spot)


def _is_count(spot: Spot) -> bool:
    """Whether something tells of so many: a size, a hedge on a round number, a fall, a plural noun."""
    number, token, before = spot.number, spot.last, spot.at(-1)
    sizes = (*load("numbers")["sized"], *load("changes")["summing"])
    if (spot.at(-2) in sizes and is_link(before, "of")) or _falling(spot):
        return True
    told = number.limit is not None or number.range or before in words()["before a level"]
    if told and all(value % 100 == 0 for value in number.values):
        return True
    stated = token.i > 0 and token.nbor(-1).lemma_ in words()["owning"]  # not "the 1999 attacks"
    return spot.counts and token.head.tag_ != "NNPS" and (stated or token.ent_type_ != "DATE")


def _falling(spot: Spot) -> bool:
    """Whether it is an end of "from 1950 to 1700": years go up."""
    links = load("grammar")["links"]
    for other, at in ((spot.end + 1, spot.end), (spot.first - 2, spot.first - 1)):
        said, first = lower(spot.pieces, other), spot.first if at == spot.end else other
        if said.isdecimal() and len(said) == 4 and lower(spot.pieces, at) in links["to"]:
            falls = (int(said) < spot.number.value) == (at == spot.end)
            if falls and lower(spot.pieces, first - 1) in links["from"]:
                return True
    return False


# --- names by the parse ----------------------------------------------------------------------------


def _in_name(spot: Spot) -> bool:
    """ "Boeing 737", "iPhone 11", "FTSE 100": digits that hang on a name before them."""
    token = spot.token
    if not spot.plain or token.i == 0 or token.text != spot.said:
        return False
    before = token.nbor(-1)
    if not _is_name(before) or "," in token.text or before.lower_ in calendar_words().weekdays:
        return False
    if counts(token):
        return token.ent_type_ in _NAMES
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    plural = after is not None and (after.tag_ in PLURAL or after.lower_ in words()["plurals"])
    if plural and before.i and before.nbor(-1).pos_ == "ADP":
        return False  # "In Lyon 30 people were …"
    if token.head.i > token.i and token.dep_ == "nummod":
        return before.ent_type_ not in ("DATE", "GPE")  # "this iPhone 12 Mini deal"
    return bool(token.head.i < token.i)


def _name_in_words(spot: Spot) -> bool:
    """ "the Kick Six win", "a Big Ten title": a capital where the sentence does not ask for one."""
    token = spot.token
    if token.i == 0 or not token.is_title or token.i + 1 >= len(token.doc):
        return False
    before, after = token.nbor(-1), token.nbor()
    if before.is_title and after.is_lower:
        return True
    opened = before.lower_ in load("numbers")["definite"] and before.is_lower
    run = next((t for t in token.doc[token.i + 1 : token.i + 4] if not t.is_title), None)  # no headline
    return bool(opened and after.pos_ == "PROPN" and run is not None)


def _which_one(spot: Spot) -> bool:
    """ "Building 4 was shut", "at Tower 42": which of the things that a noun with a capital names."""
    token = spot.token
    if not spot.plain or token.i == 0 or not token.text.isdecimal():
        return False
    before, after = token.nbor(-1), token.nbor() if token.i + 1 < len(token.doc) else None
    thing = before.tag_ in ("NN", "NNP") and before.is_title and before.ent_type_ not in _PLACES_AND_TIMES
    counted = after is not None and after.pos_ not in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ", "PART")
    if not thing or counted:
        return False
    noun, data = before.lower_, load("numbers")
    sized = any(noun in data[name] for name in ("sized", "the_number", "told_by_number", "single_times"))
    return bool(not sized and not wordnet.is_a(noun, "time_period") and wordnet.known(noun, "n"))


def _before_name(spot: Spot) -> bool:
    """ "11 Pro Max": digits on a name in the singular."""
    token = spot.last
    if not spot.plain or spot.number.decimal or token.dep_ != "nummod":
        return False
    head = token.head
    if (
        head.tag_ != "NNP"
        or head.i <= token.i
        or token.i == 0
        or token.is_sent_start
        or head.text.endswith("s")
    ):
        return False
    after = head.nbor() if head.i + 1 < len(head.doc) else None
    return after is None or after.pos_ not in ("NOUN", "PROPN", "CCONJ")


def _is_name(token: Any) -> bool:
    """A proper noun, or a word with a capital where a sentence does not ask for one ("iPhone")."""
    capital = any(letter.isupper() for letter in token.text[0 if not token.is_sent_start else 1 :])
    return token.pos_ == "PROPN" or (capital and token.pos_ in ("NOUN", "ADJ", "X"))


# --- pronouns ----------------------------------------------------------------------------------------


def _pronoun(spot: Spot) -> bool:
    """ "this one", "one must", "one's": a pronoun."""
    if spot.end - spot.first != 1 or spot.pieces[spot.first].lower not in words()["pronouns"]:
        return False
    if spot.at(-1) in HYPHENS and glued(spot.pieces, spot.first):
        return spot.at(-2) in words()["before -one"]  # not "a mother-of-one"
    token = spot.token
    owns = spot.at(0) == "'" and glued(spot.pieces, spot.end)
    if owns or token.pos_ == "PRON" or f"{spot.at(1)} {spot.at(2)}" in words()["or another"]:
        return True
    if is_link(spot.at(0), "of"):
        return False
    counted = token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")
    stands = spot.at(-1) in words()["pronoun_one"] or token.dep_ in ("dobj", "nsubj", "attr", "pobj")
    return bool(not counted and stands)


_RIVALS: dict[str, Rival] = {
    "a code": codes.code,
    "a telephone number": codes.telephone,
    "the number of an item": codes.list_number,
    "a code that is given": codes.given,
    "a fixed expression": labels.idiom,
    "a label": labels.after_label,
    "an address": labels.address,
    "a year": _year,
    "part of a name": _in_name,
    "a pronoun": _pronoun,
    "a name in words": _name_in_words,
    "part of a name after it": _before_name,
    "which one": _which_one,
    "part of what follows": labels.named_after,
}
