"""What one clause, one noun of an event or one description says: a predicate, and what fills its roles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from checker.model import Article, Modality, Span

Keys = frozenset[str]
"""What words stand for: ids of actors, "w:" and a concept, "#" and a number."""


class Role(StrEnum):
    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    PLACE = "place"
    ORIGIN = "origin"
    GOAL = "goal"
    TIME = "time"
    CAUSE = "cause"
    ATTRIBUTE = "attribute"
    QUANTITY = "quantity"  # by how much: "rose 4 percent", "lost $3 million"
    OTHER = "other"  # behind another preposition, which says how it takes part


PLACES = frozenset({Role.PLACE, Role.ORIGIN, Role.GOAL})
_NEVER_ACTED_ON = frozenset({Role.AGENT, Role.TIME, Role.QUANTITY})


class Kind(StrEnum):
    VERB = "verb"
    COPULA = "copula"  # what something is: an adjective or a noun of it, an apposition too
    DESCRIPTION = (
        "description"  # the same, told beside a name: "Barnes, an Irishman", "the Irish referee Barnes"
    )
    NOMINAL = "nominal"  # a deed told as a thing: "the collapse of the bridge"


class Status(StrEnum):
    """How far it is so, as it is told."""

    FACT = "fact"
    FORECAST = "forecast"  # will, is expected to
    PROPOSED = "proposed"
    SOUGHT = "sought"
    ORDERED = "ordered"
    THREATENED = "threatened"
    OFFERED = "offered"
    DENIED = "denied"
    PENDING = "pending"  # still to come: "subject to approval"
    POSSIBLE = "possible"  # may, would if


TOLD = frozenset({Status.FACT, Status.FORECAST, Status.DENIED})
"""Said of what is or will be, and no wish, plan or possibility."""


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: a noun phrase, one of each of those that "and" joins."""

    role: Role
    span: Span  # the head and what narrows it
    head: str  # lemma
    pos: str  # of spaCy
    keys: Keys  # of the head
    narrowing: Keys  # of the words that narrow it
    words: tuple[str, ...] = ()  # lower-case words before the head that narrow it
    entity: str | None = None  # id of the actor that the head names
    preposition: str = ""
    label: str = ""  # of a name: what the parser takes it for
    number: str = ""  # how many, or which of several: "two games", "their 13th game"
    definite: bool = False
    joined: bool = False  # one of several: "Anna and Karl"
    loose: bool = False  # may be the one that acts or the one acted on: "Lund's dismissal", "the dam failed"

    @property
    def every_key(self) -> Keys:
        return self.keys | self.narrowing


@dataclass(frozen=True)
class Proposition:
    article: Article
    sentence: Span
    span: Span  # from the first to the last word of the predicate, its denial among them
    lemma: str  # with the particle: "set aside"
    keys: Keys  # concepts of the predicate
    pos: str  # n, v or a
    kind: Kind
    fillers: tuple[Filler, ...]
    negated: bool
    status: Status
    modality: Modality
    stance: str | None
    earlier: bool  # told as what had been before
    flat: bool  # said of itself, not in passing: "it was an attack", "there were no closures"
    identity: bool  # what something is or came of: "was the result of an attack"
    untold: bool  # a pronoun acts, of which nothing says who it is
    around: Keys  # everything else in the clause

    def of(self, *roles: Role) -> tuple[Filler, ...]:
        return tuple(f for f in self.fillers if f.role in roles)

    @cached_property
    def doers(self) -> Keys:
        """The ids of the actors that act."""
        return frozenset(f.entity for f in self.of(Role.AGENT) if f.entity)

    @cached_property
    def patients(self) -> Keys:
        """The ids of the actors acted on."""
        return frozenset(f.entity for f in self._acted_on if f.entity)

    @property
    def pending(self) -> bool:
        return self.status is Status.PENDING

    @property
    def noun(self) -> bool:
        return self.kind is Kind.NOMINAL

    @cached_property
    def subject(self) -> Keys:
        """The keys of those that act, with what narrows them."""
        return frozenset().union(*(f.every_key for f in self.of(Role.AGENT)))

    @cached_property
    def object(self) -> Keys:
        """The keys of those acted on; of a predicate without any, of what its prepositions lead to."""
        return frozenset().union(*(f.every_key for f in self._acted_on))

    @cached_property
    def heads(self) -> Keys:
        """The keys of the heads acted on, or of those that act where nothing is acted on."""
        return frozenset().union(*(f.keys for f in self._acted_on or self.of(Role.AGENT)))

    @cached_property
    def said(self) -> frozenset[str]:
        """The predicate, by itself and with its object or preposition; nothing of one told as a thing."""
        if self.noun:
            return frozenset()
        heads = (f"{self.lemma} {head.rsplit(':', 1)[-1]}" for head in self.heads)
        behind = (f"{self.lemma} {filler.preposition}" for filler in self.fillers if filler.preposition)
        return frozenset((self.lemma, *heads, *behind))

    @cached_property
    def _acted_on(self) -> tuple[Filler, ...]:
        acted_on = self.of(Role.PATIENT, Role.RECIPIENT)
        return acted_on or tuple(f for f in self.fillers if f.role not in _NEVER_ACTED_ON)

    @cached_property
    def everything(self) -> Keys:
        return self.around.union(*(f.every_key for f in self.fillers))
