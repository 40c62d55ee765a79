"""What the command `check` does: settings, sets, reports to their places, the exit status."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from checker.accepted import named, read_baseline
from checker.commands.archive import against as with_archive
from checker.commands.changed import all_drafts as drafts_among
from checker.commands.changed import changed_sets
from checker.commands.options import Given
from checker.commands.running import Run, check_all, not_checked, start_of
from checker.commands.writing import Part, resumed, spare, spare_typed, write
from checker.errors import CheckerError, allowed_hint
from checker.model import ArticleSet, Finding
from checker.progress import told_to
from checker.reading import each_set
from checker.reports import FORMATS, Look, renderer
from checker.reports.printable import printable
from checker.reports.report import Report

_CLEAR = "\x1b[K"  # the rest of a line at a terminal
_STREAMED = frozenset({"jsonl", "text", "concise"})  # a set can be written before the next is read


def check_sets(
    paths: Sequence[Path],
    draft: Path | None,
    given: Given,
    output: Path | None,
    formats: Sequence[str],
    statistics: bool,
    fail_on: str | None,
    require_compared: bool | None,
    quiet: bool,
    verbose: bool,
    today: date | None,
    baseline: Path | None,
    new_only: bool,
    jobs: int,
    changed: bool,
    since: str | None,
    all_drafts: bool,
    against: Path | None,
    resume: bool,
) -> int:
    """Check the sets and write the reports; the exit status."""
    asked = (*formats, "statistics") if statistics else formats
    targets = [_target(text, output) for text in asked or ("text",)]
    _one_on_screen(targets)
    typed = [path for path in (*paths, draft) if path is not None]
    start_of(typed)
    spare_typed([path for _, path in targets], typed)
    flags = {"fail_on": fail_on, "require_compared": require_compared}
    run = make_run(paths, given, today, baseline, new_only, **flags)
    if all_drafts:
        sets = _told_if_none(drafts_among(paths or [Path()], given.gate), "is there")
    elif changed or since is not None:
        sets = _told_if_none(changed_sets(paths, since, given.gate), "was touched")
    else:
        sets = each_set(paths, draft, given.gate)
    if against is not None:
        sets = with_archive(against, sets, run, today)
    before = 0
    if resume:
        before, sets = resumed(_resumable(targets), sets)
    reports = _watched(check_all(sets, run, jobs))
    return max(before, write_reports(reports, targets, quiet, verbose, resume=resume))


def _resumable(targets: Sequence[tuple[str, Path | None]]) -> Path:
    (name, path), *others = targets
    if name != "jsonl" or path is None or others:
        raise CheckerError(
            "--resume: nothing to go on with", hint="it goes with --format jsonl=FILE, and no other format"
        )
    return path


def _told_if_none(sets: Iterator[ArticleSet], where: str) -> Iterator[ArticleSet]:
    first = next(sets, None)
    if first is None:
        click.echo(f"no draft {where}, and none was checked", err=True)
        return
    yield first
    yield from sets


def make_run(
    paths: Sequence[Path],
    given: Given,
    today: date | None = None,
    baseline: Path | None = None,
    new_only: bool = False,
    **flags: Any,
) -> Run:
    """The settings found upwards from the first path, with the flags over them."""
    if new_only and baseline is None:
        raise CheckerError(
            "--new-only: new against what?", hint="add --baseline FILE, an earlier JSON report"
        )
    start = start_of(paths)
    known = None if baseline is None else read_baseline(baseline)
    return Run(given.settings(start, **flags), today, known, new_only)


def findings_named(
    marks: Sequence[str],
    paths: Sequence[Path],
    draft: Path | None,
    given: Given,
    hint: str,
    *,
    force: bool = False,
) -> list[tuple[str, ArticleSet, Finding | None]]:
    """The findings that fingerprints name in the sets of the paths, each with its set.

    CheckerError for one that is not there; with `force` it counts as of the first set.
    """
    sets = list(each_set(paths or [Path()], draft, given.gate))
    found: list[tuple[ArticleSet, Finding]] = []
    for of, report in zip(sets, check_all(sets, make_run(paths, given)), strict=True):
        tell_failures(report.articles)
        found += [(of, finding) for finding in report.findings]
    meant = []
    for mark in marks:
        one = named(mark, (finding for _, finding in found))
        if one is None and not force:
            raise CheckerError(f"no finding {mark} in {', '.join(one.id for one in sets)}", hint=hint)
        same = (of for of, finding in found if one and finding.fingerprint == one.fingerprint)
        meant.append((mark, next(same, sets[0]), one))
    return meant


def write_reports(
    reports: Iterable[Report],
    targets: Sequence[tuple[str, Path | None]],
    quiet: bool,
    verbose: bool,
    *,
    resume: bool = False,
) -> int:
    """Write each report as soon as its format allows; the exit status.

    What was not checked is told on standard error, too. A text report on the screen does not repeat it.
    """
    status = 0
    whole: list[Report] = []
    name, path = targets[0]
    with Part(path if _streamed(targets) else None, keep=name == "jsonl", resume=resume) as part:
        for report in reports:
            spare([path for _, path in targets], report.articles)
            tell_failures(report.articles)
            status = max(status, report.status())
            if not _streamed(targets):
                whole.append(report)
            elif name != "text" or path or report.articles.articles:
                shown = look(path, verbose, quiet)
                text, status = _rendered(name, [report], shown, status)
                part.write(("\n" if part.begun and name == "text" and text else "") + text)
    if not _streamed(targets):
        for name, path in targets:
            text, status = _rendered(name, whole, look(path, verbose, quiet), status)
            write(text, path)
    return status


def _rendered(name: str, reports: Sequence[Report], look: Look, status: int) -> tuple[str, int]:
    """The text of the reports, and the exit status; a set that cannot be shown is a failure, too."""
    try:
        return renderer(name)(reports, look), status
    except Exception:
        shown = [_showable(name, report, look) for report in reports]
        return renderer(name)(shown, look), max(2, status)


def _showable(name: str, report: Report, look: Look) -> Report:
    try:
        renderer(name)([report], look)
    except Exception as e:
        report = not_checked(report.articles, e)
        tell_failures(report.articles)
    return report


def tell_failures(articles: ArticleSet) -> None:
    debug = click.get_current_context().find_root().params.get("debug")
    for failure in articles.failed:
        if debug and failure.error.trace:
            click.echo(printable(failure.error.trace), err=True, nl=False)
        click.echo(printable(failure.error.render()), err=True)


def _streamed(targets: Sequence[tuple[str, Path | None]]) -> bool:
    return len(targets) == 1 and targets[0][0] in _STREAMED


def _watched(reports: Iterator[Report]) -> Iterator[Report]:
    """The reports; at a terminal, with a line on standard error that tells how far they are."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from reports
        return
    width, done = shutil.get_terminal_size((80, 24)).columns, 0

    def show(what: str) -> None:
        told = f"{f'{done} checked, ' if done else ''}{what}"[: width - 1] if what else ""
        click.echo(f"\r{_CLEAR}{told}", err=True, nl=False, color=True)

    with told_to(show):
        for report in reports:
            done += 1
            show("")
            yield report


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


def look(path: Path | None, verbose: bool, quiet: bool = False) -> Look:
    """Colour and the terminal's width at a terminal; plain and 100 columns elsewhere."""
    terminal = path is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size((100, 24)).columns, 120) if terminal else 100
    able = terminal and os.environ.get("TERM") != "dumb"  # as Emacs' shell says of itself
    color = able and not os.environ.get("NO_COLOR")
    return Look(color=color, links=able, width=max(width, 40), verbose=verbose, quiet=quiet)
