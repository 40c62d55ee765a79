"""What YAML itself finds wrong with a file, in words for people who do not write YAML every day."""

from __future__ import annotations

import re

import yaml

from checker.data import load
from checker.errors import CheckerError

_GLUED = re.compile(r"^\s*(?:- )?[a-z-]+(:)(?=[^\s:/])")  # "title:Two sources"


def _without_space(text: str, mark: yaml.Mark | None) -> yaml.Mark | None:
    """The colon of a key without a space after it, on the line of an error or just before."""
    lines = text.split("\n")
    for at in range(mark.line, max(mark.line - 3, -1), -1) if mark else ():
        if at < len(lines) and (found := _GLUED.match(lines[at])):
            return yaml.Mark("", 0, at, found.start(1), None, 0)
    return None


def syntax_error(e: yaml.MarkedYAMLError, text: str, path: str) -> CheckerError:
    """The error of the YAML reader with the place to mend and, where it can be guessed, how."""
    problem, mark = (e.problem or "not YAML").strip(), e.problem_mark or e.context_mark
    message, hint = f"not YAML: {problem}", None
    if "did not find expected ',' or" in problem or "unexpected end of stream" in problem:
        mark = e.context_mark or mark
        sign = text.split("\n")[mark.line][mark.column : mark.column + 1] if mark else ""
        message = f"the {sign!r} that is opened here is not closed"
    elif "could not find expected ':'" in problem and (before := _without_space(text, mark)) is not None:
        message, mark = "a space is wanted after the colon", before
    else:
        shown = (text.split("\n")[mark.line :] or [""])[0] if mark else ""
        cases = (c for c in load("files")["yaml"] if c["problem"] in problem)
        case: dict[str, str] = next((c for c in cases if re.search(c.get("line", ""), shown)), {})
        message, hint = case.get("message", message), case.get("hint")
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    return CheckerError(message, path=path, line=line, column=column, hint=hint, source=text)
