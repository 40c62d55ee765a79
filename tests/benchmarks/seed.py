"""One agency story in which the outlet and three speakers state different things: what of it is shown.

    python -m tests.benchmarks.seed PATH

PATH is the story or a folder with it; without it there is nothing to measure. What is wanted is told by the
words that differ and by who says them, in any finding that is no error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker import check
from checker.model import Evidence, Finding, Severity
from checker.reports.report import Report

Side = tuple[
    str | None, tuple[str, ...]
]  # who says it, None for the outlet; words that stand in what is shown


@dataclass(frozen=True)
class Wanted:
    about: str
    sides: tuple[Side, ...]


DISAGREEMENTS = (
    Wanted(
        "what the truce covers",
        (
            (None, ("energy", "infrastructure")),
            ("White House", ("energy", "attacks")),
            ("White House", ("energy", "and", "infrastructure")),
        ),
    ),
    Wanted(
        "the full ceasefire",
        (
            ("Zelensky", ("rejected", "full")),
            (None, ("convince", "full")),
            ("White House", ("negotiations", "full")),
        ),
    ),
    Wanted("the month-long deal", ((None, ("refused", "month-long")), ("Kremlin", ("discussed", "30-day")))),
)
SILENCES = (("month-long", "30 days"), ("175", "30"), ("90-minute", "30-day"), ("90-minute", "month-long"))


def main(arguments: Sequence[str]) -> int:
    paths = [Path(argument) for argument in arguments if Path(argument).exists()]
    if not paths:
        print("no seed there: nothing measured")
        return 0
    reports = list(check(paths))
    kept = [told(report) for report in reports]
    return 0 if all(kept) else 1


def told(report: Report) -> bool:
    """Print what was found of one set and which silences held; whether all is as wanted."""
    rows = [(wanted.about, any(_shows(f, wanted) for f in report.findings)) for wanted in DISAGREEMENTS]
    rows += [(f"quiet on {a} and {b}", not any(_sets(f, a, b) for f in report.findings)) for a, b in SILENCES]
    rows.append(("no error", all(f.severity is not Severity.ERROR for f in report.findings)))
    for what, right in rows:
        print(f"{'yes' if right else 'NO ':3}  {what}")
    others = [f for f in report.findings if not any(_shows(f, wanted) for wanted in DISAGREEMENTS)]
    for finding in others:
        print(f"also {finding.severity.value} {finding.rule}: {finding.message}")
    return all(right for _, right in rows)


def _shows(finding: Finding, wanted: Wanted) -> bool:
    return all(any(_is(e, side) for e in finding.evidence) for side in wanted.sides)


def _is(evidence: Evidence, side: Side) -> bool:
    speaker, words = side
    fits = evidence.other is None if speaker is None else speaker in (evidence.other or "")
    return fits and all(word in evidence.text for word in words)


def _sets(finding: Finding, a: str, b: str) -> bool:
    """Whether two values are set against each other: they are all that is shown of their sides."""
    shown = {(e.side, e.read.text) for e in finding.evidence if e.read is not None}
    return any(a in x and b in y and s != t for s, x in shown for t, y in shown)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
