"""Who stands behind the words of an article: its own narration, or one clearly named speaker.

What somebody only agrees to, plans or refuses ("he refused to sign") is told by whoever tells it. Words
of speakers whom nobody names ("officials said") are the narration's; a press service or a spokesman is the
body whose name stands with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.actors import ActorIndex
from checker.lexical import wordnet
from checker.model import Account, ActorKind, Article, Attitude, Form, Span, Speaker, Statement, Statements


def saying(statements: Statements, span: Span) -> Sequence[Statement]:
    """The statements by which somebody says the words, the innermost first."""
    said = (
        s
        for s in statements.over(span)
        if s.form is not Form.NARRATED and s.speaker is not None and s.asserted and s.has_most(span)
    )
    told = (s for s in said if s.form is Form.DIRECT or s.attitude is not Attitude.PLANNED)
    return sorted(told, key=lambda s: s.size)


def account_at(article: Article, statements: Statements, index: ActorIndex, span: Span) -> Account:
    """The account that a stretch of an article is of."""
    said = (_named(article, s.speaker, index) for s in saying(statements, span) if s.speaker is not None)
    return Account(article.id, next((actor for actor in said if actor is not None), None))


def _named(article: Article, speaker: Speaker, index: ActorIndex) -> str | None:
    """The id of the one who is named, or of the body for whom somebody without a name speaks."""
    if speaker.actor is not None or speaker.span is None:
        return speaker.actor
    bodies = [a for a in index.within(article.id, speaker.span) if a.kind is not ActorKind.PERSON]
    last = article.words(speaker.span).split()[-1].lower()
    voice = wordnet.is_a(last, "spokesperson") or not wordnet.is_a(last, "person")
    return bodies[0].id if len(bodies) == 1 and voice else None
