"""What the command `watch` does: check a draft now, and again whenever one of its files is saved."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from checker.accepted import FILE
from checker.collecting import collect_much
from checker.commands.checking import look, make_run, tell_failures
from checker.commands.options import Given
from checker.config import FILE as SETTINGS
from checker.config import find_file, load_settings
from checker.errors import CheckerError
from checker.memory import Memory
from checker.model import ArticleSet
from checker.reading import Gate, draft_set, each_set
from checker.reports.concise import short
from checker.reports.printable import printable
from checker.reports.report import Report
from checker.saved import State, state, yaml_in

_PAUSE = 0.5  # seconds between two looks at the files
_TICK = 10_000_000  # nanoseconds by which the time of a file may be behind the clock


def watch(
    draft: Path,
    sources: Sequence[Path],
    given: Given,
    fail_on: str | None,
    require_compared: bool | None,
    today: date | None,
    once: bool,
) -> int:
    """Check until interrupted; with `once` only now, and the exit status is that of a check."""
    flags = {"fail_on": fail_on, "require_compared": require_compared}
    watched = _with_settings(_given(draft, sources), draft, given)
    seen: State | None = None
    memory = Memory()
    try:
        while True:
            started = time.time_ns() - _TICK
            now = watched.state()
            if now != seen:
                if seen is not None:
                    click.clear()
                failed, report = _told(draft, sources, given, flags, today, memory)
                if once:
                    return failed
                collect_much()
                read = _read(report) if report else watched.files
                before, watched = watched, _with_settings(_given(draft, sources) | read, draft, given)
                seen = now if watched == before else {**_older(watched.state(), started), **now}
            time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return 0


def _older(found: State, started: int) -> State:
    """The state of files that a check was the first to name: what was saved meanwhile is another change."""
    return {path: None if about and about[0] >= started else about for path, about in found.items()}


@dataclass(frozen=True, slots=True)
class Watched:
    """The files that a check depends on, and the folders whose rules it uses, those to come, too."""

    files: frozenset[Path]
    folders: tuple[Path, ...] = ()

    def state(self) -> State:
        return state((*sorted(self.files), *yaml_in(self.folders)))


def _told(
    draft: Path,
    sources: Sequence[Path],
    given: Given,
    flags: dict[str, Any],
    today: date | None,
    memory: Memory,
) -> tuple[int, Report | None]:
    """Print the short report, or what is wrong; the exit status of a check, and the report."""
    try:
        run = make_run([draft], given, today, **flags)
        report = replace(run, memory=memory).report(_set(draft, sources, given.gate))
    except CheckerError as e:
        click.echo(printable(e.render()), err=True)
        return e.status, None
    tell_failures(report.articles)
    if not report.articles.articles:
        return 2, None
    click.echo(short(report, look(None, False)), nl=False)
    return report.status(), report


def _set(draft: Path, sources: Sequence[Path], gate: Gate) -> ArticleSet:
    if sources:
        return next(each_set(sources, draft, gate))
    articles = draft_set(draft, gate.read(draft), gate)
    if articles is None:
        raise CheckerError(
            "this draft names no sources",
            path=draft,
            hint="name them after it, or in its front matter: sources: [agency.md]",
        )
    return articles


def _given(draft: Path, sources: Sequence[Path]) -> frozenset[Path]:
    return frozenset((draft, *sources))


def _read(report: Report) -> frozenset[Path]:
    """The files that a report was made from, those that may come to be, too."""
    found = {Path(article.path) for article in report.articles.articles if article.path}
    home = Path(report.articles.folder or "")
    found |= {home / FILE, home / "set.yaml"}
    return frozenset(found)


def _with_settings(files: frozenset[Path], draft: Path, given: Given) -> Watched:
    """The desk's own files, too: settings, what is accepted, rules, names and actors."""
    path = given.config or (None if given.no_config else find_file(draft))
    if path is None:
        return Watched(files | {draft.parent / SETTINGS}, given.folders)
    files |= {path, path.parent / FILE}
    try:
        settings = load_settings(draft, use=path)
    except CheckerError:  # the check tells it; a save of the file may mend it
        return Watched(files, given.folders)
    values, home = settings.values, settings.folder
    own = frozenset(home / name for name in (*values.names, *values.actors))
    return Watched(files | own, (*given.folders, *(home / name for name in values.rules)))
