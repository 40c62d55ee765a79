"""Productions of lengths of time: "two and a half hours", "90-minute", "month-long", "3 days, 4 hours"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from checker.model import Interval, Span
from checker.values import hedges
from checker.values.chart import Match
from checker.values.lengths import Length, Part, Unit, sets, units
from checker.values.numerals import Numeral, hedged_after
from checker.values.time_items import DASHES, TIME, Named, TimeChart, chart_of

_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
_ONE_OR_TWO = (Fraction(1), Fraction(2))
_ABOVE_ALL = 10**9


@TIME.production("words between a number and its unit", "filler", "between", "between between")
def _filler(m: Match) -> bool:
    return False


@TIME.production("working days", "filler", "business", "between business", "business between")
def _working(m: Match) -> bool:
    return True


@TIME.production("and a half", "andhalf", "dash? and dash? article? dash? half", "dash? and one half")
def _and_half(m: Match) -> bool:
    return True


@TIME.production("and a quarter", "andquarter", "and quarter")
def _and_quarter(m: Match) -> bool:
    return True


@TIME.production(
    "a number and its unit",
    "lpart",
    "numeral dash? timeunit|shortunit andhalf?",
    "numeral filler timeunit andhalf?",
    "numeral of? article? timeunit",
    "numeral andquarter of? timeunit",
)
def _counted(m: Match) -> Length | None:
    chart, numeral, unit = chart_of(m), m[0], m.get("timeunit") or m.get("shortunit")
    at = next(p.start for p in m.parts if p.symbol in ("timeunit", "shortunit"))
    hyphen, values, bounds = m.has("dash"), numeral.values, numeral.bounds
    if (
        numeral.signed
        or (numeral.magnitude and not numeral.digits and numeral.scale > 1)
        or (hyphen and not numeral.value)
    ):
        return None  # "a zero-day flaw"
    if (
        (m.has("of") or m.has("article"))
        and not m.has("andquarter")
        and not (numeral.step is None or numeral.magnitude)
    ):
        return None
    dash = m.parts[1]
    tight = (
        chart.joined(dash.start) or chart.joined(dash.end) or chart.word(m.end) in DASHES
    )  # "90 - day - old", torn
    if dash.symbol == "dash" and not tight:
        return None
    if m.has("shortunit") and not _is_short(chart, at, numeral, unit):
        return None
    if numeral.bare_article and chart.is_a(at, "plural unit"):
        return None  # "a decades-long conflict"
    if _is_other(chart, m.start, at) or _is_title(chart, m.start, at) or _torn_clock(chart, m.start):
        return None
    numeral = _during(chart, m.start, numeral)
    values, bounds = numeral.values, numeral.bounds
    if m.has("andhalf"):
        if len(values) != 1:
            return None
        values = (values[0] + _HALF,)
        bounds = (
            hedges.limited(numeral.limit, values[0], None) if numeral.limit else Interval.point(values[0])
        )
    if m.has("andquarter"):
        values, bounds = (values[0] + _QUARTER,), Interval.point(values[0] + _QUARTER)
    start = min(m.span.start, numeral.span.start)
    span = Span(start, m.span.end)
    vague = numeral.vague or numeral.magnitude
    part = Part(values, bounds, unit.value, span, numeral.limit)
    return Length(
        span, (part,), numeral.hedge, numeral.bare_article, vague, m.get("filler") is True, hyphen, numeral
    )


def _is_short(chart: TimeChart, at: int, numeral: Numeral, unit: Named) -> bool:
    if not (numeral.digits or len(unit.word) > 2):
        return False
    if chart.joined(at + 1) and chart.pieces[at + 1].is_number and not chart.joined(at):
        return False  # "the asteroid 2024 YR4"
    # "80s", "the 1990 s"
    return not (
        len(unit.word) == 1 and unit.value.seconds == 1 and (chart.joined(at) or numeral.value % 10 == 0)
    )


def _torn_clock(chart: TimeChart, at: int) -> bool:
    return (
        chart.joined(at) and chart.word(at - 1) == ":" and chart.pieces[at - 2].is_number
    )  # "took 16:25 hours"


def _during(chart: TimeChart, at: int, numeral: Numeral) -> Numeral:
    """Without a hedge that is none: "cut by 3 billion over ten years", "3 % more than a year before"."""
    if numeral.limit is None:
        return numeral
    start = at
    while start and chart.pieces[start].start > numeral.span.start:
        start -= 1
    plain = replace(numeral, hedge="=", limit=None, bounds=Interval.point(numeral.value), span=numeral.core)
    if numeral.bare_article and chart.is_a(start + 1, "than") and chart.word(start - 1) in sets()["compared"]:
        return plain
    if (
        numeral.hedge != ">"
        or not chart.is_a(start, "over")
        or chart.word(start - 1) in sets()["over_is_more"]
    ):
        return numeral
    return plain


def _is_other(chart: TimeChart, i: int, j: int) -> bool:
    """A number and a unit that are no length: "a second term", "20 second-half points", "a man-hour"."""
    if chart.is_a(j, "brief unit") and chart.is_a(i, "article", "one") and j < i + 3:
        if chart.is_a(j + 1, "dash") or chart.word(j + 1) == "-":  # "a second-floor office"
            return not chart.is_a(j + 2, "long")
        more = chart.is_a(j + 1, "and") and j + 2 in chart.numerals  # "one minute and 39 seconds"
        return chart.alpha(j + 1) and not more and chart.word(j + 1) not in sets()["cues_after"]
    if chart.is_a(j, "ordinal") and j == i + 1 and chart.is_a(i, "round ten"):
        return True  # an ordinal: "the twenty second of June"
    hyphen = chart.word(j + 1) == "-"
    if chart.is_a(j, "ordinal") and chart.is_a(j + 1 + hyphen, "half", "place"):
        return True
    return hyphen and chart.word(j + 2) in sets()["not_before"]


def _is_title(chart: TimeChart, i: int, j: int) -> bool:
    """A name that holds a length: "the Six-Day War", "60 Minutes"."""
    known = sets()["titles"]
    told = chart.word(chart.possessive(j + 1)) in known or f"{chart.word(i)} {chart.word(j)}" in known
    return chart.capital(j) and told


@TIME.production("two numbers of one unit", "lpart", "numeral ~dash to|or|and lpart", "numeral or lpart")
def _hanging(m: Match) -> Any:
    """ "18- to 24-year-old", "two or three days"."""
    first, later = m[0], m.get("lpart")
    low, high = first.values[-1], later.parts[0].values[-1]
    if not first.bounds.is_point or len(later.parts[0].values) != 1 or not low < high or first.bare_article:
        return None
    start = min(m.span.start, first.span.start)
    part = replace(
        later.parts[0], values=(low, high), bounds=Interval(low, high), span=Span(start, m.span.end)
    )
    return replace(later, span=Span(start, m.span.end), parts=(part,), article=False, numeral=None)


@TIME.production("one or two", "lpart", "lpart or two")
def _or_two(m: Match) -> Any:
    """ "a day or two" is one or two of them; "a day or two nights" is not."""
    chart = chart_of(m)
    if not m[0].article or chart.is_a(m.end, "timeunit", "night", "dash") or m.after() == "-":
        return None
    part = replace(m[0].parts[0], values=_ONE_OR_TWO, bounds=Interval(*_ONE_OR_TWO))
    return replace(m[0], span=Span(m[0].span.start, m.span.end), parts=(part,))


@TIME.production("minutes glued to hours", "lpart", "numeral ~minutes")
def _glued_minutes(m: Match) -> Length | None:
    if not m[0].digits or m[0].value >= 60 or not chart_of(m).is_a(m.start - 1, "shortunit"):
        return None
    return Length(m.span, (Part(m[0].values, m[0].bounds, units()[0]["minute"], m.span, None),))


@TIME.production(
    "one of a unit",
    "lpart",
    "one_of dash? timeunit",
    "timeunit ~dash long",
    "longword",
    "quarter of article timeunit",
    "timeunit andhalf",
)
def _unnumbered(m: Match) -> Length | None:
    """ "month-long", "another month", "all-week", "weeklong", "quarter of an hour", "hour and a half"."""
    chart, value = chart_of(m), Fraction(1)
    unit: Unit | None = m.get("longword").value if m.has("longword") else m.get("timeunit").value
    at = next((p.start for p in m.parts if p.symbol == "timeunit"), m.start)
    if chart.is_a(at, "plural unit") or unit is None:
        return None
    if m.has("one_of") and chart.is_a(at, "brief unit"):
        return None
    if m.has("quarter") and unit.name == "hour":
        value = Fraction(1, 4)
    elif m.has("andhalf"):
        if unit.name != "hour" or chart.is_a(m.start - 1, "the", "per", "article", "one"):
            return None
        value += _HALF
    elif m.has("quarter"):
        return None
    return Length(m.span, (Part((value,), Interval.point(value), unit, m.span, None),), hyphen=m.has("dash"))


@TIME.production("a length in one unit", "length", "lpart")
def _single(m: Match) -> Any:
    return m[0]


@TIME.production("a length in several units", "length", "length ,? and? lpart")
def _several(m: Match) -> Any:
    """Each unit smaller than the one before, all numbers plain; a hedge limits the whole."""
    first, more = m[0], m.get("lpart")
    last, added = first.parts[-1], more.parts[0]
    if (
        len(added.values) != 1
        or len(last.values) != 1
        or more.hedge != "="
        or more.hyphen
        or first.vague
        or more.vague
    ):
        return None
    if (more.article and not m.has("and")) or any(part.unit == added.unit for part in first.parts):
        return None
    if m.has(",") and added.unit.size > last.unit.size:
        return None
    parts = [*first.parts, added]
    limit = first.parts[0].limit
    if limit:
        parts = [replace(part, bounds=Interval.point(part.values[0])) for part in parts]
        parts[-1] = replace(added, bounds=hedges.limited(limit, added.values[0], Fraction(1)))
    return replace(first, span=Span(first.span.start, m.span.end), parts=tuple(parts), article=False)


@TIME.production("hours and bare minutes", "length", "lpart and? numeral")
def _bare_minutes(m: Match) -> Any:
    """ "1 hour 20", "two hours and ten", where nothing follows that the minutes would count."""
    chart, number = chart_of(m), m.get("numeral")
    plain = number.value.denominator == 1 and not (number.range or number.limit or number.bare_article)
    if (
        m[0].unit != "hour"
        or not plain
        or not 0 < number.value < 60
        or chart.alpha(m.end)
        or m.after() in ("%", "-")
    ):
        return None
    at = m.parts[-1].start
    part = Part(number.values, number.bounds, units()[0]["minute"], chart.span(at, m.end))
    return replace(m[0], span=Span(m[0].span.start, m.span.end), parts=(*m[0].parts, part))


@TIME.production("a length and its -long", "length", "length ~dash long")
def _long(m: Match) -> Any:
    return replace(m[0], span=Span(m[0].span.start, m.span.end), hyphen=True)


def hedge_behind(chart: TimeChart, length: Length, end: int) -> tuple[Length, int]:
    """With the hedge that follows the unit: "30 days or more"; the index after it."""
    numeral, part = length.numeral, length.parts[-1]
    if numeral is None or len(length.parts) > 1 or part.values != numeral.values:
        return length, end
    limited, stop = hedged_after(chart.text, numeral, length.span.end)
    if stop == length.span.end:
        return length, end
    after = end
    while after < len(chart.pieces) and chart.pieces[after].start < stop:
        after += 1
    part = replace(part, bounds=limited.bounds)
    return replace(length, span=Span(length.span.start, stop), parts=(part,), hedge=limited.hedge), after
