"""Fact-consistency checker across statements.

Two functions do what the commands do and return typed, frozen data:

    from checker import check, explain

    for report in check(["cases/2025-03-18-ceasefire-call"]):
        for finding in report.findings:
            print(finding.severity, finding.message)

Errors of input, rules or use are `checker.errors.CheckerError`; `render()` tells where and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from checker.model import Report
    from checker.readings import SetReading

__version__ = "0.1.0"
DISTRIBUTION = "statement-checker"  # what package managers call it
MAX_BYTES = 20_000_000
__all__ = ["check", "explain"]


def check(
    paths: Sequence[Path | str],
    *,
    draft: Path | None = None,
    rules: Sequence[Path] = (),
    model: str | None = None,
    today: date | None = None,
    max_bytes: int = MAX_BYTES,
    allow_outside: bool = False,
) -> Iterator[Report]:
    """Check article sets and yield a report for each, in the order they are read.

    `paths` are case folders, files (together one set), JSONL of sets, or "-" for standard input;
    `draft` is a file that joins the set as its draft; `rules` are folders of rules beside the shipped
    ones; `model` names a spaCy pipeline. What stands in an accepted.yaml beside a set is marked as
    accepted; entries end by `today`, and without it none has. Of each file `max_bytes` are read at most; what
    sets and drafts name must lie in the working tree unless `allow_outside`. Raises CheckerError for bad
    input or rules.
    """
    from checker.accepted import settle
    from checker.pipeline import check_set
    from checker.reading import Gate, need_source, read_sets
    from checker.rules.rulesets import load_ruleset

    ruleset = load_ruleset(tuple(rules))
    for articles in read_sets(paths, draft, Gate(max_bytes, allow_outside)):
        need_source(articles)
        yield settle(check_set(articles, ruleset.active(articles), model), today=today)


def explain(
    paths: Sequence[Path | str],
    *,
    draft: Path | None = None,
    rules: Sequence[Path] = (),
    model: str | None = None,
    max_bytes: int = MAX_BYTES,
    allow_outside: bool = False,
) -> Iterator[SetReading]:
    """Read article sets as `check` does and yield what was read: statements, values, actors, claims."""
    from checker.pipeline import read_set
    from checker.reading import Gate, read_sets
    from checker.rules.rulesets import load_ruleset

    ruleset = load_ruleset(tuple(rules))
    for articles in read_sets(paths, draft, Gate(max_bytes, allow_outside)):
        yield read_set(articles, ruleset.active(articles), model)
