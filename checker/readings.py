"""What was read of a set: what the checks work on and what `explain` shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.actors import ActorIndex
from checker.alignment import Pairing
from checker.claims import Claim
from checker.model import Actor, Article, ArticleSet, Role, Span, Statement, Value


@dataclass(frozen=True, slots=True)
class Event:
    """A predicate with those who take part: who did what to whom."""

    article: Article
    sentence: Span
    span: Span  # the predicate's words
    lemma: str
    concepts: frozenset[str]
    agents: frozenset[str]  # actor ids
    patients: frozenset[str]
    negated: bool
    stance: str | None = None
    holder: str | None = None  # actor id of the one whose stance it is
    agent_words: str = ""
    patient_words: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one article."""

    article: Article
    sentences: Sequence[Span]
    statements: Sequence[Statement]
    values: Sequence[Value]
    claims: Sequence[Claim]
    events: Sequence[Event]

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
