"""The group of people that a share or a change is told of: "by a fifth among those who need oxygen"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.data import load
from checker.lexical import wordnet
from checker.model import Kind, Value

if TYPE_CHECKING:
    from checker.language import Doc, DocSpan, Token

_CONTENT = {"NOUN": "n", "PROPN": "n", "VERB": "v", "ADJ": "a", "NUM": "n"}


@lru_cache(maxsize=1)
def _words() -> Any:
    return load("topics")["groups"]


def group_of(doc: Doc, value: Value) -> frozenset[str]:
    """The words that tell the group of a percentage from others; none where it is of all or of anybody."""
    inside = doc.char_span(*value.span, alignment_mode="expand")
    if inside is None or value.kind is not Kind.PERCENTAGE or value.counted is not None:
        return frozenset()
    head = _behind(doc, inside) or _ahead(doc, inside)
    return frozenset(_told(head, inside)) if head is not None else frozenset()


def one_group(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two groups share a word, or one made from the other's: ventilator, ventilated."""
    return any(x == y or _derived(x, y) for x in a for y in b)


@lru_cache(maxsize=10_000)
def _derived(a: str, b: str) -> bool:
    return any(wordnet.derived(a, x, b, y) for x in "nva" for y in "nva" if x != y)


def _behind(doc: Doc, inside: DocSpan) -> Token | None:
    """The head of a group that is told right behind the value."""
    if inside.end < len(doc) and doc[inside.end].lower_ in _words()["before"]:
        return _head(doc[inside.end])
    return None


def _ahead(doc: Doc, inside: DocSpan) -> Token | None:
    """The head of the last group that is told before the value in its sentence."""
    if inside.end < len(doc) and doc[inside.end].lower_ in _words()["overall"]:
        return None
    start = doc[inside.start].sent.start
    for index in range(inside.start - 1, start - 1, -1):
        if doc[index].lower_ in _words()["before"] and (head := _head(doc[index])) is not None:
            return head
    return None


def _head(preposition: Token) -> Token | None:
    """The people that a preposition leads to."""
    for token in preposition.children:
        if token.dep_ != "pobj":
            continue
        if preposition.lower_ in _words()["of_anybody"] or token.lemma_.lower() in _words()["heads"]:
            return token
        if token.pos_ == "NOUN" and wordnet.is_a(token.lemma_.lower(), "person", senses=1):
            return token
    return None


def _told(head: Token, inside: DocSpan) -> Iterator[str]:
    """The telling words of a group, up to the value, a comma or what it is said to be without."""
    left, right = head.left_edge.i, head.right_edge.i
    for token in head.doc[left : right + 1]:
        if inside.start <= token.i < inside.end or (token.is_punct and token.i > head.i):
            return
        if token.lower_ in ("by", *_words()["without"]) and token.i > head.i:
            return
        if token.pos_ in _CONTENT and token.lemma_.lower() not in _words()["neutral"] and token.is_alpha:
            yield token.lemma_.lower()
        elif token.pos_ == "NUM" and token.text.isdigit():
            yield token.text
