"""The values of an article as `explain` prints them: numbers and units as said (see docs/output.md).

Beside what the checker compares, these are the parts of a length told in several units, each marked as
part of the whole, and units named without a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from checker.model import Kind, Statements, Value, statement_at
from checker.readings import Reading
from checker.values.quantity import decimal_text
from checker.values.unnumbered import find_unnumbered


def rows(item: Reading) -> tuple[list[dict[str, Any]], dict[int, int]]:
    """Every value in the order of the text, parts right after their whole; and where each is, by its id()."""
    printed = list(_printed(item))
    places = {id(value): number for number, (value, _) in enumerate(printed)}
    return [_row(value, whole, places, item.statements) for value, whole in printed], places


def _printed(item: Reading) -> Iterator[tuple[Value, Value | None]]:
    """Values, each with the one that it is part of."""
    bare = find_unnumbered(item.article, item.values)
    for value in sorted([*item.values, *bare], key=lambda value: value.span.start):
        yield value, None
        for part in value.parts:
            yield part, value


def _row(
    value: Value, whole: Value | None, places: Mapping[int, int], statements: Statements
) -> dict[str, Any]:
    holder = statement_at(statements, value.span)
    stated, unit = (value.said.stated, value.said.unit) if value.said else (value.stated, value.unit)
    return {
        "kind": value.kind.value,
        "span": list(value.span),
        "text": value.text,
        "stated": list(stated),
        "low": _end(value, value.low),
        "high": _end(value, value.high),
        "low_open": value.bounds.low_open,
        "high_open": value.bounds.high_open,
        "unit": unit,
        "currency": value.dimension.partition("/")[0] if value.kind is Kind.MONEY else None,
        "hedge": value.hedge,
        "change": None if value.named else value.change,
        "direction": value.change,
        "counted": value.counted.text if value.counted else None,
        "statement": None if holder is None else next(i for i, s in enumerate(statements) if s is holder),
        "dimension": value.dimension,
        "basis": value.basis.value if value.basis else None,
        "grain": value.grain,
        "notes": list(value.notes),
        "part_of": None if whole is None else places[id(whole)],
    }


def _end(value: Value, end: str | None) -> str | None:
    """An end as shown: of a part of a whole told as a fraction in the terms of what was said."""
    said_as_part = value.kind is Kind.PERCENTAGE and value.said is not None and value.said.unit is None
    return decimal_text(Fraction(end) / 100) if end is not None and said_as_part else end
