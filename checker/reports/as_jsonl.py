"""`check --format jsonl`: the object of the JSON report, a set a line."""

from __future__ import annotations

import json
from collections.abc import Sequence

from checker.model import Report
from checker.reports import Look
from checker.reports.as_json import report_data


def render(reports: Sequence[Report], look: Look) -> str:
    return "".join(json.dumps(report_data(report), ensure_ascii=False) + "\n" for report in reports)
