"""Regular files, which end: a pipe would be waited for, and a device never stops."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

_MOST_BYTES = 20_000_000


class NotRegularError(OSError):
    """A pipe or a device."""


def opened(path: Path) -> BinaryIO:
    """A regular file, to be read; OSError or ValueError for what is none or cannot be opened."""
    # a pipe without a writer would be waited for
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(number).st_mode
    if stat.S_ISREG(mode):
        return open(number, "rb")
    os.close(number)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "this is a folder", str(path))
    raise NotRegularError(errno.EINVAL, "this is a pipe or a device, and a file is wanted", str(path))


def read(path: Path) -> bytes:
    """The content of a file of settings, rules or findings; OSError where it is none or too long for one."""
    with opened(path) as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise OSError(errno.EFBIG, f"it has more than {_MOST_BYTES:,} bytes", str(path))
    return data
