"""A history as table, JSON, CSV and page."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence

from checker.archive.history import Given, as_report
from checker.reports import Look
from checker.reports.as_csv import safe
from checker.reports.html import render
from checker.reports.printable import json_text, printable
from checker.reports.shown import published

_COLUMNS = (
    "published",
    "source",
    "speaker",
    "figure",
    "thing",
    "low",
    "high",
    "unit",
    "sentence",
    "place",
    "line",
)


def _row(one: Given) -> dict[str, str | int | None]:
    article, value = one.article, one.value
    return {
        "published": article.published.isoformat() if article.published else None,
        "source": article.name,
        "speaker": one.evidence.other,
        "figure": value.text,
        "thing": one.thing or None,
        "low": value.low,
        "high": value.high,
        "unit": value.unit,
        "sentence": one.sentence,
        "place": article.path or article.url,
        "line": one.evidence.line,
    }


def _table(given: Sequence[Given], title: str) -> str:
    rows = [("published", "source", "figure", "of", "where")]
    for one in given:
        time = published(one.article.published) if one.article.published else ""
        where = f"{one.article.path or one.article.url or one.article.id}:{one.evidence.line}"
        rows.append((time, one.evidence.said_by, one.value.text, one.thing, where))
    shown = [[printable(" ".join(cell.split())) for cell in row] for row in rows]
    wide = [max(map(len, column)) for column in zip(*shown, strict=True)]
    lines = ["  ".join(map(str.ljust, row, wide)).rstrip() for row in shown]
    return "\n".join([printable(title), "", *lines]) + "\n"


def _json(given: Sequence[Given], title: str) -> str:
    return json_text({"history": title, "figures": [_row(one) for one in given]})


def _csv(given: Sequence[Given], title: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in given:
        row = _row(one)
        writer.writerow([safe("" if row[name] is None else str(row[name])) for name in _COLUMNS])
    return out.getvalue()


def _html(given: Sequence[Given], title: str) -> str:
    return render([as_report(given, title)], Look())


FORMATS: Mapping[str, Callable[[Sequence[Given], str], str]] = {
    "text": _table,
    "json": _json,
    "csv": _csv,
    "html": _html,
}
