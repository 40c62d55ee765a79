"""What stands around a number with its unit, and whether a doubtful word or letter is a unit there.

"In", "m", "C", "feet", "pounds" are units only in the right company. Which, is data: `company` in
rules/vocabulary/units.yaml lists for each of them conditions that are enough, each a few of those named here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from checker.data import load
from checker.model import Basis
from checker.values.items import unit_at
from checker.values.lexer import HYPHENS, Lex, glued, is_link, lower
from checker.values.quantity import Numeral
from checker.values.units import Form, data

_MILLION, _THOUSAND = 10**6, 1000


def words_before(pieces: Sequence[Lex], at: int, reach: int = 12) -> list[str]:
    """The words before piece `at`, `reach` pieces at most."""
    return [piece.lower for piece in pieces[max(0, at - reach) : at]]


def words_after(pieces: Sequence[Lex], at: int, reach: int = 12) -> list[str]:
    """The words from piece `at`, `reach` pieces at most."""
    return [piece.lower for piece in pieces[at : at + reach]]


def near(pieces: Sequence[Lex], start: int, end: int, cues: Collection[str]) -> bool:
    """Whether a cue stands within twelve pieces of [start, end)."""
    return not set(cues).isdisjoint(words_before(pieces, start) + words_after(pieces, end))


def basis_of(pieces: Sequence[Lex], start: int, end: int) -> Basis | None:
    """Whether the words around an amount say that it is for each, in total, more, or a part."""
    cues = load("numbers")["basis"]
    before, after = words_before(pieces, start, 3), words_after(pieces, end, 3)
    for basis in (Basis.PART, Basis.MORE, Basis.TOTAL, Basis.EACH):
        for phrase in cues["before"].get(basis.value, ()):
            words = phrase.split()
            if before[-len(words) :] == words:
                return basis
        for phrase in cues["after"].get(basis.value, ()):
            words = phrase.split()
            if after[: len(words)] == words:
                return basis
    return None


@dataclass(frozen=True, slots=True)
class Place:
    """A number from piece `start` and the unit that it may have at [unit, end)."""

    pieces: Sequence[Lex]
    number: Numeral
    start: int
    unit: int
    end: int

    @property
    def tight(self) -> bool:
        return glued(self.pieces, self.unit)

    @property
    def hyphened(self) -> bool:
        return lower(self.pieces, self.unit - 1) in HYPHENS

    @property
    def after(self) -> str:
        """The word after the unit, past a hyphen."""
        at = self.end + 1 if lower(self.pieces, self.end) in ("-", ")") else self.end
        return lower(self.pieces, at)

    def near(self, cue: str) -> bool:
        return near(self.pieces, self.start, self.end, data()["cues"][cue])

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
        return any(all(self._holds(one) for one in whole.split(" & ")) for whole in alternatives)

    def _holds(self, condition: str) -> bool:
        if condition.startswith("!"):
            return not self._holds(condition[1:])
        name, _, cue = condition.partition(": ")
        return bool(_CONDITIONS[name](self, cue))


def _cue(name: str) -> list[str]:
    found: list[str] = data()["cues"][name]
    return found


_CONDITIONS: dict[str, Callable[[Place, str], object]] = {
    "digits": lambda p, _: p.number.digits,
    "plain": lambda p, _: p.number.digits and p.number.scale == 1,
    "tight": lambda p, _: p.tight,
    "joined": lambda p, _: p.tight or p.hyphened,
    "hyphened": lambda p, _: p.hyphened,
    "stops": lambda p, _: p.stops(),
    "alone": lambda p, _: not (p.after and p.after[0].isalpha()),
    "before": lambda p, cue: lower(p.pieces, p.start - 1) in _cue(cue),
    "after": lambda p, cue: p.after in _cue(cue),
    "next": lambda p, cue: lower(p.pieces, p.end) in _cue(cue),
    "second": lambda p, cue: lower(p.pieces, p.end + 1) in _cue(cue),
    "within": lambda p, cue: not set(_cue(cue)).isdisjoint(words_after(p.pieces, p.end, 3)),
    "near": lambda p, cue: p.near(cue),
    "signed": lambda p, _: p.number.signed == "-",
    "exact": lambda p, _: p.number.decimal or p.number.range,
    "capital": lambda p, _: p.end < len(p.pieces) and p.pieces[p.end].text[0].isupper(),
    "small": lambda p, _: p.after.isalpha() and p.pieces[p.end].text.islower(),
    "below": lambda p, most: abs(p.number.value) < int(most),
    "first": lambda p, _: p.number.value % 10 == 1 and p.number.value % 100 != 11,
    "closes": lambda p, _: _closes_quotation(p),
}


def _closes_quotation(place: Place) -> bool:
    marks = [piece.text for piece in place.pieces[max(0, place.unit - 400) : place.unit]]
    mark = place.pieces[place.unit].text
    return marks.count("“") > marks.count("”") if mark == "”" else marks.count(mark) % 2 == 1


def is_unit(form: Form, place: Place) -> bool:
    """Whether a form of a unit is one there; those without conditions always are."""
    company = data()["company"]
    wanted = company["as written"].get(form.text) if form.cued else company["words"].get(form.unit.shown)
    if form.cued and place.number.digits and place.divides():
        return True
    if form.cued and wanted is None:
        return False
    return wanted is None or (not form.cued and not form.word) or place.holds(wanted)


def pounds_are_money(place: Place) -> bool:
    """Whether "pounds" are sterling there: told by size, what is said of them, and what is around."""
    number, after, money = place.number, place.after, load("currencies")
    if (
        max(number.scale, abs(number.value)) >= _MILLION
        or after in money["pound goods"]
        or _with_pence(place)
    ):
        return True
    mass = place.near("weight") or is_link(after, "of")
    paid = lower(place.pieces, place.start - 1) in money["paid for"] and number.value >= _THOUSAND
    if not mass and paid:
        return True  # "built for 60,000 pounds"
    told = near(place.pieces, place.start, place.end, money["money cues"])
    return (
        told if told != mass else not mass and any(piece.text in money["sterling"] for piece in place.pieces)
    )


def _with_pence(place: Place) -> bool:
    """ "3 pounds 50", "three pounds fifty": what follows the pounds, and ends the clause, is pence."""
    if place.end >= len(place.pieces):
        return False
    pence, after = place.pieces[place.end], lower(place.pieces, place.end + 1)
    said = (pence.text.isdecimal() and len(pence.text) == 2) or pence.lower in load("numbers")["tens"]
    return said and not after[:1].isalnum() and after not in ("%", "-")
