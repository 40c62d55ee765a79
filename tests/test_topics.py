"""The corpus of topics: each sentence read by the real pipeline, the value in brackets looked at."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.language import parse
from checker.model import Article, Span
from checker.propositions.topic import Topic, topic_of
from checker.values import find_values

CORPUS = Path(__file__).parent / "corpora" / "topics.yaml"
ITEMS: list[dict[str, Any]] = [
    item for group in yaml.safe_load(CORPUS.read_text("utf-8")).values() for item in group
]


def _unmarked(say: str) -> tuple[str, Span]:
    start, end = say.index("["), say.index("]")
    return say[:start] + say[start + 1 : end] + say[end + 1 :], Span(start, end - 1)


@lru_cache(maxsize=1)
def _topics() -> dict[str, tuple[str, Topic | None]]:
    read = {}
    marked = [(item["say"], *_unmarked(item["say"])) for item in ITEMS]
    for (say, text, span), doc in zip(marked, parse([text for _, text, _ in marked]), strict=True):
        values = [value for value in find_values(doc, Article("a", text)) if value.span.overlaps(span)]
        read[say] = text, topic_of(doc, values[0]) if values else None
    return read


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(
            item,
            id=item["say"],
            marks=[pytest.mark.xfail(reason=item["todo"], strict=True)] if "todo" in item else [],
        )
        for item in ITEMS
    ],
)
def test_topic(item: dict[str, Any]) -> None:
    text, topic = _topics()[item["say"]]
    assert topic is not None
    read = {"core": sorted(topic.core), "states": sorted(topic.states), "baseline": topic.baseline}
    wanted = {"core": item["core"], "states": item["states"], "baseline": item.get("baseline", False)}
    if "owners" in item:
        read["owners"] = [text[span.start : span.end] for span in topic.owners]
        wanted["owners"] = item["owners"]
    if "name" in item:
        read["name"] = " ".join([topic.name, *topic.untold])
        wanted["name"] = item["name"]
    assert read == wanted


def test_each_sentence_stands_once() -> None:
    assert len({item["say"] for item in ITEMS}) == len(ITEMS) >= 80
