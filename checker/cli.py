"""The command line: options and exit statuses, no logic."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from checker.errors import CheckerError
from checker.reports import FORMATS
from checker.rule_commands import config, rules, schema


class _Commands(click.Group):
    """Bad input, rules or use is told in one message, with exit status 2; --debug shows its traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CheckerError as e:
            if ctx.params.get("debug"):
                raise
            click.echo(e.render(), err=True)
            ctx.exit(2)


@click.group(cls=_Commands)
@click.version_option(package_name="checker")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def main(debug: bool) -> None:
    """Find where several accounts of one event disagree."""


for command in (config, rules, schema):
    main.add_command(command)


_PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
_DRAFT = click.option("--draft", type=click.Path(path_type=Path), help="A file to check as the draft.")
_RULES = click.option(
    "--rules", "folders", multiple=True, type=click.Path(path_type=Path), help="A folder of further rules."
)
_MODEL = click.option("--model", help="A spaCy pipeline by name or folder.")
_OUTPUT = click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")


@main.command()
@_PATHS
@_DRAFT
@_RULES
@_MODEL
@_OUTPUT
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def explain(paths: tuple[Path, ...], form: str, output: Path | None, **options: Any) -> None:
    """Show everything that was read of PATHS, finding or not.

    PATHS are case folders, files (together one set), JSONL, or - for standard input.
    """
    from checker.explaining import explain_sets

    explain_sets(paths, form, output, **options)


@main.command()
@_PATHS
@_DRAFT
@_RULES
@_MODEL
@_OUTPUT
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    help=f"{', '.join(FORMATS)}; repeat it to write several, each to its file.  [default: text]",
)
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "never"]), help="What makes the check fail."
)
@click.option("--verbose", is_flag=True, help="Show why each pair was compared, and which were not.")
def check(paths: tuple[Path, ...], **options: Any) -> None:
    """Show where the accounts in PATHS disagree.

    PATHS are case folders, files (together one set), JSONL of sets, or - for standard input.
    Exit status: 0 nothing at or above the failing severity, 1 findings, 2 bad input, rules or use.
    """
    from checker.checking import check_sets

    click.get_current_context().exit(check_sets(paths, **options))
