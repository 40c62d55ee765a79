"""Productions of lengths of time: "two and a half hours", "90-minute", "month-long", "3 days, 4 hours"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from checker.model import Interval, Span
from checker.values.lengths import Length, Part
from checker.values.lexer import index_at, length_words
from checker.values.numerals import Numeral, hedged_after
from checker.values.quantity import limited
from checker.values.time_items import Named, TimeChart, TimeMatch, first_part, rule
from checker.values.units import Unit, times

_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
_ONE_OR_TWO = (Fraction(1), Fraction(2))
_HOUR = 3600
_NAMED = ("NOUN", "PROPN", "ADJ", "VERB", "NUM")  # what a rank may belong to: "a second term"
_OF_UNIT = ("timeunit", "shortunit")


@rule(
    "words between a number and its unit",
    "filler",
    "measuring",
    "adjective adjective?",
    "adjective? business",
)
def _filler(m: TimeMatch) -> str:
    return m.parts[-1].symbol


@rule("and a part of one", "and_part", "dash? and dash? article|one? dash? half|quarter")
def _and_part(m: TimeMatch) -> Fraction:
    return _HALF if m.has("half") else _QUARTER


@rule(
    "a number and its unit",
    "lpart",
    "numeral dash? timeunit|shortunit and_part?",
    "numeral filler timeunit and_part?",
    "numeral of? article? timeunit",
    "numeral and_part of? timeunit",
)
def _counted(m: TimeMatch) -> Length | None:
    at = next(part.start for part in m.parts if part.symbol in _OF_UNIT)
    numeral, unit = m[0], m.part("timeunit") or m.part("shortunit")
    wrong_short = m.has("shortunit") and not _is_short(m, at, unit)
    if wrong_short or not _has_unit(m, numeral, at) or _is_other(m, at):
        return None
    numeral = _during(m, numeral)
    values, bounds = numeral.values, numeral.bounds
    if m.has("and_part"):
        values = (values[0] + m.part("and_part"),)
        bounds = limited(numeral.limit, values[0], None)
    span = Span(min(m.span.start, numeral.span.start), m.span.end)
    part = Part(values, bounds, unit.value, span, numeral.limit)
    business, vague = m.part("filler") == "business", numeral.vague or numeral.magnitude
    return Length(span, (part,), numeral.hedge, numeral.bare_article, vague, business, m.has("dash"), numeral)


def _has_unit(m: TimeMatch, numeral: Numeral, at: int) -> bool:
    """Whether the number goes with the unit as it is written: "90-day", "half an hour", not "a decades"."""
    of = m.has("of") or (m.has("article") and m.parts[1].symbol == "article")
    mixed = numeral.value.denominator != 1 and not numeral.decimal
    part_of_one = mixed or numeral.magnitude or m.has("and_part")
    dozens = numeral.magnitude and not numeral.digits and numeral.scale > 1
    described = m.part("filler") == "adjective" and (numeral.bare_article or m.lead("the"))
    if numeral.signed or dozens or described or (of and not part_of_one):
        return False
    dash = m.parts[1]
    if dash.symbol == "dash":
        tight = (
            m.chart.joined(dash.start) or m.chart.joined(dash.end) or m.chart.dash(m.end)
        )  # "90 - day - old"
        if not tight or not numeral.value:
            return False  # "a zero-day flaw"
    clock = m.chart.joined(m.start) and m.before() == ":"  # "took 16:25 hours"
    return not clock and not (numeral.bare_article and m.chart.is_a(at, "plural unit"))


def _is_short(m: TimeMatch, at: int, unit: Named) -> bool:
    numeral, text = m[0], m.chart
    number_next = text.joined(at + 1) and m.pieces[at + 1].is_number  # "the asteroid 2024 YR4"
    if not (numeral.digits or len(unit.word) > 2) or (number_next and not text.joined(at)):
        return False
    decade = text.joined(at) or numeral.value % 10 == 0  # "80s", "the 1990 s"
    return not (len(unit.word) == 1 and unit.value.low == 1 and decade)


def _during(m: TimeMatch, numeral: Numeral) -> Numeral:
    """Without a hedge that is none: "cut by 3 billion over ten years", "3 % more than a year before"."""
    if numeral.limit is None:
        return numeral
    at = m.start
    while at and m.pieces[at].start > numeral.span.start:
        at -= 1
    before, text = m.chart.word(at - 1), m.chart
    other = m.tail("ago", "apart") and text.word(at) not in length_words(
        "counting"
    )  # "higher than a year ago"
    compares = text.is_a(at + 1, "than") and (
        other or (numeral.bare_article and before in length_words("compared"))
    )
    over = numeral.hedge == ">" and text.is_a(at, "over") and before not in length_words("over_is_more")
    if not (compares or over):
        return numeral
    return replace(numeral, hedge="=", limit=None, bounds=Interval.point(numeral.value), span=numeral.core)


def _is_other(m: TimeMatch, at: int) -> bool:
    """No length: "a second term", "20 second-half points", "the twenty second", "the Six-Day War"."""
    text, after = m.chart, m.chart.word(at + 1)
    if text.is_a(at, "brief unit") and m.parts[0].end == m.start + 1 and text.is_a(m.start, "article", "one"):
        if text.dash(at + 1):  # "a second-floor office"
            return not text.is_a(at + 2, "long")
        more = text.is_a(at + 1, "and")  # "one minute and 39 seconds"
        ranked = text.alpha(at + 1) and text.token(at + 1).pos_ in _NAMED
        return ranked and not more and after not in length_words("cues_after")
    tens = at == m.start + 1 and text.is_a(m.start, "round ten")
    if text.is_a(at, "ordinal") and (tens or text.is_a(at + 1 + text.dash(at + 1), "half", "place")):
        return True
    names = (text.word(text.possessive(at + 1)), f"{m.pieces[m.start].lower} {text.word(at)}")
    return text.capital(at) and not length_words("titles").isdisjoint(names)


@rule("one or two", "lpart", "lpart or two")
def _or_two(m: TimeMatch) -> Any:
    """ "A day or two" is one or two of them; "a day or two nights" is not."""
    if not m[0].article or m.tail("timeunit", "night") or m.chart.dash(m.end):
        return None
    part = replace(m[0].parts[0], values=_ONE_OR_TWO, bounds=Interval(*_ONE_OR_TWO))
    return replace(m[0], span=Span(m[0].span.start, m.span.end), parts=(part,))


def _minutes(number: Numeral, span: Span) -> Part:
    return Part(number.values, number.bounds, times()["minute"], span)


@rule(
    "one of a unit",
    "lpart",
    *(
        "one_of dash|adjective? adjective? timeunit",
        "timeunit ~dash long",
        "longword",
        "quarter of article timeunit",
        "timeunit and_part",
    ),
)
def _unnumbered(m: TimeMatch) -> Length | None:
    """ "Month-long", "another month", "all-week", "weeklong", "quarter of an hour", "hour and a half"."""
    unit: Unit | None = (m.part("longword") or m.part("timeunit")).value
    at = next((part.start for part in m.parts if part.symbol == "timeunit"), m.start)
    shares = m.has("quarter") or m.has("and_part")
    if unit is None or m.chart.is_a(at, "plural unit") or (shares and unit.low != _HOUR):
        return None
    value = _QUARTER if m.has("quarter") else 1 + (m.part("and_part") or Fraction(0))
    return Length(m.span, (Part((value,), Interval.point(value), unit, m.span),), hyphen=m.has("dash"))


rule("a length in one unit", "length", "lpart")(first_part)


@rule("a length in several units", "length", "length ,? and? lpart")
def _several(m: TimeMatch) -> Any:
    """All numbers plain, after a comma the smaller unit; a hedge limits the whole."""
    first, more = m[0], m.part("lpart")
    last, added = first.parts[-1], more.parts[0]
    plain = len(added.values) == len(last.values) == 1 and more.hedge == "="
    if not plain or more.vague or any(part.unit == added.unit for part in first.parts):
        return None
    if (more.article and not m.has("and")) or (m.has(",") and added.unit.low > last.unit.low):
        return None
    parts, limit = [*first.parts, added], first.parts[0].limit
    if limit:
        parts = [replace(part, bounds=Interval.point(part.values[0])) for part in parts]
        parts[-1] = replace(added, bounds=limited(limit, added.values[0], Fraction(1)))
    return replace(first, span=Span(first.span.start, m.span.end), parts=tuple(parts), article=False)


@rule("hours and bare minutes", "length", "lpart and? numeral", "lpart numeral ~minutes")
def _bare_minutes(m: TimeMatch) -> Any:
    """ "1 hour 20", "two hours and ten", where nothing follows that the minutes would count, "2h30m"."""
    number = m.part("numeral")
    plain = number.value.denominator == 1 and not number.bare_article
    hours = m[0].parts[0].unit.low == _HOUR and plain and 0 < number.value < 60
    if not hours or not (m.has("minutes") or (m.closed and m.after() not in ("%", "-"))):
        return None
    part = _minutes(number, m.chart.span(m.parts[-1].start, m.end))
    return replace(m[0], span=Span(m[0].span.start, m.span.end), parts=(*m[0].parts, part))


@rule("a length and its -long", "length", "length ~dash long")
def _long(m: TimeMatch) -> Any:
    return replace(m[0], span=Span(m[0].span.start, m.span.end), hyphen=True)


def hedge_behind(chart: TimeChart, length: Length, end: int) -> tuple[Length, int]:
    """With the hedge that follows the unit: "30 days or more"; the index after it."""
    numeral, part = length.numeral, length.parts[-1]
    if numeral is None or len(length.parts) > 1 or part.values != numeral.values:
        return length, end
    limited, stop = hedged_after(chart.text, numeral, length.span.end)
    if stop == length.span.end:
        return length, end
    after = index_at(chart.pieces, stop)
    part = replace(part, bounds=limited.bounds)
    return replace(length, span=Span(length.span.start, stop), parts=(part,), hedge=limited.hedge), after
