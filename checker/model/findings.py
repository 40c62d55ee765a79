"""What a report shows: findings with their evidence, the fact matrix, the items of a draft."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from checker.model.intervals import Relation
from checker.model.texts import Article, Span
from checker.model.values import Kind, Value


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 is worst."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


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
    def other(self) -> str | None:
        """The speaker, where somebody else than the article speaks."""
        return self.speaker if self.speaker and self.speaker != self.article.name else None

    @property
    def said_by(self) -> str:
        """The source, with the speaker where somebody else speaks: "Agency copy (the Kremlin)"."""
        return f"{self.article.name} ({self.other})" if self.other else self.article.name


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
    rule: str = ""  # what the entry says found it,
    about: str = ""  # and what that was, in words


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, with the words of each side."""

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
    exchanged: bool = False  # the words of one side stand in a copy where those of the other stood
    fix: str | None = None  # what a rule says is to be written instead

    def __repr__(self) -> str:
        return f"<Finding {self.severity.value} {self.rule}: {' '.join(self.message.split())}>"


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What a report says of a rule that was in force."""

    id: str
    title: str
    why: str
    severity: Severity  # the worst it reports
    help: str | None = None
    link: str | None = None
    tags: tuple[str, ...] = ()  # its pack, and what it compares


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the fact matrix: one fact, with what each article says of it."""

    label: str
    kind: Kind
    cells: tuple[tuple[str, tuple[Evidence, ...]], ...]  # article id → evidence, in the order of the set
    disagrees: bool = False
    moved: bool = False  # accounts at different times gave figures that news moves: tolls, areas, turnout


class Support(StrEnum):
    """How a value, name, date or quotation of a draft stands against the sources."""

    BACKED = "backed"  # a source says the same of the same thing
    CONTRADICTED = "contradicted"  # the sources say another thing of it
    ELSEWHERE = "of something else"  # a source has the words or the figure, of another thing
    ABSENT = "in no source"
    UNDECIDED = "undecided"  # a source may mean the same


class Qualifier(StrEnum):
    """What else is to be known of an item."""

    DISPUTED = "disputed"  # another source contradicts
    SUPERSEDED = "superseded"  # a later account gives another figure
    LESS_PRECISE = "less precise"  # the draft says less than the source
    LIMITED = "a limit there"  # the source gives it as the most or the least
    MORE_PRECISE = "more precise"  # the draft says more than the source
    WORKED_OUT = "worked out"  # it follows from figures of the sources


@dataclass(frozen=True, slots=True)
class DraftItem:
    """A value, name or quotation of a draft, and the words of sources that it was held against."""

    evidence: Evidence
    support: Support
    sources: tuple[Evidence, ...] = ()  # what backs or contradicts it, or where else it stands
    what: str = "value"  # or name, quotation
    qualifiers: tuple[Qualifier, ...] = ()
    step: str = ""  # how it follows: "30 + 32"
    sure: bool = False  # of what contradicts it: it is plainly told of the same thing
    replaced: bool = False  # what contradicts it stands in its place in a passage nearly the same

    @property
    def plain(self) -> bool:
        """A tick and nothing more."""
        return self.support is Support.BACKED and not self.qualifiers

    @property
    def by(self) -> tuple[str, ...]:
        """The ids of the articles that it was held against."""
        return tuple(dict.fromkeys(e.article.id for e in self.sources))
