"""Actors by id and by place in the text."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from checker.model import Actor, ActorKind, Places, Span


class ActorIndex:
    """Look-up of actors by id, by place in an article, and of what speaks for what."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.actors = actors
        self._by_id = {a.id: a for a in actors}
        mentions = ((m.span, m.article, a) for a in actors for m in a.mentions)
        ordered = sorted(mentions, key=lambda mention: mention[0])
        self._mentions = Places((article, span, (span, actor)) for span, article, actor in ordered)

    def seen_from(self, article: str) -> Hashable:
        """All that can be asked here of one article: every actor's names, and its mentions in it."""
        return tuple(
            (
                a.id,
                a.name,
                a.kind,
                a.names,
                a.speaks_for,
                tuple(m for m in a.mentions if m.article == article),
            )
            for a in self.actors
        )

    def get(self, id: str) -> Actor | None:
        return self._by_id.get(id)

    def at(self, article: str, span: Span) -> Actor | None:
        """The actor whose mention fits the span most closely: most words shared, least beside them."""
        best: tuple[float, int, Actor] | None = None
        for found, actor in self.near(article, span):
            shared = min(found.end, span.end) - max(found.start, span.start)
            whole = max(found.end, span.end) - min(found.start, span.start)
            rank = (shared / whole, -found.start, actor)
            if best is None or rank[:2] > best[:2]:
                best = rank
        return best[2] if best else None

    def within(self, article: str, span: Span) -> list[Actor]:
        """The actors mentioned inside a span, in the order of the text."""
        inside = [actor for found, actor in self.near(article, span) if span.contains(found)]
        return list({actor.id: actor for actor in inside}.values())

    def near(self, article: str, span: Span) -> list[tuple[Span, Actor]]:
        """The mentions that have a character of a span, each with its actor, in the order of the text."""
        return self._mentions.at(article, span)

    def speaks_for(self, id: str) -> str:
        """The id of the actor that this one speaks for in the end; its own id where it speaks for itself."""
        seen = {id}
        actor = self._by_id.get(id)
        while actor is not None and actor.speaks_for and actor.speaks_for not in seen:
            seen.add(actor.speaks_for)
            id = actor.speaks_for
            actor = self._by_id.get(id)
        return id

    def same(self, a: str, b: str) -> bool:
        """Whether what one does or says is the other's: one actor, or one speaks for the other or both for
        a third. Two people never are, though both speak for one country."""
        if a == b:
            return True
        one, other = self._by_id.get(a), self._by_id.get(b)
        if one is None or other is None:
            return False
        if ActorKind.PERSON is one.kind is other.kind:
            return False
        return self.speaks_for(a) == self.speaks_for(b)
