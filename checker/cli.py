"""The command line: options and exit statuses, no logic."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from checker import __version__
from checker.commands.archive import history, index
from checker.commands.caching import caching
from checker.commands.exits import Commands
from checker.commands.feeds import batch, group
from checker.commands.options import (
    DAY,
    DRAFT,
    FAIL_ON,
    OUTPUT,
    PATH,
    REQUIRE,
    TODAY,
    choosing,
    day_of_today,
    examples,
    formats,
    reading,
)
from checker.commands.rules import config, rules, schema
from checker.commands.serving import lsp, serve
from checker.reports import FORMATS


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "checker check agency.md rival.html",
        "checker check draft.md --format html=report.html",
        "checker rules show general.count",
    ),
)
@click.version_option(__version__, "-V", "--version", prog_name="checker")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def main(debug: bool) -> None:
    """Find where several accounts of one event disagree."""


for command in (batch, caching, config, group, history, index, lsp, rules, schema, serve):
    main.add_command(command)


@main.command(
    epilog=examples(
        "checker explain draft.md",
        "checker explain 791834bc draft.md",
        "checker explain cases/port-fire --format jsonl -o read.jsonl",
        'checker explain --values "about 5,000 people in three hours"',
        'checker explain cases/port-fire --why "nine people" "12 people"',
    )
)
@click.argument("paths", nargs=-1, type=PATH)
@DRAFT
@reading
@OUTPUT
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--values", "sentence", metavar="TEXT", help="Show how the values of a sentence are read.")
@click.option(
    "--why", nargs=2, metavar="TEXT TEXT", help="Show why two figures are held together, or are not."
)
def explain(paths: tuple[Path, ...], sentence: str | None, **options: Any) -> None:
    """Show everything that was read of PATHS, finding or not.

    PATHS are case folders, files (together one set), JSONL, or - for standard input. With the fingerprint
    of a finding, or its first 8 digits, among them: why it was found.
    """
    from checker.accepted import marks_among
    from checker.commands.explaining import explain_findings, explain_sets, explain_values

    if marks := marks_among(paths):
        rest = [path for path in paths if str(path) not in marks]
        explain_findings(marks, rest, options["draft"], options["given"])
    elif sentence is not None:
        explain_values(sentence, options["given"].model)
    elif not paths:
        raise click.UsageError("Missing argument 'PATHS...'.")
    else:
        click.get_current_context().exit(explain_sets(paths, **options))


@main.command(
    epilog=examples(
        "checker check agency.md rival.html",
        "checker check --draft draft.md sources/",
        "checker check draft.md -q --format concise",
        "checker check draft.md --format text --format sarif=checker.sarif --fail-on warning",
        "checker check --all-drafts --require-compared --exclude archive",
        "checker check --since origin/main desk/",
        "checker check draft.md --select general.count,general.money",
        "checker check sets.jsonl --format jsonl=reports.jsonl --jobs 4 --resume",
    )
)
@click.argument("paths", nargs=-1, type=PATH)
@DRAFT
@click.option("--changed", is_flag=True, help="Only the drafts that the staged changes touch.")
@click.option("--since", metavar="REV", help="Only the drafts touched since git's revision REV.")
@click.option("--all-drafts", is_flag=True, help="Every draft in PATHS, against the sources that it names.")
@click.option(
    "--against",
    type=PATH,
    metavar="STORE",
    help="Hold the draft against what a store of 'checker index' has on it, too.",
)
@choosing
@reading
@OUTPUT
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    shell_complete=formats,
    help=f"{', '.join(FORMATS)}; repeat it to write several, each to its file.  [default: text]",
)
@click.option("--statistics", is_flag=True, help="How many findings each rule has: --format statistics.")
@click.option("-q", "--quiet", is_flag=True, help="Only the findings; nothing at all where there are none.")
@click.option("-v", "--verbose", is_flag=True, help="Show why each pair was compared, and which were not.")
@FAIL_ON
@REQUIRE
@click.option(
    "--baseline",
    type=PATH,
    metavar="FILE",
    help="An earlier report in JSON; what it has does not fail the check.",
)
@click.option("--new-only", is_flag=True, help="Leave out what the baseline has.")
@TODAY
@click.option("--resume", is_flag=True, help="Go on with a stream that was interrupted: --format jsonl=FILE.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Processes that check sets of a stream.",
)
def check(paths: tuple[Path, ...], **options: Any) -> None:
    """Show where the accounts in PATHS disagree.

    PATHS are case folders, files (together one set), JSONL of sets, or - for standard input; with
    --changed, --since or --all-drafts, the folders or files to stay in (all if none is named).
    Exit status: 0 nothing at or above the failing severity, 1 findings, 2 bad input, rules or use; where
    only some sets or articles could not be checked, the others are reported, and the status is 2;
    3 where --require-compared asks for more than was compared.
    """
    choices = [
        name for name in ("draft", "changed", "since", "all_drafts") if options[name] not in (False, None)
    ]
    if len(choices) > 1:
        raise click.UsageError(" and ".join(f"--{n.replace('_', '-')}" for n in choices) + ": one of them.")
    if not paths and choices in ([], ["draft"]):
        raise click.UsageError("Missing argument 'PATHS...'.", click.get_current_context())
    from checker.commands.checking import check_sets

    click.get_current_context().exit(check_sets(paths, **options))


@main.command(
    epilog=examples(
        'checker accept 791834bc draft.md --reason "the hospital confirmed 12"',
        "checker accept --list draft.md",
        "checker accept --prune draft.md",
    )
)
@click.argument("words", nargs=-1, metavar="[FINGERPRINT]... [PATH]...")
@click.option("--reason", help="Why the finding may stand.")
@click.option("--until", **DAY, help="The last day on which it holds.")
@click.option("--by", metavar="NAME", help="Who says so.  [default: git's user.name]")
@click.option("--date", "when", **DAY, default=day_of_today, help="The day it is said.  [default: today]")
@click.option("--force", is_flag=True, help="Also a fingerprint that is not found.")
@click.option("--list", "listed", is_flag=True, help="Show what is accepted, has expired or is stale.")
@click.option("--prune", "pruned", is_flag=True, help="Take out what has expired or is stale.")
@TODAY
@DRAFT
@reading
def accept(
    words: tuple[str, ...],
    reason: str | None,
    until: date | None,
    by: str | None,
    when: date,
    listed: bool,
    pruned: bool,
    today: date | None,
    **options: Any,
) -> None:
    """Let findings stand: write them with a reason into accepted.yaml.

    FINGERPRINTs are those of the report, PATHs what was checked (the current folder if none is named).
    The file is in the folder of the set or the draft; 'checker check' shows what is accepted and does
    not fail for it, and tells which entries have expired or are no longer found. --list shows all of
    them, --prune removes those.
    """
    if listed and pruned:
        raise click.UsageError("--list and --prune: one of them.")
    if listed or pruned:
        from checker.commands import entries

        if reason is not None:
            raise click.UsageError("--reason goes with a FINGERPRINT, not with --list or --prune.")
        found = entries.standings(words, today, options["draft"], options["given"])
        (entries.tell if listed else entries.prune)(found)
        return
    if not words:
        raise click.UsageError("Missing argument 'FINGERPRINT...'; or ask for --list or --prune.")
    if reason is None:
        raise click.UsageError("Missing option '--reason': say why the finding may stand.")
    from checker.commands.accepting import Word, git_name
    from checker.commands.accepting import accept as accept_words

    accept_words(words, Word(reason, by or git_name(), when, until), **options)


@main.command(
    epilog=examples(
        "checker watch draft.md",
        "checker watch draft.md agency.md rival.html",
        "checker watch draft.md --once",
    )
)
@click.argument("draft", type=PATH)
@click.argument("sources", nargs=-1, type=PATH)
@choosing
@reading
@TODAY
@FAIL_ON
@REQUIRE
@click.option("--once", is_flag=True, help="Check once, with the exit status of 'check'.")
def watch(draft: Path, sources: tuple[Path, ...], **options: Any) -> None:
    """Check DRAFT now and after each save, until Ctrl-C.

    It is checked against SOURCES; without them, against those in its front matter or the set.yaml in its
    folder. When a source, the settings or what is accepted is saved, it is checked again, too.
    """
    from checker.commands.watching import watch as watch_draft

    click.get_current_context().exit(watch_draft(draft, sources, **options))
