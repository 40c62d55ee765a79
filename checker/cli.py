"""The command line: options and exit statuses, no logic."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
@click.version_option(package_name="checker")
def main() -> None:
    """Find where several accounts of one event disagree."""


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text")
def explain(paths: tuple[Path, ...], form: str) -> None:
    """Show everything that was read."""
    from checker.pipeline import read_set
    from checker.reading import read_sets
    from checker.reports import explain_jsonl

    for articles in read_sets(paths):
        click.echo(explain_jsonl.render(read_set(articles)), nl=False)
