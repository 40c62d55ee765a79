"""What was read of a set: what the checks work on and what `explain` shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from itertools import combinations, product
from typing import Any, NamedTuple, Protocol, TypeVar

from checker.accounts import account_at
from checker.actors import ActorIndex
from checker.claims.claim import Claim
from checker.lexical.content_words import ContentWord
from checker.model import (
    Account,
    Actor,
    Article,
    ArticleSet,
    Form,
    Placed,
    Role,
    Span,
    Speaker,
    Statements,
    Value,
    statement_at,
)
from checker.propositions.proposition import Proposition


class Word(NamedTuple):
    """A word where it stands; marks and spaces are none."""

    text: str  # lower case, with straight apostrophes
    pos: str  # spaCy's coarse part of speech
    lemma: str
    span: Span
    capital: bool


class Change(NamedTuple):
    """Words of a draft's sentence and the words of the source in their place; either may be none."""

    a: range
    b: range


@dataclass(frozen=True, slots=True)
class Parallel:
    """A sentence of a draft beside the passage of a source that it was made from, word by word."""

    draft: Reading
    source: Reading
    sentence: Span
    a: Sequence[Word]  # of the draft's sentence
    b: Sequence[Word]  # of the passage
    partner: dict[int, int]  # index in a → index in b, where the words are the same
    changes: Sequence[Change]

    def span(self, words: range) -> Span:
        return Span(self.a[words[0]].span.start, self.a[words[-1]].span.end)

    def words_at(self, item: Reading, span: Span) -> Sequence[int]:
        """The words of the draft's sentence, or of the passage, that stand at a place of the account."""
        words = self.a if item is self.draft else self.b if item is self.source else ()
        first = bisect_right(words, span.start, key=lambda word: word.span.end)
        return range(first, bisect_left(words, span.end, first, key=lambda word: word.span.start))

    def source_span(self, words: range) -> Span:
        return Span(self.b[words[0]].span.start, self.b[words[-1]].span.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one article."""

    article: Article
    sentences: Sequence[Span]
    statements: Statements
    values: Sequence[Value]
    claims: Sequence[Claim]
    index: ActorIndex
    words: Sequence[ContentWord] = ()
    propositions: Sequence[Proposition] = ()
    tokens: Sequence[Word] = ()
    worked_out: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def speaker_at(self, span: Span, *, named: bool = False) -> Speaker | None:
        """Who says some words (see `statement_at`); None where the article itself narrates them."""
        held = statement_at(self.statements, span, named=named)
        return None if held is None or held.form is Form.NARRATED else held.speaker

    def said_by(self, span: Span, *, named: bool = False) -> str | None:
        """The name of who says some words; None where the article itself narrates them."""
        said = self.speaker_at(span, named=named)
        return None if said is None else said.name

    def account_at(self, span: Span) -> Account:
        return account_at(self.article, self.statements, self.index, span)

    def sentence_number(self, offset: int) -> int | None:
        at = bisect_right(self.sentences, (offset + 1,)) - 1
        return at if at >= 0 and offset < self.sentences[at].end else None

    def sentence_at(self, offset: int) -> Span:
        at = self.sentence_number(offset)
        return Span(0, len(self.article.text)) if at is None else self.sentences[at]


@dataclass(frozen=True, slots=True)
class SetReading:
    """What was read of a set."""

    set: ArticleSet
    articles: Sequence[Reading]
    actors: Sequence[Actor]
    index: ActorIndex
    parallels: Sequence[Parallel] = ()
    worked_out: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def drafts(self) -> list[Reading]:
        return [item for item in self.articles if item.article.role is Role.DRAFT]

    @property
    def sources(self) -> list[Reading]:
        return [item for item in self.articles if item.article.role is not Role.DRAFT]

    def counts(self) -> Mapping[str, int]:
        return {
            "articles": len(self.articles),
            "statements": sum(len(item.statements) for item in self.articles),
            "values": sum(len(item.values) for item in self.articles),
            "claims": sum(len(item.claims) for item in self.articles),
            "actors": len(self.actors),
        }


class _Worked(Protocol):
    @property
    def worked_out(self) -> dict[Any, Any]: ...


_Read = TypeVar("_Read", bound=_Worked)
_Found = TypeVar("_Found")


def once(work: Callable[[_Read], _Found]) -> Callable[[_Read], _Found]:
    """A function of a reading that several checks ask for, worked out only once for each reading."""

    @wraps(work)
    def found(reading: _Read) -> _Found:
        if work not in reading.worked_out:
            reading.worked_out[work] = work(reading)
        kept: _Found = reading.worked_out[work]
        return kept

    return found


@once
def values_of(item: Reading) -> Placed:
    """The values of an article, to be found by where they stand."""
    return Placed(item.values)


_PLACE = 500  # characters in which passages are looked up together


@once
def _passages(reading: SetReading) -> Mapping[tuple[str, int], Sequence[Parallel]]:
    found: dict[tuple[str, int], list[Parallel]] = defaultdict(list)
    for p in reading.parallels:
        for item, words in ((p.draft, p.a), (p.source, p.b)):
            for place in range(words[0].span.start // _PLACE, words[-1].span.end // _PLACE + 1):
                found[item.article.id, place].append(p)
    return found


def parallels_at(reading: SetReading, article: str, span: Span) -> Sequence[Parallel]:
    """The passages nearly the same in two accounts that stand about some words of one of them."""
    places = range(span.start // _PLACE, span.end // _PLACE + 1)
    every = [p for place in places for p in _passages(reading).get((article, place), ())]
    return list({id(p): p for p in every}.values())


@once
def accounts(item: Reading) -> Sequence[Reading]:
    """A reading for each account of an article: what it says, in the article's own words."""
    parts: dict[Account, dict[str, list[Any]]] = {}
    for kind in ("claims", "propositions"):
        for found in getattr(item, kind):
            account = found.account if isinstance(found, Claim) else item.account_at(found.span)
            parts.setdefault(account, {}).setdefault(kind, []).append(found)
    none: dict[str, Any] = {"claims": (), "propositions": ()}
    return [replace(item, **none | part) for part in parts.values()]


_CROWD = 40  # accounts; of more, each is held against the drafts and so many of the sources


def pairs_of_readings(articles: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Two articles at a time, drafts first, and the accounts of each source, or of a draft that has none; of
    a crowd not all pairs: the cost grows with their number."""
    drafts = [item for item in articles if item.article.role is Role.DRAFT]
    sources = [item for item in articles if item.article.role is not Role.DRAFT]
    asked = [*drafts, *sources[:_CROWD]]
    yield from combinations(asked, 2)
    yield from product(asked, sources[_CROWD:])
    for item in sources or drafts:
        yield from combinations(accounts(item), 2)
