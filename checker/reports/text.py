"""The report for a terminal: findings worst first, the draft, the fact matrix, what was read.

Plain text; in colour the same text carries terminal styles.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

import click

from checker.model import Evidence, Fact, Finding, Report, Role, Severity, Support
from checker.reports import Look, acceptances
from checker.reports.acceptances import open_findings

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render(reports: Sequence[Report], look: Look) -> str:
    text = "\n".join("\n".join(_lines(report, look.width)) + "\n" for report in reports)
    return text if look.color else click.unstyle(text)


def _lines(report: Report, width: int) -> Iterator[str]:
    yield click.style(report.articles.id, bold=True)
    yield ""
    findings = open_findings(report)
    for finding in findings:
        yield from _finding(finding, width)
        yield ""
    if not findings:
        found = "No disagreement found, other than what is accepted." if report.findings else None
        yield found or ("No disagreement found." if report.compared else "Nothing was compared.")
        yield ""
    yield from acceptances.lines(report, width)
    yield from _draft(report, width)
    yield from _matrix(report, width)
    yield from _summary(report, width)


def _finding(finding: Finding, width: int) -> Iterator[str]:
    head = click.style(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
    known = "  known" if finding.known else ""
    mark = click.style(finding.fingerprint, dim=True)
    yield f"{head}  {finding.rule}  {finding.verdict.value}  {mark}{known}"
    yield from textwrap.wrap(finding.message, width, initial_indent="  ", subsequent_indent="  ")
    last = None
    for evidence in finding.evidence:
        if last is not None and evidence.side != last:
            yield click.style("    against", dim=True)
        last = evidence.side
        yield from _evidence(evidence, width)
    if finding.reasons:
        because = f"compared because: {'; '.join(finding.reasons)}"
        yield from (
            click.style(line, dim=True)
            for line in textwrap.wrap(because, width, initial_indent="    ", subsequent_indent="    ")
        )


def _evidence(evidence: Evidence, width: int) -> Iterator[str]:
    where = f"{evidence.article.path or evidence.article.id}:{evidence.line}"
    by = f", {evidence.speaker}" if evidence.speaker and evidence.speaker != evidence.article.name else ""
    value = f"  = {evidence.value}" if evidence.value and evidence.value != evidence.text else ""
    yield f"    {click.style(evidence.article.name + by, bold=True)}  {where}{value}"
    yield from textwrap.wrap(_marked(evidence), width, initial_indent="      ", subsequent_indent="      ")


def _marked(evidence: Evidence) -> str:
    """The sentence with the words marked; without colour by brackets."""
    text, sentence, span = evidence.article.text, evidence.sentence, evidence.span
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    return " ".join(f"{before}[{click.style(text[span.start : span.end], bold=True)}]{after}".split())


def _draft(report: Report, width: int) -> Iterator[str]:
    if not report.draft:
        return
    tally = Counter(item.support for item in report.draft)
    total = len(report.draft)
    shares = ", ".join(f"{tally[s]} {s.value} ({tally[s] / total:.0%})" for s in Support if tally[s])
    yield click.style("Draft", bold=True) + f"  {total} values, names, dates and quotations: {shares}"
    yield ""


def _matrix(report: Report, width: int) -> Iterator[str]:
    if not report.facts:
        return
    yield click.style("Facts", bold=True)
    names = {a.id: a.name + (" (draft)" if a.role is Role.DRAFT else "") for a in report.articles.articles}
    for fact in sorted(report.facts, key=lambda f: not f.disagrees):
        mark = click.style("≠", fg="red", bold=True) if fact.disagrees else "="
        yield f"  {mark} {fact.label}"
        for article, words in _cells(fact):
            yield from textwrap.wrap(
                f"{names[article]}: {words}", width, initial_indent="      ", subsequent_indent="        "
            )
    yield ""


def _cells(fact: Fact) -> Iterator[tuple[str, str]]:
    for article, cell in fact.cells:
        yield article, "; ".join(dict.fromkeys(" ".join(e.text.split()) for e in cell))


def _summary(report: Report, width: int) -> Iterator[str]:
    read = ", ".join(f"{count} {what}" for what, count in report.read.items())
    yield f"Read {read}; compared {report.compared} pairs."
    for ids in report.shared_copy:
        names = [a.name for a in report.articles.articles if a.id in ids]
        yield f"{', '.join(names)} carry the same copy: one source, not {len(names)}."
    if report.not_run:
        yield from textwrap.wrap(
            "Nothing to compare for: " + ", ".join(report.not_run) + ".", width, subsequent_indent="  "
        )
    tally = Counter(finding.severity for finding in open_findings(report))
    counts = [f"{tally[s]} {s.value}{'s' if tally[s] != 1 else ''}" for s in Severity if tally[s]]
    accepted = sum(finding.accepted is not None for finding in report.findings)
    counts += [f"{accepted} accepted"] if accepted else []
    yield ", ".join(counts) if counts else "no findings"
