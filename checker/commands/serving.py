"""`checker lsp` and `checker serve`: what stays, for an editor or for the browser of this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from checker.commands.options import PATH, Given, day_of_today, examples, reading
from checker.errors import CheckerError


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


@click.command(epilog=examples("checker lsp", "checker lsp --rules desk/rules"))
@reading
def lsp(given: Given) -> None:
    """Serve an editor: findings in a draft while it is written.

    Speaks the Language Server Protocol on standard input and output. A draft is checked against the
    sources in its front matter, or the set.yaml in its folder.
    """
    with _installed("the language server", "pygls>=2,<3"):
        from checker.commands.frames import Frames
        from checker.commands.lsp import make_server
    server = make_server(given, lambda: date.fromisoformat(day_of_today()))
    server.start_io(Frames(sys.stdin.buffer, 2 * given.max_bytes))  # type: ignore[arg-type]  # what it uses of one


@click.command(epilog=examples("checker serve", "checker serve --keep desk --rules desk/rules"))
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
    serve_page(given, port, keep, browser, lambda: date.fromisoformat(day_of_today()))
