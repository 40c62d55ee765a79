"""What the command `check` does: settings, sets, reports to their places, the exit status."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from checker.accepted import read_baseline
from checker.commands.changed import changed_sets
from checker.commands.running import Run, check_all
from checker.config import load_settings
from checker.errors import CheckerError, allowed_hint
from checker.model import ArticleSet, Report, Severity
from checker.reading import read_sets
from checker.reports import FORMATS, Look, renderer

_STREAMED = frozenset({"jsonl", "text"})  # a set can be written before the next is read


def check_sets(
    paths: Sequence[Path],
    draft: Path | None,
    folders: Sequence[Path],
    model: str | None,
    output: Path | None,
    formats: Sequence[str],
    fail_on: str | None,
    verbose: bool,
    today: date | None,
    baseline: Path | None,
    new_only: bool,
    jobs: int,
    changed: bool,
    since: str | None,
) -> int:
    """Check the sets and write the reports; the exit status."""
    targets = [_target(text, output) for text in formats or ("text",)]
    _one_on_screen(targets)
    run = make_run(paths, folders, {"fail-on": fail_on, "model": model}, today, baseline, new_only)
    sets = read_sets(paths, draft)
    if changed or since is not None:
        sets = _told_if_none(changed_sets(paths, since))
    reports = _watched(check_all(sets, run, jobs), paths, streamed=_streamed(targets))
    return write_reports(reports, run, targets, verbose)


def _told_if_none(sets: Iterator[ArticleSet]) -> Iterator[ArticleSet]:
    found = False
    for articles in sets:
        found = True
        yield articles
    if not found:
        click.echo("no draft was touched, and none was checked", err=True)


def make_run(
    paths: Sequence[Path],
    folders: Sequence[Path],
    flags: Mapping[str, Any],
    today: date | None,
    baseline: Path | None = None,
    new_only: bool = False,
) -> Run:
    """The settings found upwards from the first path, with the flags over them."""
    if new_only and baseline is None:
        raise CheckerError(
            "--new-only: new against what?", hint="add --baseline FILE, an earlier JSON report"
        )
    start = next((path for path in paths if str(path) != "-"), Path())
    known = None if baseline is None else read_baseline(baseline)
    return Run(load_settings(start, flags), tuple(folders), today, known, new_only)


def write_reports(
    reports: Iterable[Report], run: Run, targets: Sequence[tuple[str, Path | None]], verbose: bool
) -> int:
    """Write each report as soon as its format allows; 1 if one fails, else 0."""
    if _streamed(targets):
        failed = False
        for number, report in enumerate(reports):
            text = renderer(targets[0][0])([report], look(None, verbose, run.failing))
            click.echo(("\n" if number and targets[0][0] == "text" else "") + text, nl=False)
            failed |= run.fails(report)
        return int(failed)
    whole = list(reports)
    for name, path in targets:
        write(renderer(name)(whole, look(path, verbose, run.failing)), path)
    return int(any(run.fails(report) for report in whole))


def _streamed(targets: Sequence[tuple[str, Path | None]]) -> bool:
    return len(targets) == 1 and targets[0][1] is None and targets[0][0] in _STREAMED


def _watched(reports: Iterable[Report], paths: Sequence[Path], *, streamed: bool) -> Iterator[Report]:
    """The reports, with a bar on standard error while they are made, unless they appear one by one."""
    if not sys.stderr.isatty() or (streamed and sys.stdout.isatty()):
        yield from reports
        return
    sets = len(paths) if paths and all(path.is_dir() for path in paths) else None
    with click.progressbar(reports, length=sets, label="Checking", show_pos=True, file=sys.stderr) as bar:
        yield from bar


def _target(text: str, output: Path | None) -> tuple[str, Path | None]:
    name, equals, path = text.partition("=")
    if name not in FORMATS:
        raise CheckerError(f"--format: no format {name!r}", hint=allowed_hint(name, FORMATS, "formats"))
    return name, Path(path) if equals else output


def _one_on_screen(targets: Sequence[tuple[str, Path | None]]) -> None:
    for place in (None, *(path for _, path in targets if path)):
        there = [name for name, path in targets if path == place]
        if len(there) > 1:
            where = f"to {place}" if place else "to the screen"
            raise CheckerError(
                f"--format: {' and '.join(there)} both go {where}", hint=f"write --format {there[1]}=FILE"
            )


def look(path: Path | None, verbose: bool, failing: frozenset[Severity]) -> Look:
    """Colour and the terminal's width at a terminal; plain and 100 columns elsewhere."""
    terminal = path is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size((100, 24)).columns, 120) if terminal else 100
    able = terminal and os.environ.get("TERM") != "dumb"  # as Emacs' shell says of itself
    color = able and not os.environ.get("NO_COLOR")
    return Look(color=color, links=able, width=max(width, 40), verbose=verbose, failing=failing)


def write(text: str, path: Path | None) -> None:
    """To the screen, or to a file that is whole or not there at all."""
    if path is None:
        click.echo(text, nl=False)
        return
    target = Path(os.path.realpath(path))  # a link stays a link
    try:
        if target.exists() and not target.is_file():  # a pipe or a device; a folder is an error
            target.write_text(text, encoding="utf-8", errors=_ODD)
        else:
            _replace(target, text)
    except OSError as e:
        reason = (e.strerror or str(e)).lower()
        hint = "name a file in it" if target.is_dir() else "name a file in a folder that can be written"
        raise CheckerError(f"cannot be written: {reason}", path=path, hint=hint) from None


_ODD = "backslashreplace"  # names of files may be in no encoding


def _replace(path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors=_ODD, dir=path.parent, delete=False
    ) as out:
        try:
            out.write(text)
            out.close()
            os.chmod(out.name, 0o644)
            os.replace(out.name, path)
        except BaseException:
            os.unlink(out.name)
            raise
