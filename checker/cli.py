"""The command line: options and exit statuses, no logic."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from checker import __version__
from checker.commands.exits import Commands
from checker.commands.options import PATH, Given, choosing, examples, formats, reading
from checker.commands.rules import config, rules, schema
from checker.errors import CheckerError
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


for command in (config, rules, schema):
    main.add_command(command)


def _today() -> str:
    """The only clock there is: acceptances end by it and bear its day. SOURCE_DATE_EPOCH stands in for it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()
    return today.isoformat()


def _day(ctx: click.Context, param: click.Parameter, given: datetime | None) -> date | None:
    return given and given.date()


_DAY: dict[str, Any] = {"type": click.DateTime(["%Y-%m-%d"]), "callback": _day, "metavar": "YYYY-MM-DD"}
_TODAY = click.option(
    "--today", **_DAY, default=_today, help="The day by which acceptances end.  [default: today]"
)
_DRAFT = click.option("--draft", type=PATH, help="A file to check as the draft.")
_FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="The least that makes the check fail.  [default: error]",
)
_REQUIRE = click.option(
    "--require-compared",
    is_flag=True,
    default=None,
    help="Fail, with status 3, where nothing of a draft or set was compared.",
)
_OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file."
)


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
@_DRAFT
@reading
@_OUTPUT
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--values", "sentence", metavar="TEXT", help="Show how the values of a sentence are read.")
@click.option(
    "--why", nargs=2, metavar="TEXT TEXT", help="Show why two figures are held together, or are not."
)
def explain(
    paths: tuple[Path, ...],
    form: str,
    output: Path | None,
    sentence: str | None,
    why: tuple[str, str] | None,
    draft: Path | None,
    given: Given,
) -> None:
    """Show everything that was read of PATHS, finding or not.

    PATHS are case folders, files (together one set), JSONL, or - for standard input. With the fingerprint
    of a finding, or its first 8 digits, among them: why it was found.
    """
    from checker.accepted import marks_among
    from checker.commands.explaining import explain_findings, explain_sets, explain_values

    if marks := marks_among(paths):
        explain_findings(marks, [path for path in paths if str(path) not in marks], draft, given)
    elif sentence is not None:
        explain_values(sentence, given.model)
    elif not paths:
        raise click.UsageError("Missing argument 'PATHS...'.")
    else:
        click.get_current_context().exit(explain_sets(paths, form, output, why, draft, given))


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
@_DRAFT
@click.option("--changed", is_flag=True, help="Only the drafts that the staged changes touch.")
@click.option("--since", metavar="REV", help="Only the drafts touched since git's revision REV.")
@click.option("--all-drafts", is_flag=True, help="Every draft in PATHS, against the sources that it names.")
@choosing
@reading
@_OUTPUT
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
@_FAIL_ON
@_REQUIRE
@click.option(
    "--baseline",
    type=PATH,
    metavar="FILE",
    help="An earlier report in JSON; what it has does not fail the check.",
)
@click.option("--new-only", is_flag=True, help="Leave out what the baseline has.")
@_TODAY
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
@click.option("--until", **_DAY, help="The last day on which it holds.")
@click.option("--by", metavar="NAME", help="Who says so.  [default: git's user.name]")
@click.option("--date", "when", **_DAY, default=_today, help="The day it is said.  [default: today]")
@click.option("--force", is_flag=True, help="Also a fingerprint that is not found.")
@click.option("--list", "listed", is_flag=True, help="Show what is accepted, has expired or is stale.")
@click.option("--prune", "pruned", is_flag=True, help="Take out what has expired or is stale.")
@_TODAY
@_DRAFT
@reading
def accept(
    words: tuple[str, ...],
    reason: str | None,
    until: date | None,
    by: str | None,
    when: date,
    force: bool,
    listed: bool,
    pruned: bool,
    today: date | None,
    draft: Path | None,
    given: Given,
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
        found = entries.standings(words, draft, today, given)
        (entries.tell if listed else entries.prune)(found)
        return
    if not words:
        raise click.UsageError("Missing argument 'FINGERPRINT...'; or ask for --list or --prune.")
    if reason is None:
        raise click.UsageError("Missing option '--reason': say why the finding may stand.")
    from checker.commands.accepting import Word, git_name
    from checker.commands.accepting import accept as accept_words

    accept_words(words, draft, Word(reason, by or git_name(), when, until), given, force=force)


@contextmanager
def _installed(what: str, *packages: str) -> Iterator[None]:
    """CheckerError where a library is missing that only this command needs."""
    try:
        yield
    except ModuleNotFoundError as e:
        if (e.name or "").partition(".")[0] == "checker":
            raise
        needed = " ".join(f"'{package}'" for package in packages)
        hint = f"install {what}: pip install {needed}"
        raise CheckerError(f"{e.name} is not installed", hint=hint) from None


@main.command(epilog=examples("checker lsp", "checker lsp --rules desk/rules"))
@reading
def lsp(given: Given) -> None:
    """Serve an editor: findings in a draft while it is written.

    Speaks the Language Server Protocol on standard input and output. A draft is checked against the
    sources in its front matter, or the set.yaml in its folder.
    """
    with _installed("the language server", "pygls>=2,<3"):
        from checker.commands.frames import Frames
        from checker.commands.lsp import make_server
    server = make_server(given, lambda: date.fromisoformat(_today()))
    server.start_io(Frames(sys.stdin.buffer, 2 * given.max_bytes))  # type: ignore[arg-type]  # what it uses of one


@main.command(epilog=examples("checker serve", "checker serve --keep desk --rules desk/rules"))
@click.option("--port", type=click.IntRange(0, 65535), help="Where it answers.  [default: 8642]")
@click.option("--keep", type=PATH, metavar="DIR", help="Keep what is accepted in this folder.")
@click.option("--browser/--no-browser", default=True, help="Open it in the browser.  [default: yes]")
@reading
def serve(port: int | None, keep: Path | None, browser: bool, given: Given) -> None:
    """Open a page on this machine: drop or paste a draft and its sources, see the report.

    It answers this machine only, nothing leaves it, and nothing is kept but what --keep asks for.
    """
    with _installed("the page", "flask>=3.1,<4", "waitress>=3,<4", "python-docx>=1.2,<2"):
        from checker.page.serving import serve as serve_page
    serve_page(given, port, keep, browser, lambda: date.fromisoformat(_today()))


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
@_TODAY
@_FAIL_ON
@_REQUIRE
@click.option("--once", is_flag=True, help="Check once, with the exit status of 'check'.")
def watch(draft: Path, sources: tuple[Path, ...], **options: Any) -> None:
    """Check DRAFT now and after each save, until Ctrl-C.

    It is checked against SOURCES; without them, against those in its front matter or the set.yaml in its
    folder. When a source, the settings or what is accepted is saved, it is checked again, too.
    """
    from checker.commands.watching import watch as watch_draft

    click.get_current_context().exit(watch_draft(draft, sources, **options))
