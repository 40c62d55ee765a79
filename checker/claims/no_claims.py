"""Values that say nothing that another account could contradict.

Scores on the way, lengths of time that are reckoned from nothing that is named ("two days later"), years that
tell one thing from another of its kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Kind, Value
from checker.propositions.reckoning import offset_of
from checker.propositions.scores import is_score, result
from checker.propositions.things import words_of

if TYPE_CHECKING:
    from checker.language import Doc


def no_claim(doc: Doc, value: Value) -> bool:
    """Whether a value of a parsed article is passed over when claims are made."""
    if is_score(value):
        return result(doc, value) is None
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None:
        return False
    behind = doc[inside.end].lower_ if inside.end < len(doc) else ""
    if value.kind is Kind.DURATION and behind in words_of("offsets"):
        return not offset_of(doc, value)
    named_by = inside.root.dep_ in ("compound", "nummod", "nmod", "amod")  # "the 2007 Oscars"
    outside = not inside.start <= inside.root.head.i < inside.end
    return value.kind is Kind.DATE and value.grain in ("year", "decade") and outside and named_by
