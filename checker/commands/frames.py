"""The frames of the Language Server Protocol on standard input, without those that are none."""

from __future__ import annotations

import re
from typing import BinaryIO

_LENGTH = re.compile(rb"content-length:[ \t]*([0-9]{1,12})[ \t]*\r?\n", re.IGNORECASE)
_LONGEST_LINE = 10_000


class Frames:
    """Stands in for a stream of bytes: what follows no header, or is too long, is passed over."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        self.file, self.most = file, most
        self._lines: list[bytes] = []
        self._body = b""

    def readline(self) -> bytes:
        """A line of a header; empty at the end."""
        if not self._lines:
            self._next()
        return self._lines.pop(0) if self._lines else b""

    def read(self, size: int) -> bytes:
        body, self._body = self._body[:size], self._body[size:]
        return body

    def _next(self) -> None:
        """The next frame that is whole and no longer than it may be."""
        length: int | None = None
        while line := self.file.readline(_LONGEST_LINE):
            found = _LENGTH.fullmatch(line)
            if found:
                length = int(found[1])
            elif not line.strip() and length:
                self._body = self._within(length)
                if len(self._body) == length:
                    self._lines = [b"Content-Length: %d\r\n" % length, b"\r\n"]
                    return
                length = None

    def _within(self, length: int) -> bytes:
        if length <= self.most:
            return self.file.read(length)
        while length > 0 and (passed := self.file.read(min(length, _LONGEST_LINE))):
            length -= len(passed)
        return b""
