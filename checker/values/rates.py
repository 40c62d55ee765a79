"""What an amount is per ("a day", "per share", "/kg", "for each child") and how often it is taken ("twice
daily")."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from checker.data import load
from checker.model import Counted, Span
from checker.values.chart import GRAMMAR, Match
from checker.values.items import Lexicon, lexicon_part
from checker.values.lexer import HYPHENS, glued
from checker.values.units import Unit, times, times_written

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Rate:
    """What an amount is per: its name ("share", "day"), the unit where it is one, and how often."""

    name: str
    unit: Unit | None = None
    times: Fraction = Fraction(1)
    span: Span = _NOWHERE

    @property
    def under(self) -> str:
        """What it compares under: a volume for a barrel, but calendar time as said."""
        return self.unit.dimension if self.unit and self.unit.dimension != "time" else self.name

    @property
    def counted(self) -> Counted:
        return Counted(self.name, self.span, self.name.split()[-1])


@lexicon_part
def _words(found: Lexicon) -> None:
    for word, unit in times_written("words", "short", "rate"):
        found.add(word, "time", unit)
    for word, shown in load("durations")["recurrence"].items():
        found.add(word, "regular", times()[shown])
    for word, number in load("durations")["times"].items():
        found.add(word, "times", Fraction(number))


@GRAMMAR.production("times", "times", "number times_word")
def so_many_times(m: Match) -> Fraction:
    value: Fraction = m[0].value
    return value


@GRAMMAR.production("per what", "rate", "-? article|per -? time|unit|per_what", "per word")
def per(m: Match) -> Rate | None:
    """ "A day", "per kilo", "per share": "per" may stand before any noun; "per capita" has its own name."""
    symbol, what, table = m.parts[-1].symbol, m.parts[-1].data, load("currencies")
    span = m.chart.span(m.end - 1, m.end)
    if symbol == "time":
        return None if _tells_when(m) else Rate(what.shown, what, span=span)
    if symbol == "unit":
        plain = m.part("per") in table["strict"] or (what.word and not what.cued)
        return Rate(what.unit.shown, what.unit, span=span) if plain else None  # "$20 each in New York"
    if m.chart.of(m.end - 1, "time") or m.chart.of(m.end - 1, "unit"):
        return None
    if symbol == "word" and (m[0] not in table["by any"] or what in table["no rate"]):
        return None
    name = table["named rates"].get(what, what)
    return Rate(name, times().get(name), span=span)


@GRAMMAR.production("how often", "often", "times rate", "times? regular")
def often(m: Match) -> Rate | None:
    count = m.part("times") or Fraction(1)
    unit = m.part("regular") or (m.part("rate").unit if m.has("rate") else None)
    if unit is None or unit.dimension != "time":
        return None
    return Rate(unit.shown, unit, count)


def _tells_when(m: Match) -> bool:
    """ "a year earlier" and "a quarter of" are no rates."""
    after, data = m.after(), load("currencies")
    if after in HYPHENS and not glued(m.pieces, m.end + 1):
        return False
    return after in data["not per"] or (
        m.pieces[m.end - 1].lower in load("numbers")["part words"] and bool(m.comes("of"))
    )
