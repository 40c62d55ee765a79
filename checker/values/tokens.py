"""From characters to the words of the parse: which token stands at an offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from checker.model import Span
from checker.values.lexer import Lex, lex

if TYPE_CHECKING:
    from checker.language import Doc, Token


class Tokens:
    """The tokens of a parsed text by offset."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts: list[int] = doc.to_array("IDX").tolist()

    @cached_property
    def pieces(self) -> Sequence[Lex]:
        """The text as numbers are read from it."""
        return lex(self.doc.text)

    def at(self, offset: int) -> Token:
        """The token that covers `offset`, or the one before it where white space does."""
        return self.doc[max(0, bisect_right(self._starts, offset) - 1)]

    def last(self, span: Span) -> Token:
        """The last token that begins inside `span` or covers its start."""
        return self.at(span.end - 1)

    def after(self, span: Span) -> int:
        """The index of the first token that begins at or after the end of `span`."""
        return bisect_right(self._starts, span.end - 1)


@lru_cache(maxsize=4)
def tokens_of(doc: Doc) -> Tokens:
    return Tokens(doc)
