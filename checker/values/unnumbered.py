"""Units that are named without a number: "a small percent", "convert it to fahrenheit", "paid in rmb".

`explain` shows them as values without a figure, for who looks for every mention of a unit. They claim nothing
and are never compared. Words and company are data (`alone` in rules/vocabulary/units.yaml).
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.data import load
from checker.model import Article, Kind, Said, Value
from checker.values.amounts import PERCENT
from checker.values.chart import Chart
from checker.values.currencies import resolve
from checker.values.lexer import lower
from checker.values.numerals import chart_of
from checker.values.units import data

Bare = tuple[Kind, str, str, int]  # kind, unit, dimension, and the piece after the words


def find_unnumbered(article: Article, values: Iterable[Value]) -> list[Value]:
    """Every unit without a number, outside the words of the `values` read, in the order of the text."""
    chart = chart_of(article.text)
    taken = {offset for value in values for offset in range(value.span.start, value.span.end)}
    found: list[Value] = []
    end = 0
    for at in chart.starting("percent", "unit", "code", "money_name"):
        free = at >= end and not chart.number(at - 1)
        read = (_percent(chart, at) or _converted(chart, at) or _money(chart, at, article)) if free else None
        if read is None:
            continue
        kind, unit, dimension, end = read
        span = chart.span(at, end)
        if taken.isdisjoint(range(span.start, span.end)):
            said = Said((None,), unit)
            found.append(Value(kind, span, article.words(span), unit=unit, dimension=dimension, said=said))
    return found


def _percent(chart: Chart, at: int) -> Bare | None:
    """ "a small percent", "the % of": but no "percentage point", which says how far and not what part."""
    found = max(chart.of(at, "percent"), key=lambda edge: edge.end, default=None)
    if found is None or found.data.shown != PERCENT or lower(chart.pieces, at) in data()["alone"]["never"]:
        return None
    return Kind.PERCENTAGE, PERCENT, PERCENT, found.end


def _converted(chart: Chart, at: int) -> Bare | None:
    """ "10 celsius to fahrenheit", "measured in kilometres", and symbols that are nothing else: "mcg"."""
    alone = data()["alone"]
    for edge in chart.of(at, "unit"):
        form, end = edge.data, edge.end
        if form.cued or not _whole(chart, at, end):
            continue
        word = chart.pieces[end - 1].lower
        plural = form.unit.dimension == "temperature" or word.endswith("s") or word in alone["plurals"]
        converted = lower(chart.pieces, at - 1) in alone["after"] and form.word
        if form.text in alone["symbols"] or (converted and plural):
            return Kind.MEASURE, form.unit.shown, form.unit.dimension, end
    return None


def _money(chart: Chart, at: int, article: Article) -> Bare | None:
    """ "counting the dollars", "EUR", "paid in yen": a plural, a code, any name after "in" and "to"."""
    named = max((*chart.of(at, "code"), *chart.of(at, "money_name")), key=lambda edge: edge.end, default=None)
    if named is None or named.data.low != 1 or not _whole(chart, at, named.end):
        return None
    word, alone, table = lower(chart.pieces, named.end - 1), data()["alone"], load("currencies")
    if {word, word.removesuffix("s")} & {*table["common words"], *alone["no money"]}:
        return None
    before = lower(chart.pieces, at - 1) in alone["after"]
    code = word in table["small codes"] or word in alone["codes"]
    if not (word.endswith("s") or code or before) or (word in alone["only after"] and not before):
        return None
    currency, _ = resolve(named.data.shown, article)
    return Kind.MONEY, currency, currency, named.end


def _whole(chart: Chart, at: int, end: int) -> bool:
    """Whether nothing is glued to the words but punctuation."""
    pieces = chart.pieces
    before = at > 0 and pieces[at - 1].end == pieces[at].start and pieces[at - 1].text not in "([\"'“‘"
    after = end < len(pieces) and pieces[end - 1].end == pieces[end].start and pieces[end].text in "-/&"
    return not (before or after)
