"""What a sum is made available for, and by whom: "the central bank lends up to 100 billion".

An account says that it lends, another that it grants liquidity, a third that it supports a deal with cash:
one help. Only sums up to which somebody goes ("up to", "as much as") are read, and only of those who help
a whole country (see rules/vocabulary/backing.yaml).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import CAP, Kind, Value
from checker.topics.verbs import subject_of

if TYPE_CHECKING:
    from checker.language import Doc, DocSpan, Token

_STEPS = 8  # from the words of a sum up to the verb it stands under


def backing_of(doc: Doc, value: Value) -> str | None:
    """ "central bank: liquidity"; None where it is not plain who helps with what."""
    if value.kind is not Kind.MONEY or CAP not in value.notes:
        return None
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None:
        return None
    over = list(_over(inside))
    form = next((form for token in over if (form := _form(token))), None)
    if form is None:
        return None
    giver = next((giver for token in over for word in _givers(token) if (giver := _known(word))), None)
    return f"{giver}: {form}" if giver else None


def _over(inside: DocSpan) -> Iterator[Token]:
    """What the sum is of or in, from near to far, up to the verb it stands under."""
    token: Token = inside.root
    yield from _of_or_in(token, inside)
    for _ in range(_STEPS):
        if token.head.i == token.i:
            return
        token = token.head
        if inside.start <= token.i < inside.end:
            continue
        if token.pos_ in ("NOUN", "VERB"):
            yield token
        if token.pos_ == "VERB":
            yield from _of_or_in(token, inside)
            return


def _of_or_in(token: Token, inside: DocSpan) -> Iterator[Token]:
    """The nouns behind a word: "100 billion in cash", "provides 100 billion in cash"."""
    for prep in token.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "in") and prep.i >= inside.start:
            yield from (t for t in prep.children if t.dep_ == "pobj" and t.pos_ == "NOUN")


def _form(token: Token) -> str | None:
    """The form of help that a word names; to pay is to cover where losses are told of."""
    lemma = token.lemma_.lower()
    forms: dict[str, list[str]] = load("backing")["forms"]
    own = next((form for form, words in forms.items() if lemma in words), None)
    if own is None and token.pos_ == "VERB" and lemma in load("backing")["bearing"]:
        lost = load("backing")["losses"]
        return "guarantee" if any(t.lemma_.lower() in lost for t in token.sent) else None
    return own


def _givers(token: Token) -> Iterator[Token]:
    """The words for who may be the giver: subject, possessor, or what follows "of", "by" and "from"."""
    if token.pos_ == "VERB":
        subject = subject_of(token, token)
        passive = subject is None or any(t.dep_ in ("auxpass", "nsubjpass") for t in token.children)
        if subject is not None and not passive:
            yield subject
    yield from (t for t in token.lefts if t.dep_ in ("poss", "compound", "amod", "nmod"))
    for prep in token.rights:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("of", "by", "from"):
            yield from (t for t in prep.children if t.dep_ == "pobj")


def _known(word: Token) -> str | None:
    """Who of those that help a whole country a noun is, by its last words: "the Swiss National Bank"."""
    before = [t.lower_ for t in word.lefts if t.dep_ in ("compound", "amod", "nmod")]
    name = f" {' '.join([*before, word.lower_])}"
    givers: dict[str, list[str]] = load("backing")["givers"]
    return next((giver for giver, ends in givers.items() if any(name.endswith(f" {e}") for e in ends)), None)
