"""The figure that another is compared with: "up from 38", "against 12 last year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.data import load

if TYPE_CHECKING:
    from checker.language import Token

_INSIDE = frozenset(["nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "pobj", "prep", "poss"])


def is_baseline(node: Token, within: set[int]) -> bool:
    """Whether a number's token is what another figure is held against; `within` are its own tokens."""
    prepositions = load("topics")["baseline_prepositions"]
    token = node
    for _ in range(4):
        if token.dep_ in ("prep", "pcomp", "mark") and token.i not in within and token.lower_ in prepositions:
            return token.lower_ != "from" or token.head.pos_ in ("VERB", "ADV", "ADJ", "NOUN")
        if token.dep_ not in _INSIDE:
            return False
        token = token.head
    return False
