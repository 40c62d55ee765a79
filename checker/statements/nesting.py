"""How attributions lie in one another: doubles, what is only named in a report, reports within reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.model import Form, Span, Statement
from checker.statements.attribution import Attribution

_STRETCH = 1024  # characters; only what shares a stretch is compared


class _Nearby:
    """Spans by the stretches of text that they touch, so that not all are compared with all."""

    def __init__(self) -> None:
        self._by_stretch: dict[int, list[tuple[Span, int]]] = defaultdict(list)

    def add(self, span: Span, number: int) -> None:
        for stretch in range(span.start // _STRETCH, span.end // _STRETCH + 1):
            self._by_stretch[stretch].append((span, number))

    def at(self, span: Span) -> Iterator[tuple[Span, int]]:
        """What overlaps a span's first stretch and the span itself."""
        return (item for item in self._by_stretch.get(span.start // _STRETCH, ()) if item[0].overlaps(span))


def without_doubles(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Of two attributions of nearly the same words, the first."""
    kept: list[Attribution] = []
    nearby = _Nearby()
    for attribution in attributions:
        rivals = {number for part in attribution.content for _, number in nearby.at(part)}
        if any(_same(attribution, kept[number]) for number in rivals):
            continue
        for part in attribution.content:
            nearby.add(part, len(kept))
        kept.append(attribution)
    return kept


def _same(one: Attribution, other: Attribution) -> bool:
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content
    )
    return shared > 0.7 * max(one.size, other.size)


def without_named_within(attributions: list[Attribution]) -> list[Attribution]:
    """Without what is only named inside another's words, or inside the words that name who speaks.

    "He said that he backs the plan" and "an aide who asked not to be named said …" are one statement each.
    """
    nearby = _Nearby()
    for number, attribution in enumerate(attributions):
        for part in attribution.content:
            nearby.add(part, number)
        if attribution.source is not None:
            nearby.add(attribution.source, number)
    return [
        attribution
        for number, attribution in enumerate(attributions)
        if attribution.asserted or not _holders(nearby, number, attribution.cue, attribution.content[0])
    ]


def _holders(nearby: _Nearby, number: int, cue: Span | None, first: Span) -> list[int]:
    """The others of which one part holds both the cue and the first part."""
    if cue is None:
        return []
    return [
        other
        for part, other in nearby.at(first)
        if other != number and part.contains(cue) and part.start <= first.start < part.end
    ]


def nested(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each with the index of the narrowest one that it is reported in."""
    nearby = _Nearby()
    for number, statement in enumerate(statements):
        if statement.form is not Form.NARRATED:
            for part in statement.content:
                nearby.add(part, number)
    found = []
    for number, statement in enumerate(statements):
        holders = (
            []
            if statement.form is Form.NARRATED
            else _holders(nearby, number, statement.cue, statement.content[0])
        )
        within = min(holders, key=lambda i: sum(p.end - p.start for p in statements[i].content), default=None)
        found.append(statement if within is None else replace(statement, within=within))
    return found
