"""Who is named: one actor for each real person, body, place or office, across the whole set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.model import Actor, Article

if TYPE_CHECKING:
    from checker.language import Doc


def find_actors(articles: Sequence[Article], docs: Sequence[Doc]) -> list[Actor]:
    """The actors of a set, each with every mention in every article."""
    return []
