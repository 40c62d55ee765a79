"""Who says the words of a passage: the innermost statement that has them, where its speaker is known."""

from __future__ import annotations

from typing import NamedTuple

from checker.drafts.names import is_name
from checker.model import Actor, Form, Span, Statement
from checker.readings import Reading, SetReading


class Saying(NamedTuple):
    reading: Reading
    span: Span
    speaker: Actor
    named: Span | None  # the words that name the speaker there
    matched: Span  # the words that both sides have, in what may be a long statement

    @property
    def by_name(self) -> bool:
        """Whether the speaker stands there by name, not as "he"."""
        named = self.reading.article.words(self.named) if self.named else ""
        return any(is_name(word) for word in named.split())


def saying_at(item: Reading, part: Span, reading: SetReading) -> Saying | None:
    held = [s for s in item.statements if s.form is not Form.NARRATED and _has_most(s, part)]
    nearest = min(held, key=_length, default=None)
    if nearest is None or nearest.speaker is None or nearest.speaker.actor is None:
        return None
    actor = reading.index.get(nearest.speaker.actor)
    return Saying(item, part, actor, nearest.speaker.span, part) if actor else None


def _has_most(statement: Statement, part: Span) -> bool:
    """Whether a statement has most of the words, not only a clause within them: "what they were doing"."""
    shared = sum(max(0, min(p.end, part.end) - max(p.start, part.start)) for p in statement.content)
    return shared * 2 >= part.end - part.start


def _length(statement: Statement) -> int:
    return sum(part.end - part.start for part in statement.content)
