"""How the values of a sentence were read: the productions that made each, and the readings that lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Article, Kind, Value
from checker.values import context_of, settled
from checker.values.chart import Chart, Edge
from checker.values.counts import ONE_OF
from checker.values.lexer import index_at
from checker.values.names import rivals
from checker.values.numerals import find_numerals
from checker.values.readings import Context, Settled

if TYPE_CHECKING:
    from checker.language import Doc


def render(doc: Doc, article: Article) -> str:
    """Every value with what made it, then the numbers that are none with what they are."""
    context = context_of(doc, article)
    found = [one for one in settled(context) if ONE_OF not in one.value.notes]
    lines = [line for one in found for line in _value(context, one)]
    return "\n".join([*lines, *_names(context, found), ""])


def _value(context: Context, one: Settled) -> Iterator[str]:
    value = one.value
    yield f"{value.text}: {value.kind.value} {_shown(value)}"
    edge, chart = one.candidate.edge, one.candidate.chart or context.chart
    edge = edge or (_quantity(context.chart, value) if value.kind is Kind.COUNT else None)
    if edge is not None:
        for step in edge.steps():
            if step.rule:
                words = context.article.words(chart.span(step.start, step.end))
                yield f"    {step.symbol} \u201c{words}\u201d: {step.rule}"
    for lost in one.lost:
        yield f"    lost: {lost.name} \u201c{context.article.words(lost.span)}\u201d"


def _shown(value: Value) -> str:
    ends = [end for end in (value.low, value.high) if end is not None]
    unit = f" {value.unit}" if value.unit else ""
    return f"{value.hedge} {' to '.join(dict.fromkeys(ends))}{unit}"


def _quantity(chart: Chart, value: Value) -> Edge | None:
    """The result that a reader of its own began from."""
    return chart.longest(index_at(chart.pieces, value.span.start), "quantity")


def _names(context: Context, found: list[Settled]) -> Iterator[str]:
    """The numbers that count nothing, and what was surer than a count."""
    for number in find_numerals(context.article.text):
        if number.bare_article or any(one.value.span.overlaps(number.core) for one in found):
            continue
        for name, sure in rivals(context, number):
            yield f"{context.article.words(number.core)}: no value, but {name} ({sure})"
