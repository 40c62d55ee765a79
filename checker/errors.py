"""What is wrong with the input, told as a compiler tells it: file, line, the line itself and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

_MOST_SHOWN = 300  # characters of a message
_MOST_HINTED = 1000  # characters of a line that says what to do: it may list all that is allowed
_QUOTED = 200  # those that are kept of one that quotes a file at length


def shortened(text: str, most: int = _MOST_SHOWN) -> str:
    """A message without the middle of what it quotes, where that is long."""
    return text if len(text) <= most else f"{text[:_QUOTED]} … {text[-60:]}"


def _short_enough(line: str) -> str | None:
    """A line that is wrong, where it is short enough to be looked at."""
    line = line.rstrip().replace("\t", " ")
    return line if len(line) <= _QUOTED else None


class CheckerError(Exception):
    """Bad input, rules or use. `line` and `column` count from 1; `hint` says what to do about it."""

    status = 2  # with which the program ends

    def __init__(
        self,
        message: str,
        *,
        path: str | Path | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
        source: str | None = None,
        shown: str | None = None,
    ) -> None:
        """`source` is the whole text in which the line stands, `shown` the line alone."""
        super().__init__(message)
        self.message = shortened(message)
        self.path = str(path) if path else None
        self.line = line
        self.column = column
        self.hint = hint and "\n".join(shortened(line, _MOST_HINTED) for line in hint.splitlines())
        lines = source.split("\n") if source is not None and line else []
        if line and 0 < line <= len(lines):
            shown = lines[line - 1]
        self.shown = shown and _short_enough(shown)
        self.trace: str | None = None  # of a fault of the program itself

    def at(self, path: str | Path | None, line: int | None = None) -> Self:
        """Of this file, and of this line of it, where it names none of its own."""
        self.path = self.path or (str(path) if path else None)
        self.line = self.line or line
        return self

    def render(self) -> str:
        """`file:line:column: message`, the line with a caret under the place, and the hint; no colour."""
        path = None if self.path is None else shortened(self.path)
        place = ":".join(str(part) for part in (path, self.line, self.column) if part is not None)
        lines = [f"{place}: {self.message}" if place else self.message]
        if self.shown is not None:
            lines.append(f"    {self.shown}")
            if self.column is not None:
                lines.append("    " + " " * (self.column - 1) + "^")
        if self.hint:
            lines += [f"  {line}" for line in self.hint.splitlines()]
        return "\n".join(lines)

    __str__ = render


class InputError(CheckerError):
    """An article, a set or a path that cannot be read."""


class NotCompared(CheckerError):  # noqa: N818 (nothing is wrong with what was given)
    """Nothing was compared, where a desk requires that something is."""

    status = 3


class Errors(CheckerError):  # noqa: N818 (several of them)
    """Several errors found in one go, printed one after the other."""

    def __init__(self, errors: Iterable[CheckerError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(error.message for error in self.errors))

    def __reduce__(self) -> tuple[type[Errors], tuple[tuple[CheckerError, ...]]]:
        """Errors come back from other processes, too."""
        return Errors, (self.errors,)

    def at(self, path: str | Path | None, line: int | None = None) -> Self:
        for error in self.errors:
            error.at(path, line)
        return self

    def render(self) -> str:
        return "\n\n".join(error.render() for error in self.errors)

    __str__ = render


def one_of(errors: Sequence[CheckerError]) -> CheckerError:
    """Several errors as one."""
    return errors[0] if len(errors) == 1 else Errors(errors)


_REPORT = "please report it, with what 'checker --debug …' prints and the input if you may share it"


def told(e: Exception, path: str | Path | None = None) -> CheckerError:
    """Whatever went wrong with an article or a set, as the one error that is told of it."""
    if isinstance(e, CheckerError):
        return e
    if isinstance(e, MemoryError):
        return CheckerError("there is not enough memory for it", path=path, hint="cut it into articles")
    if isinstance(e, RecursionError):
        return CheckerError("it is nested too deeply", path=path, hint="save its text as .txt")
    if isinstance(e, OSError):
        reason = (e.strerror or str(e)).lower()
        return CheckerError(f"cannot be read: {reason}", path=e.filename or path)
    error = CheckerError(f"checker failed on it: {type(e).__name__}: {e}", path=path, hint=_REPORT)
    import traceback  # seldom needed, and help should not wait for it

    error.trace = "".join(traceback.format_exception(e))
    return error


def did_you_mean(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word nearest to a mistyped one, or None where none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    best = process.extractOne(
        word.lower(), sorted(allowed), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6
    )
    return best[0] if best else None


def near(word: str, known: Iterable[str]) -> str:
    """The rules and packs that a mistyped one may mean; where none is near, how all are listed."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    called = {name: name if "." in word else name.rpartition(".")[2] for name in sorted(known)}
    like = DamerauLevenshtein.normalized_similarity
    found = process.extract(word.lower(), called, scorer=like, limit=4, score_cutoff=0.7)
    names = [name for *_, name in found]
    lines = [f"did you mean {names[0]!r}?"] if names else ["'checker rules list' shows all of them"]
    return "\n".join([*lines, *([f"also near: {', '.join(names[1:])}"] if names[1:] else [])])


def allowed_hint(word: str, allowed: Iterable[str], what: str = "allowed here") -> str:
    """'did you mean …?' where one is near, and the words that are allowed."""
    options = [str(option) for option in allowed]
    near = did_you_mean(word, options)
    lines = [f"did you mean {near!r}?"] if near else []
    return "\n".join([*lines, f"{what}: {', '.join(options) or 'none'}"])
