"""`check --format jsonl`: the object of the JSON report, a set a line."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Report
from checker.reports import Look
from checker.reports.as_json import report_data
from checker.reports.printable import json_text


def render(reports: Sequence[Report], look: Look) -> str:
    return "".join(json_text(report_data(report), indent=None) for report in reports)
