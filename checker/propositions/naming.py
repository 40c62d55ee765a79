"""What a value is called where readers see it: "storm surge", "death toll". Nothing is compared by names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lexical import concepts
from checker.propositions.things import subject_of

if TYPE_CHECKING:
    from checker.language import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_NARROWING = frozenset({"amod", "compound", "nmod", "poss", "advmod", "case"})


def name_of(noun: Token | None, verb: Token | None, within: set[int]) -> str:
    """What readers call it: the noun with what narrows it, or who does what."""
    if noun is not None:
        return _phrase(noun, within)
    if verb is None or verb.pos_ != "VERB":
        return ""
    subject = subject_of(verb, within)
    return f"{_phrase(subject, within)} {verb.text.lower()}" if subject is not None else verb.text.lower()


def _phrase(noun: Token, within: set[int]) -> str:
    first = noun
    while first.i > noun.sent.start and (before := first.nbor(-1)).i not in within and _narrows(before, noun):
        first = before
    name = noun.doc[first.i : noun.i + 1].text
    of = (k for p in noun.rights if p.lower_ in ("of", "per") for k in p.children if k.dep_ == "pobj")
    inner = next((k for k in of if k.pos_ in _NOUNS and k.i not in within), None)
    known = first.is_sent_start and any(concepts.type_of(c) for c in concepts.of_token(noun))
    own = noun.pos_ == "PROPN" and not known  # "Turnout" at the start of a sentence is no name
    plain = name if own or not first.is_title else name[:1].lower() + name[1:]
    return f"{plain} {inner.head.lower_} {_phrase(inner, within)}" if inner is not None else plain


def _narrows(token: Token, noun: Token) -> bool:
    if token.text == "-":
        return not token.whitespace_  # behind a dateline it stands by itself
    while token.dep_ in _NARROWING and token.i != noun.i and token.pos_ not in ("NUM", "DET", "PRON"):
        token = token.head
    return token.i == noun.i
