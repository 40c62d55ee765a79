"""Reports in a few lines: `concise` as compilers tell it, `statistics`, and what `watch` shows.

port.md:7:42: error: Our draft: 12 people — Agency: nine people [general.count]
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.model import Finding
from checker.reports import Look
from checker.reports.acceptances import open_findings, summed
from checker.reports.drafted import tally
from checker.reports.places import cited, lines, main_evidence, one_line, others, path
from checker.reports.printable import printable
from checker.reports.report import Report
from checker.reports.terminal import of_severity, styled


def render(reports: Sequence[Report], look: Look) -> str:
    return "".join(f"{line}\n" for report in reports for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    for failure in report.failed:
        error = failure.error
        place = ":".join(str(part) for part in (error.path, error.line) if part is not None)
        yield printable(f"{place or report.articles.id}: not checked: {one_line(error.message)}")
    for finding in open_findings(report):
        yield _line(finding, look)


def _line(finding: Finding, look: Look) -> str:
    main = main_evidence(finding)
    at, column, *_ = lines(main.article, main.span)
    place = f"{path(main.article)}:{at}:{column}: "
    return styled(
        look, place, of_severity(finding.severity), f": {one_line(finding.message)} [{finding.rule}]"
    )


def short(report: Report, look: Look) -> str:
    """What `watch` shows beside an editor: a few lines a finding, no matrix."""
    return "".join(f"{line}\n" for line in _short(report, look))


def _short(report: Report, look: Look) -> Iterator[str]:
    for finding in open_findings(report):
        yield _line(finding, look)
        for e in others(finding):
            yield from textwrap.wrap(
                printable(cited(e)), look.width, initial_indent="    ", subsequent_indent="      "
            )
    pairs = f"{report.compared} pair{'s' if report.compared != 1 else ''} compared"
    drafted = f"; of the draft {tally(report.draft)}" if report.draft else ""
    yield f"{summed(report)}; {pairs}{drafted}"


def statistics(reports: Sequence[Report], look: Look) -> str:
    """How many findings each rule has, most first, with severity and title; accepted ones are left out."""
    titles = {note.id: note.title for report in reports for note in report.rules}
    found = Counter((f.severity, f.rule) for report in reports for f in open_findings(report))
    rows = sorted(found.items(), key=lambda row: (-row[1], row[0][0].rank, row[0][1]))
    width = max((len(rule) for _, rule in found), default=0)
    return "".join(
        f"{count:>5}  {level.value:<7}  {rule:<{width}}  {titles.get(rule, '')}".rstrip() + "\n"
        for (level, rule), count in rows
    )
