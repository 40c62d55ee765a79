"""Who did what to whom: the predicates of an article with those who take part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.actors import ActorIndex
from checker.model import Article
from checker.readings import Event

if TYPE_CHECKING:
    from checker.language import Doc


def find_events(doc: Doc, article: Article, index: ActorIndex) -> list[Event]:
    return []
