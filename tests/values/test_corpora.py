"""Runs every corpus of values: tests/corpora/<name>.yaml, one file a kind.

    kind: count                 # a Kind of checker.model; several: [date, time]
    published: 2025-03-18       # optional: what every article is dated (an entry may have its own)
    examples:                   # all values of that kind in the text, in order, and no other of it
      - text: Some 300 residents fled.
        is: {words: Some 300, stated: 300, hedge: "~", low: 270, high: 330, counted: residents}
      - text: Two men and three women were held.
        is: [{stated: 2, counted: men}, {stated: 3, counted: women}]
    equivalents:                # each text holds one value of the kind; all denote the same set
      - [a dozen eggs, twelve eggs, 12 eggs]
    differents:                 # two texts, and how the first relates to the second
      - [more than 100 men, 100 men, disjoint]
    non_examples:               # no value of the kind
      - They flew in a Boeing 737.

An expectation names only what it checks: `words` (the text of the span), the fields of Value
(`stated` `low` `high` `unit` `hedge` `change` `grain` `dimension` `basis` `kind`, `notes` as those
that must be among them), `counted` (its text), `head`, `modifiers`, `low_open` `high_open`,
`said` (numbers and unit as said), `parts` (the words of each), `named`,
`bounds` and `rounded` as [low, high] in the base unit (fractions as "1/3"). One value may be given
without the list. `null` means None. Any entry may be a mapping with `todo: why` (and `text` or
`texts`): a known miss, a strict xfail.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.language import parse
from checker.model import Article, Interval, Kind, Relation, Value
from checker.values import find_values

CORPORA = sorted(
    path
    for path in (Path(__file__).resolve().parents[1] / "corpora").glob("*.yaml")
    if "kind" in yaml.safe_load(path.read_text(encoding="utf-8"))  # the others hold no values
)


@cache
def corpus(path: Path) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = set(found) - {"kind", "published", "examples", "equivalents", "differents", "non_examples"}
    assert not unknown, f"{path.name}: unknown keys {sorted(unknown)}"
    return dict(found)


def kinds(path: Path) -> set[Kind]:
    named = corpus(path)["kind"]
    return {Kind(name) for name in (named if isinstance(named, list) else [named])}


def entries(section: str) -> list[Any]:
    return list(_entries(section))


def _entries(section: str) -> Iterator[Any]:
    for path in CORPORA:
        for entry in corpus(path).get(section) or []:
            todo = entry.get("todo") if isinstance(entry, dict) else None
            marks = [pytest.mark.xfail(reason=todo, strict=True)] if todo else []
            yield pytest.param(path, entry, id=f"{path.stem}: {_label(entry)}", marks=marks)


def _label(entry: Any) -> str:
    if isinstance(entry, dict):
        entry = entry.get("text") or entry.get("texts")
    words = " | ".join(map(str, entry)) if isinstance(entry, list) else str(entry)
    return words[:80].encode("ascii", "replace").decode()


def _texts(path: Path) -> Iterator[str]:
    whole = corpus(path)
    for section in ("examples", "equivalents", "differents", "non_examples"):
        for entry in whole.get(section) or []:
            if isinstance(entry, dict):
                entry = entry.get("text") or entry.get("texts")
            if section == "differents":
                entry = entry[:2]
            yield from entry if isinstance(entry, list) else [entry]


@cache
def parsed(path: Path) -> dict[str, Any]:
    """Every text of the corpus, parsed in one batch."""
    texts = list(dict.fromkeys(map(str, _texts(path))))
    return dict(zip(texts, parse(texts), strict=True))


def read(path: Path, text: str, entry: Any = None) -> list[Value]:
    published = (entry.get("published") if isinstance(entry, dict) else None) or corpus(path).get("published")
    if isinstance(published, str):
        published = datetime.fromisoformat(published)
    elif isinstance(published, date) and not isinstance(published, datetime):
        published = datetime(published.year, published.month, published.day)
    article = Article("corpus", text, published=published)
    return [value for value in find_values(parsed(path)[text], article) if value.kind in kinds(path)]


@pytest.mark.parametrize(("path", "entry"), entries("examples"))
def test_example(path: Path, entry: dict[str, Any]) -> None:
    unknown = set(entry) - {"text", "is", "todo", "published"}
    assert not unknown, f"unknown keys {sorted(unknown)}"
    values = read(path, entry["text"], entry)
    wanted = entry["is"] if isinstance(entry["is"], list) else [entry["is"]]
    found = [(v.kind.value, v.text, v.stated, v.low, v.high, v.unit) for v in values]
    assert len(values) == len(wanted), found
    for value, want in zip(values, wanted, strict=True):
        assert {key: _field(value, key, want[key]) for key in want} == {
            key: _wanted(key, want[key]) for key in want
        }


def _field(value: Value, key: str, want: Any) -> Any:
    match key:
        case "words":
            return value.text
        case "stated":
            return [*value.stated]
        case "said":
            return value.said and [*value.said.stated, value.said.unit]
        case "parts":
            return [part.text for part in value.parts]
        case "counted":
            return value.counted and value.counted.text
        case "head":
            return value.counted and value.counted.head
        case "modifiers":
            return [*value.counted.modifiers] if value.counted else None
        case "low_open" | "high_open":
            return getattr(value.bounds, key)
        case "bounds" | "rounded":
            interval: Interval | None = getattr(value, key)
            return interval and [interval.low, interval.high]
        case "notes":
            return sorted(set(value.notes) & set(want))
        case "basis" | "kind":
            return getattr(value, key) and getattr(value, key).value
    return getattr(value, key)


def _wanted(key: str, want: Any) -> Any:
    match key:
        case "stated":
            return [str(item) for item in (want if isinstance(want, list) else [want])]
        case "bounds" | "rounded":
            return want and [None if item is None else Fraction(str(item)) for item in want]
        case "low" | "high":
            return None if want is None else str(want)
        case "notes":
            return sorted(want)
        case "said":
            return want and [str(item) for item in want]
    return want


@pytest.mark.parametrize(("path", "entry"), entries("equivalents"))
def test_equivalent(path: Path, entry: Any) -> None:
    texts = entry["texts"] if isinstance(entry, dict) else entry
    values = [(text, only(path, text, entry)) for text in texts]
    for (one, left), (other, right) in combinations(values, 2):
        assert left.relation(right) is Relation.EQUAL, (one, left.bounds, other, right.bounds)


@pytest.mark.parametrize(("path", "entry"), entries("differents"))
def test_different(path: Path, entry: Any) -> None:
    one, other, relation = entry["texts"] if isinstance(entry, dict) else entry
    left, right = only(path, one, entry), only(path, other, entry)
    if relation == "incomparable":
        assert not left.comparable(right)
        return
    assert left.relation(right) is Relation(relation), (left.bounds, right.bounds)
    assert right.relation(left) is Relation(relation).swapped()


def only(path: Path, text: str, entry: Any) -> Value:
    values = read(path, text, entry)
    assert len(values) == 1, (text, [(v.kind.value, v.text) for v in values])
    return values[0]


@pytest.mark.parametrize(("path", "entry"), entries("non_examples"))
def test_non_example(path: Path, entry: Any) -> None:
    text = entry["text"] if isinstance(entry, dict) else entry
    assert [(v.kind.value, v.text) for v in read(path, text, entry)] == []
