"""What a length of time is the length of: "it took two hours to land", "gone within ten minutes".

One that is reckoned from an event is how much later or earlier something else came than that: "police came
less than an hour after the alarm", "three hours before the plane took off".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.topics.no_things import is_stretch, is_timing
from checker.topics.order import passed_before
from checker.topics.words import words_of

if TYPE_CHECKING:
    from checker.language import Doc, Token
    from checker.model import Value


def _behind(doc: Doc, value: Value) -> Token | None:
    inside = doc.char_span(*value.span, alignment_mode="expand")
    return doc[inside.end] if inside is not None and inside.end < len(doc) else None


def is_offset(doc: Doc, value: Value) -> bool:
    """Whether a length of time only says how far off something is: "two days later", "an hour after that"."""
    word = _behind(doc, value)
    return word is not None and word.lower_ in words_of("offsets")


def reckoned_from(doc: Doc, value: Value) -> tuple[Token, Token] | None:
    """The event that a length of time is reckoned from, and what came so much later or earlier.

    What was said an hour later than something may have been said again two hours later, and dates are
    reckoned elsewhere.
    """
    word = _behind(doc, value)
    if word is None or word.lower_ not in words_of("reckoning") or word.dep_ not in ("prep", "mark"):
        return None
    event = word.head if word.dep_ == "mark" else next((t for t in word.children if t.dep_ in _OBJECTS), None)
    verb = event.head if event is not None and word.dep_ == "mark" else word.head
    while verb.idx >= value.span.start and verb.idx < value.span.end and verb.head.i != verb.i:
        verb = verb.head  # the parser has "after" hang on the hours
    if event is None or event.pos_ not in ("NOUN", "VERB") or verb.pos_ != "VERB":
        return None
    idle = (
        is_timing(event) or is_stretch(event) or f"v:{verb.lemma_.lower()}" in words_of("reporting_concepts")
    )
    return None if idle or event.i == verb.i else (event, verb)


_OBJECTS = frozenset({"pobj", "pcomp"})


def act_timed(node: Token, verb: Token, within: set[int]) -> Token | None:
    """The verb of what took so long, or of what came to pass within it."""
    if (after := passed_before(node, within)) is not None:
        return after
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
