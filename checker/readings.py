"""What was read of a set: what the checks work on and what `explain` shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.actors import ActorIndex
from checker.alignment import Pairing
from checker.claims import Claim
from checker.content_words import ContentWord
from checker.model import Actor, Article, ArticleSet, Role, Span, Statement, Value


@dataclass(frozen=True, slots=True)
class Event:
    """A predicate with those who take part: who did what to whom."""

    article: Article
    sentence: Span
    span: Span  # the predicate's word
    lemma: str
    concepts: frozenset[str]
    agents: frozenset[str]  # ids of actors
    patients: frozenset[str]
    negated: bool
    real: bool  # not merely proposed, possible or conditional
    agent_words: str = ""
    patient_words: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where someone stands: agreed to, rejected, proposed … a thing or an act."""

    article: Article
    sentence: Span
    span: Span  # from the cue to the thing
    holder: str | None  # id of an actor
    holder_words: str
    stance: str
    negated: bool  # the act is one not to be done: "agreed not to strike"
    real: bool
    act: frozenset[str]  # concepts of the act, if it is towards one
    thing: frozenset[str]
    modifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one article."""

    article: Article
    sentences: Sequence[Span]
    statements: Sequence[Statement]
    values: Sequence[Value]
    claims: Sequence[Claim]
    events: Sequence[Event]
    positions: Sequence[Position]
    words: Sequence[ContentWord] = ()

    def sentence_at(self, offset: int) -> Span:
        return next((s for s in self.sentences if s.start <= offset < s.end), Span(0, len(self.article.text)))


@dataclass(frozen=True, slots=True)
class SetReading:
    """What was read of a set, and how its claims pair."""

    set: ArticleSet
    articles: Sequence[Reading]
    actors: Sequence[Actor]
    index: ActorIndex
    pairings: Sequence[Pairing] = ()

    @property
    def drafts(self) -> list[Reading]:
        return [item for item in self.articles if item.article.role is Role.DRAFT]

    @property
    def sources(self) -> list[Reading]:
        return [item for item in self.articles if item.article.role is Role.SOURCE]

    def counts(self) -> Mapping[str, int]:
        return {
            "articles": len(self.articles),
            "statements": sum(len(item.statements) for item in self.articles),
            "values": sum(len(item.values) for item in self.articles),
            "claims": sum(len(item.claims) for item in self.articles),
            "actors": len(self.actors),
        }
