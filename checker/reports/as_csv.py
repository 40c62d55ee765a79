"""`check --format csv`: the fact matrix for a spreadsheet, a row a fact and a column a source or speaker."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from checker.model import Evidence, Role
from checker.reports import Look
from checker.reports.places import one_line
from checker.reports.printable import printable
from checker.reports.report import Report
from checker.reports.shown import Column, columns_of, reading

_FORMULA = tuple("=+-@＝＋－＠")  # the wide ones, too, which spreadsheets of some countries read alike


def render(reports: Sequence[Report], look: Look) -> str:
    """Sources of several sets that bear one name share a column."""
    shown = [columns_of(report, report.facts) for report in reports]
    names = [_names(of_set, report) for of_set, report in zip(shown, reports, strict=True)]
    columns = list(dict.fromkeys(name for of_set in names for name in of_set))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([safe(cell) for cell in ("set", "fact", "kind", "disagrees", *columns)])
    for report, of_set, heads in zip(reports, shown, names, strict=True):
        for failure in report.failed:
            what = f"not checked: {one_line(str(failure.error))}"
            row = [report.articles.id, what, "failed", "", *("" for _ in columns)]
            writer.writerow([safe(cell) for cell in row])
        for fact in report.facts:
            said = {head: _cell(column.cell(fact)) for head, column in zip(heads, of_set, strict=True)}
            disagrees = "yes" if fact.disagrees else "no"
            row = [report.articles.id, fact.label, fact.kind.value, disagrees]
            writer.writerow([safe(cell) for cell in (*row, *(said.get(name, "") for name in columns))])
    return out.getvalue()


def _names(columns: Sequence[Column], report: Report) -> list[str]:
    times = Counter(article.name for article in report.articles.articles)
    return [
        column.name
        + (f" ({column.article.id})" if times[column.article.name] > 1 else "")
        + (" [draft]" if column.article.role is Role.DRAFT else "")
        for column in columns
    ]


def _cell(cell: Sequence[Evidence]) -> str:
    shown = ((one_line(e.text), reading(e)) for e in cell)
    return "; ".join(dict.fromkeys(f"{text} = {value}" if value else text for text, value in shown))


def safe(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would run as a formula."""
    cell = printable(cell)
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
