"""What the template of the HTML report is given of a set: plain values, no mark-up."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Article, Finding, RuleNote
from checker.reports.repairs import Repair
from checker.reports.report import Report
from checker.reports.timeline import Timeline


class Names:
    """Numbers for names, so that filters work on numbers and names stand in the page once."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[int, str]] = {}

    def number(self, name: str) -> int:
        """One for "both leaders" and "Both leaders"."""
        return self._names.setdefault(name.casefold(), (len(self._names), name))[0]

    def numbered(self) -> list[tuple[int, str]]:
        return [self._names[name] for name in sorted(self._names)]


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence as shown: its sentence with the words in it, and where they stand."""

    source: str
    draft: bool
    speaker: str | None
    where: str
    mark: str  # id of the words in the article's text
    text: str  # id of the article's text
    before: str
    words: str
    after: str
    value: str
    published: str


@dataclass(frozen=True, slots=True)
class Card:
    anchor: str
    finding: Finding
    note: RuleNote | None
    sides: tuple[tuple[int, tuple[Quote, ...]], ...]
    sources: str  # numbers of names, for the filters
    speakers: str
    repair: Repair | None


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    kind: str
    sign: str
    anchor: str | None  # the finding it is about
    cells: tuple[tuple[tuple[str, int | None, str], ...], ...]  # per column: words, side, reading


@dataclass(frozen=True, slots=True)
class Matrix:
    columns: tuple[tuple[str, bool, str], ...]  # source, whether it is the draft, when published
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Text:
    id: str
    article: Article
    published: str
    draft: bool
    # words, ids that begin here, the findings they are of; None where no link leads to them
    pieces: tuple[tuple[str, tuple[str, ...], str | None], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a draft, with the sentences that it was held against."""

    id: str
    kind: str  # the class of its outcome
    sign: str
    outcome: str
    plain: bool  # a tick and nothing more
    words: str
    quote: Quote
    sources: tuple[Quote, ...]
    anchor: str | None  # the finding that tells of it


@dataclass(frozen=True, slots=True)
class Draft:
    name: str
    tally: tuple[tuple[str, str, str, int], ...]  # class, sign, outcome, how many
    pieces: tuple[tuple[str, Item | None], ...]
    open: tuple[Item, ...]
    rest: tuple[Item, ...]  # plain ticks, and names that nothing but the sentence leaves undecided
    rest_tally: str


@dataclass(frozen=True, slots=True)
class SetView:
    id: str
    title: str
    report: Report
    tally: tuple[tuple[str, int], ...]
    quiet: str
    nothing: str
    disputed: Matrix
    agreed: Matrix
    cards: tuple[Card, ...]
    timelines: tuple[Timeline, ...]
    drafts: tuple[Draft, ...]
    texts: tuple[Text, ...]
    shared: tuple[str, ...]
