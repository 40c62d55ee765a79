"""Ages that a law or a rule sets: "raise the retirement age from 62 to 64", "work until 65".

They are ages of nobody; a note says what they are the age of ("retirement age").
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.values.numerals import Numeral
from checker.values.words import Words

_REACH = 12  # words from the name of the age to its figure
_UNITS = frozenset(["%", "percent", "per", "-", "/"])


@lru_cache(maxsize=1)
def _data() -> Any:
    return load("ages")["legal"]


def legal_age(words: Words, numeral: Numeral, start: int, end: int) -> str | None:
    """What the number at [start, end) is the age of, where the words say so."""
    low, high = _data()["between"]
    plain = numeral.value.denominator == 1 and not numeral.decimal and not numeral.magnitude
    if not plain or not low <= numeral.value <= high or words.at(end) in _UNITS or _of_something(words, end):
        return None
    return _by_verb(words, numeral, start) or _by_name(words, start)


def moves_to(words: Words, numeral: Numeral, start: int, end: int) -> tuple[Fraction, Fraction, int] | None:
    """The ends of "from 62 to 64" or "from 18 to 16", and the index after it."""
    if "from" not in (words.at(start), words.at(start - 1)):
        return None
    if numeral.range:
        return numeral.values[0], numeral.values[1], end
    after = words.integer(end + 1)
    return (numeral.value, Fraction(after), end + 2) if words.at(end) == "to" and after else None


def _of_something(words: Words, end: int) -> bool:
    """Whether a noun that is counted follows: "to 64 members"."""
    after = words.at(end)
    return after.isalpha() and after not in _data()["after"]


def _by_verb(words: Words, numeral: Numeral, start: int) -> str | None:
    """ "retire at 65", "work until 65"."""
    before, verb = words.at(start - 1), words.at(start - 2)
    for name, cue in _data()["verbs"].items():
        if before in cue["before"] and verb in cue["words"] and numeral.value >= cue["from"]:
            return str(name)
    return None


def _by_name(words: Words, start: int) -> str | None:
    """ "the retirement age at 64", "the age of retirement from 62 to 64", "to 64 from 62"."""
    start += words.at(start) == "from"
    if words.at(start - 1) not in _data()["before"]:
        return None
    for i in _back(words, start):
        name = next((n for n, told in _data()["names"].items() if _told(words, i, told)), None)
        if name is not None:
            return str(name)
    return None


def _back(words: Words, start: int) -> Iterator[int]:
    yield from range(start - 2, max(-1, start - 2 - _REACH), -1)


def _told(words: Words, i: int, phrases: list[str]) -> bool:
    """Whether one of the phrases ends at word `i`."""
    for phrase in phrases:
        parts = phrase.split()
        if all(words.at(i - len(parts) + 1 + n) == part for n, part in enumerate(parts)):
            return True
    return False
