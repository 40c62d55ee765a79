"""What `accept --list` and `--prune` do: tell what was let stand, and take out what stands there in vain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from checker.commands.accepting import last_line, root_of
from checker.commands.checking import make_run, tell_failures
from checker.commands.options import Given
from checker.commands.running import check_all
from checker.commands.writing import write
from checker.model import Acceptance
from checker.reading import each_set
from checker.reports.acceptances import said
from checker.reports.printable import printable


@dataclass(frozen=True, slots=True)
class Standing:
    """An acceptance, and whether it is `accepted`, `expired` or `stale`."""

    state: str
    acceptance: Acceptance
    rule: str
    about: str

    @property
    def why(self) -> str:
        until = self.acceptance.until
        return f"expired on {until}" if self.state == "expired" and until else "no longer found"


def tell(standings: Sequence[Standing]) -> None:
    """Print each acceptance: its state, what it lets stand and where it is written, and why."""
    for one in standings:
        written = f"{one.acceptance.path}:{one.acceptance.line}"
        parts = (f"{one.state:<8}", one.acceptance.what, written, one.rule)
        click.echo(printable("  ".join(part for part in parts if part).rstrip()))
        for line in (one.about, said(one.acceptance)):
            if line:
                click.echo(printable(f"    {line}"))
    if not standings:
        click.echo("nothing is accepted here")


def prune(standings: Sequence[Standing]) -> None:
    """Take the expired and the stale out of their files; comments in drafts are left to their writers."""
    vain = [one for one in standings if one.state != "accepted" and not one.acceptance.inline]
    for name in dict.fromkeys(one.acceptance.path for one in vain):
        lines = {one.acceptance.line for one in vain if one.acceptance.path == name}
        write(_without(Path(name), lines), Path(name))
    for one in vain:
        click.echo(f"removed {one.acceptance.what} from {one.acceptance.path}: {one.why}")
    if not vain:
        click.echo("nothing to remove")


def standings(
    words: Sequence[str],
    today: date | None,
    draft: Path | None,
    given: Given,
) -> list[Standing]:
    """The acceptances that hold for the sets in the paths, in the order of their files.

    One that some set has a use for is accepted, whatever the others say of it.
    """
    paths = [Path(word) for word in words] or [Path()]
    run = make_run(paths, given, today)
    found: dict[tuple[str, int], Standing] = {}
    for report in check_all(each_set(paths, draft, given.gate), run):
        tell_failures(report.articles)
        used = [
            Standing("accepted", f.accepted, f.rule, " ".join(f.message.split()))
            for f in report.findings
            if f.accepted
        ]
        lapsed = [("expired", a) for a in report.expired] + [("stale", a) for a in report.stale]
        for one in (*used, *(Standing(state, a, a.rule, a.about) for state, a in lapsed)):
            key = one.acceptance.path, one.acceptance.line
            if key not in found or one.state == "accepted":
                found[key] = one
    return [one for _, one in sorted(found.items())]


def _without(path: Path, starts: set[int]) -> str:
    """The text of the file without the entries that begin on these lines, counted from 1."""
    text = path.read_text(encoding="utf-8-sig")
    root = root_of(text, path)
    lines = text.splitlines()
    gone: set[int] = set()
    for node in root.value:
        if node.start_mark.line + 1 in starts:
            gone.update(range(node.start_mark.line, last_line(node, lines) + 1))
    return "".join(f"{line}\n" for number, line in enumerate(lines) if number not in gone)
