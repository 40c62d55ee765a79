"""The stretch of time that a figure is told of: growth of the quarter is not growth of the year.

A stretch is read from the words around the figure in its sentence ("in the fourth quarter", "for the year as
a whole", "annual"), or from the sentences before it in the paragraph, where they name one stretch only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.concepts import Concepts
from checker.data import load
from checker.model import Article, Kind, Span, Value

_KINDS = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.COUNT})
_BACK = 3  # sentences before the figure's that may name its stretch
_TURN = re.compile(r";|,?\s(?:and|but|while|whereas|although|though)\s", re.I)


class Stretch(NamedTuple):
    name: str  # month, quarter, half-year, year, season …
    span: Span


@lru_cache(maxsize=1)
def modifiers() -> frozenset[str]:
    """The modifiers that only tell of which stretch a figure is: annual, quarterly."""
    return frozenset(load("stretches")["modifiers"])


@lru_cache(maxsize=4)
def _patterns(key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile("|".join(forms), re.I)) for name, forms in load("stretches")[key].items())


@lru_cache(maxsize=4_000)
def _found(text: str, key: str) -> tuple[Stretch, ...]:
    """What the patterns of a key find in a sentence, in the order of the text."""
    found = [Stretch(name, Span(*hit.span())) for name, form in _patterns(key) for hit in form.finditer(text)]
    return tuple(sorted(found, key=lambda stretch: stretch.span))


def stretch_of(
    article: Article,
    sentences: Sequence[Span],
    at: int,
    value: Value,
    values: Sequence[Value],
    core: Concepts,
) -> str | None:
    """The stretch of a value in sentence `at`, its topic having these concepts; None where none is told.

    `values` are the values of the article.
    """
    if value.kind not in _KINDS:
        return None
    flows = value.change is not None or bool(core & frozenset(load("stretches")["flows"]))
    own = _told(article, sentences[at], flows)
    if own:
        return _nearest(own, article, sentences[at], value, values)
    for back in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if "\n\n" in article.text[sentences[back].start : sentences[back + 1].start]:
            return None
        names = {stretch.name for stretch in _told(article, sentences[back], flows=False)}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def compared_with(article: Article, sentence: Span, value: Value, values: Sequence[Value]) -> str | None:
    """The stretch that a change is held against: "16% year over year", "up 2% on the quarter before"."""
    if value.change is None:
        return None
    found = [_moved(stretch, sentence.start) for stretch in _found(article.words(sentence), "against")]
    return _nearest(found, article, sentence, value, values) if found else None


def _moved(stretch: Stretch, by: int) -> Stretch:
    return Stretch(stretch.name, Span(stretch.span.start + by, stretch.span.end + by))


def _told(article: Article, sentence: Span, flows: bool) -> list[Stretch]:
    """The stretches that a sentence names, but for those that something is held against."""
    text = article.words(sentence)
    against = _found(text, "against")
    found = [*_found(text, "plain"), *(_found(text, "of_flows") if flows else ())]
    kept = [s for s in found if not any(s.span.overlaps(other.span) for other in against)]
    return [_moved(stretch, sentence.start) for stretch in sorted(kept, key=lambda stretch: stretch.span)]


def _nearest(
    found: Sequence[Stretch], article: Article, sentence: Span, value: Value, values: Sequence[Value]
) -> str | None:
    """The stretch that goes with a value: behind it in its clause, or else before it."""
    turns = [sentence.start + turn.start() for turn in _TURN.finditer(article.words(sentence))]
    start = max((turn for turn in turns if turn <= value.span.start), default=sentence.start)
    end = min((turn for turn in turns if turn >= value.span.end), default=sentence.end)
    behind = [s for s in found if value.span.end <= s.span.start < end]
    before = [s for s in found if s.span.end <= value.span.start]
    around = [s for s in found if s.span.overlaps(value.span)]
    if around:
        return around[0].name
    if behind and not _others(values, value, value.span.end, behind[0].span.start):
        return behind[0].name
    here = [s for s in before if s.span.start >= start]
    if here:
        return here[-1].name
    if behind:
        return behind[0].name
    # what stands before all figures of a sentence goes for all its clauses
    fronted = [s for s in before if not _others(values, value, sentence.start, s.span.start)]
    return fronted[-1].name if fronted else None


def _others(values: Sequence[Value], value: Value, start: int, end: int) -> bool:
    """Whether another value of the kind stands in between."""
    return any(v.kind is value.kind and start <= v.span.start < end for v in values)
