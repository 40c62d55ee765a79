"""Productions of a number with what stands around it: sign, range, hedge.

They make a `plain` (a number, perhaps with a sign), a `range` ("20 to 30") and a `quantity`: any of them,
or a size, with the hedges on both sides.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.model import Interval, Span
from checker.values.chart import GRAMMAR, Match
from checker.values.items import Limit
from checker.values.lexer import Piece, glued
from checker.values.quantity import Numeral, limited

_YEAR_DIGITS = 4


@GRAMMAR.production("number without a sign", "plain", "number", "either_way number")
def unsigned(m: Match) -> Numeral:
    """ "plus or minus 3" is three: the words say how far off, and are no sign of the number."""
    return _placed(m, m.parts[-1].data)


@GRAMMAR.production("number with a sign", "plain", "sign number", "minus -? number")
def signed(m: Match) -> Numeral | None:
    number, sign = m.parts[-1].data, m.part("sign")
    number = _placed(m, number)
    if sign == "+":
        return replace(number, signed="+")
    return number.of(-number.value, signed="-")


def _placed(m: Match, number: Numeral) -> Numeral:
    return replace(number, span=m.span, core=m.span)


@GRAMMAR.production("range", "range", "between? plain to|dash plain", "between plain and plain",
                    "plain to - plain", "plain - to - plain", "plain -|hang to plain",
                    "from plain to|dash|up_to plain")  # fmt: skip
def ranged(m: Match) -> Numeral | None:
    """ "20-30", "between 20 and 30", "four to five thousand", "10- to 15-foot": two ends, both included."""
    first: Numeral = next(part.data for part in m.parts if isinstance(part.data, Numeral))
    second: Numeral = m.parts[-1].data
    if second.fraction != first.fraction or (first.article and not first.fraction):
        return None
    found = spread(first, second)
    year = _like_year(first) and (second.scale > 1 or second.decimal)
    return None if found is None or year else _placed(m, found)


def spread(first: Numeral, second: Numeral) -> Numeral | None:
    """From one number up to another, both included; None where it is not the smaller."""
    low = shared(first, second)
    if not low < second.values[0]:
        return None
    return replace(
        second,
        values=(low, *second.values),
        bounds=Interval(low, second.value),
        digits=first.digits or second.digits,
        article=False,
        range=True,
        step=None if first.fraction else second.step,
        signed="",
    )


def shared(first: Numeral, second: Numeral) -> Fraction:
    """The first of two numbers with the scale that "four to five thousand" says once."""
    scale = second.scale if second.scale > 1 or second.digits else second.top  # "three or four hundred"
    said_once = first.scale == first.top == 1 and scale > 1 and first.value < 1000
    value = first.value * scale
    return value if said_once and value < second.value else first.value


def _like_year(first: Numeral) -> bool:
    return first.digits and first.step == 1 and first.span.end - first.span.start == _YEAR_DIGITS


@GRAMMAR.production("one", "one", "article")
def one(m: Match) -> Numeral:
    """ "a gallon", "an hour": one, where a unit follows."""
    return _placed(m, Numeral.plain(Fraction(1), Fraction(1), article=True, bare_article=True))


@GRAMMAR.production("quantity", "quantity", "plain", "range", "size", "either")
def bare(m: Match) -> Numeral:
    number: Numeral = m[0]
    return number if number.span.end else _placed(m, number)


@GRAMMAR.production("one number or the next", "either", "plain or plain", "plain comma either")
def either(m: Match) -> Numeral | None:
    """ "two or three people", "five, six or seven": a number that is left open between near ones."""
    first: Numeral = m[0]
    second: Numeral = m.parts[-1].data
    found = spread(first, second) if near(first, second) else None
    return found and _placed(m, found)


def near(first: Numeral, second: Numeral) -> bool:
    """Whether two numbers are so near that "or" leaves one number open: 2 or 3, 30 or 40, not 25 or 40."""
    odd = any(n.fraction or n.article or n.decimal for n in (first, second)) or first.digits != second.digits
    low = shared(first, second)
    return not odd and 1 <= low < second.values[0] <= max(low + 1, low * Fraction(3, 2))


# --- hedges, of whatever has a number --------------------------------------------------------------


def number_of(data: Any) -> Numeral:
    """The number of a result: itself, or the one that it has."""
    number: Numeral = data if isinstance(data, Numeral) else data.number
    return number


def _with(data: Any, number: Numeral, m: Match) -> Any:
    """A result with another number, over the whole match."""
    return (
        replace(number, span=m.span)
        if isinstance(data, Numeral)
        else replace(data, number=number, span=m.span)
    )


def hedgeable(symbol: str) -> None:
    """Lets hedges stand around the results of a type: numbers, or whatever has `number` and `span`."""
    for name, make, *patterns in (
        ("hedge before", hedged_before, f"hedge whopping? {symbol}", f"hedge article {symbol}"),
        ("hedge before and closed after", hedged_and_closed, f"hedge {symbol} closing"),
        ("hedge after", hedged_after, f"{symbol} hedge_after"),
        ("two bounds", two_sided, f"{symbol} and|but {symbol}", f"{symbol} comma but? {symbol}"),
    ):
        GRAMMAR.production(f"{name} ({symbol})", symbol, *patterns)(make)


def hedged_before(m: Match) -> Any:
    """ "more than 500", "about a gallon", "exceeds a $4 billion limit"."""
    hedge: Limit = m[0]
    data = m.parts[-1].data
    sign = m.has("article") and not m.chart.of(m.parts[-1].start, "symbol")
    return (
        None
        if sign or not _may_limit(m, hedge, number_of(data))
        else _with(data, limit(number_of(data), hedge), m)
    )


def _may_limit(m: Match, hedge: Limit, number: Numeral) -> bool:
    """Whether a hedge limits the number after it; of two the outer bounds what the inner only blurs."""
    nested = hedge.sign in "~=" or number.hedge != "~" or _may_be_particle(hedge)
    return not (number.limit is not None and nested) and not is_particle(m, hedge)


def hedged_and_closed(m: Match) -> Any:
    """ "less than 5,000 or equal"."""
    hedge: Limit = m[0]
    name, number = load("hedges")["closed"].get(hedge.name), number_of(m[1])
    if name is None or number.limit is not None or m.comes("number") is not None:
        return None
    return _with(m[1], limit(number, Limit(name, hedge.sign, hedge.words)), m)


def hedged_after(m: Match) -> Any:
    """ "500 or more", "300 dollars or so", "twenty-odd"."""
    hedge: Limit = m[1]
    number = number_of(m[0])
    if number.limit is not None and number.hedge == hedge.sign == "~":
        hedge = Limit(number.limit, hedge.sign, hedge.words)  # "some ten or so"
    elif number.limit is not None and (number.hedge in "<>" or hedge.sign in "~="):
        return None
    with_unit = m[0] is not number
    if number.bare_article or (with_unit and (number.range or hedge.name in load("hedges")["glued"])):
        return None
    return _with(m[0], limit(number, hedge), m) if may_follow(m, hedge, m.parts[1].start) else None


def two_sided(m: Match) -> Any:
    """ "more than 10 and less than 20": a lower and an upper bound of one number."""
    first, second = number_of(m[0]), number_of(m.parts[-1].data)
    if {first.hedge, second.hedge} != {"<", ">"} or len(first.values) != 1 or len(second.values) != 1:
        return None
    lower, upper = (first, second) if first.hedge == ">" else (second, first)
    low, high = lower.bounds, upper.bounds
    if not lower.value < upper.value:
        return None
    bounds = Interval(low.low, high.high, low.low_open, high.high_open)
    core, values = Span(first.core.start, second.core.end), (lower.value, upper.value)
    number = replace(second, core=core, values=values, bounds=bounds, hedge="=", limit=None, range=True)
    return _with(m.parts[-1].data, number, m)


def may_follow(m: Match, hedge: Limit, at: int) -> bool:
    """Whether words after a number limit it: no part of a name or of what comes next."""
    piece, after = m.pieces[at], m.after()
    glued = at > 0 and m.pieces[at - 1].end == piece.start
    if hedge.name in load("hedges")["glued"] and m.end - at == 1 and not glued:
        return False
    link = load("grammar")["links"]
    number = m.end < len(m.pieces) and m.pieces[m.end].is_number
    if after in link["than"] or (number and m.pieces[m.end - 1].lower in link["than"]):
        return False  # "5,000 or less than 6,000"
    if m.chart.of(m.end - 1, "up_to"):
        return False  # "$5m and up to 100 jobs"
    if piece.lower in (*link["and"], *load("hedges")["joins"]) and (number or _number_comes(m)):
        return False  # "8 dead and over 200 injured"
    return not (m.end - at == 1 and piece.is_word and piece.text[0].isupper())  # "a 737 Max"


def _number_comes(m: Match) -> bool:
    return bool(m.comes("number") or m.comes("symbol") or m.comes("article") or m.comes("part"))


def limit(number: Numeral, hedge: Limit) -> Numeral:
    """The number under a hedge: a size or a range keeps the end that the hedge leaves open."""
    if len(number.values) == 1 and not number.vague:
        step = number.step
        if hedge.name in load("hedges")["glued"] and step == 1:
            step = Fraction(10) if number.value % 10 == 0 and number.value >= 20 else step
            step = Fraction(100) if number.value % 100 == 0 and number.value else step
        bounds = limited(hedge.name, number.value, step)
    else:
        low, high = number.bounds.low, number.bounds.high
        match hedge.sign:
            case ">":
                bounds = Interval(low, None, low_open=hedge.name in load("hedges")["closed"])
            case "<":
                bounds = Interval(None, high, high_open=number.bounds.high_open)
            case _:
                bounds = number.bounds
    return replace(number, bounds=bounds, hedge=hedge.sign, limit=hedge.name)


for hedged in ("quantity", "one"):
    hedgeable(hedged)


# --- "over" and "up to" that go with the word before them -------------------------------------------


@lru_cache(maxsize=1)
def _phrasal() -> dict[str, frozenset[str]]:
    data = load("hedges")
    found = {cue: frozenset(verbs) for cue, verbs in data["phrasal"].items()}
    units = (word for unit in load("durations")["units"].values() for word in unit["words"])
    return {**found, "taking": frozenset(data["taking"]), "time": frozenset(units)}


def _may_be_particle(hedge: Limit) -> bool:
    return hedge.words in load("hedges")["phrasal"]


def is_particle(m: Match, hedge: Limit) -> bool:
    """Whether "over" or "up to" goes with the word before it: "hand over 30", "it adds up to 12"."""
    known, before = _phrasal(), m.before()
    end = m.parts[0].end
    if m.pieces[end - 1].is_word and glued(m.pieces, end) and not m.pieces[end].is_number:
        return True  # "CA$ 40": letters that go with the sign after them are no end of a hedge
    if not _may_be_particle(hedge) or not before:
        return False
    if before in known[hedge.words]:
        return True
    if (
        hedge.words != next(iter(load("hedges")["phrasal"]))
        or before not in known["taking"]
        or m.pieces[end].piece is Piece.MARK
    ):
        return False
    reach = 5 if m.comes("and") else 2  # "two and a half hours"
    return not any(piece.lower in known["time"] for piece in m.pieces[m.end : m.end + reach])
