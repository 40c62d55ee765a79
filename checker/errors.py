"""What a person did wrong, told the way a compiler tells it: where, what, and what to do.

Every error that comes of input, rules or use is a CheckerError; the command line prints `render()`
and ends with status 2. Anything else that is raised is a fault of the program.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path


class CheckerError(Exception):
    """One thing that is wrong.

    `line` and `column` count from 1; `excerpt` is the offending line as it stands in the file and
    `width` the number of characters to underline in it; `hint` says what to do.
    """

    def __init__(
        self,
        message: str,
        path: Path | str | None = None,
        line: int | None = None,
        hint: str | None = None,
        *,
        column: int | None = None,
        width: int = 1,
        excerpt: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = None if path is None else str(path)
        self.line = line
        self.column = column
        self.width = width
        self.excerpt = excerpt
        self.hint = hint

    def __str__(self) -> str:
        return self.render()

    def render(self) -> str:
        """`file:line: message`, the offending line with a caret, and what to do; no final newline."""
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        lines = [f"{where}: {self.message}" if where else self.message]
        if self.excerpt is not None and self.line is not None:
            gutter = f"{self.line:>5} | "
            # tabs are kept before the caret so that it stands under its word however wide they show
            lines.append(gutter + self.excerpt)
            if self.column is not None:
                before = "".join("\t" if c == "\t" else " " for c in self.excerpt[: self.column - 1])
                lines.append(" " * (len(gutter) - 2) + "| " + before + "^" * max(1, self.width))
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


class InputError(CheckerError):
    """An article, a set or a path that cannot be read."""


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """A hint for a word that is not allowed: the nearest one that is, or all of them."""
    known = sorted(allowed)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    return "allowed: " + ", ".join(known)
