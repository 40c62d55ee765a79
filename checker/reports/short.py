"""The report that `watch` shows beside an editor: a few lines a finding, no matrix."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from checker.model import Report
from checker.reports import Look, acceptances, concise
from checker.reports.drafted import tally
from checker.reports.places import cited, others
from checker.reports.printable import printable


def render(report: Report, look: Look) -> str:
    return "".join(f"{line}\n" for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    found = acceptances.open_findings(report)
    for finding in found:
        yield concise.line(finding, look)
        for e in others(finding):
            yield from textwrap.wrap(
                printable(cited(e)), look.width, initial_indent="    ", subsequent_indent="      "
            )
    yield _sum(report)


def _sum(report: Report) -> str:
    pairs = f"{report.compared} pair{'s' if report.compared != 1 else ''} compared"
    text = f"{acceptances.summed(report)}; {pairs}"
    return f"{text}; of the draft {tally(report.draft)}" if report.draft else text
