"""Productions of a number with what stands around it: sign, range, hedge.

They make a `plain` (a number, perhaps with a sign), a `range` ("20 to 30") and a `quantity`: any of them,
or a size, with the hedges on both sides.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from checker.data import load
from checker.model import Interval, Span
from checker.values import hedges
from checker.values.chart import GRAMMAR, Match
from checker.values.items import Limit
from checker.values.lexer import Piece, glued
from checker.values.quantity import Numeral

_YEAR_DIGITS = 4


@GRAMMAR.production("number without a sign", "plain", "number", "either_way number")
def unsigned(m: Match) -> Numeral:
    """ "plus or minus 3" is three: the words say how far off, and are no sign of the number."""
    return _placed(m, m.parts[-1].data)


@GRAMMAR.production("number with a sign", "plain", "sign number", "minus -? number")
def signed(m: Match) -> Numeral | None:
    number, sign = m.parts[-1].data, m.get("sign")
    if sign and m.pieces[m.start].end < m.pieces[m.start + 1].start and m.end < len(m.pieces):
        return None  # "- 10 k" where that is all; else a dash
    number = _placed(m, number)
    if sign == "+":
        return replace(number, signed="+")
    return replace(number, values=(-number.value,), bounds=Interval.point(-number.value), signed="-")


def _placed(m: Match, number: Numeral) -> Numeral:
    return replace(number, span=m.span, core=m.span)


@GRAMMAR.production("range", "range", "between? plain to|dash plain", "between plain and plain",
                    "plain to - plain", "plain - to - plain", "from plain to|dash|up_to plain")  # fmt: skip
def ranged(m: Match) -> Numeral | None:
    """ "20-30", "20 to 30", "between 20 and 30", "four to five thousand": two ends, both included."""
    first: Numeral = m.get("plain")
    second: Numeral = m.parts[-1].data
    if second.span.end == 0:
        second = replace(second, span=m.chart.span(m.parts[-1].start, m.end))
    if second.fraction != first.fraction or (first.article and not first.fraction):
        return None
    if second.article and not second.fraction:
        return None
    low = shared(first, second)
    if not low < second.value or (_like_year(m, first) and (second.scale > 1 or second.decimal)):
        return None
    return replace(
        first,
        span=m.span,
        core=m.span,
        values=(low, second.value),
        bounds=Interval(low, second.value),
        scale=second.scale,
        digits=first.digits or second.digits,
        decimal=second.decimal,
        article=False,
        range=True,
        step=None if first.fraction else second.step,
        signed="",
    )


def shared(first: Numeral, second: Numeral) -> Fraction:
    """The first of two numbers with the scale that "four to five thousand" says once."""
    said_once = first.scale == 1 and second.scale > 1 and first.value < 1000
    return (
        first.value * second.scale if said_once and first.value * second.scale < second.value else first.value
    )


def _like_year(m: Match, first: Numeral) -> bool:
    return first.digits and first.step == 1 and first.span.end - first.span.start == _YEAR_DIGITS


@GRAMMAR.production("one", "one", "article", "hedge one")
def one(m: Match) -> Numeral | None:
    """ "a gallon", "about an hour": one, where a unit follows."""
    if m.has("article"):
        return _placed(m, Numeral.plain(Fraction(1), Fraction(1), article=True, bare_article=True))
    if m[1].limit is not None or is_particle(m, m[0]):
        return None
    return replace(limit(m[1], m[0]), span=m.span)


@GRAMMAR.production("quantity", "quantity", "plain", "range", "size")
def bare(m: Match) -> Numeral:
    return m[0] if m[0].span.end else _placed(m, m[0])


@GRAMMAR.production("hedge before", "quantity", "hedge whopping? quantity")
def hedged_before(m: Match) -> Numeral | None:
    hedge, number = m[0], m.parts[-1].data
    if not may_limit(m, hedge, number):
        return None
    return replace(limit(number, hedge), span=m.span)


def may_limit(m: Match, hedge: Limit, number: Numeral) -> bool:
    """Whether a hedge limits the number after it; of two the outer bounds what the inner only blurs."""
    nested = hedge.sign in "~=" or number.hedge != "~" or _may_be_particle(hedge)
    return not (number.limit is not None and nested) and not is_particle(m, hedge)


@GRAMMAR.production("hedge before and closed after", "quantity", "hedge quantity closing")
def hedged_and_closed(m: Match) -> Numeral | None:
    """ "less than 5,000 or equal"."""
    name = {"over": "at_least", "under": "at_most"}.get(m[0].name)
    if name is None or m[1].limit is not None or m.comes("number") is not None:
        return None
    return replace(limit(m[1], Limit(name, m[0].sign, m[0].words)), span=m.span)


@GRAMMAR.production("hedge after", "quantity", "quantity hedge_after")
def hedged_after_number(m: Match) -> Numeral | None:
    number, hedge = m[0], m[1]
    if number.limit is not None and (number.hedge in "<>" or hedge.sign in "~="):
        return None
    if not may_follow(m, hedge, m.parts[1].start):
        return None
    return replace(limit(number, hedge), span=m.span)


def may_follow(m: Match, hedge: Limit, at: int) -> bool:
    """Whether words after a number limit it: no part of a name or of what comes next."""
    piece, after = m.pieces[at], m.after()
    glued = at > 0 and m.pieces[at - 1].end == piece.start
    if hedge.name == "odd" and m.end - at == 1 and not glued:
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
    return bool(m.comes("number") or m.comes("mark") or m.comes("article") or m.comes("part"))


def limit(number: Numeral, hedge: Limit) -> Numeral:
    """The number under a hedge: a size or a range keeps the end that the hedge leaves open."""
    if len(number.values) == 1 and not number.vague:
        step = number.step
        if hedge.name == "odd" and step == 1:
            step = Fraction(10) if number.value % 10 == 0 and number.value >= 20 else step
            step = Fraction(100) if number.value % 100 == 0 and number.value else step
        bounds = hedges.limited(hedge.name, number.value, step)
    else:
        low, high = number.bounds.low, number.bounds.high
        match hedge.sign:
            case ">":
                bounds = Interval(low, None, low_open=hedge.name == "over")
            case "<":
                bounds = Interval(None, high, high_open=number.bounds.high_open)
            case _:
                bounds = number.bounds
    return replace(number, bounds=bounds, hedge=hedge.sign, limit=hedge.name)


@GRAMMAR.production(
    "two bounds", "quantity", "quantity and|but|comma quantity", "quantity comma but quantity"
)
def two_sided(m: Match) -> Numeral | None:
    """ "more than 10 and less than 20": a lower and an upper bound of one number."""
    first: Numeral = m[0]
    second: Numeral = m.parts[-1].data
    if {first.hedge, second.hedge} != {"<", ">"} or len(first.values) != 1 or len(second.values) != 1:
        return None
    lower, upper = (first, second) if first.hedge == ">" else (second, first)
    low, high = lower.bounds, upper.bounds
    if low.high is not None or high.low is not None or not lower.value < upper.value:
        return None
    return replace(
        second,
        span=m.span,
        core=Span(first.core.start, second.core.end),
        values=(lower.value, upper.value),
        bounds=Interval(low.low, high.high, low.low_open, high.high_open),
        hedge="=",
        limit=None,
        range=True,
    )


@GRAMMAR.production("one number or the next", "either", "plain or plain", "hedge either")
def either(m: Match) -> Numeral | None:
    """ "two or three people", "about 10 or 12": a number that is left open between two near ones."""
    if m.has("hedge"):
        return replace(limit(m[1], m[0]), span=m.span) if may_limit(m, m[0], m[1]) else None
    first: Numeral = m[0]
    second: Numeral = m[2]
    same = first.digits == second.digits and not (first.fraction or second.fraction or second.article)
    low = shared(first, second)
    if (
        not same
        or first.decimal
        or second.decimal
        or not low < second.value <= max(low + 1, low * Fraction(3, 2))
    ):
        return None
    if first.article or min(low, second.value) < 1:
        return None
    return replace(
        second,
        span=m.span,
        core=m.span,
        values=(low, second.value),
        bounds=Interval(low, second.value),
        range=True,
    )


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
