"""Articles and their sets. All offsets are characters of `Article.text`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from checker.errors import CheckerError


class Span(NamedTuple):
    """A half-open stretch of characters of an article's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Spans:
    """Stretches of one text, to be asked whether any of them overlaps another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def meet(self, span: Span) -> bool:
        before = bisect_left(self._spans, (span.end,))
        return before > 0 and self._ends[before - 1] > span.start


T = TypeVar("T")
_STRETCH = 128  # characters


class Places(Generic[T]):
    """Things by where they stand, by the ids of articles, so that not all are held against all."""

    def __init__(self, things: Iterable[tuple[str, Span, T]]) -> None:
        self._of: dict[tuple[str, int], list[tuple[int, Span, T]]] = {}
        for number, (article, span, thing) in enumerate(things):
            for stretch in _stretches(span):
                self._of.setdefault((article, stretch), []).append((number, span, thing))

    def at(self, article: str, span: Span) -> list[T]:
        """What overlaps a span, in the order in which it was given."""
        first, last = span
        near = [self._of[key] for stretch in _stretches(span) if (key := (article, stretch)) in self._of]
        found = {n: thing for held in near for n, (start, end), thing in held if start < last and first < end}
        return [found[n] for n in sorted(found)] if len(near) > 1 else list(found.values())


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, span.end // _STRETCH + 1)


class Role(StrEnum):
    """What an account is to the others: a source, the draft that is held against the sources, or a source
    of an archive (`check --against`), of which only what it has on the draft is told."""

    SOURCE = "source"
    DRAFT = "draft"
    ARCHIVE = "archive"


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
    text: str = field(repr=False)
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
    places: tuple[tuple[int, int], ...] = ()  # offset, number of the paragraph that begins there in its file
    left_out: tuple[str, ...] = ()  # what its file holds and the text does not, in words
    lined: bool = True  # whether its lines are those of its file

    def line(self, offset: int) -> int:
        """The line number, from 1, of a character offset in the file the article came from.

        Of a file that has no lines it is the number of the paragraph.
        """
        if self.places:
            return self.places[max(0, bisect_right(self.places, offset, key=lambda pair: pair[0]) - 1)][1]
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
class Failure:
    """An article that was not checked, or without `article` a whole set: what is wrong and what to do."""

    error: CheckerError
    article: str | None = None  # its id, or its file


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """Accounts of one event. `tags` switch rule packs on; `folder` holds what is accepted in the set."""

    id: str
    articles: tuple[Article, ...]
    tags: tuple[str, ...] = ()
    title: str | None = None
    folder: str | None = None
    written: tuple[str, int] | None = None  # the file and line that describe it
    failed: tuple[Failure, ...] = ()  # its articles that could not be read
    unused: tuple[str, ...] = ()  # stories of its files that are no account, with the reason, in words

    @property
    def heading(self) -> str:
        """What it is called: by its own title, the headline of its draft, or its id."""
        headlines = [a.title for a in self.articles if a.role is Role.DRAFT and a.title]
        return self.title or next(iter(headlines), self.id)

    @property
    def left_out(self) -> tuple[str, ...]:
        """What its files hold and was not read as an account, a sentence each."""
        parts = [f"Left out of {a.id}: {', '.join(a.left_out)}." for a in self.articles if a.left_out]
        return (*parts, *(f"Not used: {one}." for one in self.unused))
