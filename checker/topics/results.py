"""What a score is the result of: a match, a shoot-out, a vote; a score on the way there is none.

A match that goes to a shoot-out ends level and a shoot-out never does, so an unequal score told with a
shoot-out is the shoot-out's. Scores in a row ("6-4, 6-3") are parts of one result and are passed over.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Kind, Value

if TYPE_CHECKING:
    from checker.language import Doc, DocSpan, Token

_NEXT = re.compile(r"^\s?(?:,|and|,\sand)?\s?\d{1,2}[-–]\d{1,2}")
_LAST = re.compile(r"\d{1,2}[-–]\d{1,2}(?:,|\sand)?\s$")


@lru_cache(maxsize=8)
def _words(key: str) -> frozenset[str]:
    return frozenset(load("topics")["results"][key])


def is_score(value: Value) -> bool:
    return value.kind is Kind.COUNT and value.dimension == "score"


def result(doc: Doc, value: Value) -> str | None:
    """The concept of what ended with this score, or None where nothing did."""
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None or _in_a_row(doc.text, value):
        return None
    words = {token.lower_ for token in inside.sent}
    verb = _verb(inside)
    ballot = _words("votes") | _words("for_and_against")
    if words & _words("votes") or ballot & set(value.text.lower().split()) or _decides(inside):
        return "vote result"
    if verb is None or words & _words("on_the_way"):
        return None
    if verb.lemma_.lower() not in _words("verbs"):
        return None
    won = [token.lemma_.lower() for token in verb.children if token.dep_ == "dobj" and token.pos_ == "NOUN"]
    if any(thing not in _words("matches") for thing in won):
        return None  # "won the turnover battle 3-0"
    level = value.stated[0] == value.stated[1]
    decided = (words | _before(doc, inside)) & _words("shoot_out")
    return "shoot-out result" if decided and not level else "match result"


def _decides(inside: DocSpan) -> bool:
    """Whether a word for what was voted stands right behind: "a 5-4 decision"."""
    doc, after = inside.doc, inside.end
    return after < len(doc) and doc[after].lower_ in _words("decisions")


def _verb(inside: DocSpan) -> Token | None:
    token = inside.root
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def _before(doc: Doc, inside: DocSpan) -> set[str]:
    """The words of the sentence before: "Penalties had to decide. They won 4-2." """
    start = inside.sent.start
    return {token.lower_ for token in doc[start - 1].sent} if start else set()


def _in_a_row(text: str, value: Value) -> bool:
    after, before = text[value.span.end : value.span.end + 12], text[: value.span.start][-12:]
    return _NEXT.match(after) is not None or _LAST.search(before) is not None
