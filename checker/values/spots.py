"""A number in its text, and the words that make it a name (rules/vocabulary/labels.yaml)."""

from __future__ import annotations

from typing import Any

from checker.data import load
from checker.values.items import Lexicon, lexicon_part
from checker.values.lexer import glued, index_at, is_link, label_words, lower
from checker.values.quantity import Numeral
from checker.values.readings import Context

SURE, LIKELY, MAYBE = 4, 2, 1
PLURAL = ("NNS", "NNPS")


@lexicon_part
def _idioms(found: Lexicon) -> None:
    for table, as_written in (("idioms", False), ("names", True)):
        for phrase in load("labels")[table]:
            found.add(phrase, "idiom", phrase, as_written=as_written)


class Spot:
    """A number in its text: its pieces [first, end), the words around, and its token."""

    def __init__(self, context: Context, number: Numeral) -> None:
        self.context, self.number = context, number
        self.pieces = context.chart.pieces
        self.first = index_at(self.pieces, number.core.start)
        self.end = index_at(self.pieces, number.core.end)
        self.text = context.article.text
        self.token: Any = context.tokens.at(number.core.start)
        self.last: Any = context.tokens.last(number.core)
        self.plain = number.digits and not number.limit and number.scale == 1 and not number.range

    def at(self, offset: int) -> str:
        """The word so many pieces after the number, or before it where negative."""
        return lower(self.pieces, self.end + offset if offset >= 0 else self.first + offset)

    @property
    def article(self) -> bool:
        return is_link(self.at(-1), "article")

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.pieces) and self.pieces[at].text[0].isupper()

    @property
    def lettered(self) -> bool:
        """Whether what was taken for a scale is a letter glued to the number: "221B Baker Street"."""
        return glued(self.pieces, self.end - 1) and len(self.pieces[self.end - 1].text) == 1

    @property
    def counts(self) -> bool:
        """Whether it is the number of a plural noun after it."""
        return counts(self.last)


def counts(token: Any) -> bool:
    head = token.head
    many = head.tag_ in PLURAL or head.lower_ in label_words("plurals")
    return bool(token.dep_ == "nummod" and head.i > token.i and many)
