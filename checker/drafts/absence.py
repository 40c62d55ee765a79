"""How likely what no source has, or a source tells otherwise, is wrong: it may be worked out or known.

Who rewrites freely tells shares in words and counts of a few that no source has in so many words and names
that everybody knows, and leaves more figures undecided; who follows the sources does not. A figure of such a
writer that is another one than a source's is more often of another thing. The weights are fitted on right and
wrong drafts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from checker.comparison import SMALL, in_words, number
from checker.data import load
from checker.drafts.names import is_common_knowledge, is_name, spelled_otherwise, vocabulary_of
from checker.matching.contexts import Sentence, contexts_of
from checker.matching.mentions import is_telling
from checker.matching.weights import probability
from checker.model import DraftItem, Kind, Qualifier, Span, Support, Value
from checker.readings import Reading, SetReading, values_of

FIGURE = ("share", "small", "hedged", "telling", "rival", "worked_out", "undecided")
NAME = ("common", "close", "replaces", "worked_out", "undecided")
CONTRADICTED = ("small", "same_number", "worked_out", "undecided")
ROWS = {"figure": FIGURE, "name": NAME, "contradicted": CONTRADICTED}
_COUNTS = frozenset({Kind.COUNT, Kind.ORDINAL})


def with_likelihood(items: Sequence[DraftItem], draft: Reading, reading: SetReading) -> list[DraftItem]:
    """The items of a draft: those in no source are sure where they are likely to be wrong, and those that a
    source tells otherwise are undecided where they are not."""
    style = style_of(items)
    return [_judged(item, style, draft, reading) for item in items]


def _judged(item: DraftItem, style: Sequence[float], draft: Reading, reading: SetReading) -> DraftItem:
    if (told := contradiction(item, style, draft, reading)) is not None:
        wrong = _is_likely_wrong("contradicted", told)
        return item if wrong else replace(item, support=Support.UNDECIDED, sure=False)
    if item.sure or item.support not in (Support.ABSENT, Support.ELSEWHERE):
        return item
    if item.what == "name" and spelled_otherwise(item.evidence.text, vocabulary_of(reading)):
        return item
    row = absence(item, style, draft, reading)
    sort = "name" if item.what == "name" else "figure"
    return item if row is None else replace(item, sure=_is_likely_wrong(sort, row))


def contradiction(
    item: DraftItem, style: Sequence[float], draft: Reading, reading: SetReading
) -> list[float] | None:
    """What speaks for and against a figure that a source tells otherwise, as CONTRADICTED has it.

    None for others, and for those in a sentence that was made from one with the other figure in its place.
    """
    if item.support is not Support.CONTRADICTED or item.replaced or item.what != "value":
        return None
    value, there = (
        next(iter(values_of(side).within(told.span)), None)
        for told in (item.evidence, item.sources[0])
        for side in reading.articles
        if side.article is told.article
    )
    if value is None or there is None:
        return None
    same_number = bool(value.stated) and value.stated == there.stated
    return [float(_is_few(value)), float(same_number), *style]


def style_of(items: Sequence[DraftItem]) -> Sequence[float]:
    """How many figures a draft works out and leaves undecided, as their logarithms."""
    figures = [item for item in items if item.what == "value"]
    worked_out = sum(Qualifier.WORKED_OUT in item.qualifiers for item in figures)
    undecided = sum(item.support is Support.UNDECIDED for item in figures)
    return [math.log1p(worked_out), math.log1p(undecided)]


def absence(
    item: DraftItem, style: Sequence[float], draft: Reading, reading: SetReading
) -> list[float] | None:
    """What speaks for and against an item that no source has, as FIGURE or NAME has it; None for others."""
    if item.what == "name":
        return [*_of_name(item, draft, reading), *style]
    value = next(iter(values_of(draft).within(item.evidence.span)), None)
    if value is None or item.what != "value":
        return None
    return [*map(float, _of_figure(value)), float(bool(item.sources)), *style]


def _of_figure(value: Value) -> Sequence[bool]:
    """Whether it is a share told in words, a count of a few, hedged, and hardly there by chance."""
    return in_words(value), _is_few(value), value.hedge == "~", is_telling(value)


def _is_few(value: Value) -> bool:
    return value.kind in _COUNTS and not value.dimension and 0 <= number(value) <= SMALL


def _of_name(item: DraftItem, draft: Reading, reading: SetReading) -> list[float]:
    """Whether everybody knows it, how like a source's sentence its own is, whether that has another name."""
    contexts = contexts_of(reading)
    mine = contexts.at(draft, item.evidence.span.start)
    likes = [
        (contexts.likeness(mine, item.evidence.span, s, Span(0, 0)).same, -n)
        for n, s in enumerate(contexts.like(mine))
    ]
    close, number = max(likes, default=(0.0, 0))
    replaces = bool(likes) and _has_another(mine, contexts.like(mine)[-number], reading)
    common = is_common_knowledge(item.evidence.text, vocabulary_of(reading))
    return [float(common), close, float(replaces)]


def _has_another(mine: Sentence, other: Sentence, reading: SetReading) -> bool:
    """Whether a source's sentence names somebody or something that the draft's does not."""
    return any(
        actor.id in other.actors - mine.actors
        and any(
            m.article == other.reading.article.id and other.span.contains(m.span) and is_name(m.text)
            for m in actor.mentions
        )
        for actor in reading.actors
    )


def _is_likely_wrong(sort: str, row: Sequence[float]) -> bool:
    """Whether the like of it is wrong often enough to warn of it."""
    fitted = load("absence")[sort]
    odds = sum(fitted["weights"][name] * x for name, x in zip(ROWS[sort], row, strict=True))
    return probability(odds + fitted["weights"]["bias"]) >= float(fitted["cutoff"])
