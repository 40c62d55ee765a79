"""The verb that a number stands under, and the noun that the verb is said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lexical import concepts
from checker.topics.words import words_of

if TYPE_CHECKING:
    from checker.language import Token


def predicate_of(token: Token) -> Token | None:
    """The nearest verb above that is not an auxiliary."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


_CARRIED = frozenset({"conj", "xcomp", "advcl", "acl"})  # a verb that shares the subject of the one above


def subject_of(verb: Token, but: Token) -> Token | None:
    """The noun that a verb is said of; a relative clause is said of the noun before it."""
    while True:
        own = [t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass", "csubj") and t.i != but.i]
        relative = verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN")
        if relative and (not own or own[0].tag_ in ("WDT", "WP")):
            return verb.head
        if own:
            return own[0] if own[0].pos_ in ("NOUN", "PROPN", "ADJ") else None
        if verb.dep_ not in _CARRIED or verb.head.i == verb.i or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head


def has_subject(verb: Token, but: Token) -> bool:
    """Whether anything, be it a pronoun, is the subject of a verb."""
    own = any(t.dep_ in ("nsubj", "nsubjpass") and t.i != but.i for t in verb.lefts)
    return own or subject_of(verb, but) is not None


def links(verb: Token) -> bool:
    """Whether a verb ties what it is said of to something else, not so with a particle: "take over"."""
    return verb.lemma_.lower() in words_of("linking_verbs") and not concepts.more_than_verb(verb)


def only_links(verb: Token, node: Token) -> bool:
    """Whether a verb only ties a figure to its subject; "hit by seven bullets" tells what they did."""
    if not links(verb):
        return False
    while node.i != verb.i and node.head.i != node.i:
        if node.dep_ == "agent":
            return False
        node = node.head
    return True
