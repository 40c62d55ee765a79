"""Pairs of statements read whole: which values are held together, and why the others are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.matching.pairings import Pairing, pairings_of
from checker.model import Article, ArticleSet, Span
from checker.pipeline import read_set

CORPUS = Path(__file__).parent / "corpora" / "pairs.yaml"
GROUPS: dict[str, list[dict[str, Any]]] = yaml.safe_load(CORPUS.read_text("utf-8"))


def unmarked(marked: str) -> tuple[str, Span]:
    start, end = marked.index("["), marked.index("]")
    return marked[:start] + marked[start + 1 : end] + marked[end + 1 :], Span(start, end - 1)


def pairings(one: str, other: str) -> list[Pairing]:
    """The pairings of the two values in brackets; both must have been read."""
    texts = [unmarked(one), unmarked(other)]
    articles = tuple(Article(str(number), text) for number, (text, _) in enumerate(texts))
    reading = read_set(ArticleSet("pair", articles))
    spans = {article.id: span for article, (_, span) in zip(articles, texts, strict=True)}
    for item in reading.articles:
        assert any(value.span.overlaps(spans[item.article.id]) for value in item.values)
    return [
        pair
        for pair in pairings_of(reading)
        if all(claim.value.span.overlaps(spans[claim.article.id]) for claim in (pair.a, pair.b))
    ]


def items(group: str) -> list[Any]:
    return [
        pytest.param(
            item,
            id=f"{item['one']} / {item['other']}",
            marks=[pytest.mark.xfail(reason=item["todo"], strict=True)] if "todo" in item else [],
        )
        for item in GROUPS[group]
    ]


@pytest.mark.parametrize("item", items("compared"))
def test_compared(item: dict[str, Any]) -> None:
    assert [pair.refused for pair in pairings(item["one"], item["other"])] == [None]


@pytest.mark.parametrize("item", items("refused"))
def test_refused(item: dict[str, Any]) -> None:
    assert all(pair.refused for pair in pairings(item["one"], item["other"]))


@pytest.mark.parametrize("item", items("apart"))
def test_kept_apart(item: dict[str, Any]) -> None:
    assert [pair for pair in pairings(item["one"], item["other"]) if pair.refused is None] == []


def test_there_are_enough() -> None:
    assert sum(map(len, GROUPS.values())) >= 60
