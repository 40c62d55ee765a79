"""Reports to their places: whole or not at all, never onto what was read, and set by set for a stream."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import click

from checker.accepted import FILE as ACCEPTED
from checker.config import FILE as SETTINGS
from checker.errors import CheckerError
from checker.model import ArticleSet
from checker.reading import Gate, set_file
from checker.reading.files import articles_in

_ODD = "backslashreplace"  # names of files may be in no encoding


def write(text: str, path: Path | None) -> None:
    """To the screen, or to a file that is whole or not there at all."""
    with Part(path) as part:
        part.write(text)


class Part:
    """A report on its way: to the screen, or to a file beside its place, which it takes when it is whole.

    With `keep` what was written before an interruption stays there, and `resume` goes on with it.
    """

    def __init__(self, path: Path | None, *, keep: bool = False, resume: bool = False) -> None:
        self.path = path
        self.target = None if path is None else Path(os.path.realpath(path))  # a link stays a link
        self.keep, self.resume = keep, resume
        self.begun = False
        self._out: IO[Any] | None = None

    def __enter__(self) -> Part:
        return self

    def write(self, text: str) -> None:
        self.begun = True
        if self.path is None:
            click.echo(text, nl=False)
            return
        try:
            out = self._opened()
            out.write(text)
            if self.keep:
                out.flush()
        except (OSError, ValueError) as e:
            raise self._unwritten(e) from None

    def _opened(self) -> IO[Any]:
        if self._out is None and self.target is not None:
            if self.target.exists() and not self.target.is_file():  # a pipe or a device; a folder is an error
                self._out = self.target.open("w", encoding="utf-8", errors=_ODD)
            elif self.keep:
                mode = "a" if self.resume else "w"
                self._out = _part_of(self.target).open(mode, encoding="utf-8", errors=_ODD)
            else:
                self._out = tempfile.NamedTemporaryFile(  # noqa: SIM115 (until __exit__)
                    "w", encoding="utf-8", errors=_ODD, dir=self.target.parent, delete=False
                )
        assert self._out is not None
        return self._out

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.path is None or self.target is None:
            return
        if kind is not None:
            self._given_up(error)
            return
        try:
            out = self._opened()
            out.close()
            if Path(out.name) != self.target:
                os.chmod(out.name, 0o644)
                os.replace(out.name, self.target)
        except (OSError, ValueError) as e:
            self._given_up(e)
            raise self._unwritten(e) from None

    def _given_up(self, error: BaseException | None) -> None:
        """Leave nothing behind, or what can be gone on with."""
        if self._out is None:
            return
        with suppress(OSError):
            self._out.close()
        name = Path(self._out.name)
        if name == self.target:
            return
        if not self.keep:
            name.unlink(missing_ok=True)
        elif isinstance(error, KeyboardInterrupt):
            click.echo(f"what was checked is in {name}: --resume goes on with it", err=True)

    def _unwritten(self, e: OSError | ValueError) -> CheckerError:
        reason = ((e.strerror if isinstance(e, OSError) else None) or "this is no name of a file").lower()
        folder = self.target is not None and self.target.is_dir()
        hint = "name a file in it" if folder else "name a file in a folder that can be written"
        return CheckerError(f"cannot be written: {reason}", path=self.path, hint=hint)


def _part_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")


def resumed(path: Path, sets: Iterator[ArticleSet]) -> tuple[int, Iterator[ArticleSet]]:
    """The exit status of what an interrupted run left behind, and the sets that it did not reach."""
    part = _part_of(Path(os.path.realpath(path)))
    status = 0
    if not part.is_file():
        return status, sets
    with part.open("r+b") as file:
        whole = 0
        for line in file:
            if not line.endswith(b"\n"):
                break  # it was cut short
            one = next(sets, None)
            try:
                kept = json.loads(line)
                name, status = kept["id"], max(status, kept["status"])
            except (ValueError, KeyError, TypeError):
                name = None
            if one is None or name != one.id:
                here = repr(one.id) if one else "at hand"
                raise CheckerError(
                    f"this is of another stream: its set {name!r} is not {here}",
                    path=part,
                    hint="delete it, or run without --resume to begin anew",
                )
            whole += len(line)
        file.truncate(whole)
    return status, sets


def spare_typed(targets: Iterable[Path | None], paths: Iterable[Path]) -> None:
    """CheckerError where a report would be written onto a file that is to be read."""
    there = [target for target in targets if target is not None and os.path.exists(target)]
    for target in there:
        if target.name in (ACCEPTED, SETTINGS, set_file.NAME):
            raise _onto(target)
        for path in paths:
            if path.is_dir() and target.suffix != ".part":
                inside = _articles(path)
                inside += [file for one in path.iterdir() if one.is_dir() for file in [one / set_file.NAME]]
                _spare(target, inside)
            else:
                _spare(target, [path])


def _articles(folder: Path) -> list[Path]:
    try:
        return articles_in(folder, Gate())
    except CheckerError:
        return []


def spare(targets: Sequence[Path | None], articles: ArticleSet) -> None:
    """The same for the files that a set was read from."""
    for target in targets:
        if target is not None and os.path.exists(target):
            _spare(target, (Path(a.path) for a in articles.articles if a.path))


def _spare(target: Path, read: Iterable[Path]) -> None:
    for path in read:
        with suppress(OSError, ValueError):
            if os.path.samefile(target, path):
                raise _onto(target)


def _onto(target: Path) -> CheckerError:
    message = "this file is read, and a report would be written onto it"
    return CheckerError(message, path=target, hint="name another")
