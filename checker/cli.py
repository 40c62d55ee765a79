"""The command line: options and exit statuses, no logic."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from checker.errors import CheckerError
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


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text")
def explain(paths: tuple[Path, ...], form: str) -> None:
    """Show everything that was read."""
    from checker.pipeline import read_set
    from checker.reading import read_sets
    from checker.reports import explain_jsonl
    from checker.rulesets import load_ruleset

    ruleset = load_ruleset()
    for articles in read_sets(paths):
        click.echo(explain_jsonl.render(read_set(articles, ruleset.active(articles))), nl=False)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text")
def check(paths: tuple[Path, ...], form: str) -> None:
    """Show where the accounts disagree."""
    from checker.pipeline import check_set
    from checker.reading import read_sets
    from checker.reports import as_json, text
    from checker.rulesets import load_ruleset

    ruleset = load_ruleset()
    for articles in read_sets(paths):
        report = check_set(articles, ruleset.active(articles))
        render = {"text": text.render, "json": as_json.render, "jsonl": as_json.render_line}[form]
        click.echo(render(report), nl=False)
