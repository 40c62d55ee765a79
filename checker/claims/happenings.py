"""The event that a day or an hour is told of, by a noun or by a verb: "Friday's crash", "collided on Friday".

Only events that happen at one time are read, and the two ends of those that go on (see
rules/vocabulary/happenings.yaml).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checker.data import load, word_list
from checker.lexical import concepts
from checker.lexical.concepts import Concepts
from checker.model import Span, Value

if TYPE_CHECKING:
    from checker.language import Doc, DocSpan, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_STEPS = 6  # from the words of a date up to what it dates


class Happening(NamedTuple):
    events: Concepts  # "crash", "beginning of fire"; none where it is not plain what is dated
    words: Span | None = None  # all that stands with the word for it


NOTHING = Happening(frozenset())


def happening_of(doc: Doc, value: Value) -> Happening:
    """The event that a date or a time of `doc` is that of."""
    inside = doc.char_span(*value.span, alignment_mode="expand")
    over = _dated(inside) if inside is not None else None
    if over is None or inside is None:
        return NOTHING
    events = _of_noun(over) if over.pos_ in _NOUNS else _of_verb(over)
    last = over.right_edge
    return Happening(events, Span(over.left_edge.idx, last.idx + len(last))) if events else NOTHING


def of_parties(events: Concepts) -> bool:
    """Whether an event is one of those of which there may be several, each of other people."""
    return bool(events & word_list("happenings", "of_parties")) or not events.isdisjoint(
        load("happenings")["acts"]
    )


def _dated(inside: DocSpan) -> Token | None:
    """The noun or verb that a date hangs on."""
    token: Token = inside.root
    for _ in range(_STEPS):
        head = token.head
        if head.i == token.i:
            return None
        if not inside.start <= head.i < inside.end:
            if head.pos_ in ("VERB", "AUX"):
                return head
            if head.pos_ in _NOUNS and head.lemma_.lower() not in word_list("happenings", "times"):
                return head
        token = head
    return None


def _of_noun(noun: Token) -> Concepts:
    """The event that a noun names, unless its words say that it is another than the one told of."""
    told = {t.lower_ for t in noun.children if t.dep_ in ("amod", "det", "advmod", "nummod")}
    if told & word_list("happenings", "of_another") or noun.tag_ in ("NNS", "NNPS"):
        return frozenset()
    for name, words in load("happenings")["ends"].items():
        if noun.lemma_.lower() in words["nouns"]:
            of = [t for prep in noun.children if prep.lower_ == "of" for t in prep.children]
            return _end(name, of)
    return concepts.of_token(noun) & word_list("happenings", "at_one_time") or _acts().get(
        noun.lemma_.lower(), frozenset()
    )


@lru_cache(maxsize=1)
def _acts() -> dict[str, Concepts]:
    """ "resignation" → the act that it is the noun of."""
    return {noun: frozenset({act}) for act, nouns in load("happenings")["acts"].items() for noun in nouns}


def _end(name: str, nouns: Iterable[Token]) -> Concepts:
    """The beginning or the end of what the nouns name."""
    known = (c for t in nouns if t.pos_ in _NOUNS for c in concepts.of_token(t))
    return frozenset(f"{name} of {c}" for c in known if concepts.type_of(c) == "event")


def _of_verb(verb: Token) -> Concepts:
    """The event that a verb tells: by itself, by its subject or object, or by what came to pass in it."""
    lemma = verb.lemma_.lower()
    told = {lemma, *(f"{lemma} {t.lower_}" for t in verb.children if t.dep_ == "prt")}
    for name, words in load("happenings")["ends"].items():
        if told.intersection(words["verbs"]):
            return _end(name, _nouns(verb, "nsubj", "nsubjpass") or _nouns(verb, "dobj"))
    if lemma in word_list("happenings", "occurring"):
        return frozenset(c for t in _nouns(verb, "nsubj") for c in _of_noun(t))
    if lemma in word_list("happenings", "held"):
        return frozenset(c for t in _nouns(verb, "dobj", "nsubjpass") for c in _of_noun(t))
    own = concepts.of_token(verb) & word_list("happenings", "at_one_time")
    if not own and lemma in load("happenings")["acts"]:
        own = frozenset({lemma})
    return own


def _nouns(verb: Token, *dependencies: str) -> list[Token]:
    """The nouns that a verb is said of in these ways; a relative clause is said of the noun before it."""
    found = [t for t in verb.children if t.dep_ in dependencies]
    if verb.dep_ == "relcl":
        found = [verb.head if t.tag_ in ("WDT", "WP") else t for t in found]
    return [t for t in found if t.pos_ in _NOUNS]
