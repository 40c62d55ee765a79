"""Fact-consistency checker across statements.

These functions do what the commands do and return typed, frozen data:

    from checker import check, check_texts, explain

    for report in check("cases/2025-03-18-ceasefire-call"):
        for finding in report.findings:
            print(finding.severity, finding.message)

    report = check_texts(["Nine people died."], draft="12 people died.")

Errors of input, rules or use are CheckerError; `render()` tells where and what to do.
docs/python.md has more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from checker.commands.running import Run
    from checker.errors import CheckerError
    from checker.model import (
        Article,
        ArticleSet,
        DraftItem,
        Evidence,
        Fact,
        Finding,
        Role,
        Severity,
        Support,
        Verdict,
    )
    from checker.readings import SetReading
    from checker.reports.report import Report

__version__ = "0.1.0"
DISTRIBUTION = "statement-checker"  # what package managers call it
MAX_BYTES = 20_000_000
__all__ = [
    "Article",
    "ArticleSet",
    "CheckerError",
    "DraftItem",
    "Evidence",
    "Fact",
    "Finding",
    "Report",
    "Role",
    "Severity",
    "Support",
    "Verdict",
    "check",
    "check_texts",
    "explain",
]

_ELSEWHERE = {"CheckerError": "checker.errors", "Report": "checker.reports.report"}


def __getattr__(name: str) -> Any:
    """The types, imported when they are asked for: who only wants help at the command line waits for none."""
    if name in __all__:
        return getattr(import_module(_ELSEWHERE.get(name, "checker.model")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


Paths = Path | str | Sequence[Path | str]
Text = (
    str | Mapping[str, Any]
)  # a text alone, or an object as a line of JSONL has it, whose id may be missing
Settings = bool | Path | str | Mapping[str, Any]  # those that are found, none, of a file, or given


def check(
    paths: Paths,
    *,
    draft: Path | str | None = None,
    settings: Settings = True,
    rules: Sequence[Path | str] = (),
    model: str | None = None,
    today: date | None = None,
    max_bytes: int = MAX_BYTES,
    allow_outside: bool = False,
) -> Iterator[Report]:
    """Check article sets and yield a report for each, in the order they are read.

    `paths` are case folders, files (together one set), JSONL of sets, or "-" for standard input;
    `draft` is a file that joins the set as its draft. `settings` are those of the checker.yaml found upwards
    from the first path, none (False), those of a file, or a mapping of values. `rules` are folders of rules
    beside the shipped ones; `model` names a spaCy pipeline. What stands in an accepted.yaml beside a set is
    marked as accepted; entries end by `today`, and without it none has. Of each file `max_bytes` are read at
    most; what sets and drafts name must lie in the working tree unless `allow_outside`. Raises CheckerError
    for bad input, settings or rules.
    """
    from checker.reading import Gate, read_sets

    given = _several(paths)
    run = _run(given, settings, rules, model, today)
    yield from map(run.check, read_sets(given, draft, Gate(max_bytes, allow_outside)))


def check_texts(
    texts: Text | Sequence[Text],
    *,
    draft: Text | None = None,
    settings: Settings = True,
    rules: Sequence[Path | str] = (),
    model: str | None = None,
    today: date | None = None,
) -> Report:
    """Check texts in memory against each other, and a draft against them, as `check` does those of files.

    A text is a string, or a mapping with the keys of an article in JSONL, of which only "text" must be there.
    Settings are looked for from the current folder upwards.
    """
    from checker.reading.jsonl import in_memory

    return _run((), settings, rules, model, today).check(in_memory(texts, draft))


def explain(
    paths: Paths,
    *,
    draft: Path | str | None = None,
    settings: Settings = True,
    rules: Sequence[Path | str] = (),
    model: str | None = None,
    max_bytes: int = MAX_BYTES,
    allow_outside: bool = False,
) -> Iterator[SetReading]:
    """Read article sets as `check` does and yield what was read: statements, values, actors, claims."""
    from checker.reading import Gate, read_sets

    given = _several(paths)
    run = _run(given, settings, rules, model)
    yield from map(run.read, read_sets(given, draft, Gate(max_bytes, allow_outside)))


def _several(paths: Paths) -> Sequence[Path | str]:
    return [paths] if isinstance(paths, Path | str) else paths


def _run(
    paths: Sequence[Path | str],
    settings: Settings,
    rules: Sequence[Path | str],
    model: str | None,
    today: date | None = None,
) -> Run:
    from checker.commands.running import Run, start_of
    from checker.config import load_settings

    use = Path(settings) if isinstance(settings, str) else settings
    folders = tuple(map(Path, rules))
    return Run(load_settings(start_of(paths), {"model": model}, use=use, folders=folders), today)
