"""What a length of time is the length of: "it took two hours to land", "gone within ten minutes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.language import Token


def act_timed(node: Token, verb: Token, within: set[int]) -> Token | None:
    """The verb of what took so long, or of what came to pass within it."""
    if verb.lemma_.lower() == "take" and any(t.lower_ == "it" and t.dep_ == "nsubj" for t in verb.lefts):
        return _infinitive(verb, max(within, default=node.i))
    top = node
    while top.dep_ not in ("pobj", "ROOT") and top.head.i in within:
        top = top.head
    inside = top.dep_ == "pobj" and top.head.lower_ in ("in", "within") and top.head.head.i == verb.i
    return verb if inside and verb.pos_ == "VERB" and verb.lemma_.lower() != "be" else None


def _infinitive(verb: Token, last: int) -> Token | None:
    """ "to" and its verb behind the length of time, whatever the parser hung it on."""
    for token in verb.doc[last + 1 : verb.sent.end]:
        if token.pos_ == "VERB" and token.tag_ == "VB" and any(t.lower_ == "to" for t in token.lefts):
            return token
        if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None
