"""Reading of values: one module per kind, each with `find(doc, article)`.

`find_values` runs them all and settles overlaps: the longer span wins, then the more specific kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Article, Value

if TYPE_CHECKING:
    from checker.language import Doc


def find_values(doc: Doc, article: Article) -> list[Value]:
    """Every value of the article in the order of the text, none overlapping another."""
    return []
