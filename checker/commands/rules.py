"""`checker rules …`: what rules there are, what they do, whether they work."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.authoring import KINDS
from checker.commands.options import CONFIG, PATH, RULES, RuleName, examples
from checker.errors import CheckerError, near

if TYPE_CHECKING:
    from checker.rules.rulesets import Ruleset


def _schemas(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from checker.schema import NAMES

    return [name for name in NAMES if name.startswith(incomplete)]


def _ruleset(folders: tuple[Path, ...]) -> Ruleset:
    from checker.rules.rulesets import load_ruleset

    return load_ruleset(folders)


@click.group(epilog=examples("checker rules list", "checker rules show general.count"))
def rules() -> None:
    """List, explain, write and test rules."""


@rules.command("list", epilog=examples("checker rules list", "checker rules list --pack sport"))
@RULES
@click.option("--pack", type=RuleName(), help="Only the rules of this pack.")
def list_rules(folders: tuple[Path, ...], pack: str | None) -> None:
    """All rules, pack by pack."""
    active = _ruleset(folders).all()
    shown = [rule for rule in active.rules if pack in (None, rule.pack)]
    if not shown:
        raise CheckerError(f"no pack {pack!r}", hint=near(pack or "", {rule.pack for rule in active.rules}))
    width = max(len(rule.id) for rule in shown)
    for rule in shown:
        off = "" if rule.enabled else "  (off)"
        click.echo(f"{rule.id:<{width}}  {rule.worst:<7}  {rule.title}{off}")


@rules.command(epilog=examples("checker rules show general.count"))
@click.argument("rule_id", metavar="ID", type=RuleName())
@RULES
def show(rule_id: str, folders: tuple[Path, ...]) -> None:
    """The manual page of a rule."""
    from checker.authoring.pages import rule_page
    from checker.authoring.rule_tests import read_tests

    ruleset = _ruleset(folders)
    rule, marked = ruleset.find(rule_id)
    vocabularies = ruleset.all().vocabularies.by_id
    tests = [test for pack in ruleset.packs for test in read_tests(pack) if test.rule.id == rule_id]
    vocabulary = vocabularies.get(rule.claim.value.vocabulary or "") if rule.claim else None
    click.echo(rule_page(rule, vocabulary, tests, marked.path), nl=False)


@rules.command(epilog=examples("checker rules lint", "checker rules lint --rules desk/rules"))
@RULES
def lint(folders: tuple[Path, ...]) -> None:
    """Find rules that are well formed and still wrong, and words in them that may be misspelt."""
    from checker.authoring.lint import lint as find_faults
    from checker.authoring.misspelt import misspelt

    ruleset = _ruleset(folders)
    for doubt in misspelt(ruleset):
        click.echo(f"warning: {doubt.render()}\n")
    faults = find_faults(ruleset)
    for fault in faults:
        click.echo(fault.render() + "\n")
    if faults:
        sys.exit(1)
    click.echo(f"{len(ruleset.all().rules)} rules, no faults")


@rules.command(
    epilog=examples("checker rules test general.count", "checker rules test --rules desk/rules --watch")
)
@click.argument("ids", nargs=-1, metavar="[ID]...", type=RuleName())
@RULES
@click.option(
    "--watch", is_flag=True, help="Run again whenever a file of the rules changes; stop with Ctrl-C."
)
def test(ids: tuple[str, ...], folders: tuple[Path, ...], watch: bool) -> None:
    """Run the tests beside the rules; an ID may be a rule or a pack."""
    from checker.authoring.testing import run, watch_and_run

    if watch:
        watch_and_run(ids, folders, click.echo)
        return
    if not run(ids, folders, click.echo):
        sys.exit(1)


@rules.command(
    epilog=examples(
        "checker rules new desk.tides --in desk/rules", "checker rules new desk.fine --kind money"
    )
)
@click.argument("rule_id", metavar="ID")
@click.option("--in", "folder", type=click.Path(path_type=Path), default=Path("rules"), show_default=True)
@click.option(
    "--kind", type=click.Choice(KINDS), default=KINDS[0], show_default=True, help="What it is about."
)
def new(rule_id: str, folder: Path, kind: str) -> None:
    """Write a rule and its test, to fill in."""
    from checker.authoring.templates import write_new

    for path in write_new(rule_id, folder, kind):
        click.echo(f"wrote {path}")


@rules.command(epilog=examples("checker rules add house-style.zip", "checker rules add ../other-desk/rules"))
@click.argument("source", type=PATH, metavar="PATH")
@click.option("--in", "folder", type=click.Path(path_type=Path), default=Path("rules"), show_default=True)
@click.option("--force", is_flag=True, help="Also where the package was changed by hand since it was added.")
def add(source: Path, folder: Path, force: bool) -> None:
    """Add a package of rules: a folder, a .zip or a .tar.gz.

    Its files are copied, and rules.lock beside them has the hash of each: what changes by hand is told.
    A newer package of the same name takes the place of the older.
    """
    from checker.authoring.packages import add_package
    from checker.config import load_settings

    click.echo("\n".join(add_package(source, folder, force)))
    click.echo(f"test it: checker rules test --rules {folder}")
    settings = load_settings(Path())
    if all((settings.folder / own).resolve() != folder.resolve() for own in settings.values.rules):
        click.echo(f"use it: write 'rules: [{folder}]' into checker.yaml")


@rules.command(
    "try",
    epilog=examples('checker rules try "The fire killed nine." "The fire killed 12." --rule general.count'),
)
@click.argument("sentences", nargs=-1, required=True, metavar="SENTENCE SENTENCE...")
@RULES
@click.option(
    "--rule", "rule_id", metavar="ID", type=RuleName(), help="Only this rule, and why if it finds nothing."
)
def try_sentences(sentences: tuple[str, ...], folders: tuple[Path, ...], rule_id: str | None) -> None:
    """What the rules make of two sentences or more, each an account of its own; rules of one text of one."""
    from checker.authoring.trial import try_rules
    from checker.rules.rule import ONE_TEXT

    ruleset = _ruleset(folders)
    active = ruleset.all()
    rules = [ruleset.find(rule_id)[0]] if rule_id else list(active.rules)
    if len(sentences) < 2:
        rules = [rule for rule in rules if rule.check in ONE_TEXT]
        if not rules:
            raise CheckerError("one sentence", hint="give two or more, each in quotes")
    lines = list(try_rules(sentences, rules, active))
    click.echo("\n".join(lines or ["no rule is about these sentences"]))


@rules.command(epilog=examples("checker rules docs docs/rules"))
@click.argument("folder", type=PATH)
@RULES
def docs(folder: Path, folders: tuple[Path, ...]) -> None:
    """Write a page of Markdown for each pack into FOLDER."""
    from checker.authoring.pages import write_pages

    for path in write_pages(_ruleset(folders), folder):
        click.echo(f"wrote {path}")


@click.command(epilog=examples("checker schema rule", "checker schema --write schemas"))
@click.argument("name", required=False, metavar="[NAME]", shell_complete=_schemas)
@click.option("--write", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Write all into DIR.")
def schema(name: str | None, folder: Path | None) -> None:
    """The JSON Schema NAME: rule, test, vocabulary, pack, configuration, names, actors, set,
    front-matter or accepted."""
    from checker.schema import schema as schema_of
    from checker.schema import write_schemas

    if folder is not None:
        for path in write_schemas(folder):
            click.echo(f"wrote {path}")
    else:
        click.echo(schema_of(name or "rule"), nl=False)


@click.command(epilog=examples("checker config", "checker config --config strict.yaml"))
@click.argument("start", default=".", type=click.Path(path_type=Path, exists=True), metavar="[PATH]")
@CONFIG
def config(start: Path, config: Path | None) -> None:
    """What is configured for the set at PATH, and where each value comes from."""
    from checker.config import load_settings, render_settings

    click.echo(render_settings(load_settings(start, use=config or True)), nl=False)
