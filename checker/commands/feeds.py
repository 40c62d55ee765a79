"""`checker group` and `checker batch`: many articles into events, and many sets into a table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.options import OUTPUT, PATH, TODAY, Given, choosing, examples, reading
from checker.errors import CheckerError

if TYPE_CHECKING:
    from checker.model import ArticleSet

_EXTRA = "install the extra 'archive' of this program: pip install '.[archive]' in a clone of it"


@contextmanager
def needs_archive() -> Iterator[None]:
    """CheckerError where a library of the extra `archive` is missing."""
    try:
        yield
    except ModuleNotFoundError as e:
        if (e.name or "").partition(".")[0] == "checker":
            raise
        raise CheckerError(f"{e.name} is not installed", hint=_EXTRA) from None


@click.command(
    epilog=examples(
        "checker group feed.jsonl -o sets.jsonl",
        "checker group wire/ --folders events --at-least 2",
    )
)
@click.argument("paths", nargs=-1, type=PATH, required=True, metavar="FEED...")
@OUTPUT
@click.option("--folders", "into", type=PATH, metavar="DIR", help="Write a folder an event here.")
@click.option(
    "--at-least",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Leave out events of fewer articles.",
)
@click.option(
    "--keep",
    type=click.IntRange(2),
    default=5000,
    show_default=True,
    help="The most articles that are held; beyond, the event that was quiet for longest is closed.",
)
@click.option(
    "--days",
    type=click.IntRange(0),
    help="Close an event so many days after its last article, by 'published'.",
)
@reading
def group(
    paths: tuple[Path, ...],
    output: Path | None,
    into: Path | None,
    at_least: int,
    keep: int,
    days: int | None,
    given: Given,
) -> None:
    """Sort the articles of FEED into events, a set each.

    FEED is JSONL with an article a line, a folder of articles, or - for standard input, in the order in which
    they came. It is read once. Each event is written as soon as it is closed, as a set that 'checker check'
    takes; an article that belongs to no event is a set of its own.
    """
    if output is not None and into is not None:
        raise click.UsageError("--output and --folders: one of them.")
    with needs_archive():
        from checker.grouping.events import Grouping
        from checker.grouping.written import as_row, write_folder
    from checker.commands.checking import tell_failures
    from checker.commands.writing import Part, spare_typed
    from checker.grouping.feed import articles_of
    from checker.reports.printable import json_text

    failed: list[int] = []

    def tell(of: ArticleSet) -> None:
        failed.append(len(of.failed))
        tell_failures(of)

    spare_typed([output], paths)
    model = given.settings(paths[0]).values.model
    counts: list[int] = []
    with Part(output) as part:
        for event in Grouping(keep, days).of(articles_of(paths, given.gate, tell), model):
            counts.append(len(event.told))
            if len(event.told) < at_least:
                continue
            if into is not None:
                write_folder(event, into)
            else:
                part.write(json_text(as_row(event), indent=None))
    alone = counts.count(1)
    told = f"{sum(counts)} articles: {len(counts) - alone} events of several, {alone} articles alone"
    click.echo(told, err=True)
    click.get_current_context().exit(2 if failed else 0)


@click.command(
    epilog=examples(
        "checker batch sets.jsonl --out night",
        "checker batch cases --engine dask --workers 4 --out night",
        "checker batch sets.jsonl --engine dask --scheduler tcp://10.0.0.5:8786 --out night",
    )
)
@click.argument("paths", nargs=-1, type=PATH, required=True, metavar="SETS...")
@click.option("--out", type=PATH, required=True, metavar="DIR", help="The folder for the results.")
@click.option(
    "--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="Who checks."
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Of a Dask cluster; without one, workers of this machine."
)
@click.option(
    "--workers", type=click.IntRange(1), default=2, show_default=True, help="Processes of this machine."
)
@click.option(
    "--partition",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help="Sets that are checked in one go.",
)
@TODAY
@choosing
@reading
def batch(
    paths: tuple[Path, ...],
    out: Path,
    engine: str,
    scheduler: str | None,
    workers: int,
    partition: int,
    today: date | None,
    given: Given,
) -> None:
    """Check many sets and write a row a finding, in Parquet, into a folder.

    SETS are as for 'checker check'. A set that cannot be checked is a row that says why. What an earlier run
    wrote into the folder is not done again, unless the set, the rules or the settings have changed, or it
    failed. Exit status: 0, or 2 where a set failed; findings are results and fail nothing.
    """
    if scheduler is not None and engine != "dask":
        raise click.UsageError("--scheduler goes with --engine dask.")
    with needs_archive():
        from checker.batch.engines import local
        from checker.batch.run import run_batch
    from checker.commands.checking import make_run
    from checker.language import model_folder
    from checker.reading import each_set

    run = make_run(paths, given, today)
    model_folder(run.settings.values.model)  # what is wrong with rules or model is no fault of a set
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise CheckerError(f"--out: cannot be written: {(e.strerror or str(e)).lower()}", path=out) from None
    with needs_archive():
        if engine == "dask":
            from checker.batch.cluster import dask

            by = dask(run, workers, scheduler)
        else:
            by = local(run, workers)
    with by as chosen:
        told = run_batch(each_set(paths, None, given.gate), run, chosen, out, partition)
    sets = f"{told.checked} sets checked, {told.skipped} done before"
    click.echo(f"{sets}; {told.findings} findings, {told.failed} failed", err=True)
    click.get_current_context().exit(2 if told.failed else 0)
