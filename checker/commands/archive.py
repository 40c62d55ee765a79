"""`checker index` and `checker history`: what a house has published, kept and asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.feeds import needs_archive
from checker.commands.options import OUTPUT, PATH, Given, examples, reading

if TYPE_CHECKING:
    from checker.commands.running import Run
    from checker.model import ArticleSet

STORE = "checker.store"
_STORE = click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    default=STORE,
    show_default=True,
    metavar="FILE",
    help="The file of the store.",
)
_FORMATS = ("text", "json", "csv", "html")


@click.command(
    epilog=examples("checker index cases", "checker index wire.jsonl desk/ --store house.store --sync")
)
@click.argument("paths", nargs=-1, type=PATH)
@_STORE
@click.option("--sync", is_flag=True, help="Take out what is no longer in PATHS.")
@click.option("--remove", is_flag=True, help="Take out all that came from PATHS.")
@reading
def index(paths: tuple[Path, ...], store: Path, sync: bool, remove: bool, given: Given) -> None:
    """Put the articles in PATHS into a store, for 'checker history' and 'checker check --against'.

    PATHS are as for 'checker check'; drafts are left out. What the store has already is not read again; an
    article that has changed takes the place of what was known of it. Exit status: 0, or 2 where an article
    could not be read.
    """
    if not paths or (sync and remove):
        raise click.UsageError("--sync, --remove: one of them." if paths else "Missing argument 'PATHS...'.")
    with needs_archive():
        from checker.archive import indexing
        from checker.archive.store import opened
    from checker.commands.checking import make_run, tell_failures
    from checker.reading import each_set

    failed = False
    with opened(store, write=True) as held:
        if remove:
            told = indexing.Told(removed=indexing.remove(held, paths))
        else:
            run = make_run(paths, given)
            sets = each_set(paths, None, given.gate)
            told = indexing.index(sets, held, run.read, tell_failures, sync=paths if sync else ())
            failed = told.failed > 0
        count = len(held.articles)
    done = f"{told.read} articles read, {told.known} known, {told.removed} taken out"
    click.echo(f"{done}; {store} holds {count}", err=True)
    click.get_current_context().exit(2 if failed else 0)


@click.command(
    epilog=examples(
        "checker history Odisha toll",
        'checker history "Costa Concordia" --store house.store --format html -o told.html',
    )
)
@click.argument("entity")
@click.argument("thing", required=False)
@_STORE
@OUTPUT
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
def history(entity: str, thing: str | None, store: Path, output: Path | None, form: str) -> None:
    """Show who gave which figure when, as the articles of a store have it that name ENTITY.

    ENTITY is a name or a part of one: a person, a body, a place. THING narrows it to figures of one thing, by
    its meaning: "toll" finds those who died. Exit status: 0, or 1 where the store has none.
    """
    with needs_archive():
        from checker.archive.history import history as find
        from checker.archive.shown import FORMATS
        from checker.archive.store import opened
    from checker.commands.writing import write

    title = entity if thing is None else f"{entity}: {thing}"
    with opened(store) as held:
        given = find(held, entity, thing)
    if not given:
        click.echo(f"nothing in {store} gives a figure of {title}", err=True)
        click.get_current_context().exit(1)
    write(FORMATS[form](given, title), output)


def against(path: Path, sets: Iterator[ArticleSet], run: Run, today: date | None) -> Iterator[ArticleSet]:
    """The sets, each with what a store has on its draft."""
    with needs_archive():
        from checker.archive.against import with_archive
        from checker.archive.store import opened
    from checker.errors import CheckerError
    from checker.reading.files import failed_set

    def joined() -> Iterator[ArticleSet]:
        with opened(path) as store:
            for of in sets:
                try:
                    yield with_archive(of, store, run.read, today)
                except CheckerError as e:
                    yield failed_set(of.id, e, e.path or path)

    return joined()
