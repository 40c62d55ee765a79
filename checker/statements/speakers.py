"""Who a source is: the actor it names, or for a pronoun or description the one who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.model import Actor, Article, Speaker
from checker.statements.attribution import Attribution
from checker.statements.layout import Layout

if TYPE_CHECKING:
    from checker.language import Token


class Speakers:
    """Resolves sources in the order of the text; remembers who spoke last."""

    def __init__(self, layout: Layout, article: Article, actors: Sequence[Actor]) -> None:
        self._layout = layout
        self._mentions: dict[int, Actor] = {}
        for actor in actors:
            for mention in actor.mentions:
                if mention.article == article.id:
                    for offset in range(mention.span.start, mention.span.end):
                        self._mentions.setdefault(offset, actor)
        self._last: Speaker | None = None

    def speaker(self, attribution: Attribution) -> Speaker | None:
        if attribution.source is None or attribution.head is None:
            return None
        token = self._layout.doc[attribution.head]
        words = self._layout.text[attribution.source.start : attribution.source.end]
        actor = self._mentions.get(token.idx)
        if actor is not None:
            speaker = Speaker(actor.name, attribution.source, actor.id)
        elif token.pos_ == "PRON" and self._last is not None and _personal(token):
            speaker = Speaker(self._last.name, attribution.source, self._last.actor)
        else:
            speaker = Speaker(words, attribution.source)
        self._last = speaker
        return speaker


def _personal(token: Token) -> bool:
    return token.lower_ in ("he", "she", "it", "they", "his", "her", "its", "their")
