"""`check --format concise`: a line a finding, as compilers tell it.

port.md:7:42: error: Our draft: 12 people — Agency: nine people [general.count]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Finding, Report
from checker.reports import Look, acceptances
from checker.reports.places import lines, main_evidence, one_line, path
from checker.reports.printable import printable
from checker.reports.terminal import Screen, of_severity


def render(reports: Sequence[Report], look: Look) -> str:
    return "".join(f"{line}\n" for report in reports for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    for failure in report.failed:
        error = failure.error
        place = ":".join(str(part) for part in (error.path, error.line) if part is not None)
        yield printable(f"{place or report.articles.id}: not checked: {one_line(error.message)}")
    for finding in acceptances.open_findings(report):
        yield line(finding, look)


def line(finding: Finding, look: Look) -> str:
    main = main_evidence(finding)
    at, column, *_ = lines(main.article, main.span)
    screen = Screen(look.color, look.links, look.width)
    place = f"{path(main.article)}:{at}:{column}: "
    return screen.line(
        place, of_severity(finding.severity), f": {one_line(finding.message)} [{finding.rule}]"
    )
