"""`check --format statistics`: how many findings each rule has over all sets, most first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.model import Report
from checker.reports import Look, acceptances


def render(reports: Sequence[Report], look: Look) -> str:
    """The number, the severity, the rule and its title; what is accepted is left out."""
    titles = {note.id: note.title for report in reports for note in report.rules}
    found = Counter((f.severity, f.rule) for report in reports for f in acceptances.open_findings(report))
    rows = sorted(found.items(), key=lambda row: (-row[1], row[0][0].rank, row[0][1]))
    width = max((len(rule) for _, rule in found), default=0)
    return "".join(
        f"{count:>5}  {level.value:<7}  {rule:<{width}}  {titles.get(rule, '')}".rstrip() + "\n"
        for (level, rule), count in rows
    )
