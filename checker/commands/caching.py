"""`checker cache …`: what is kept between runs, how much it is, and giving it up."""

from __future__ import annotations

import click

from checker.commands.options import examples


@click.group("cache", epilog=examples("checker cache info", "checker cache clear"))
def caching() -> None:
    """Show or give up what is kept between runs.

    Kept are parses of texts and the reports of sets, in the user's cache folder or in $CHECKER_CACHE; with
    CHECKER_CACHE=off nothing is kept or read.
    """


@caching.command(epilog=examples("checker cache info"))
def info() -> None:
    """Where it is, how many entries it has and how large they are."""
    from checker import cache, parses, results

    folder = cache.folder()
    if folder is None:
        click.echo("nothing is kept: CHECKER_CACHE is 'off', or there is no home folder")
        return
    click.echo(folder)
    for kind in (parses.KIND, results.KIND):
        sizes = [entry.size for entry in cache.entries(kind)]
        click.echo(f"  {kind:<8} {len(sizes):>7,} entries  {sum(sizes) / 1e6:>9,.1f} MB")
    click.echo(f"  at most {cache.MOST_BYTES / 1e6:,.0f} MB; the oldest go first")


@caching.command(epilog=examples("checker cache clear"))
def clear() -> None:
    """Give up all that is kept: the next run parses and checks anew."""
    from checker import cache

    click.echo(f"{cache.clear() / 1e6:,.1f} MB given up")
