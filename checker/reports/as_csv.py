"""`check --format csv`: the fact matrix for a spreadsheet, a row a fact and a column a source."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from checker.model import Article, Evidence, Report, Role
from checker.reports import Look
from checker.reports.places import one_line
from checker.reports.printable import printable
from checker.reports.shown import reading

_FORMULA = tuple("=+-@＝＋－＠")  # the wide ones, too, which spreadsheets of some countries read alike


def render(reports: Sequence[Report], look: Look) -> str:
    """Sources of several sets that bear one name share a column."""
    names = [_columns(report.articles.articles) for report in reports]
    columns = list(dict.fromkeys(name for of_set in names for name in of_set.values()))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_safe(cell) for cell in ("set", "fact", "kind", "disagrees", *columns)])
    for report, of_set in zip(reports, names, strict=True):
        for fact in report.facts:
            said = {of_set[article]: _cell(cell) for article, cell in fact.cells}
            disagrees = "yes" if fact.disagrees else "no"
            row = [report.articles.id, fact.label, fact.kind.value, disagrees]
            writer.writerow([_safe(cell) for cell in (*row, *(said.get(name, "") for name in columns))])
    return out.getvalue()


def _columns(articles: Sequence[Article]) -> dict[str, str]:
    times = Counter(article.name for article in articles)
    return {
        article.id: article.name
        + (f" ({article.id})" if times[article.name] > 1 else "")
        + (" [draft]" if article.role is Role.DRAFT else "")
        for article in articles
    }


def _cell(cell: Sequence[Evidence]) -> str:
    shown = ((one_line(e.text), reading(e)) for e in cell)
    return "; ".join(dict.fromkeys(f"{text} = {value}" if value else text for text, value in shown))


def _safe(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would run as a formula."""
    cell = printable(cell)
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
