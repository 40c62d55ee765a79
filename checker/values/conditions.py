"""Conditions of what stands around a number, so that data can tell what a doubtful word or number is.

"In", "m", "C" are units only in the right company, and "12" is no count in "page 12". Which company, is data:
`company` in rules/vocabulary/units.yaml and `which` in labels.yaml list for each what is enough: a few of the
conditions named here (`_CONDITIONS`), joined by "&", with "!" before those that must not hold.

A condition may be of a word beside the number: "-1" is the word before it and "+0" the one right after it and
its unit; "<1" is the one before it where a full stop may stand between ("No. 10"), ">0" the one after it
where a hyphen or a bracket may, "=0" its own first. "-1: own" says that this word is in the list "own";
"capital <1" says how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from checker.values.items import unit_at
from checker.values.lexer import HYPHENS, Lex, glued, lower
from checker.values.quantity import Numeral

_NOWHERE = -1
_CONDITION = re.compile(r"(!?)([a-z ]*?) ?([-+<>=]\d)?(?:: (.+))?")


def words_before(pieces: Sequence[Lex], at: int, reach: int = 12) -> list[str]:
    """The words before piece `at`, `reach` pieces at most."""
    return [piece.lower for piece in pieces[max(0, at - reach) : at]]


def words_after(pieces: Sequence[Lex], at: int, reach: int = 12) -> list[str]:
    """The words from piece `at`, `reach` pieces at most."""
    return [piece.lower for piece in pieces[at : at + reach]]


def near(pieces: Sequence[Lex], start: int, end: int, cues: Collection[str]) -> bool:
    """Whether a cue stands within twelve pieces of [start, end)."""
    return not set(cues).isdisjoint(words_before(pieces, start) + words_after(pieces, end))


@dataclass(slots=True)
class Place:
    """A number from piece `start`, the unit it may have at [unit, end), the lists that conditions name."""

    pieces: Sequence[Lex]
    number: Numeral
    start: int
    unit: int
    end: int
    lists: Mapping[str, Collection[str]]

    @property
    def tight(self) -> bool:
        return glued(self.pieces, self.unit)

    @property
    def lettered(self) -> bool:
        """Whether what was taken for a scale is a letter glued to the number: "221B Baker Street"."""
        return glued(self.pieces, self.end - 1) and len(self.pieces[self.end - 1].text) == 1

    @property
    def hyphened(self) -> bool:
        return lower(self.pieces, self.unit - 1) in HYPHENS

    @property
    def after(self) -> str:
        """The word after the unit, past a hyphen."""
        return self.word(">0")

    def at(self, place: str) -> int:
        """The piece that a condition is of: "-1", "+0", "<1", ">0" or "=0"."""
        side, steps = place[0], int(place[1:])
        if side == "=":
            return self.start + steps
        if side in "+>":
            marked = side == ">" and lower(self.pieces, self.end) in (*HYPHENS, ")")
            return self.end + steps + marked
        before = self.start - 1
        pointed = side == "<" and lower(self.pieces, before) == "." and glued(self.pieces, before)
        return max(_NOWHERE, self.start - steps - pointed)

    def word(self, place: str) -> str:
        return lower(self.pieces, self.at(place))

    def piece(self, at: int) -> Lex | None:
        return self.pieces[at] if 0 <= at < len(self.pieces) else None

    def near(self, cue: str) -> bool:
        return near(self.pieces, self.start, self.end, self.lists[cue])

    def stops(self) -> bool:
        """Whether the unit is the last word of its clause."""
        return self.end >= len(self.pieces) or not (
            self.pieces[self.end].is_word or self.pieces[self.end].is_number
        )

    def divides(self) -> bool:
        """Whether a symbol of another unit stands under it: "1.3 A/cm2"."""
        slash = lower(self.pieces, self.end) == "/" and glued(self.pieces, self.end)
        under = unit_at(self.pieces, self.end + 1) if slash else None
        return under is not None and glued(self.pieces, self.end + 1)

    def holds(self, alternatives: Sequence[str]) -> bool:
        """Whether one of the alternatives holds: all conditions of it, "!" before one denying it."""
        return any(all(one.holds(self) for one in conditions(whole)) for whole in alternatives)


class Condition(NamedTuple):
    """One condition as read: whether it must hold, its test, the place beside the number, and the list."""

    wanted: bool
    test: Callable[[Place, int, str], object]
    place: str
    cue: str

    def holds(self, place: Place) -> bool:
        at = place.at(self.place) if self.place else _NOWHERE
        return bool(self.test(place, at, self.cue)) == self.wanted


@cache
def conditions(whole: str) -> tuple[Condition, ...]:
    """The conditions of one alternative; ValueError where one of them is none."""
    return tuple(map(_condition, whole.split(" & ")))


def _condition(said: str) -> Condition:
    parts = _CONDITION.fullmatch(said)
    if parts is None or parts[2] not in _CONDITIONS:
        raise ValueError(f"no condition of a number: {said!r}; allowed are {', '.join(_CONDITIONS)}")
    return Condition(not parts[1], _CONDITIONS[parts[2]], parts[3] or "", parts[4] or "")


def _piece(test: Callable[[Lex], object]) -> Callable[[Place, int, str], object]:
    """A condition of how a piece beside the number is written."""
    return lambda p, at, _: (piece := p.piece(at)) is not None and test(piece)


_CONDITIONS: dict[str, Callable[[Place, int, str], object]] = {
    # of a word beside it
    "": lambda p, at, name: lower(p.pieces, at) in p.lists[name],
    "two": lambda p, at, name: f"{lower(p.pieces, at)} {lower(p.pieces, at + 1)}" in p.lists[name],
    "glued": lambda p, at, _: glued(p.pieces, p.start if at == _NOWHERE else at),
    "apart": lambda p, at, _: (piece := p.piece(at)) is not None and piece.start >= p.number.span.end,
    "nothing": lambda p, at, _: p.piece(at) is None,
    "capital": _piece(lambda piece: piece.text[0].isupper()),
    "small": _piece(lambda piece: piece.lower.isalpha() and piece.text.islower()),
    "word": _piece(lambda piece: piece.is_word),
    "number": _piece(lambda piece: piece.is_number),
    "whole": _piece(lambda piece: piece.text.isdecimal()),
    # of the words near it
    "within": lambda p, _, name: not set(p.lists[name]).isdisjoint(words_after(p.pieces, p.end, 3)),
    "near": lambda p, _, name: p.near(name),
    # of its unit
    "tight": lambda p, *_: p.tight,
    "joined": lambda p, *_: p.tight or p.hyphened,
    "hyphened": lambda p, *_: p.hyphened,
    "stops": lambda p, *_: p.stops(),
    "alone": lambda p, *_: not (p.after and p.after[0].isalpha()),
    "closes": lambda p, *_: _closes_quotation(p),
    # of the number
    "digits": lambda p, *_: p.number.digits,
    "plain": lambda p, *_: p.number.digits and p.number.scale == 1,
    "decimal": lambda p, *_: p.number.decimal,
    "limited": lambda p, *_: p.number.limit is not None,
    "scaled": lambda p, *_: p.number.scale != 1,
    "unscaled": lambda p, *_: p.number.scale == 1 or (p.number.digits and p.lettered),
    "pointed": lambda p, *_: p.pieces[p.start].text.startswith("."),  # ".22"
    "sign": lambda p, *_: bool(p.number.signed),
    "minus": lambda p, *_: p.number.signed == "-",
    "round": lambda p, *_: all(value % 100 == 0 for value in p.number.values),
    "exact": lambda p, *_: p.number.decimal or p.number.range,
    "below": lambda p, _, most: abs(p.number.value) < int(most),
    "first": lambda p, *_: p.number.value % 10 == 1 and p.number.value % 100 != 11,
}


def _closes_quotation(place: Place) -> bool:
    marks = [piece.text for piece in place.pieces[max(0, place.unit - 400) : place.unit]]
    mark = place.pieces[place.unit].text
    return marks.count("“") > marks.count("”") if mark == "”" else marks.count(mark) % 2 == 1
