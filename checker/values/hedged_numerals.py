"""What a hedge makes of a numeral: "more than 500", "500 or more", "more than 10 and less than 20".

In: a numeral with the pieces around it. Out: the numeral with its bounds as the hedge leaves them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from checker.model import Interval, Span
from checker.values import hedges
from checker.values.hedges import Hedge, hedge_after, hedge_before
from checker.values.lexer import Lex, index_at, lex
from checker.values.quantity import Numeral


def hedged_after(text: str, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """`numeral` with the hedge that follows offset `end` ("or more"), and where that hedge ends.

    Both come back unchanged where none follows or the number is hedged already.
    """
    if numeral.limit is not None or numeral.range:
        return numeral, end
    pieces = lex(text)
    hedge = hedge_after(pieces, index_at(pieces, end))
    if hedge is None or hedge.name == "odd":
        return numeral, end
    return _limit(numeral, hedge), pieces[hedge.end - 1].end


def hedged(pieces: Sequence[Lex], numeral: Numeral, start: int, end: int) -> tuple[Numeral, int]:
    """The numeral with the hedge before it or after it; "about 500 or more" is at least 500."""
    before = hedge_before(pieces, start)
    if before is not None and (closed := hedges.closed(pieces, before, end)) is not None:
        before, stop = closed
        limited = _limit(numeral, before)
        return replace(limited, span=Span(pieces[before.start].start, pieces[stop - 1].end)), stop
    after = None if numeral.bare_article else hedge_after(pieces, end)
    if after is not None and (before is None or (before.sign in "~=" and after.sign in "<>")):
        first = numeral.span.start if before is None else pieces[before.start].start
        limited = _limit(numeral, after)
        return replace(limited, span=Span(first, pieces[after.end - 1].end)), after.end
    if before is not None:
        limited = _limit(numeral, before)
        return replace(limited, span=Span(pieces[before.start].start, numeral.span.end)), end
    return numeral, end


def two_sided(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    """ "more than 10 and less than 20": a lower and an upper bound of one number."""
    if {first.hedge, second.hedge} != {"<", ">"} or len(first.values) != 1 or len(second.values) != 1:
        return None
    if text[first.span.end : second.span.start].strip() not in ("and", ",", "but", ", but", "and also"):
        return None
    lower, upper = (first, second) if first.hedge == ">" else (second, first)
    low, high = lower.bounds, upper.bounds
    if low.high is not None or high.low is not None or not lower.value < upper.value:
        return None
    return replace(
        second,
        span=Span(first.span.start, second.span.end),
        core=Span(first.core.start, second.core.end),
        values=(lower.value, upper.value),
        bounds=Interval(low.low, high.high, low.low_open, high.high_open),
        hedge="=",
        limit=None,
        range=True,
    )


def _limit(numeral: Numeral, hedge: Hedge) -> Numeral:
    """The numeral under a hedge: a size or a range keeps the end that the hedge leaves open."""
    if len(numeral.values) == 1 and not numeral.vague:
        step = numeral.step
        if hedge.name == "odd" and step == 1:
            step = Fraction(10) if numeral.value % 10 == 0 and numeral.value >= 20 else step
            step = Fraction(100) if numeral.value % 100 == 0 and numeral.value else step
        bounds = hedges.limited(hedge.name, numeral.value, step)
    else:
        low, high = numeral.bounds.low, numeral.bounds.high
        match hedge.sign:
            case ">":
                bounds = Interval(low, None, low_open=hedge.name == "over")
            case "<":
                bounds = Interval(None, high, high_open=numeral.bounds.high_open)
            case _:
                bounds = numeral.bounds
    return replace(numeral, bounds=bounds, hedge=hedge.sign, limit=hedge.name)
