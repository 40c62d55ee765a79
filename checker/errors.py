"""What is wrong with the input, told as a compiler tells it: file, line, the line itself and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class CheckerError(Exception):
    """Bad input, rules or use. `line` and `column` count from 1; `hint` says what to do about it."""

    def __init__(
        self,
        message: str,
        *,
        path: str | Path | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
        source: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = None if path is None else str(path)
        self.line = line
        self.column = column
        self.hint = hint
        self.source = source  # the whole text of the file, for the line to show

    def render(self) -> str:
        """`file:line:column: message`, the line with a caret under the place, and the hint; no colour."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        lines = [f"{place}: {self.message}" if place else self.message]
        shown = self._source_line()
        if shown is not None:
            lines.append(f"    {shown}")
            if self.column is not None:
                lines.append("    " + " " * (self.column - 1) + "^")
        if self.hint:
            lines += [f"  {line}" for line in self.hint.splitlines()]
        return "\n".join(lines)

    __str__ = render

    def _source_line(self) -> str | None:
        if self.source is None or self.line is None:
            return None
        lines = self.source.split("\n")
        if not 0 < self.line <= len(lines):
            return None
        return lines[self.line - 1].rstrip().replace("\t", " ")


class InputError(CheckerError):
    """An article, a set or a path that cannot be read."""


class Errors(CheckerError):  # noqa: N818 (several of them)
    """Several errors found in one go, printed one after the other."""

    def __init__(self, errors: Iterable[CheckerError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(error.message for error in self.errors))

    def __reduce__(self) -> tuple[type[Errors], tuple[tuple[CheckerError, ...]]]:
        """Errors come back from other processes, too."""
        return Errors, (self.errors,)

    def render(self) -> str:
        return "\n\n".join(error.render() for error in self.errors)

    __str__ = render


def did_you_mean(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word nearest to a mistyped one, or None where none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    best = process.extractOne(
        word.lower(), sorted(allowed), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6
    )
    return best[0] if best else None


def allowed_hint(word: str, allowed: Iterable[str], what: str = "allowed here") -> str:
    """'did you mean …?' where one is near, and the words that are allowed."""
    options = [str(option) for option in allowed]
    near = did_you_mean(word, options)
    lines = [f"did you mean {near!r}?"] if near else []
    return "\n".join([*lines, f"{what}: {', '.join(options) or 'none'}"])
