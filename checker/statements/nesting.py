"""How attributions lie in one another: doubles, what is only named in a report, reports within reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.model import Form, Places, Span, Statement
from checker.statements.attribution import Attribution

Parts = Places[tuple[Span, int]]


def _parts(numbered: Iterable[tuple[int, Iterable[Span]]]) -> Parts:
    """The stretches of what is numbered, so that not all are compared with all."""
    return Places(("", span, (span, number)) for number, spans in numbered for span in spans)


def without_doubles(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Of two attributions of nearly the same words, the first."""
    nearby = _parts((number, one.content) for number, one in enumerate(attributions))
    kept: set[int] = set()
    for number, one in enumerate(attributions):
        rivals = {other for part in one.content for _, other in nearby.at("", part)} & kept
        if not any(_same(one, attributions[other]) for other in rivals):
            kept.add(number)
    return [attributions[number] for number in sorted(kept)]


def _same(one: Attribution, other: Attribution) -> bool:
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content
    )
    return shared > 0.7 * max(one.size, other.size)


def without_named_within(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Without what is only named inside another's words, or inside the words that name who speaks.

    "He said that he backs the plan" and "an aide who asked not to be named said …" are one statement each.
    """
    nearby = _parts(
        (number, (*one.content, *filter(None, (one.source,)))) for number, one in enumerate(attributions)
    )
    return [
        one
        for number, one in enumerate(attributions)
        if one.asserted or not _holders(nearby, number, one.cue, one.content[0])
    ]


def _holders(nearby: Parts, number: int, cue: Span | None, first: Span) -> list[int]:
    """The others of which one part holds both the cue and the first part."""
    if cue is None:
        return []
    return [
        other
        for part, other in nearby.at("", Span(first.start, first.start + 1))
        if other != number and part.contains(cue) and part.start <= first.start < part.end
    ]


def nested(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each with the index of the narrowest one that it is reported in."""
    told = [(n, s) for n, s in enumerate(statements) if s.form is not Form.NARRATED]
    nearby = _parts((number, statement.content) for number, statement in told)
    found = list(statements)
    for number, statement in told:
        holders = _holders(nearby, number, statement.cue, statement.content[0])
        if holders:
            within = min(holders, key=lambda i: sum(p.end - p.start for p in statements[i].content))
            found[number] = replace(statement, within=within)
    return found
