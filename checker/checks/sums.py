"""Parts that do not add up to the whole beside them, and a majority that the votes do not give.

"12 dead: three children and eight adults": the parts follow a colon or a dash and end the sentence. "Of 1,175
injured, 793 were discharged and 402 are treated": parts of a whole named first may be fewer, never more.
"By 211 votes to 148, a majority of 73": the majority is the difference. Only exact figures are added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from checker.data import load
from checker.model import Kind, Placed, Span, Value, Verdict
from checker.readings import Reading, SetReading
from checker.verdicts import Problem, evidence

_SIGN = re.compile(r"^[^.;:]{0,40}(?::|\s[–—-]\s)\s?$")
_AND = re.compile(r"^[^.;:()\d]{0,40}(?:,|\band|,\sand|\bplus)\s(?:at\s)?$")
_END = re.compile(r"^[^.;:()\d,]{0,40}[.!]?\s*$")
_MAJORITY = re.compile(r"\bmajority\s(?:of\s)?$")
_BETWEEN_VOTES = re.compile(r"^(?:\svotes)?\s(?:to|against)\s$")


@dataclass(frozen=True, slots=True)
class Unsound:
    """Figures of one sentence or two that do not fit: the whole, its parts, and what they come to."""

    whole: Value
    parts: tuple[Value, ...]
    come_to: Fraction


def find(reading: SetReading) -> Iterator[Problem]:
    for item in reading.articles:
        counts = [v for v in item.values if v.kind is Kind.COUNT and (v.bounds.is_point or v.dimension)]
        counts.sort(key=lambda v: v.span)
        placed = Placed(counts)
        for sentence in item.sentences:
            inside = [v for v in placed.within(sentence) if not v.dimension]
            yield from (_problem(item, u) for u in _sums(item.article.text, sentence, inside))
        yield from (_problem(item, u) for u in _majorities(item.article.text, counts))


def _sums(text: str, sentence: Span, counts: Sequence[Value]) -> Iterator[Unsound]:
    if _open(text[sentence.start : sentence.end]):
        return
    for at, whole in enumerate(counts[:-2]):
        between = text[whole.span.end : counts[at + 1].span.start]
        if at and not _SIGN.match(between):
            continue
        parts = tuple(counts[at + 1 :])
        told = Fraction(whole.stated[0])
        total = sum((Fraction(part.stated[0]) for part in parts), Fraction(0))
        gaps = [text[a.span.end : b.span.start] for a, b in pairwise(parts)]
        after = text[parts[-1].span.end : sentence.end]
        listed = _SIGN.match(between) and all(map(_AND.match, gaps)) and _END.match(after)
        first = at == 0 and text[sentence.start : whole.span.start].strip().lower() in ("of", "of the")
        counted = len(parts) == 2 and all(v.counted is not None for v in (whole, *parts))
        if (listed and total != told) or (first and counted and total > told):
            yield Unsound(whole, parts, total)


def _open(sentence: str) -> bool:
    """Whether the words say that the parts are not all, or that they overlap."""
    words = set(re.findall(r"[a-z]+", sentence.lower()))
    return bool(words & set(load("topics")["open_lists"]))


def _majorities(text: str, counts: Sequence[Value]) -> Iterator[Unsound]:
    votes: tuple[Value, ...] = ()
    for number, value in enumerate(counts):
        before = counts[number - 1] if number else None
        if value.dimension == "score":
            votes = (value,)
        elif before is not None and _BETWEEN_VOTES.match(text[before.span.end : value.span.start]):
            votes = (before, value)
        elif votes and _MAJORITY.search(text[max(0, value.span.start - 14) : value.span.start]):
            figures = [Fraction(figure) for vote in votes for figure in vote.stated]
            between = text[votes[-1].span.end : value.span.start]
            near = len(between) < 120 and len(between.rpartition(". ")[2]) < (30 if ". " in between else 120)
            if near and len(figures) == 2 and abs(figures[0] - figures[1]) != Fraction(value.stated[0]):
                yield Unsound(value, votes, abs(figures[0] - figures[1]))
            votes = ()


def _problem(item: Reading, found: Unsound) -> Problem:
    parts = ", ".join(part.text for part in found.parts)
    values = [(found.whole, 0), *((part, 1) for part in found.parts)]
    return Problem(
        Verdict.UNSOUND,
        (f"{found.whole.text}, but {parts} come to {found.come_to}",),
        tuple(evidence(item, v.span, v.low or v.text, side) for v, side in values),
        about=item.article.id,
        reasons=("the figures stand side by side",),
    )
