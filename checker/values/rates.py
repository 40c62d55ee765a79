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
from checker.values.units import Form, Unit, times, times_written

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


@GRAMMAR.production("per time", "rate", "-? article|per -? time")
def per_time(m: Match) -> Rate | None:
    unit = m.part("time")
    if _tells_when(m):
        return None
    return Rate(unit.shown, unit, span=m.chart.span(m.end - 1, m.end))


@GRAMMAR.production("per unit", "rate", "-? article|per -? unit")
def per_unit(m: Match) -> Rate | None:
    form: Form = m.part("unit")
    if m.part("per") not in load("currencies")["strict"] and (form.cued or not form.word):
        return None  # "$20 each in New York"
    return Rate(form.unit.shown, form.unit, span=m.chart.span(m.end - 1, m.end))


@GRAMMAR.production("per what", "rate", "-? article|per -? per_what")
def per_what(m: Match) -> Rate | None:
    if m.chart.of(m.end - 1, "time") or m.chart.of(m.end - 1, "unit"):
        return None
    return Rate(m.part("per_what"), span=m.chart.span(m.end - 1, m.end))


@GRAMMAR.production("per anything", "rate", "per word")
def per_word(m: Match) -> Rate | None:
    """ "per" may stand before any noun; "per capita" and "per annum" have names of their own."""
    word = m[1]
    if m[0] not in load("currencies")["by any"] or word in load("currencies")["no rate"]:
        return None
    if m.chart.of(m.end - 1, "time") or m.chart.of(m.end - 1, "unit"):
        return None
    named = load("currencies")["named rates"].get(word)
    return Rate(named or word, times().get(named or word), span=m.chart.span(m.end - 1, m.end))


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
