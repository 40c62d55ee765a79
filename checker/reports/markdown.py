"""`check --format markdown`: a report to paste, mail or show as the summary of a CI job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Evidence, Finding, Severity, Support
from checker.reports import Look, drafted
from checker.reports.acceptances import counted
from checker.reports.places import letter, one_line, parted, path, quoted
from checker.reports.printable import printable
from checker.reports.repairs import repair_of
from checker.reports.report import Report
from checker.reports.shown import (
    columns_of,
    drafts_first,
    in_rows,
    listed,
    nothing_to_compare,
    quiet,
    read_and_compared,
    reading,
    sign,
)

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~$])")
_LINKED = re.compile(
    r"@|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE
)  # a mention, an address without brackets
_BLOCK = re.compile(r"([-+=]|\d{1,9}[.)])")  # what begins a list or an underline at the start of a line


def render(reports: Sequence[Report], look: Look) -> str:
    return "\n".join("\n".join(_lines(report, look)) for report in reports)


def _lines(report: Report, look: Look) -> Iterator[str]:
    yield f"## {_text(report.articles.heading)}"
    yield ""
    nothing = f" {nothing_to_compare(report)}".rstrip()
    counts = ", ".join(counted(report.findings))
    yield f"**{counts or quiet(report)}.** {read_and_compared(report)}{nothing}"
    yield ""
    for failure in report.failed:
        yield f"- ❌ **not checked**: {_text(str(failure.error))}"
    if report.failed:
        yield ""
    for sentence in report.articles.left_out:
        yield _text(sentence)
        yield ""
    for finding in report.findings:
        yield from _finding(finding)
    yield from _matrix(report)
    yield from _draft(report, look.verbose)


def _finding(finding: Finding) -> Iterator[str]:
    accepted = f" (accepted: {_text(finding.accepted.reason)})" if finding.accepted else ""
    yield f"### {_SIGNS[finding.severity]} {_text(finding.message)}{accepted}"
    yield ""
    yield f"{finding.severity.value}, {finding.verdict.value}, `{finding.rule}`, `{finding.fingerprint}`"
    yield ""
    for e in finding.evidence:
        value = f", read as {_text(reading(e))}" if reading(e) else ""
        place = f"{_text(path(e.article))}:{e.line}"
        yield f"- **{letter(e.side)}**, {_text(e.said_by)} ({place}){value}  "
        yield f"  {_quoted(e)}"
    yield ""
    repair = None if finding.accepted else repair_of(finding)
    if repair is not None:
        yield f"To put it right: {_text(repair.told)}."
        yield ""
        yield from _suggestion(repair.mended_line())


def _suggestion(line: str | None) -> Iterator[str]:
    """The line as it should be, which GitHub puts into the file from a comment of a review."""
    if line is not None:
        fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", line))])
        yield from (f"{fence}suggestion", printable(line), fence, "")


def _quoted(e: Evidence) -> str:
    before, words, after = parted(e)
    gap = (" " if before[-1:].isspace() else "", " " if after[:1].isspace() else "")
    return _at_start(f"{_text(before)}{gap[0]}**{_text(words)}**{gap[1]}{_text(after)}".strip())


def _matrix(report: Report) -> Iterator[str]:
    if not report.facts:
        return
    columns = drafts_first(columns_of(report, report.facts))
    heads = [_text(column.head) for column in columns]
    yield "### Facts by source"
    yield ""
    yield f"| | Fact | {' | '.join(heads)} |"
    yield f"|---|---|{'---|' * len(heads)}"
    for fact in in_rows(report.facts):
        said = [_text("; ".join(dict.fromkeys(one_line(e.text) for e in c.cell(fact)))) for c in columns]
        yield f"| {sign(fact)} | {_text(fact.label)} | {' | '.join(said)} |"
    yield ""


def _draft(report: Report, verbose: bool) -> Iterator[str]:
    if not report.draft:
        return
    yield f"### Draft: {drafted.tally(report.draft)}"
    yield ""
    for item in report.draft:
        if verbose or drafted.is_open(item):
            how = f"{drafted.SIGNS[item.support]} {drafted.outcome(item)}"
            said = [f"  \n  {_text(e.said_by)}, line {e.line}: {_quoted(e)}" for e in item.sources]
            yield f"- {how}: {_text(quoted(drafted.words(item)))} (line {item.evidence.line}){''.join(said)}"
    names = [] if verbose else drafted.undecided_names(report.draft)
    if names:
        yield f"- {drafted.SIGNS[Support.UNDECIDED]} names: {_text(listed(names))}"
    yield ""


def _text(text: str) -> str:
    """On one line, with nothing that Markdown or HTML would take for mark-up."""
    plain = printable(one_line(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    inert = _LINKED.sub(lambda m: f"{m[0]}&#8203;", plain)  # a space without width, which is how it is done
    return _SPECIAL.sub(r"\\\1", inert).replace("&\\#8203;", "&#8203;")


def _at_start(text: str) -> str:
    """For text that begins a line."""
    block = _BLOCK.match(text)
    return f"{text[: block.end() - 1]}\\{text[block.end() - 1 :]}" if block else text
