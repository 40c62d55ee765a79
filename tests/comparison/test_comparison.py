"""tests/corpora/comparison.yaml: whether two values agree, by route, and the reason."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.comparison import DRAFT, SOURCES, WITHIN, Comparison, Reason, why
from checker.language import parse
from checker.model import Article, Relation, Value
from checker.values import find_values

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "comparison.yaml"
POLICIES = {"sources": SOURCES, "draft": DRAFT, "within": WITHIN}


@cache
def entries() -> dict[str, dict[str, list[Any]]]:
    return dict(yaml.safe_load(CORPUS.read_text(encoding="utf-8")))


def rows(*routes: str) -> list[Any]:
    found = []
    for route in routes:
        for section, pairs in entries()[route].items():
            for one, other, reason, *todo in pairs:
                marks = [pytest.mark.xfail(reason=todo[0], strict=True)] if todo else []
                name = f"{route} {section}: {one} | {other}".encode("ascii", "replace").decode()
                found.append(pytest.param(route, section, one, other, reason, id=name, marks=marks))
    return found


@cache
def value_of(text: str) -> Value:
    """The value in brackets, or the only one."""
    plain = text.replace("[", "").replace("]", "")
    (doc,) = parse([plain])
    found = find_values(doc, Article("text", plain))
    if mark := re.search(r"\[(.*?)\]", text):
        found = [v for v in found if v.span.start < mark.end() - 2 and mark.start() < v.span.end]
    assert len(found) == 1, [v.text for v in found]
    return found[0]


def compared(route: str, one: str, other: str) -> Comparison:
    return why(value_of(one), value_of(other), POLICIES[route])


HOLDS = {
    "equivalents": lambda c: c.agrees,
    "unrelated": lambda c: c.agrees and not c.backs,
    "differents": lambda c: not c.agrees,
    "backed": lambda c: c.backs,
    "open": lambda c: c.agrees and not c.backs,
    "contradicted": lambda c: not c.agrees,
}


@pytest.mark.parametrize(("route", "section", "one", "other", "reason"), rows("sources", "draft", "within"))
def test_pair(route: str, section: str, one: str, other: str, reason: str) -> None:
    found = compared(route, one, other)
    assert found.reason is Reason(reason)
    assert HOLDS[section](found), found


@pytest.mark.parametrize(("route", "section", "one", "other", "reason"), rows("sources", "within"))
def test_sources_are_equals(route: str, section: str, one: str, other: str, reason: str) -> None:
    there, back = compared(route, one, other), compared(route, other, one)
    assert there.relation is back.relation.swapped()
    assert there.agrees is back.agrees


@pytest.mark.parametrize("text", sorted({row.values[2] for row in rows("sources", "draft", "within")}))
def test_a_value_is_equal_to_itself_on_every_route(text: str) -> None:
    for policy in POLICIES.values():
        assert why(value_of(text), value_of(text), policy) == Comparison(Relation.EQUAL, Reason.EQUAL)


def dated(text: str) -> Value:
    (doc,) = parse([text])
    (found,) = find_values(doc, Article("text", text, published=datetime(2025, 2, 20)))
    return found


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("It shut last June.", "It shut last July.", False),
        ("It shut last June.", "It shut in June 2023.", False),
        ("It shut last January.", "It shut last July.", False),
        ("It shut last January.", "It shut in March 2024.", False),
        ("It shut last January.", "It shut in January 2024.", True),
        ("It shut last January.", "It shut in January 2025.", True),
    ],
)
def test_a_month_of_this_year_or_the_one_before(one: str, other: str, agree: bool) -> None:
    assert why(dated(one), dated(other), SOURCES).agrees is agree
    assert why(dated(other), dated(one), SOURCES).agrees is agree
