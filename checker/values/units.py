"""Units of measure: the forms they are written in, their exact factors and what they make together.

All of it is data (rules/vocabulary/units.yaml, which names its sources); factors are Fractions, and
a unit whose name means more than one thing ("ton", "gallon") has the two ends as its factor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.model import Interval, Kind
from checker.values.lexer import Lex, lex
from checker.values.torn import HYPHENS


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: how it is shown, what it measures and what one of it is in the dimension's base unit."""

    shown: str
    dimension: str
    low: Fraction
    high: Fraction
    offset: Fraction = Fraction(0)
    kind: Kind = Kind.MEASURE
    coin: str = ""  # what a part of a unit of money is called: "cent"

    def to_base(self, stated: Interval) -> Interval:
        """What an interval in this unit is in the base unit; wider where the unit is ambiguous."""
        low, high = stated.low, stated.high
        return Interval(
            None if low is None else low * (self.low if low >= 0 else self.high) + self.offset,
            None if high is None else high * (self.high if high >= 0 else self.low) + self.offset,
            stated.low_open,
            stated.high_open,
        )


@dataclass(frozen=True, slots=True)
class Form:
    """A unit as it is written; a `cued` one is a word or letter that needs more to be a unit."""

    unit: Unit
    text: str
    cued: bool = False
    word: bool = False


Table = dict[str, list[tuple[tuple[str, ...], Form]]]


@lru_cache(maxsize=1)
def data() -> Any:
    return load("units")


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Every unit by how it is shown, those with an SI prefix among them."""
    found: dict[str, Unit] = {}
    for name, dimension in data()["dimensions"].items():
        for shown, entry in dimension["units"].items():
            found.setdefault(shown, _unit(shown, name, entry))
            for prefix in entry.get("prefixes", ()):
                title, factor = data()["prefixes"][prefix]
                unit = found[shown]
                longer = title + entry["words"][0]
                found.setdefault(
                    longer, Unit(longer, name, unit.low * Fraction(factor), unit.high * Fraction(factor))
                )
    return found


@lru_cache(maxsize=1)
def times() -> dict[str, Unit]:
    """The lengths of time that a rate may be over, by name and symbol."""
    found: dict[str, Unit] = {}
    for name, entry in data()["time"].items():
        unit = _unit(name, "time", entry)
        for form in (name, *entry.get("symbols", ())):
            found[form] = unit
    return found


def _unit(shown: str, dimension: str, entry: dict[str, Any]) -> Unit:
    factor = entry["factor"]
    low, high = factor if isinstance(factor, list) else (factor, factor)
    return Unit(shown, dimension, Fraction(low), Fraction(high), Fraction(entry.get("offset", 0)))


@lru_cache(maxsize=1)
def _forms() -> tuple[Table, Table]:
    """Forms by their first piece, longest first: words in lower case, and symbols as written."""
    words: Table = {}
    symbols: Table = {}
    for dimension in data()["dimensions"].values():
        for shown, entry in dimension["units"].items():
            unit = units()[shown]
            _add_words(words, unit, entry.get("words", ()), entry.get("plurals"))
            for text in entry.get("symbols", ()):
                _add(symbols, Form(unit, text))
            for text in entry.get("cued", ()):
                _add(symbols, Form(unit, text, cued=True))
            _add_prefixed(words, symbols, entry)
    for table in (words, symbols):
        for forms in table.values():
            forms.sort(key=lambda item: -len(item[0]))
    return words, symbols


def _add_words(table: Table, unit: Unit, singular: Sequence[str], plurals: Sequence[str] | None) -> None:
    for text in (*singular, *(plurals or [word + "s" for word in singular])):
        _add(table, Form(unit, text.lower(), word=True))


def _add_prefixed(words: Table, symbols: Table, entry: dict[str, Any]) -> None:
    for prefix in entry.get("prefixes", ()):
        title = data()["prefixes"][prefix][0]
        unit = units()[title + entry["words"][0]]
        plurals = entry.get("plurals")
        _add_words(
            words,
            unit,
            [title + word for word in entry["words"]],
            plurals and [title + word for word in plurals],
        )
        for text in (*entry.get("symbols", ()), *entry.get("stem", ())):
            _add(symbols, Form(unit, prefix + text))


def _add(table: Table, form: Form) -> None:
    pieces = tuple(piece.text for piece in lex(form.text) if piece.text not in HYPHENS)
    table.setdefault(pieces[0], []).append((pieces, form))


def unit_starts(piece: Lex) -> bool:
    """Whether a unit may begin with a piece."""
    words, symbols = _forms()
    return piece.text in symbols or piece.lower in words


def unit_at(pieces: Sequence[Lex], at: int) -> tuple[Form, int] | None:
    """The longest unit written from piece `at`, and the index after it."""
    if at >= len(pieces):
        return None
    words, symbols = _forms()
    best: tuple[Form, int] | None = None
    for table, exact in ((symbols, True), (words, False)):
        for wanted, form in table.get(pieces[at].text if exact else pieces[at].lower, ()):
            end = _match(pieces, at, wanted, form.text if exact else None)
            if end is not None and (best is None or end > best[1]):
                best = form, end
                break
    return best


def _match(pieces: Sequence[Lex], at: int, wanted: tuple[str, ...], text: str | None) -> int | None:
    """The index after `wanted`; a symbol must also have its white space where `text` has it."""
    index, offset = at, 0
    for number, word in enumerate(wanted):
        if number and index < len(pieces) and pieces[index].text in HYPHENS and (not text or "-" in text):
            index += 1
        if index >= len(pieces) or (pieces[index].text if text else pieces[index].lower) != word:
            return None
        if text:
            spaced = number > 0 and pieces[index].start > pieces[index - 1].end
            place = text.index(word, offset)
            if spaced and text[place - 1] != " ":
                return None
            offset = place + len(word)
        index += 1
    return index


def quotient(over: Unit, under: Unit) -> Unit:
    """The unit of `over` per `under`: "mi/h" of dimension speed, "barrel per day" of "flow"."""
    named = {(a, b): name for a, b, name in data()["quotients"]}
    dimension = named.get((over.dimension, under.dimension), f"{over.dimension}/{under.dimension}")
    names = data()["full names"]
    plain = f"{over.shown} per {under.shown}"
    full = f"{names.get(over.shown, over.shown)} per {names.get(under.shown, under.shown)}"
    low, high = over.low / under.high, over.high / under.low
    return Unit(data()["shown"].get(plain, full), dimension, low, high, kind=over.kind)
