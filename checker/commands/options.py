"""The options that several commands share, and what those that read articles were given."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from checker import MAX_BYTES

if TYPE_CHECKING:
    from checker.config import Settings
    from checker.reading import Gate

PATH = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True)
class Given:
    """How articles are to be read and checked: under which settings, by which rules, within which limits."""

    folders: tuple[Path, ...] = ()  # of further rules
    model: str | None = None
    config: Path | None = None  # in place of the settings that are found
    no_config: bool = False
    max_bytes: int = MAX_BYTES
    allow_outside: bool = False
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @property
    def gate(self) -> Gate:
        from checker.reading import Gate

        return Gate(self.max_bytes, self.allow_outside, self.exclude)

    def settings(self, start: Path, **flags: Any) -> Settings:
        """The settings for what lies at `start`, with flags over them."""
        from checker.config import load_settings

        use = self.config or not self.no_config
        found = load_settings(start, {"model": self.model, **flags}, use=use, folders=self.folders)
        return found.choosing(self.select, self.ignore)


class RuleName(click.ParamType[str]):
    """The id of a rule or a pack; shells complete it."""

    name = "rule"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from checker.errors import CheckerError
        from checker.rules.rulesets import load_ruleset

        try:
            names = load_ruleset(ctx.params.get("folders") or ()).names
        except CheckerError:
            names = load_ruleset().names
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _parted(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for text in given for name in text.split(",") if name.strip())


def rule_choice(name: str, help_text: str) -> Any:
    """An option that names rules or packs, several times or parted by commas."""
    return click.option(
        name, multiple=True, type=RuleName(), metavar="RULE", callback=_parted, help=help_text
    )


def day_of_today() -> str:
    """The only clock there is: acceptances end by it and bear its day. SOURCE_DATE_EPOCH stands in for it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()
    return today.isoformat()


def _day(ctx: click.Context, param: click.Parameter, given: datetime | None) -> date | None:
    return given and given.date()


DAY: dict[str, Any] = {"type": click.DateTime(["%Y-%m-%d"]), "callback": _day, "metavar": "YYYY-MM-DD"}
TODAY = click.option(
    "--today", **DAY, default=day_of_today, help="The day by which acceptances end.  [default: today]"
)
DRAFT = click.option("--draft", type=PATH, help="A file to check as the draft.")
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="The least that makes the check fail.  [default: error]",
)
REQUIRE = click.option(
    "--require-compared",
    is_flag=True,
    default=None,
    help="Fail, with status 3, where nothing of a draft or set was compared.",
)
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file."
)
CONFIG = click.option(
    "--config", type=PATH, metavar="FILE", help="Settings in place of those that are found."
)
RULES = click.option("--rules", "folders", multiple=True, type=PATH, metavar="DIR", help="Further rules.")
_READING = (
    RULES,
    click.option("--model", metavar="NAME", help="A spaCy pipeline by name or folder."),
    CONFIG,
    click.option("--no-config", is_flag=True, help="Use no settings, wherever a checker.yaml may lie."),
    click.option(
        "--exclude",
        multiple=True,
        metavar="PATTERN",
        help="What not to read of folders: a name, a folder or a pattern such as 'archive/*.md'.",
    ),
    click.option(
        "--max-bytes",
        type=click.IntRange(1),
        default=MAX_BYTES,
        show_default=True,
        help="The most that is read of a file, or of a line of a stream.",
    ),
    click.option(
        "--allow-outside",
        is_flag=True,
        help="Also read what set.yaml, front matter and links name outside of the working tree.",
    ),
)
_CHOOSING = (
    rule_choice("--select", "Only this rule or pack."),
    rule_choice("--ignore", "Not this rule or pack."),
)


def reading(command: Any) -> Any:
    """The options of every command that reads articles; they come to it as one, `given`."""

    @wraps(command)
    def collected(*args: Any, **options: Any) -> Any:
        ours = {one.name: options.pop(one.name) for one in fields(Given) if one.name in options}
        return command(*args, given=Given(**ours), **options)

    return _with(collected, _READING)


def choosing(command: Any) -> Any:
    """The options that choose among the rules; `reading` takes them with it."""
    return _with(command, _CHOOSING)


def _with(command: Any, options: tuple[Any, ...]) -> Any:
    for option in reversed(options):
        command = option(command)
    return command


def examples(*lines: str) -> str:
    """What stands below the options of a command: calls of it as they are typed."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The formats of a report, for shells to complete."""
    from checker.reports import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]
