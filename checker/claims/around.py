"""The words around a value, by which two accounts that tell the same are known.

A word stands for what it speaks of where the vocabulary knows it ("slain" and "dead" are one), else for
itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.data import word_list
from checker.lexical import concepts
from checker.model import Span

if TYPE_CHECKING:
    from checker.language import Doc, DocSpan, Token


_NEAR = 6  # tokens between a value and a name that says what it is a value of
_NEXT = 3  # and a noun that does: "up to $4 billion on roads"


@dataclass(frozen=True, slots=True)
class Around:
    """`words`: what the words of a value's sentence speak of, and how many tokens away each is.

    `names` are those of them that are names and stand near, `nouns` the things named right after it.
    """

    words: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()


def words_around(doc: Doc, sentence: DocSpan, span: Span) -> Around:
    """What stands around the value at `span` in its sentence."""
    inside = doc.char_span(*span, alignment_mode="expand")
    if inside is None:
        return Around()
    found: dict[str, int] = {}
    names, nouns = set(), set()
    for token in sentence:
        if inside.start <= token.i < inside.end:
            continue
        away = min(abs(token.i - inside.start), abs(token.i - inside.end + 1))
        for term in _terms(token):
            found[term] = min(away, found.get(term, away))
            if token.pos_ == "PROPN" and away <= _NEAR:
                names.add(term)
            elif token.pos_ == "NOUN" and 0 <= token.i - inside.end < _NEXT:
                nouns.add(term)
    return Around(found, frozenset(names), frozenset(nouns))


def _terms(token: Token) -> tuple[str, ...]:
    lemma = token.lemma_.lower()
    if token.is_stop or not any(c.isalpha() for c in lemma) or lemma in word_list("topics", "telling"):
        return ()
    known = sorted(c for c in concepts.of_token(token) if concepts.type_of(c))
    return tuple(known) or (lemma,)
