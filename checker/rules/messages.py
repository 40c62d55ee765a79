"""The text of a finding: a sentence with {a.words} and the like in it, filled from both sides."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from checker.errors import did_you_mean

SIDE_FIELDS = (
    "words",
    "value",
    "source",
    "speaker",
    "by",
    "line",
    "sentence",
    "actor",
    "counted",
    "stance",
    "published",
)
"""What stands after {a.…} and {b.…}; {a} alone is the speaker, or the source where nobody else speaks."""

FIELDS = ("a", "b", "relation", *(f"{side}.{name}" for side in "ab" for name in SIDE_FIELDS))
_ALLOWED = (
    f"allowed: {{a}}, {{b}}, {{relation}}, and of each side, as in {{a.words}}: {', '.join(SIDE_FIELDS)}"
)


def fields(message: str) -> list[str]:
    """The fields a message names, in order; ValueError where its braces do not close."""
    try:
        parsed = list(Formatter().parse(message))
    except ValueError:
        raise ValueError(
            "a brace is open or too many\nwrite {a.words}; for a brace itself write {{ or }}"
        ) from None
    named = []
    for _, field, spec, conversion in parsed:
        if field is None:
            continue
        if spec or conversion:
            raise ValueError(f"{{{field}…}} has a format\nwrite the field alone: {{{field}}}")
        named.append(field)
    return named


def check_message(message: str) -> None:
    """ValueError, with what is allowed, for a field that there is not, or where one side is never named."""
    named = fields(message)
    for field in named:
        if field not in FIELDS:
            near = did_you_mean(field, FIELDS)
            hint = f"did you mean {{{near}}}?\n" if near else ""
            raise ValueError(f"{{{field}}} is not a field\n{hint}{_ALLOWED}")


def render_message(message: str, values: Mapping[str, str]) -> str:
    """Fill the fields from a mapping of FIELDS to texts; a field without a text is left empty."""
    parts = []
    for text, field, _, _ in Formatter().parse(message):
        parts.append(text)
        if field is not None:
            parts.append(values.get(field, ""))
    return "".join(parts)
