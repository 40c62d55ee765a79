"""What a change is a change of: the object of the verb of change, or its subject."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Value

if TYPE_CHECKING:
    from checker.language import Token

_REACH = 25  # tokens back to the verb that a second change shares with the first


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    cues = load("changes")
    return frozenset((*cues["up"], *cues["down"], *cues["with_by"]))


def changed(value: Value, node: Token, within: set[int]) -> Token | None:
    """The noun whose change a value after "by" tells: "cut deaths by a third, among the young by a fifth"."""
    first = min(within, default=node.i)
    if value.change is None or not any(t.lower_ == "by" for t in node.doc[max(0, first - 2) : first]):
        return None
    start = max(node.sent.start, first - _REACH)
    for token in reversed(node.doc[start:first]):
        if token.tag_.startswith("VB") and token.lemma_.lower() in _verbs():
            return _object(token, within)
    return None


def _object(verb: Token, within: set[int]) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and child.i not in within and child.pos_ in ("NOUN", "PROPN"):
            return child
    taken = (
        verb.dep_ == "compound" and verb.tag_ != "VBN" and verb.head.i > verb.i
    )  # a verb read as part of its object
    return verb.head if taken and verb.head.pos_ in ("NOUN", "PROPN") else None
