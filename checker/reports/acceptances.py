"""What was accepted, is accepted no longer, or is accepted in vain, as lines of text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from checker.model import Acceptance, Finding, Report


def open_findings(report: Report) -> list[Finding]:
    """Those that nobody let stand."""
    return [finding for finding in report.findings if finding.accepted is None]


def lines(report: Report, width: int) -> Iterator[str]:
    told = [
        (click.style("accepted", bold=True), f"{f.rule}  {f.message}", f.accepted)
        for f in report.findings
        if f.accepted
    ]
    told += [(click.style("expired", fg="yellow", bold=True), f"{a.what}", a) for a in report.expired]
    told += [
        (click.style("stale", fg="yellow", bold=True), f"{a.what}  is no longer found", a)
        for a in report.stale
    ]
    for head, what, acceptance in told:
        yield f"{head}  {textwrap.shorten(what, max(width - 12, 20), placeholder=' …')}"
        yield from textwrap.wrap(
            f"{acceptance.path}:{acceptance.line}  {said(acceptance)}",
            width,
            initial_indent="    ",
            subsequent_indent="    ",
            break_on_hyphens=False,
        )
    if told:
        yield ""


def said(acceptance: Acceptance) -> str:
    """The reason, and who gave it, when and until when: "checked by hand (Ada, 2025-03-18)"."""
    day = acceptance.when and acceptance.when.isoformat()
    until = acceptance.until and f"until {acceptance.until.isoformat()}"
    by = ", ".join(part for part in (acceptance.who, day, until) if part)
    return f"{acceptance.reason} ({by})" if by else acceptance.reason
