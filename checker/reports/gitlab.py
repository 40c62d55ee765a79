"""`check --format gitlab`: GitLab Code Quality, shown beside the lines of a merge request."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from checker.model import Finding, Report, Severity
from checker.reports import Look
from checker.reports.places import Fingerprints, main_evidence, path

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(reports: Sequence[Report], look: Look) -> str:
    """A JSON list of the findings that were not accepted."""
    fingerprints = Fingerprints()
    found = [_issue(f, fingerprints) for report in reports for f in report.findings if f.accepted is None]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, fingerprints: Fingerprints) -> dict[str, Any]:
    main = main_evidence(finding)
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": fingerprints.unique(finding),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path(main.article), "lines": {"begin": main.line}},
    }
