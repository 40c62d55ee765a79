"""`check --format github`: workflow commands, shown as annotations beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Evidence, Failure, Finding, Report, Severity
from checker.reports import Look
from checker.reports.places import lines, main_evidence, one_line, others, path
from checker.reports.printable import printable
from checker.reports.repairs import repair_of

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(reports: Sequence[Report], look: Look) -> str:
    """A line for what was not checked, and for each finding that was not accepted."""
    failed = "".join(f"{_failed(failure)}\n" for report in reports for failure in report.failed)
    found = (f for report in reports for f in report.findings if f.accepted is None)
    return failed + "".join(f"{_command(finding)}\n" for finding in found)


def _failed(failure: Failure) -> str:
    error = failure.error
    given = {"file": error.path, "line": error.line, "col": error.column, "title": "not checked"}
    properties = ",".join(
        f"{key}={_property(str(value))}" for key, value in given.items() if value is not None
    )
    return f"::error {properties}::{_data(error.render())}"


def _command(finding: Finding) -> str:
    main = main_evidence(finding)
    given = {"file": path(main.article), **_place(main), "title": f"{finding.rule}: {finding.verdict.value}"}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in given.items())
    text = "\n".join(_text(finding))
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(text)}"


def _place(e: Evidence) -> dict[str, int]:
    first, column, last, end = lines(e.article, e.span)
    columns = {"col": column, "endColumn": end} if first == last else {}  # GitHub takes them on one line only
    return {"line": first, "endLine": last, **columns}


def _text(finding: Finding) -> Iterator[str]:
    yield finding.message
    for e in others(finding):
        yield f"{path(e.article)}:{e.line}: {e.said_by}: “{one_line(e.text)}”"
    repair = repair_of(finding)
    if repair is not None:
        yield repair.told


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
