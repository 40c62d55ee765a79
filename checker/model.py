"""The types that flow through the program, in the order in which they arise.

Everything here is frozen and plain: no spaCy, no files, no printing. All offsets are characters
of `Article.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of characters of an article's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Relation(StrEnum):
    """How two sets of possibilities relate; the first is the one on the left."""

    EQUAL = "equal"
    NARROWER = "narrower"
    BROADER = "broader"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"

    def swapped(self) -> Relation:
        """The same relation seen from the other side."""
        return _SWAPPED.get(self, self)


_SWAPPED = {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 is worst."""
        return list(Severity).index(self)


class Role(StrEnum):
    SOURCE = "source"
    DRAFT = "draft"


class Form(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    NARRATED = "narrated"


class Kind(StrEnum):
    COUNT = "count"
    MONEY = "money"
    PERCENTAGE = "percentage"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    ORDINAL = "ordinal"
    TERM = "term"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in an article's file, no part of its text; `first` and `last` are lines of the file."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Article:
    """One account. `line_offset` is the number of lines before the text in its file (front matter)."""

    id: str
    text: str
    publisher: str | None = None
    role: Role = Role.SOURCE
    published: datetime | None = None
    title: str | None = None
    path: str | None = None
    line_offset: int = 0
    url: str | None = None
    trust: int = 0  # an account of more trust outranks one of less
    removed: tuple[tuple[int, int], ...] = ()  # offset, characters of mark-up left out before it in its line
    comments: tuple[Comment, ...] = ()

    def line(self, offset: int) -> int:
        """The line number, from 1, of a character offset in the file the article came from."""
        return self.text.count("\n", 0, offset) + 1 + self.line_offset

    def column(self, offset: int) -> int:
        """The column, from 1, of a character offset in the file the article came from."""
        start = self.text.rfind("\n", 0, offset) + 1
        at = bisect_right(self.removed, offset, key=lambda pair: pair[0]) - 1
        left_out = self.removed[at][1] if at >= 0 and self.removed[at][0] >= start else 0
        return offset - start + 1 + left_out

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @property
    def name(self) -> str:
        return self.publisher or self.id


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """Accounts of one event. `tags` switch rule packs on; `folder` holds what is accepted in the set."""

    id: str
    articles: tuple[Article, ...]
    tags: tuple[str, ...] = ()
    title: str | None = None
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """An exact set of numbers between two ends; None is unbounded.

    `step` is 1 for things that come whole (people, votes): then (100, ∞) and [101, ∞) are the
    same set. Ends are normalised on comparison, never on construction, so that what was said
    ("more than 100") can still be rendered.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False
    whole: bool = False

    @classmethod
    def point(cls, value: Fraction | int, *, whole: bool = False) -> Interval:
        return cls(Fraction(value), Fraction(value), whole=whole)

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> Interval:
        """Every member times `factor` plus `offset`; `factor` is positive (a change of unit)."""
        return Interval(
            None if self.low is None else self.low * factor + offset,
            None if self.high is None else self.high * factor + offset,
            self.low_open,
            self.high_open,
        )

    def ends(self) -> tuple[tuple[int, Fraction, int], tuple[int, Fraction, int]]:
        """Comparable keys of both ends: (-1/0/1 for -∞/finite/∞, value, -1/0/1 for just below/at/just above).

        Whole intervals close their open ends first; two intervals are the same set iff these agree.
        """
        low, high, low_open, high_open = self.low, self.high, self.low_open, self.high_open
        if self.whole:
            if low is not None:
                low = Fraction(low.__floor__() + 1 if low_open else low.__ceil__())
                low_open = False
            if high is not None:
                high = Fraction(high.__ceil__() - 1 if high_open else high.__floor__())
                high_open = False
        start = (-1, Fraction(0), 0) if low is None else (0, low, 1 if low_open else 0)
        stop = (1, Fraction(0), 0) if high is None else (0, high, -1 if high_open else 0)
        return start, stop

    def relation(self, other: Interval) -> Relation:
        """Exact set relation. Two intervals of which one is whole are compared as whole sets.

        Where that leaves one of them empty (15.9 points), what is measured does not come whole after all.
        """
        a, b = self, other
        if a.whole != b.whole:
            a, b = (Interval(x.low, x.high, x.low_open, x.high_open, True) for x in (a, b))
            if any(start > stop for start, stop in (a.ends(), b.ends())):
                a, b = (Interval(x.low, x.high, x.low_open, x.high_open) for x in (a, b))
        (a_low, a_high), (b_low, b_high) = a.ends(), b.ends()
        if (a_low, a_high) == (b_low, b_high):
            return Relation.EQUAL
        if a_high < b_low or b_high < a_low:
            return Relation.DISJOINT
        if b_low <= a_low and a_high <= b_high:
            return Relation.NARROWER
        if a_low <= b_low and b_high <= a_high:
            return Relation.BROADER
        return Relation.OVERLAPS


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: `text` is the noun phrase without determiner and number."""

    text: str
    span: Span
    head: str  # lemma of the head noun, lower case
    modifiers: tuple[str, ...] = ()  # lemmas of the words before and after that narrow it


class Basis(StrEnum):
    """What a number is a number of, where the words say it."""

    EACH = "each"
    TOTAL = "total"
    MORE = "more"  # in addition to others: "30 more"
    PART = "part"  # a subset of a whole named beside it: "three of them children"


CAP, FLOOR = "cap", "floor"  # notes of a Value: a limit was stated, "up to 9bn", "at least 30 days"


@dataclass(frozen=True, slots=True)
class Said:
    """Numbers and unit in the words of the text, where the value is normalised otherwise: 50 and "cent"."""

    stated: tuple[str | None, ...]
    unit: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """A typed, normalised value with its verbatim words.

    `bounds` is the set it denotes in the base unit of its `dimension` (seconds for durations and
    times, days since 1 January of year 1 for dates, SI for measures, major currency units for
    money, percent for percentages). `stated` holds the number or numbers in plain decimals and in
    `unit`: as said, but money in major units ("50 cents" is 0.50, and `said` keeps the 50 cents).
    """

    kind: Kind
    span: Span
    text: str
    stated: tuple[str, ...] = ()
    bounds: Interval = Interval(None, None)
    low: str | None = None  # bounds as shown: stated unit for measures, seconds for durations, ISO for dates
    high: str | None = None
    unit: str | None = None
    dimension: str = ""  # only values of one kind and dimension compare: "length", "USD", "people" is not one
    hedge: str = "="  # = ~ > <
    change: str | None = None  # up, down: the value is the size of a change, not a level
    counted: Counted | None = None
    basis: Basis | None = None
    grain: str | None = None  # dates and times: minute, hour, day, week, month, quarter, year, decade …
    rounded: Interval | None = None  # what a writer may have rounded to these words; contains `bounds`
    notes: tuple[str, ...] = ()  # finer distinctions for rules: "revised", "per-year", "early" …
    said: Said | None = None  # numbers and unit as said, where `stated` and `unit` are not
    parts: tuple[Value, ...] = ()  # what adds up to it: the hours and the minutes of "3 hours and 10 minutes"
    named: bool = False  # `change` is named by a noun or adjective ("a 3 % drop"), not told by a verb

    def comparable(self, other: Value) -> bool:
        return self.kind == other.kind and self.dimension == other.dimension

    def relation(self, other: Value) -> Relation:
        """How the two sets relate; only for `comparable` values."""
        if not self.comparable(other):
            sides = [f"{value.kind} ({value.dimension})" for value in (self, other)]
            raise ValueError(f"{sides[0]} does not compare with {sides[1]}")
        return self.bounds.relation(other.bounds)


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Mention:
    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A named person, body, place or office of the set, with every name it goes by."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    speaks_for: str | None = None  # id of the actor it speaks for: the Kremlin for Russia
    reasons: tuple[str, ...] = ()  # why its names were put together
    doubts: tuple[str, ...] = ()  # merges that were proposed and not made


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

    def covers(self, span: Span) -> bool:
        return any(part.overlaps(span) for part in self.content)

    @property
    def text(self) -> str:
        return " … ".join(self.article.words(part) for part in self.content)


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


class Verdict(StrEnum):
    """What an editor would call it."""

    CONTRADICTION = "contradiction"
    SCOPE = "difference of scope"
    IMPRECISE = "compatible but less precise"
    DISPUTED = "disputed between speakers"
    SUPERSEDED = "superseded"
    UNSUPPORTED = "unsupported"
    ALTERED = "altered"
    UNSOUND = "does not add up"
    STYLE = "against the house style"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One side of a finding: the words, where they stand and who stands behind them."""

    article: Article = field(repr=False)
    span: Span  # the words that carry the value
    sentence: Span
    speaker: str | None = None
    value: str = ""  # the normalised value in words: "5,400 s (90 minutes)"
    side: int = 0  # evidence of one side says the same; the sides disagree
    read: Value | None = field(default=None, repr=False)  # the value itself, where the words carry one

    @property
    def text(self) -> str:
        return self.article.words(self.span)

    @property
    def line(self) -> int:
        return self.article.line(self.span.start)

    @property
    def said_by(self) -> str:
        """The source, with the speaker where somebody else speaks: "Agency copy (the Kremlin)"."""
        other = self.speaker if self.speaker and self.speaker != self.article.name else None
        return f"{self.article.name} ({other})" if other else self.article.name


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The word of somebody that a finding may stand, and where it is written."""

    what: str  # a fingerprint; in a draft's comment also the id of a rule
    reason: str
    path: str
    line: int
    who: str | None = None
    when: date | None = None
    until: date | None = None  # the last day on which it holds
    inline: bool = False  # a comment in the draft, not an entry of accepted.yaml


@dataclass(frozen=True, slots=True)
class Finding:
    rule: str
    severity: Severity
    relation: Relation
    verdict: Verdict
    message: str
    evidence: tuple[Evidence, ...]
    fingerprint: str  # stable under edits elsewhere: no offsets, no line numbers
    reasons: tuple[str, ...] = ()  # why these were compared, in words
    accepted: Acceptance | None = None  # it is shown, and fails nothing
    known: bool = False  # the baseline has it already: it fails nothing


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What a report says of a rule that was in force."""

    id: str
    title: str
    why: str
    severity: Severity  # the worst it reports
    help: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the fact matrix: one fact, with what each article says of it."""

    label: str
    kind: Kind
    cells: tuple[tuple[str, tuple[Evidence, ...]], ...]  # article id → evidence, in the order of the set
    disagrees: bool = False
    moved: bool = False  # accounts at different times gave figures that news moves: tolls, areas, turnout


class Support(StrEnum):
    """How a draft's value, name, date or quotation stands against the sources."""

    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    UPDATED = "updated"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class DraftItem:
    evidence: Evidence
    support: Support
    by: tuple[str, ...] = ()  # ids of the articles that confirm or dispute it
    what: str = "value"  # or name, quotation


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report shows of one set."""

    articles: ArticleSet
    findings: tuple[Finding, ...]  # worst first, then in the order of the text
    facts: tuple[Fact, ...]
    read: dict[str, int]  # how many articles, statements, values, actors, claims were read
    compared: int  # how many pairs of claims were compared
    draft: tuple[DraftItem, ...] = ()
    not_run: tuple[str, ...] = ()  # checks that had nothing to compare, in words
    shared_copy: tuple[tuple[str, ...], ...] = ()  # articles that carry one agency's copy
    rules: tuple[RuleNote, ...] = ()  # those in force, by id
    refused: tuple[str, ...] = ()  # pairs that look alike and were not compared, with the reason, in words
    expired: tuple[Acceptance, ...] = ()  # they held until a day that has passed
    stale: tuple[Acceptance, ...] = ()  # what they accept is no longer found
