"""Who is named: one actor for each real person, body, place or office, across the whole set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.model import Actor, ActorKind, Article, Mention, Span

if TYPE_CHECKING:
    from checker.language import Doc

_KINDS = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "NORP": ActorKind.PLACE,
}


def find_actors(articles: Sequence[Article], docs: Sequence[Doc]) -> list[Actor]:
    """The actors of a set, each with every mention in every article."""
    found: dict[str, list[tuple[str, Mention]]] = {}
    for article, doc in zip(articles, docs, strict=True):
        for ent in doc.ents:
            if ent.label_ in _KINDS:
                mention = Mention(article.id, Span(ent.start_char, ent.end_char), ent.text)
                found.setdefault(ent[-1].text.lower(), []).append((ent.label_, mention))
    return [
        Actor(
            key,
            max((m.text for _, m in lot), key=len),
            _KINDS[lot[0][0]],
            tuple(dict.fromkeys(m.text for _, m in lot)),
            tuple(m for _, m in lot),
        )
        for key, lot in found.items()
    ]


class ActorIndex:
    """Actors by place in the text."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.actors = actors
        self._by_id = {a.id: a for a in actors}
        self._at: dict[str, list[tuple[Span, Actor]]] = {}
        for a in actors:
            for m in a.mentions:
                self._at.setdefault(m.article, []).append((m.span, a))

    def get(self, id: str) -> Actor | None:
        return self._by_id.get(id)

    def at(self, article: str, span: Span) -> Actor | None:
        return next((a for s, a in self._at.get(article, ()) if s.overlaps(span)), None)

    def within(self, article: str, span: Span) -> list[Actor]:
        return list({a.id: a for s, a in self._at.get(article, ()) if span.contains(s)}.values())
