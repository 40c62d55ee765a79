"""`checker serve`: the page at an address of this machine, until Ctrl-C."""

from __future__ import annotations

import os
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread

import click
from waitress.server import create_server

from checker.commands.checking import make_run
from checker.commands.options import Given
from checker.commands.running import Run
from checker.errors import CheckerError
from checker.language import load_model
from checker.page.app import make_app
from checker.page.checks import Checks

_HOST = "127.0.0.1"
_PORT = 8642
_ROOM = 1_000_000  # bytes of a request beside the texts in it


def serve(
    given: Given, port: int | None, keep: Path | None, browser: bool, today: Callable[[], date]
) -> None:
    """Answer at the port, or at a free one where the usual one is taken, until interrupted."""
    if keep is not None and not keep.is_dir():
        raise CheckerError("--keep: no such folder", path=keep, hint="make it first")
    os.environ.setdefault("CHECKER_CACHE", "off")  # no parse of what is checked here stays on the disk

    def run() -> Run:
        return replace(make_run([], given, today()), alone=True)

    settings = run().settings
    settings.ruleset()
    load_model(settings.values.model)
    listening = _listening(port)
    port = listening.getsockname()[1]
    app = make_app(Checks(run, today, keep), port, given.max_bytes)
    server = create_server(
        app,
        sockets=[listening],
        ident=None,
        max_request_body_size=given.max_bytes + _ROOM,
        inbuf_overflow=given.max_bytes + 2 * _ROOM,  # what is larger would go to the disk
        outbuf_overflow=100 * _ROOM,
    )
    address = f"http://{_HOST}:{port}/"
    click.echo(f"checker is open at {address}\nNothing leaves this machine. Ctrl-C ends it.")
    if browser:
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    server.run()


def _listening(port: int | None) -> socket.socket:
    for one in (_PORT, 0) if port is None else (port,):
        try:
            return socket.create_server((_HOST, one))
        except OSError as e:
            reason = (e.strerror or str(e)).lower()
    raise CheckerError(f"port {port}: {reason}", hint="name another with --port, or none")
