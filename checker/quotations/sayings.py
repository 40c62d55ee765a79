"""Who says the words of a passage: the innermost statement that has them, where its speaker is known."""

from __future__ import annotations

from typing import NamedTuple

from checker.drafts.names import is_name
from checker.model import Actor, Span
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
        return self.named is not None and is_named(self.reading.article.words(self.named))


def is_named(words: str) -> bool:
    """Whether words name somebody: no pronoun, no "the minister"."""
    return any(is_name(word) for word in words.split())


def saying_at(item: Reading, part: Span, reading: SetReading) -> Saying | None:
    said = item.speaker_at(part, named=True)
    actor = reading.index.get(said.actor) if said is not None and said.actor is not None else None
    return Saying(item, part, actor, said.span, part) if said is not None and actor is not None else None
