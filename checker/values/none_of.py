"""None in words: "nobody was hurt", "no one died", "no injuries were reported" count as zero.

Only where the verb or the noun says what befell people: "nobody knows" counts nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.data import load, word_list
from checker.lexical import concepts
from checker.lexical.concepts import states
from checker.model import Article, Counted, Interval, Kind, Span, Value
from checker.values.quantity import made
from checker.values.readings import Context

if TYPE_CHECKING:
    from checker.language import Token

NONE = "none"  # note of a value: zero said in words
NOBODY = "nobody"  # what such a value counts where no noun is named
ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
_TOLD = frozenset({*ROLES, "attr"})  # "there were no deaths"


def find(context: Context) -> Iterator[Value]:
    """Every zero of people that is told in words, in the order of the text."""
    data, doc = load("numbers"), context.doc
    for piece in context.chart.pieces:
        if piece.lower not in data["nobody"] and piece.lower not in data["no"]:
            continue
        token = context.tokens.at(piece.start)
        if token.idx != piece.start:
            continue
        word = token.lower_
        if word in data["no"]:
            noun = token.head
            told = token.dep_ == "det" and not _others(noun) and noun.pos_ == "NOUN" and noun.dep_ in _TOLD
            if told and states(concepts.of_token(noun)):
                yield _none(context.article, token, noun, noun.lemma_.lower())
            continue
        first = doc[token.i - 1] if token.i and doc[token.i - 1].lower_ in data["no"] else token
        if word not in data["nobody"]:
            continue
        bare = word in load("labels")["pronouns"] and first is token
        if not bare and not _others(token) and token.dep_ in ROLES and befalls(token.head):
            yield _none(context.article, first, token, NOBODY)


def befalls(verb: Token) -> bool:
    """Whether a verb, or the participle that completes it, tells what befell somebody."""
    told = [verb, *(t for t in verb.children if t.dep_ in ("acomp", "oprd"))]
    return any(states(concepts.of_token(token)) for token in told)


def _others(token: Token) -> bool:
    """ "no one else was hurt": somebody was."""
    after = (t.lower_ for t in token.doc[token.i + 1 : token.i + 2])
    return not word_list("numbers", "else").isdisjoint([*after, *(t.lower_ for t in token.children)])


def _none(article: Article, first: Token, last: Token, head: str) -> Value:
    span = Span(first.idx, last.idx + len(last))
    counted = Counted(last.text, Span(last.idx, last.idx + len(last)), head)
    bounds = Interval.point(Fraction(0), whole=True)
    return made(article.text, Kind.COUNT, span, bounds, [Fraction(0)], counted=counted, notes=(NONE,))
