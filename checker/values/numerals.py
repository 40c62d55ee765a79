"""Numerals: every number of a text with its hedge and range, whatever it may be a number of.

    for numeral in find_numerals(text): ...

They are the results of the type `quantity` of the text's chart, the longest first from the left.
`find_numerals` is a pure function of the text and cached. It also yields "a" and "an" (`bare_article`: "a
gallon", "an hour") and "several" (`vague`); skip what you do not want. After a unit has been read,
`hedged_after` takes a hedge that follows it ("100 metres or more").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from checker.data import load
from checker.values import hedging, numbers, sizes  # noqa: F401  (they fill the grammar)
from checker.values.chart import GRAMMAR, Chart, Match
from checker.values.hedging import limit, may_follow
from checker.values.items import items
from checker.values.lexer import Lex, index_at, lex
from checker.values.quantity import Numeral, decimal_text

__all__ = ["Numeral", "decimal_text", "find_numerals", "hedged_after"]


@lru_cache(maxsize=8)
def chart_of(text: str) -> Chart:
    return Chart(GRAMMAR, lex(text), items)


@lru_cache(maxsize=8)
def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of `text` in order, none overlapping another."""
    return tuple(edge.data for edge in chart_of(text).from_left("quantity", "one"))


def read_alone(pieces: Sequence[Lex], symbol: str) -> Any:
    """What all the pieces are as a number or a rank ("number", "ordinal"); None for anything else."""
    found = Chart(GRAMMAR, pieces, items).of(0, symbol)
    return next((edge.data for edge in found if edge.end == len(pieces)), None)


def hedged_after(text: str, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """`numeral` with the hedge that follows offset `end` ("or more"), and where that hedge ends.

    Both come back unchanged where none follows or the number is hedged already.
    """
    if numeral.limit is not None or numeral.range:
        return numeral, end
    chart = chart_of(text)
    at = index_at(chart.pieces, end)
    for edge in sorted(chart.of(at, "hedge_after"), key=lambda edge: -edge.end):
        m = Match(chart, (edge,))
        if may_follow(m, edge.data, at):
            odd = edge.data.name in load("hedges")["glued"]
            return (numeral, end) if odd else (limit(numeral, edge.data), chart.pieces[edge.end - 1].end)
    return numeral, end
