"""What is kept between runs, a file an entry: written whole or not at all, tested when read, bounded in size.

An entry begins with a checksum of its name and content, so that a damaged one, or one put under another
name, is made afresh. One that somebody else owns or may write to is not read at all.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from checker import regular_files

MOST_BYTES = 1_000_000_000  # of all entries together; the oldest are given up for new ones
_KEPT_OF_IT = 0.8  # what is left then, so that it is not done again at once
_BETWEEN = 500  # entries written between two looks at the size
_MARK = b"checker1"
_ENDING = ".kept"
_OTHERS_MAY_WRITE = 0o022
_written = 0


class Entry(NamedTuple):
    """An entry as it lies in the folder."""

    saved: int  # nanoseconds
    size: int  # bytes
    file: Path


def folder() -> Path | None:
    """Where everything is kept: $CHECKER_CACHE ('off' keeps nothing), else the user's cache folder."""
    chosen = os.environ.get("CHECKER_CACHE")
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen)
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "checker"
    except RuntimeError:  # a user without a home
        return None


def place(kind: str, key: Sequence[str]) -> Path | None:
    """The file of an entry of this kind; `key` is all that it depends on. None where nothing is kept."""
    within = folder()
    if within is None:
        return None
    digest = hashlib.sha256("\0".join(key).encode("utf-8", "surrogatepass")).hexdigest()
    return within / kind / digest[:2] / f"{digest}{_ENDING}"


def read(file: Path | None) -> bytes | None:
    """The content of an entry; None for one that is not there, is damaged or is not ours."""
    if file is None:
        return None
    try:
        with regular_files.opened(file) as found:
            whole = found.read() if _is_ours(os.fstat(found.fileno())) else b""
    except (OSError, ValueError):
        return None
    begun = len(_MARK) + hashlib.sha256().digest_size
    content = whole[begun:]
    return content if whole[:begun] == _head(file, content) else None


def _is_ours(about: os.stat_result) -> bool:
    """Whether nobody else could have written it; Windows has no such owners."""
    if not hasattr(os, "geteuid"):
        return True
    return about.st_uid == os.geteuid() and not about.st_mode & _OTHERS_MAY_WRITE


def _head(file: Path, content: bytes) -> bytes:
    digest = hashlib.sha256(file.name.encode())
    digest.update(content)
    return _MARK + digest.digest()


def write(file: Path | None, content: bytes) -> None:
    """Keep an entry, whole or not at all; a cache that cannot be written must not stop a check."""
    if file is None:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as out:
            try:
                out.write(_head(file, content) + content)
                out.close()
                os.replace(out.name, file)
            except OSError:
                os.unlink(out.name)
        _bound()


def _bound() -> None:
    """Give up the oldest entries where all are too large; now and then, as it takes a look at each."""
    global _written
    _written += 1
    if (_written - 1) % _BETWEEN:
        return
    found = sorted(entries())
    size = sum(entry.size for entry in found)
    if size <= MOST_BYTES:
        return
    for entry in found:
        if size <= MOST_BYTES * _KEPT_OF_IT:
            break
        _drop(entry.file)
        size -= entry.size


def entries(kind: str = "*") -> Iterator[Entry]:
    """Every entry of a kind, or of all, those of earlier versions and what an interrupted run left, too."""
    within = folder()
    for file in within.glob(f"{kind}/[0-9a-f][0-9a-f]/*") if within else ():
        with suppress(OSError):
            about = file.lstat()
            yield Entry(about.st_mtime_ns, about.st_size, file)


def clear() -> int:
    """Give up all that is kept, and only that; the bytes that it took."""
    found = list(entries())
    for entry in found:
        _drop(entry.file)
    return sum(entry.size for entry in found)


def _drop(file: Path) -> None:
    with suppress(OSError):
        file.unlink()
        file.parent.rmdir()  # where it was the last
