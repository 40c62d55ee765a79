"""`check --format gitlab`: GitLab Code Quality, shown beside the lines of a merge request."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from checker.model import Failure, Finding, Report, Severity
from checker.reports import Look
from checker.reports.places import Fingerprints, main_evidence, path
from checker.reports.printable import json_text

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(reports: Sequence[Report], look: Look) -> str:
    """A JSON list of the findings that were not accepted."""
    fingerprints = Fingerprints()
    found = [_issue(f, fingerprints) for report in reports for f in report.findings if f.accepted is None]
    failed = [_failed(failure, report) for report in reports for failure in report.failed]
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
