"""The house's spellings and titles, held against the draft. One YAML a desk, named under `names:`.

- use: Kyiv
  not: [Kiev]
- use: Prime Minister
  not: [Premier, PM]
  why: The house gives British titles in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field, field_validator

from checker.model import Form, Severity, Span, Verdict
from checker.rules.parts import Part, Words
from checker.rules.rule import Rule
from checker.yaml_files.marked_yaml import read, validate_each

if TYPE_CHECKING:
    from checker.readings import Reading
    from checker.verdicts import Problem

RULE = Rule.model_construct(
    id="house.names",
    title="A name is not written as the house writes it",
    why="A desk writes each name in one way.",
    severity=Severity.WARNING,
)


class HouseName(Part):
    """A name or title as the house writes it, and the ways it does not."""

    use: str = Field(description="the spelling or title to use")
    not_: Words = Field(alias="not", description="spellings and titles not to use, with their capitals")
    why: str | None = Field(None, description="the reason, for the message")

    @field_validator("not_")
    @classmethod
    def _some(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        if not given or not all(given):
            raise ValueError("no spelling to avoid\nwrite at least one")
        return given


def read_names(path: Path, shown: str) -> tuple[HouseName, ...]:
    """The names of a file; what is wrong with it is an error that names the line."""
    marked = read(path, shown=shown)
    names = tuple(validate_each(HouseName, marked, " of names", "with '- use:'"))
    seen: dict[str, str] = {}
    for i, name in enumerate(names):
        for wrong in name.not_:
            if wrong == name.use or seen.setdefault(wrong, name.use) != name.use:
                message = f"{wrong!r} is to be written in two ways"
                raise marked.error(message, (i, "not"), hint="leave it with one name")
    return names


def find(draft: Reading, names: Iterable[HouseName]) -> Iterator[Problem]:
    """A problem for each name that the draft writes otherwise; quoted words are left alone."""
    from checker.verdicts import Problem, evidence  # who lists rules reads no article

    quoted = [part for s in draft.statements if s.form is Form.DIRECT for part in s.content]
    article = draft.article
    for name in names:
        wrong = "|".join(re.escape(word) for word in sorted(name.not_, key=len, reverse=True))
        spans = [Span(*m.span()) for m in re.finditer(rf"(?<!\w)(?:{wrong})(?!\w)", article.text)]
        spans = [span for span in spans if not any(part.overlaps(span) for part in quoted)]
        if spans:
            found = tuple(evidence(draft, span) for span in spans)
            why = f" {name.why}" if name.why else ""
            yield Problem(
                Verdict.STYLE,
                f"{article.name} has “{found[0].text}”; the house writes “{name.use}”.{why}",
                found,
                about=name.use,
            )
