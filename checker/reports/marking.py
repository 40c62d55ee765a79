"""A text cut where marks begin and end, so that marks may overlap and still nest in no wrong way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from checker.model import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """A stretch of text with all marks that cover it, and those that begin with it."""

    text: str
    marks: tuple[T, ...] = ()
    begins: tuple[T, ...] = ()


def pieces(text: str, marks: Sequence[tuple[Span, T]]) -> list[Piece[T]]:
    """The whole text in order; joined, the pieces are the text again. Linear in text and overlaps."""
    marks = sorted(((span, mark) for span, mark in marks if span.start < span.end), key=lambda m: m[0])
    cuts = sorted({0, len(text), *(end for span, _ in marks for end in span)})
    found: list[Piece[T]] = []
    open_marks: list[tuple[Span, T]] = []
    waiting = 0
    for start, end in pairwise(cuts):
        open_marks = [item for item in open_marks if item[0].end > start]
        begun = waiting
        while waiting < len(marks) and marks[waiting][0].start <= start:
            waiting += 1
        begins = [item for item in marks[begun:waiting] if item[0].end > start]
        open_marks += begins
        found.append(Piece(text[start:end], tuple(m for _, m in open_marks), tuple(m for _, m in begins)))
    return found
