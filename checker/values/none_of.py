"""None in words: "nobody was hurt", "no one died", "no injuries were reported" count as zero.

Only where the verb or the noun says what befell people: "nobody knows" counts nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.befalling import states
from checker.data import load
from checker.lexical import concepts
from checker.model import Article, Counted, Interval, Kind, Span, Value

if TYPE_CHECKING:
    from checker.language import Doc, Token

NONE = "none"  # note of a value: zero said in words
NOBODY = "nobody"  # what such a value counts where no noun is named
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
_TOLD = frozenset({*_ROLES, "attr"})  # "there were no deaths"
_ELSE = frozenset({"else", "other", "others", "more", "further"})  # "no one else was hurt": somebody was


def find(doc: Doc, article: Article) -> Iterator[Value]:
    """Every zero of people that is told in words, in the order of the text."""
    for token in doc:
        if token.lower_ in load("numbers")["nobody"] and not _others(token):
            first = doc[token.i - 1] if token.i and doc[token.i - 1].lower_ == "no" else token
            if token.lower_ == "one" and first is token:
                continue
            if token.dep_ in _ROLES and _befalls(token.head):
                yield _none(article, first, token, NOBODY)
        elif token.lower_ == "no" and token.dep_ == "det" and not _others(token.head):
            noun = token.head
            if noun.pos_ == "NOUN" and noun.dep_ in _TOLD and states(concepts.of_token(noun)):
                yield _none(article, token, noun, noun.lemma_.lower())


def _befalls(verb: Token) -> bool:
    """Whether a verb, or the participle that completes it, tells what befell somebody."""
    told = [verb, *(t for t in verb.children if t.dep_ in ("acomp", "oprd"))]
    return any(states(concepts.of_token(token)) for token in told)


def _others(token: Token) -> bool:
    after = token.doc[token.i + 1 : token.i + 2]
    children = (t.lower_ for t in token.children)
    return not _ELSE.isdisjoint([*(t.lower_ for t in after), *children])


def _none(article: Article, first: Token, last: Token, head: str) -> Value:
    span = Span(first.idx, last.idx + len(last))
    return Value(
        Kind.COUNT,
        span,
        article.words(span),
        ("0",),
        Interval.point(Fraction(0), whole=True),
        low="0",
        high="0",
        counted=Counted(last.text, Span(last.idx, last.idx + len(last)), head),
        notes=(NONE,),
    )
