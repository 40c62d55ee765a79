"""The one gate for bytes: which files are opened, how much of them is read, and what they may name."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import BinaryIO

from checker import MAX_BYTES, regular_files
from checker.data import load
from checker.errors import InputError, did_you_mean

_CHUNK = 65_536
_MARKS_OF_A_TREE = (".git", "checker.yaml")  # what lies beside one of these belongs together
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/{1,2}(?!/)[^/]")


@dataclass(frozen=True, slots=True)
class Gate:
    """What may be read: so many bytes of a file or of a line of a stream, and where what is named may lie."""

    max_bytes: int = MAX_BYTES
    allow_outside: bool = False
    exclude: tuple[str, ...] = ()  # names, folders and patterns of what is not read of folders

    def wants(self, path: Path) -> bool:
        """Whether a file that was found in a folder is to be read."""
        told = PurePath(os.path.relpath(path))
        return not any(
            fnmatch(one.as_posix(), pattern.strip("/")) or fnmatch(one.name, pattern.strip("/"))
            for pattern in self.exclude
            for one in (told, *told.parents)
            if one.name
        )

    def read(self, path: Path) -> bytes:
        """The content of a regular file, or of standard input for '-'."""
        with self.opened(path) as file:
            data = file.read(self.max_bytes + 1)
        if self.is_too_long(data):
            raise self.too_much(path)
        return data

    @contextmanager
    def opened(self, path: Path) -> Iterator[BinaryIO]:
        """A file to be read; InputError where it is none or cannot be opened."""
        if str(path) == "-":
            yield sys.stdin.buffer
            return
        try:
            file = regular_files.opened(path)
        except regular_files.NotRegularError as e:
            hint = "give what comes from elsewhere to standard input: checker check - < …"
            raise InputError(e.strerror or str(e), path=path, hint=hint) from None
        except (OSError, ValueError) as e:
            raise _not_opened(path, e) from None
        with file:
            try:
                yield file
            except OSError as e:
                raise _not_opened(path, e) from None

    def lines(self, file: BinaryIO) -> Iterator[bytes]:
        """The lines of a stream; of one that is too long its beginning."""
        while line := file.readline(self.max_bytes + 1):
            yield line
            rest = self.is_too_long(line) and not line.endswith(b"\n")
            while rest:
                rest = not (file.readline(_CHUNK) or b"\n").endswith(b"\n")

    def is_too_long(self, data: bytes) -> bool:
        return len(data) > self.max_bytes

    def too_much(self, path: Path | str, line: int | None = None) -> InputError:
        what = "file" if line is None else "line"
        return InputError(
            f"this {what} has more than {self.max_bytes:,} bytes",
            path="standard input" if str(path) == "-" else path,
            line=line,
            hint="name a file with one article or set in it, or read more with --max-bytes",
        )

    def outside(self, path: Path, home: Path) -> bool:
        """Whether a file, named within another or found in a folder, lies where nobody asked for.

        It may lie in the folder of what names it, in the current folder, or in the working tree round them:
        what holds a .git or a checker.yaml. What is typed on the command line is not asked.
        """
        if self.allow_outside:
            return False
        real, start = Path(os.path.realpath(path)), Path(os.path.realpath(home))
        return not any(real.is_relative_to(root) for root in _roots(start))


ALLOW = "name it on the command line, or allow it with --allow-outside"


def outside(named: str) -> str:
    return f"{named!r} leads out of the folder of the set and of the working tree"


def _roots(start: Path) -> Iterator[Path]:
    yield start
    here = Path(os.path.realpath(os.curdir))
    if here != Path(here.anchor):
        yield here
    for folder in (start, *start.parents):
        if folder != Path(folder.anchor) and any((folder / mark).exists() for mark in _MARKS_OF_A_TREE):
            yield folder
            return


def _not_opened(path: Path, e: OSError | ValueError) -> InputError:
    if isinstance(e, IsADirectoryError):
        hint = "name the files in it one by one"
        return InputError("this is a folder, and a file is wanted", path=path, hint=hint)
    if isinstance(e, FileNotFoundError) and not os.path.islink(path):
        near = nearest(path)
        hint = f"did you mean {near}?" if near else "check the path; it is taken from the current folder"
        return InputError("no such file or folder", path=path, hint=hint)
    if isinstance(e, FileNotFoundError):
        return InputError(
            "this link leads nowhere", path=path, hint="mend it, or delete it if the file is no longer wanted"
        )
    reason = (e.strerror or str(e)).lower() if isinstance(e, OSError) else "this is no name of a file"
    return InputError(f"cannot be read: {reason}", path=path, hint="see that it is a file which you may read")


def nearest(path: Path) -> Path | None:
    """The file beside a missing one whose name is most like it."""
    try:
        name = did_you_mean(path.name, [entry.name for entry in path.parent.iterdir()])
    except (OSError, ValueError):
        return None
    return path.parent / name if name else None


def there(path: Path) -> None:
    """InputError for a path, as it was typed, with nothing there."""
    if str(path) == "-":
        return
    if _URL.match(str(path)):
        raise InputError(
            "this is an address, and files are read", path=path, hint="save the page and name its file"
        )
    try:
        os.lstat(path)
    except FileNotFoundError as e:
        raise _not_opened(path, e) from None
    except (OSError, ValueError) as e:
        raise _not_opened(path, e) from None


_ENDING = re.compile(r"\.(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{1,10}")


def known(path: Path, endings: tuple[str, ...]) -> None:
    """InputError for a file with an ending that none of the readers knows, with what to do instead."""
    ending = path.suffix.lower()
    if str(path) == "-" or ending in endings or not _ENDING.fullmatch(ending):
        return
    hints = (one["do"] for one in load("files")["instead"] if ending[1:] in one["of"])
    hint = next(hints, "save the article as .txt, or name the file so if it is text")
    raise InputError(f"files that end in {ending} cannot be read", path=path, hint=hint)
