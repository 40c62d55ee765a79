"""The figure that another is compared with: "up from 38", "against 12 last year"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load
from checker.topics.words import words_of

if TYPE_CHECKING:
    from checker.language import Token

_INSIDE = frozenset(["nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "pobj", "prep", "poss"])
_UNITS = frozenset({"NOUN", "PROPN", "SYM"})
_NEAR = 5  # tokens from one figure to the "from" of the other: "30 to the dollar from 28"


def is_baseline(node: Token, within: set[int]) -> bool:
    """Whether a number's token is what another figure is held against; `within` are its own tokens."""
    prepositions = load("topics")["baseline_prepositions"]
    token, first = node, min(within, default=node.i)
    for _ in range(4):
        if token.dep_ in ("prep", "pcomp", "mark") and token.i < first and token.lower_ in prepositions:
            return _compares(token, within)
        if token.dep_ not in _INSIDE:
            return False
        token = token.head
    return False


def _compares(preposition: Token, within: set[int]) -> bool:
    """Whether a preposition compares: "from" and "against" do much else, "died from 12 wounds"."""
    if preposition.lower_ == "from":
        return _changes(preposition.head) or _after_one_like_it(preposition, within)
    if preposition.lower_ == "against":
        first = preposition.sent.start
        earlier = any(t.like_num or t.pos_ == "NUM" for t in preposition.doc[first : preposition.i])
        return earlier and preposition.head.lemma_.lower() not in words_of("opposing")
    return True


def _changes(token: Token) -> bool:
    """Whether a word tells of a change: "rose from", "a fall from", "down from"."""
    if token.lemma_.lower() not in _change_words() and token.lower_ not in _change_words():
        return False
    return token.pos_ in ("VERB", "AUX", "NOUN", "ADV", "ADP", "ADJ")


@lru_cache(maxsize=1)
def _change_words() -> frozenset[str]:
    cues = load("changes")
    own = (*cues["up"], *cues["down"], *cues["with_by"], *cues["nouns"], *cues["particles"])
    return frozenset(own) | words_of("changing")


def _after_one_like_it(preposition: Token, within: set[int]) -> bool:
    """Whether a figure of the same sort stands right before: "45, from 38", "$3m from $2m"."""
    doc, at = preposition.doc, preposition.i
    before = doc[max(preposition.sent.start, at - _NEAR) : at]
    numbers = [t.i for t in before if t.pos_ == "NUM" or t.like_num]
    if not numbers:
        return False
    units = {t.lemma_.lower() for t in doc[max(0, numbers[0] - 1) : at] if t.pos_ in _UNITS}
    own = {doc[i].lemma_.lower() for i in within if doc[i].pos_ in _UNITS}
    ends = max(within, default=at)
    counted = ends + 1 < len(doc) and doc[ends + 1].pos_ in ("NOUN", "ADJ", "PROPN")
    return bool(units & own) or not (own or counted)
