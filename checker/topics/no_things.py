"""Nouns that a figure is never the figure of: parts of dates, units of other figures, stretches of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lexical import wordnet
from checker.topics.words import words_of
from checker.values.calendar_words import calendar_words

if TYPE_CHECKING:
    from checker.language import Token

_UNITS = ("monetary unit", "unit of measurement", "linear unit", "mass unit")


def is_timing(token: Token) -> bool:
    """Whether a noun is part of a date or an hour: "September 12", "6 a.m. on Sunday"."""
    words = calendar_words()
    known = (words.months, words.weekdays, words_of("hours"))
    return token.pos_ in ("NOUN", "PROPN") and any(token.lower_ in found for found in known)


def is_stretch(noun: Token) -> bool:
    """Whether a noun is a stretch of time, which has no worth: "12% year on year", "the quarter of $30bn"."""
    return noun.lemma_.lower() in words_of("stretches")


def is_unit(token: Token) -> bool:
    """Whether a noun is the unit of another figure."""
    if token.lower_ in ("%", "percent"):
        return True
    numbered = any(t.pos_ == "NUM" for t in token.lefts)
    return numbered and any(wordnet.is_a(token.lemma_.lower(), unit) for unit in _UNITS)
