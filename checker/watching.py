"""What the command `watch` does: check a draft now, and again whenever one of its files is saved."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from checker.accepted import FILE
from checker.checking import look, make_run
from checker.config import find_file
from checker.errors import CheckerError
from checker.model import ArticleSet, Report
from checker.reading import draft_set, read_sets
from checker.reading.files import bytes_of
from checker.reports import short

_PAUSE = 0.5  # seconds between two looks at the files
State = dict[Path, tuple[int, int] | None]


def watch(
    draft: Path,
    sources: Sequence[Path],
    folders: Sequence[Path],
    model: str | None,
    fail_on: str | None,
    today: date | None,
    once: bool,
) -> int:
    """Check until interrupted; with `once` only now, and the exit status is that of a check."""
    files = _given(draft, sources)
    seen: State | None = None
    try:
        while True:
            now = _state(files)
            if now != seen:
                if seen is not None:
                    click.clear()
                failed, report = _told(draft, sources, folders, {"model": model, "fail-on": fail_on}, today)
                files = _given(draft, sources) | (_read(report) if report else files)
                if once:
                    return failed
                seen = {**_state(files), **now}  # what was saved meanwhile is another change
            time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return 0


def _told(
    draft: Path,
    sources: Sequence[Path],
    folders: Sequence[Path],
    flags: dict[str, str | None],
    today: date | None,
) -> tuple[int, Report | None]:
    """Print the short report, or what is wrong; the exit status of a check, and the report."""
    try:
        run = make_run([draft], folders, flags, today)
        report = run.check(_set(draft, sources))
    except CheckerError as e:
        click.echo(e.render(), err=True)
        return 2, None
    click.echo(short.render(report, look(None, False, run.failing)), nl=False)
    return int(run.fails(report)), report


def _set(draft: Path, sources: Sequence[Path]) -> ArticleSet:
    if sources:
        found = list(read_sets(sources, draft))
        return found[0]
    articles = draft_set(draft, bytes_of(draft))
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
    settings = find_file(home)
    return frozenset(found | ({settings, settings.parent / FILE} if settings else set()))


def _state(files: frozenset[Path]) -> State:
    """When each file was saved last, and its size; None for one that is not there."""
    state: State = {}
    for path in files:
        try:
            about = path.stat()
        except OSError:
            state[path] = None
        else:
            state[path] = about.st_mtime_ns, about.st_size
    return state
