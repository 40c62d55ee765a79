"""What stands over an article rather than in it: when it was published, updated, printed.

A full date with its year near the top that no preposition ties to a clause is the date of the article,
not of what it tells; so is the clock time beside it, and what a label says ("Updated 4:08 p.m."). A place in
capitals with a dash behind it says where it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Article, Kind, Span, Value

_TOP = 400  # characters in which datelines stand
_TIED = re.compile(
    r"\b(?:on|in|of|since|by|until|till|from|to|before|after|for|and|between|dated|around)\s+$", re.I
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b\d\d?\s*[/.-]\s*\d\d?\s*[/.-]\s*\d\d(?:\d\d)?\b")
_LABEL = re.compile(
    r"(?:published|updated|posted|printed|last modified|created|first published)[^.\n]{0,20}$", re.I
)
_BESIDE = 24  # characters between a date and the time beside it
# "BHUBANESWAR, India (Agency) - At least", "LOS ANGELES, Sept. 28 — In"
_PLACE = re.compile(
    r"^[ \t]*[A-Z][A-Z.'’ -]{2,40}(?:, ?[\w.,’ ]{2,30})?(?: ?\([^()\n]{2,30}\))?(?: --? ?| ?[–—] ?)"
    r"(?=[A-Z\d\"“‘]|$)",
    re.M,
)


def places(text: str) -> Iterator[re.Match[str]]:
    """Each place that opens a line, with the day the story was written."""
    return _PLACE.finditer(text)


def is_place(sentence: str) -> bool:
    """Whether a sentence is only the place where the story was written."""
    return _PLACE.fullmatch(sentence) is not None


def datelines(article: Article, values: Sequence[Value]) -> list[Span]:
    """The stretches at the top of an article that only date it."""
    found = []
    for value in values:
        day = value.kind is Kind.DATE and value.grain in ("day", None)
        if value.span.start > _TOP or not (day or value.kind is Kind.TIME):
            continue
        before = article.text[max(0, value.span.start - 40) : value.span.start]
        full = day and _YEAR.search(value.text) and not _TIED.search(before)
        if not full and _LABEL.search(before) is None:
            continue
        found.append(Span(max(0, value.span.start - _BESIDE), value.span.end + _BESIDE))
    return found


def is_dateline(value: Value, spans: Sequence[Span]) -> bool:
    """Whether a value is a dateline, or the clock time of one."""
    if value.kind is Kind.DATE:
        return any(span.contains(value.span) for span in spans)
    return value.kind in (Kind.TIME, Kind.COUNT) and any(span.overlaps(value.span) for span in spans)
