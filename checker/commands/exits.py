"""How the program ends: the exit statuses, and the one message that stands for an error.

0 nothing at or above the failing severity, 1 findings, 2 bad input, rules or use, 3 nothing was
compared where that is required, 70 a fault of the
program itself, 130 interrupted, 141 the reader of its output has gone.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any, NoReturn

import click

from checker.errors import CheckerError
from checker.reports.printable import printable

BAD_USE = 2
FAULT = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130  # 128 + SIGINT, as shells tell it
UNREAD = 141  # 128 + SIGPIPE
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


class Commands(click.Group):
    """Every error in one message and with its exit status; --debug shows its traceback, too."""

    def invoke(self, ctx: click.Context) -> Any:
        _write_whatever_there_is()
        try:
            _stand_somewhere()
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _drop_output()
            ctx.exit(UNREAD)
        except CheckerError as e:
            _tell(ctx, e.render())
            ctx.exit(e.status)
        except OSError as e:
            if e.errno not in _NO_ROOM:
                _fault(ctx, e)
            reason = (e.strerror or "").lower()
            _tell(ctx, f"the report cannot be written: {reason}\n  make room, or write it elsewhere")
            _drop_output()
            ctx.exit(BAD_USE)
        except Exception as e:
            _fault(ctx, e)


def _stand_somewhere() -> None:
    try:
        os.getcwd()
    except OSError:
        hint = "change into one that is there"
        raise CheckerError("the current folder is gone", hint=hint) from None


def _fault(ctx: click.Context, e: Exception) -> NoReturn:
    _tell(
        ctx,
        f"checker stopped on a fault of its own: {type(e).__name__}: {str(e)[:200] or 'no message'}\n"
        "  please report it, with what 'checker --debug …' prints and the input if you may share it",
    )
    ctx.exit(FAULT)


def _drop_output() -> None:
    """What is still buffered would be told as an error when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(ctx: click.Context, message: str) -> None:
    if ctx.params.get("debug"):
        import traceback

        traceback.print_exc()
    click.echo(printable(message), err=True)  # it may quote a file


def _write_whatever_there_is() -> None:
    """Names of files in no encoding, and terminals without Unicode, must not end a report halfway.

    Where the caller closed an output, what goes there is lost, and only that.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 (until the end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
