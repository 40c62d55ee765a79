"""Who says what, and how: stretches with a speaker, and what the words commit their holder to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from checker.model.texts import Article, Span


class Form(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    NARRATED = "narrated"


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str  # the actor it resolves to
    span: Span | None  # the words that name the speaker there, a pronoun too
    actor: str | None = None  # Actor.id


class Attitude(StrEnum):
    """How the speaker stands to the content."""

    SAID = "said"
    BELIEVED = "believed"
    PLANNED = "planned"
    DENIED = "denied"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of an article that one speaker stands behind; a narrated one is the publisher's."""

    article: Article = field(repr=False)
    form: Form
    content: tuple[Span, ...]
    speaker: Speaker | None = None
    cue: Span | None = None
    attitude: Attitude = Attitude.SAID
    within: int | None = None  # index of the statement it is nested in: "RT quoted the Kremlin as saying"
    asserted: bool = True  # False: only named, not put forward as so ("criticised the plan")

    @property
    def size(self) -> int:
        return sum(part.end - part.start for part in self.content)

    def has_most(self, span: Span) -> bool:
        """Whether at least half of some words are its own, not only a clause within them."""
        shared = sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in self.content)
        return shared * 2 >= span.end - span.start

    @property
    def text(self) -> str:
        return " … ".join(self.article.words(part) for part in self.content)


class Statements(tuple[Statement, ...]):
    """The statements of an article in their order, found by their place however many there are."""

    def over(self, span: Span) -> Iterator[Statement]:
        """Those that have some of the words."""
        places = self._places
        numbers = {n for at in range(span.start // _STEP, span.end // _STEP + 1) for n in places.get(at, ())}
        return (self[number] for number in sorted(numbers))

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for number, statement in enumerate(self):
            for part in statement.content:
                for at in range(part.start // _STEP, part.end // _STEP + 1):
                    found.setdefault(at, []).append(number)
        return found


_STEP = 256  # characters


def statement_at(statements: Statements, span: Span, *, named: bool = False) -> Statement | None:
    """The innermost statement that has some words; it alone says who speaks there.

    What is only named in a report ("criticised the plan") is not said by its speaker: it counts where
    `named` asks for it, as for words in quotation marks ("called it “a joke”").
    """
    held = (s for s in statements.over(span) if (s.asserted or named) and s.has_most(span))
    return min(held, key=lambda s: s.size, default=None)


class Account(NamedTuple):
    """Who stands behind what is said: an article's own narration, or one clearly named speaker in it."""

    article: str  # Article.id
    speaker: str | None = None  # Actor.id


class Modality(StrEnum):
    """Whether the claim says that something is so, or only that it may be, should be or was put forward."""

    FACT = "fact"
    FUTURE = "future"  # will, is to
    POSSIBLE = "possible"  # may, could
    PROPOSED = "proposed"  # proposed, urged, offered, considered
    CONDITIONAL = "conditional"  # would if
    FORECAST = "forecast"  # expects, estimates ahead


@dataclass(frozen=True, slots=True)
class Commitment:
    """What is said of an event or value: who stands how to it, and whether it is so.

    `stance` is a term of the stance vocabulary (agreed, rejected, proposed, denied, demanded …) or
    None where the words only narrate; `holder` is the words that name who holds it (not the speaker);
    `negated` says that the event is said not to be so, after all negations are counted.
    """

    stance: str | None = None
    holder: Span | None = None
    modality: Modality = Modality.FACT
    negated: bool = False
    cues: tuple[Span, ...] = ()
