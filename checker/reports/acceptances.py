"""What was accepted, is accepted no longer, or is accepted in vain, as lines of text."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from checker.model import Acceptance, Finding, Severity
from checker.reports import Look
from checker.reports.report import Report
from checker.reports.terminal import Style, styled, wrap


def open_findings(report: Report) -> list[Finding]:
    """Those that nobody let stand."""
    return [finding for finding in report.findings if finding.accepted is None]


def counted(findings: Iterable[Finding]) -> list[str]:
    """ "2 errors", "1 warning": how many there are of each severity."""
    tally = Counter(finding.severity for finding in findings)
    return [f"{tally[s]} {s.value}{'s' if tally[s] != 1 else ''}" for s in Severity if tally[s]]


def summed(report: Report) -> str:
    """The findings that nobody let stand, counted, and how many are accepted."""
    accepted = sum(finding.accepted is not None for finding in report.findings)
    counts = [*counted(open_findings(report)), *([f"{accepted} accepted"] if accepted else [])]
    return ", ".join(counts) or "no findings"


def lines(report: Report, look: Look) -> Iterator[str]:
    bold, warning = Style(bold=True), Style(fg="yellow", bold=True)
    told = [("accepted", bold, f"{f.rule}  {f.message}", f.accepted) for f in report.findings if f.accepted]
    told += [("expired", warning, a.what, a) for a in report.expired]
    told += [("stale", warning, f"{a.what}  is no longer found", a) for a in report.stale]
    for head, style, what, acceptance in told:
        short = textwrap.shorten(what, max(look.width - 12, 20), placeholder=" …")
        yield styled(look, (head, style), "  ", short)
        place = styled(look, f"    {acceptance.path}:{acceptance.line}  ")
        yield from wrap(look, [said(acceptance)], place, "    ")
    if told:
        yield ""


def said(acceptance: Acceptance) -> str:
    """The reason, and who gave it, when and until when: "checked by hand (Ada, 2025-03-18)"."""
    day = acceptance.when and acceptance.when.isoformat()
    until = acceptance.until and f"until {acceptance.until.isoformat()}"
    by = ", ".join(part for part in (acceptance.who, day, until) if part)
    return f"{acceptance.reason} ({by})" if by else acceptance.reason
