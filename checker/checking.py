"""What the command `check` does: settings, sets, reports to their places, the exit status."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from checker.config import Settings, load_settings
from checker.errors import CheckerError, allowed_hint
from checker.model import Report, Severity
from checker.pipeline import check_set
from checker.reading import need_two, read_sets
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
) -> int:
    """Check the sets and write the reports; the exit status."""
    targets = [_target(text, output) for text in formats or ("text",)]
    _one_on_screen(targets)
    start = next((path for path in paths if str(path) != "-"), Path())
    settings = load_settings(start, {"fail-on": fail_on, "model": model})
    reports = _reports(paths, draft, folders, settings.values.model, settings)
    failing = _failing(settings.values.fail_on)
    if len(targets) == 1 and targets[0][1] is None and targets[0][0] in _STREAMED:
        failed = False
        for number, report in enumerate(reports):
            text = renderer(targets[0][0])([report], _look(None, verbose, failing))
            click.echo(("\n" if number and targets[0][0] == "text" else "") + text, nl=False)
            failed |= any(f.severity in failing for f in report.findings)
        return int(failed)
    whole = list(reports)
    for name, path in targets:
        write(renderer(name)(whole, _look(path, verbose, failing)), path)
    return int(any(f.severity in failing for report in whole for f in report.findings))


def _reports(
    paths: Sequence[Path], draft: Path | None, folders: Sequence[Path], model: str | None, settings: Settings
) -> Iterator[Report]:
    ruleset = settings.ruleset(tuple(folders))
    for articles in read_sets(paths, draft):
        need_two(articles)
        yield check_set(articles, ruleset.active(articles), model)


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


def _failing(level: str) -> frozenset[Severity]:
    return {
        "error": frozenset({Severity.ERROR}),
        "warning": frozenset({Severity.ERROR, Severity.WARNING}),
        "never": frozenset[Severity](),
    }[level]


def _look(path: Path | None, verbose: bool, failing: frozenset[Severity]) -> Look:
    """Colour and the terminal's width at a terminal; plain and 100 columns elsewhere."""
    terminal = path is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size((100, 24)).columns, 120) if terminal else 100
    color = terminal and "NO_COLOR" not in os.environ
    return Look(color=color, width=max(width, 40), verbose=verbose, failing=failing)


def write(text: str, path: Path | None) -> None:
    """To the screen, or to a file that is whole or not there at all."""
    if path is None:
        click.echo(text, nl=False)
        return
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as out:
            out.write(text)
        os.chmod(out.name, 0o644)
        os.replace(out.name, path)
    except OSError as e:
        raise CheckerError(
            f"cannot write: {e.strerror}", path=path, hint="name a folder that is there"
        ) from None
