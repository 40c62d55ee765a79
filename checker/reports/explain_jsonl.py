"""The machine-readable output of `explain`: one JSON object a line, an article each (see docs/output.md).

All offsets are characters of the article's text. Indices point into the lists of the same object. Beside what
the checker compares, the values are also the parts of a length told in several units, each marked as part of
the whole, and units named without a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from checker.claims.claim import Claim
from checker.matching.pairings import pairings_of
from checker.model import Actor, ArticleSet, Kind, Speaker, Statement, Value, statement_at
from checker.readings import Reading, SetReading
from checker.reports.as_data import Shape, plain, shape
from checker.reports.as_json import as_data
from checker.reports.printable import json_text
from checker.values.quantity import decimal_text
from checker.values.unnumbered import find_unnumbered


def render(reading: SetReading) -> str:
    compared = _compared(reading)
    return "".join(json_text(_article(item, reading, compared), indent=None) for item in reading.articles)


def failed(articles: ArticleSet) -> str:
    """A line that tells which articles of the set were not read, and why."""
    if not articles.failed:
        return ""
    return json_text({"id": articles.id, "failed": list(map(as_data, articles.failed))}, indent=None)


def _article(item: Reading, whole: SetReading, compared: Mapping[int, Any]) -> dict[str, Any]:
    printed = list(_printed(item))
    places = {id(value): number for number, (value, _) in enumerate(printed)}
    part_of = {id(value): places[id(of)] for value, of in printed if of is not None}
    shapes: dict[type, Shape] = {
        Statement: shape("form content speaker cue attitude asserted within"),
        Speaker: shape("name span"),
        Actor: shape(
            "id name kind names mentions speaks_for reasons doubts",
            mentions=lambda actor: [m.span for m in actor.mentions if m.article == item.article.id],
        ),
        Value: shape(
            "kind span text stated low high low_open=bounds.low_open high_open=bounds.high_open unit currency"
            " hedge change direction=change counted statement dimension basis grain notes part_of",
            stated=lambda value: value.said.stated if value.said else value.stated,
            unit=lambda value: value.said.unit if value.said else value.unit,
            low=lambda value: _end(value, value.low),
            high=lambda value: _end(value, value.high),
            currency=lambda value: value.dimension.partition("/")[0] if value.kind is Kind.MONEY else None,
            change=lambda value: None if value.named else value.change,
            counted=lambda value: value.counted and value.counted.text,
            statement=lambda value: _holder(value, item),
            part_of=lambda value: part_of.get(id(value)),
        ),
        Claim: shape(
            "value of=topic.core states=topic.states act=topic.predicate modifiers=topic.modifiers"
            " baseline=topic.baseline parties=participants owners places stance=commitment.stance"
            " holder=commitment.holder modality=commitment.modality negated=commitment.negated compared",
            value=lambda claim: places[id(claim.value)],
            compared=lambda claim: compared.get(id(claim), []),
        ),
    }
    told = {
        "id": item.article.id,
        "statements": item.statements,
        "actors": whole.actors,
        "values": [value for value, _ in printed],
        "claims": item.claims,
    }
    found: dict[str, Any] = plain(told, shapes)
    return found


def _printed(item: Reading) -> Iterator[tuple[Value, Value | None]]:
    """The values in the order of the text, parts right after their whole, each with what it is part of."""
    bare = find_unnumbered(item.article, item.values)
    for value in sorted([*item.values, *bare], key=lambda value: value.span.start):
        yield value, None
        for part in value.parts:
            yield part, value


def _holder(value: Value, item: Reading) -> int | None:
    holder = statement_at(item.statements, value.span)
    return None if holder is None else next(i for i, s in enumerate(item.statements) if s is holder)


def _end(value: Value, end: str | None) -> str | None:
    """An end as shown: of a part of a whole told as a fraction in the terms of what was said."""
    said_as_part = value.kind is Kind.PERCENTAGE and value.said is not None and value.said.unit is None
    return decimal_text(Fraction(end) / 100) if end is not None and said_as_part else end


def _compared(reading: SetReading) -> dict[int, list[dict[str, Any]]]:
    """For each claim the claims of other accounts it was held against, with the reasons for or against."""
    found: dict[int, list[dict[str, Any]]] = {}
    for pair in pairings_of(reading):
        for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
            held: dict[str, Any] = {"article": other.article.id, "span": other.value.span}
            held |= {"reasons": list(map(str, pair.reasons)), "refused": pair.refused}
            found.setdefault(id(mine), []).append(held)
    return found
