"""Findings beside the lines of a change: `check --format github` and `gitlab`; accepted ones are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from checker.model import Failure, Finding, Severity
from checker.reports import Look
from checker.reports.acceptances import open_findings
from checker.reports.places import Fingerprints, lines, main_evidence, one_line, others, path
from checker.reports.printable import json_text, printable
from checker.reports.repairs import repair_of
from checker.reports.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def github(reports: Sequence[Report], look: Look) -> str:
    """GitHub's workflow commands, a line each: for what was not checked, and for each finding."""
    failed = [_not_checked(failure) for report in reports for failure in report.failed]
    found = [_annotated(finding) for report in reports for finding in open_findings(report)]
    return "".join(f"{line}\n" for line in (*failed, *found))


def _not_checked(failure: Failure) -> str:
    error = failure.error
    given = {"file": error.path, "line": error.line, "col": error.column, "title": "not checked"}
    return _command("error", given, error.render())


def _annotated(finding: Finding) -> str:
    main = main_evidence(finding)
    first, column, last, end = lines(main.article, main.span)
    place = {"file": path(main.article), "line": first, "endLine": last}
    columns = {"col": column, "endColumn": end} if first == last else {}  # GitHub takes them on one line only
    title = {"title": f"{finding.rule}: {finding.verdict.value}"}
    return _command(_COMMANDS[finding.severity], place | columns | title, "\n".join(_text(finding)))


def _text(finding: Finding) -> Iterator[str]:
    yield finding.message
    for e in others(finding):
        yield f"{path(e.article)}:{e.line}: {e.said_by}: “{one_line(e.text)}”"
    repair = repair_of(finding)
    if repair is not None:
        yield repair.told


def _command(name: str, given: dict[str, Any], text: str) -> str:
    escaped = {key: _data(str(value)) for key, value in given.items() if value is not None}
    shown = (f"{key}={text.replace(':', '%3A').replace(',', '%2C')}" for key, text in escaped.items())
    return f"::{name} {','.join(shown)}::{_data(text)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def gitlab(reports: Sequence[Report], look: Look) -> str:
    """GitLab's Code Quality: a JSON list of what was not checked, and of the findings."""
    fingerprints = Fingerprints()
    failed = [_failed(failure, report) for report in reports for failure in report.failed]
    found = [_issue(f, fingerprints) for report in reports for f in open_findings(report)]
    return json_text([*failed, *found])


def _failed(failure: Failure, report: Report) -> dict[str, Any]:
    error = failure.error
    name = "\0".join((report.articles.id, failure.article or "", error.message))
    return {
        "description": f"not checked: {error.message}",
        "check_name": "checker.failed",
        "fingerprint": sha256(name.encode("utf-8", "replace")).hexdigest()[:16],
        "severity": "blocker",
        "location": {"path": error.path or report.articles.id, "lines": {"begin": error.line or 1}},
    }


def _issue(finding: Finding, fingerprints: Fingerprints) -> dict[str, Any]:
    main = main_evidence(finding)
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": fingerprints.unique(finding),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path(main.article), "lines": {"begin": main.line}},
    }
