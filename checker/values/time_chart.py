"""The chart of the times of an article, made once for dates, clock times, lengths and ages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Article
from checker.values import (  # noqa: F401  their productions join the grammar when they are imported
    calendar_dates,
    clock,
    date_offsets,
    date_spans,
    length_forms,
    quarters,
    relative_dates,
    weekdays,
)
from checker.values.anchor import Anchor
from checker.values.time_items import TimeChart

if TYPE_CHECKING:
    from checker.language import Doc

_LAST: list[tuple[Doc, Article, TimeChart]] = []


def time_chart(doc: Doc, article: Article) -> TimeChart:
    """The chart of an article; the last one is kept, as each kind of value asks for it in turn."""
    if _LAST and _LAST[0][0] is doc and _LAST[0][1] is article:
        return _LAST[0][2]
    chart = TimeChart(article.text, Anchor(doc, article))
    _LAST[:] = [(doc, article, chart)]
    return chart
