"""What a figure is reckoned from: a place or an event so far off, or an earlier figure held against it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.data import load
from checker.lexical import concepts
from checker.model import Kind, Value
from checker.propositions.things import is_unit, predicate_of, subject_of, words_of

if TYPE_CHECKING:
    from checker.language import Doc, Token

_EVENTS = frozenset({"NOUN", "PROPN", "VERB"})
_INSIDE = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "pobj", "prep", "poss"})
_NEAR = 6  # tokens


def offset_of(doc: Doc, value: Value) -> str:
    """From where a length is reckoned: "75 km west of the city", "an hour after the alarm"."""
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None or value.kind not in (Kind.DURATION, Kind.MEASURE):
        return ""
    number, within, at = inside.root, {t.i for t in inside}, inside.end
    if at < len(doc) and doc[at].text in "()":
        at = next((t.i + 1 for t in doc[at : at + _NEAR] if t.text == ")"), at)  # the same in other units
    start, ways = at, words_of("directions") if value.kind is Kind.MEASURE else words_of("reckoning")
    while at < len(doc) and doc[at].lower_ in ways:
        at += 1
    if value.kind is Kind.MEASURE and at < len(doc) and doc[at].lower_ in ("of", "from", "off"):
        start, at = (start, at + 1) if doc[at].lower_ != "of" or at > start else (at, at)
    if at == start:
        return ""
    last: Token = doc[at - 1]
    event = (
        last.head
        if last.dep_ == "mark"
        else next((t for t in last.children if t.dep_ in ("pobj", "pcomp")), None)
    )
    came = event.head if event is not None and last.dep_ == "mark" else last.head
    while came.i in within and came.head.i != came.i:
        came = came.head  # the parser has "after" hang on the hours
    if event is None or event.pos_ not in _EVENTS or any(t.pos_ == "NUM" for t in event.lefts):
        return ""
    if value.kind is Kind.DURATION and (event.pos_ == "PROPN" or came.pos_ != "VERB" or is_unit(event)):
        return ""
    if came.i == event.i or f"v:{came.lemma_.lower()}" in words_of("reporting_concepts"):
        return ""
    of = came if value.kind is Kind.DURATION else subject_of(predicate_of(number) or came, within)
    ends = [min(concepts.of_token(t)) if t is not None else "" for t in (of, event)]
    return f"n:{ends[0]} {' '.join(t.lower_ for t in doc[start:at])} {ends[1]}"


def is_depth(doc: Doc, value: Value) -> bool:
    """Whether a length says how far down something is: "12 kilometres below the surface", "12 km deep"."""
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None or value.dimension != "length":
        return False
    behind = [t.lower_ for t in doc[inside.end : inside.end + 2]]
    return not words_of("depths").isdisjoint((" ".join(behind), *behind[:1]))


def is_baseline(number: Token, within: set[int], value: Value) -> bool:
    """Whether a number is what another is held against: "rose from 38", "45, from 38", "compared with 12".

    "From" and "against" do much else: they compare behind a word of change, or a figure of the same sort.
    """
    token, first = number, min(within, default=number.i)
    for _ in range(4):
        if token.i < first and token.lower_ in words_of("baseline_prepositions"):
            break
        if token.dep_ not in _INSIDE:
            return False
        token = token.head
    word, over = token.lower_, token.head
    if word not in words_of("baseline_prepositions") or token.i >= first:
        return False
    if word not in ("from", "against"):
        return True
    if word == "from" and not _changing().isdisjoint((over.lemma_.lower(), over.lower_)):
        return True
    reach = _NEAR if word == "from" else token.i - token.sent.start
    before = any(t.like_num for t in token.doc[max(token.sent.start, token.i - reach) : token.i])
    plain = value.counted is None or word == "against"
    return before and plain and over.lemma_.lower() not in words_of("opposing")


@lru_cache(maxsize=1)
def _changing() -> frozenset[str]:
    cues = load("changes")
    own = (*cues["up"], *cues["down"], *cues["with_by"], *cues["nouns"], *cues["particles"])
    return frozenset(own) | words_of("changing")
