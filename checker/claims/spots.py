"""Where an account puts what it tells: names behind "in", "from", "to", with what they stand beside.

A name counts as a place here for the preposition before it: papers appear in journals as ships call at ports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.actors import ActorIndex
from checker.data import load
from checker.lexical import concepts
from checker.model import Article, Span

if TYPE_CHECKING:
    from checker.language import Doc, Token

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Spot:
    article: Article
    sentence: Span
    span: Span  # the name
    way: str  # in, from or to
    actor: str | None
    verbs: frozenset[str]  # lemmas of the verb that it hangs on, or that is above the noun that it hangs on
    subject: Keys  # of that verb


def find_spots(doc: Doc, article: Article, index: ActorIndex) -> list[Spot]:
    """Every name behind a preposition of place, in the order of the text."""
    found = []
    for token in doc:
        way = _ways().get(token.lower_)
        if way is None or token.dep_ not in ("prep", "agent", "pcomp"):
            continue
        for name in (n for kid in token.children if kid.dep_ == "pobj" for n in _names(kid)):
            span = _span(name, article, index)
            above = _above(token)
            actor = index.at(article.id, span)
            if above is not None:
                found.append(
                    Spot(
                        article,
                        Span(token.sent.start_char, token.sent.end_char),
                        span,
                        way,
                        actor.id if actor is not None else None,
                        frozenset(form for verb in _verbs(above) or [above] for form in _forms(verb)),
                        _subject(_verbs(above), article, index),
                    )
                )
    return found


@lru_cache(maxsize=1)
def _ways() -> dict[str, str]:
    return {word: way for way, words in load("spots")["ways"].items() for word in words}


def _names(token: Token) -> list[Token]:
    """The names that a preposition leads to: itself, or behind "the town of", "a park in"."""
    if token.pos_ == "PROPN":
        return [token]
    inner = [p for p in token.children if p.dep_ == "prep" and p.lower_ in ("of", "in", "at", "near")]
    names = [kid for p in inner for kid in p.children if kid.dep_ == "pobj" and kid.pos_ == "PROPN"]
    return names + [kid for kid in token.children if kid.dep_ == "appos" and kid.pos_ == "PROPN"]


def _span(name: Token, article: Article, index: ActorIndex) -> Span:
    parts = [t for t in name.lefts if t.dep_ in ("compound", "nmod", "amod") and t.text[:1].isupper()]
    first = min([name, *parts], key=lambda t: t.i)
    return Span(first.idx, name.idx + len(name))


def _above(preposition: Token) -> Token | None:
    """The noun or verb that a phrase of place belongs to."""
    head = preposition.head
    while head.dep_ in ("prep", "pobj") and head.pos_ in ("ADP", "PROPN") and head.head is not head:
        head = head.head
    return head if head.pos_ in ("NOUN", "VERB", "AUX", "ADJ", "PROPN") else None


def _verbs(above: Token) -> list[Token]:
    if above.pos_ == "VERB":
        return [above]
    return [t for t in above.ancestors if t.pos_ == "VERB"][:1]


def _forms(verb: Token) -> Iterator[str]:
    """The lemma of a verb, alone and with its particle or object: "come", "come down", "take place"."""
    yield verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("prt", "dobj") or (child.dep_ == "advmod" and child.lower_ in _PARTICLES):
            yield f"{verb.lemma_.lower()} {child.lemma_.lower()}"


def _subject(verbs: list[Token], article: Article, index: ActorIndex) -> Keys:
    found: set[str] = set()
    for verb in verbs:
        for token in verb.children:
            if token.dep_ in ("nsubj", "nsubjpass"):
                who = (
                    verb.head if verb.dep_ == "relcl" and token.lower_ in ("who", "which", "that") else token
                )
                actor = index.at(article.id, Span(who.idx, who.idx + len(who)))
                found |= {actor.id} if actor else {f"w:{key}" for key in concepts.of_token(who)}
    return frozenset(found)


_PARTICLES = frozenset({"in", "out", "down", "off", "up", "away", "back"})
