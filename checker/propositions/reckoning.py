"""What a figure is reckoned from: a place or an event so far off, or an earlier figure held against it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
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
    way = _way_behind(doc, inside.end, value.kind)
    event = _event_behind(way[-1]) if way else None
    if event is None:
        return ""
    within = {t.i for t in inside}
    came = event.head if way[-1].dep_ == "mark" else way[-1].head
    while came.i in within and came.head.i != came.i:
        came = came.head  # the parser has "after" hang on the hours
    if came.i == event.i or f"v:{came.lemma_.lower()}" in words_of("reporting_concepts"):
        return ""
    if value.kind is Kind.MEASURE:
        return _reckoned(subject_of(predicate_of(inside.root) or came, within), way, event)
    between_events = event.pos_ != "PROPN" and came.pos_ == "VERB" and not is_unit(event)
    return _reckoned(came, way, event) if between_events else ""


def _way_behind(doc: Doc, at: int, kind: Kind) -> Sequence[Token]:
    """The words that lead on from a length: "west of", "after"."""
    if at < len(doc) and doc[at].text in "()":
        at = next((t.i + 1 for t in doc[at : at + _NEAR] if t.text == ")"), at)  # the same in other units
    known = words_of("directions" if kind is Kind.MEASURE else "reckoning")
    way = list(takewhile(lambda t: t.lower_ in known, doc[at:]))
    for word in doc[at + len(way) : at + len(way) + 1] if kind is Kind.MEASURE else ():
        if word.lower_ in words_of("way_from") or (way and word.lower_ in words_of("way_of")):
            way.append(word)
    return way


def _event_behind(last: Token) -> Token | None:
    """The event or place that a preposition or a conjunction leads to, unless it is told by a number."""
    behind = (t for t in last.children if t.dep_ in ("pobj", "pcomp"))
    event = last.head if last.dep_ == "mark" else next(behind, None)
    if event is None or event.pos_ not in _EVENTS or any(t.pos_ == "NUM" for t in event.lefts):
        return None
    return event


def _reckoned(of: Token | None, way: Sequence[Token], event: Token) -> str:
    ends = [min(concepts.of_token(t)) if t is not None else "" for t in (of, event)]
    return f"n:{ends[0]} {' '.join(t.lower_ for t in way)} {ends[1]}"


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
