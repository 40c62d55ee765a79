"""Values in context: what each is a value of, who is involved, where and when, and whether it is so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.accounts import account_at, saying
from checker.actors import ActorIndex
from checker.claims.no_claims import no_claim
from checker.cues import Cues, commitment
from checker.datelines import datelines, is_dateline
from checker.model import (
    Account,
    ActorKind,
    Article,
    Basis,
    Commitment,
    Interval,
    Kind,
    Placed,
    Span,
    Statement,
    Statements,
    Value,
    statement_at,
)
from checker.propositions.things import words_of
from checker.propositions.topic import Topic, topic_of
from checker.values.counts import ONE_OF
from checker.values.none_of import NONE

if TYPE_CHECKING:
    from checker.language import Doc, DocSpan

TIMED = frozenset({Kind.DATE, Kind.TIME})
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}


@dataclass(frozen=True, slots=True)
class Claim:
    """A value in context. Two claims compare only if they speak of the same thing (see alignment)."""

    article: Article = field(repr=False)
    value: Value
    topic: Topic
    sentence: Span
    account: Account
    statement: Statement | None = field(default=None, repr=False)
    said: Statement | None = field(default=None, repr=False)  # the one by which somebody says it
    commitment: Commitment = field(default_factory=Commitment)
    holder: str | None = None  # id of the actor who holds the stance, where the words name one
    teller: frozenset[str] = frozenset()  # the id of a speaker who only says it
    participants: frozenset[str] = frozenset()  # ids of the actors in the clause
    parties: frozenset[str] = frozenset()  # those of them that are people or bodies
    party_names: tuple[str, ...] = ()  # their names
    agents: frozenset[str] = frozenset()  # ids of those who do what the verb says
    owners: frozenset[str] = frozenset()  # ids of the actors whose figure it is
    places: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()  # how the sentence says when, of this or of something else
    when: Interval | None = None  # days, where the clause says when
    context: frozenset[str] = frozenset()  # lemmas of the sentence's content words
    beside: frozenset[str] = frozenset()  # the other figures told with it
    basis: Basis | None = None  # as the value says, but for a part of others than those it tells of

    @property
    def speaker(self) -> str | None:
        """Who says it, if it is not the publisher; a pronoun for nobody known tells readers nothing."""
        name = self.said.speaker.name if self.said and self.said.speaker else None
        return None if name is None or name.lower() in words_of("no_names") else name

    @property
    def dated(self) -> bool:
        return bool(self.days)

    def without_teller(self) -> Claim:
        """What is said by itself: a speaker is no party to what another tells otherwise."""
        named = {
            name: getattr(self, name) - self.teller
            for name in ("participants", "parties", "agents", "owners")
        }
        return replace(self, **named)

    def told_alike(self, other: Claim) -> frozenset[str]:
        """The words that the two sentences share, if they are enough to tell of one thing."""
        shared = self.context & other.context
        enough = len(shared) >= 3 and 4 * len(shared) >= min(len(self.context), len(other.context))
        return shared if enough else frozenset()

    @property
    def line(self) -> int:
        return self.article.line(self.value.span.start)


def find_claims(
    doc: Doc,
    article: Article,
    statements: Statements,
    values: Sequence[Value],
    cues: Cues,
    actors: ActorIndex,
) -> list[Claim]:
    """A claim for each value that says something of what the article tells, in the order of the text."""
    sentences = [(Span(s.start_char, s.end_char), s) for s in doc.sents]
    contexts: dict[Span, frozenset[str]] = {}
    claims: list[Claim] = []
    figures = _figures(sentences, values)
    at = 0
    top = datelines(article, values)
    dates = Placed(v for v in values if v.kind is Kind.DATE)
    for value in sorted(values, key=lambda v: v.span):
        if is_dateline(value, top) or ONE_OF in value.notes or no_claim(doc, value):
            continue
        while at + 1 < len(sentences) and sentences[at][0].end <= value.span.start:
            at += 1
        sentence, tokens = sentences[at]
        if sentence not in contexts:
            contexts[sentence] = frozenset(
                t.lemma_.lower() for t in tokens if t.pos_ in _CONTENT and not t.is_stop and t.is_alpha
            )
        topic = topic_of(doc, value)
        stance = commitment(cues, value.span)
        if NONE in value.notes:
            stance = replace(stance, negated=False)  # "nobody was hurt" is no denial: it counts none
        holder = actors.at(article.id, stance.holder) if stance.holder else None
        said = next(iter(saying(statements, value.span)), None)
        account = account_at(article, statements, actors, value.span)
        told = {a.id for part in (said.content if said else ()) for a in actors.within(article.id, part)}
        named = actors.within(article.id, topic.clause)
        # "Category 4" is a term and names nobody, whatever the parser took "Category" for
        present = {a.id: a for a in named if value.kind is not Kind.TERM or not value.text.startswith(a.name)}
        claims.append(
            Claim(
                article=article,
                value=value,
                topic=topic,
                sentence=sentence,
                account=account,
                statement=statement_at(statements, value.span),
                said=said,
                teller=frozenset({account.speaker or ""} - told),
                commitment=stance,
                holder=holder.id if holder else None,
                participants=frozenset(present),
                parties=frozenset(a.id for a in present.values() if a.kind is not ActorKind.PLACE),
                party_names=tuple(a.name for a in present.values()),
                agents=frozenset(_named(article, topic.agents, actors)),
                owners=frozenset(_named(article, topic.owners, actors)),
                places=frozenset(_named(article, topic.places, actors, ActorKind.PLACE)),
                when=_when(value, dates, topic.clause),
                days=_days(value, dates, sentence),
                context=contexts[sentence],
                beside=figures[at] - frozenset(value.stated),
                basis=_basis(value, topic, claims[-_LOOK_BACK:]),
            )
        )
    return claims


_LOOK_BACK = 4  # claims before "17 of them" among which those are that it is a part of


def _basis(value: Value, topic: Topic, before: Sequence[Claim]) -> Basis | None:
    """A part of those to whom something else happened is all to whom this did: "hit 142, 55 of them died"."""
    low = value.bounds.high
    if value.kind is not Kind.COUNT or value.basis is not Basis.PART or not topic.states or low is None:
        return value.basis
    counts = [c for c in before if c.value.kind is Kind.COUNT]
    wholes = [c for c in counts if c.value.bounds.low is not None and c.value.bounds.low > low]
    return None if wholes and wholes[-1].topic.states.isdisjoint(topic.states) else value.basis


_TELLING = 10  # a smaller number stands beside many
_BACK = frozenset(["that", "this", "it", "which"])  # such a sentence goes on with the figures before


def _figures(sentences: Sequence[tuple[Span, DocSpan]], values: Sequence[Value]) -> list[frozenset[str]]:
    """The telling figures of each sentence, with those of the one before where it only goes on with them."""
    found: list[frozenset[str]] = []
    given = iter(sorted(values, key=lambda v: v.span))
    value = next(given, None)
    own: list[set[str]] = []
    for span, tokens in sentences:
        here: set[str] = set()
        while value is not None and value.span.start < span.end:
            if value.kind in (Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE):
                here |= {text for text in value.stated if Fraction(text) > _TELLING}
            value = next(given, None)
        goes_on = bool(own) and len(tokens) > 0 and tokens[0].lower_ in _BACK
        found.append(frozenset(here | own[-1] if goes_on else here))
        own.append(here)
    return found


def _named(
    article: Article, spans: Iterable[Span], actors: ActorIndex, kind: ActorKind | None = None
) -> Iterator[str]:
    """The ids of the actors named; a capital that speaks for its country is that country, but as a place."""
    for span in spans:
        actor = actors.at(article.id, span)
        if actor is not None and kind in (None, actor.kind):
            speaks = kind is None and actor.kind is ActorKind.PLACE
            yield actors.speaks_for(actor.id) if speaks else actor.id
        elif actor is None and kind is None and is_name(article.words(span)):
            yield f"name:{article.words(span).lower()}"  # a name that is no known actor is one all the same


def is_name(words: str) -> bool:
    """Whether words are written as a name; "They" at the start of a sentence is none."""
    return words[:1].isupper() and words.lower() not in words_of("no_names")


def _when(value: Value, dates: Placed, clause: Span) -> Interval | None:
    others = (v.bounds for v in dates.within(clause) if v is not value)
    return next((bounds for bounds in others if bounds.low is not None), None)


def _days(value: Value, dates: Placed, sentence: Span) -> frozenset[str]:
    return frozenset(v.text.lower() for v in dates.within(sentence) if v is not value)
