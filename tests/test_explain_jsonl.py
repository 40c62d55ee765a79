"""The JSON lines of `explain`: every key is there, every offset points at the text it is said to."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from checker import explain
from checker.model import ActorKind, Article, Form, Kind
from checker.reports import explain_jsonl

CASES = sorted(path.parent for path in (Path(__file__).parent.parent / "cases").glob("*/set.yaml"))


@lru_cache(maxsize=1)
def rows() -> list[tuple[Article, dict[str, Any]]]:
    found = []
    for case in CASES:
        (reading,) = explain([case])
        lines = explain_jsonl.render(reading).splitlines()
        articles = [item.article for item in reading.articles]
        found += list(zip(articles, map(json.loads, lines), strict=True))
    return found


def within(span: list[int] | None, text: str) -> bool:
    return span is None or 0 <= span[0] < span[1] <= len(text)


def test_a_line_for_each_article() -> None:
    assert len(rows()) >= 3 * len(CASES) > 0
    assert all(row["id"] == article.id for article, row in rows())
    assert all({"id", "statements", "actors", "values", "claims"} <= set(row) for _, row in rows())


def test_statements() -> None:
    for article, row in rows():
        for number, said in enumerate(row["statements"]):
            assert said["form"] in set(Form)
            assert said["content"]
            assert all(within(span, article.text) for span in [*said["content"], said["cue"]])
            speaker = said["speaker"]
            assert speaker is None or (speaker["name"] and within(speaker["span"], article.text))
            assert said["within"] is None or 0 <= said["within"] != number


def test_statements_cover_every_word_of_the_text() -> None:
    for article, row in rows():
        covered = {
            at for said in row["statements"] for start, end in said["content"] for at in range(start, end)
        }
        around = {
            at
            for said in row["statements"]
            for span in (said["cue"], said["speaker"] and said["speaker"]["span"])
            if span
            for at in range(*span)
        }
        letters = {at for at, character in enumerate(article.text) if character.isalnum()}
        left = letters - covered - around
        assert len(left) <= 0.1 * len(letters), article.id


def test_actors() -> None:
    for article, row in rows():
        for actor in row["actors"]:
            assert actor["name"]
            assert actor["kind"] in set(ActorKind)
            assert all(within(span, article.text) for span in actor["mentions"])


def test_values() -> None:
    for article, row in rows():
        for value in row["values"]:
            start, end = value["span"]
            assert article.text[start:end] == value["text"] != ""
            assert value["kind"] in set(Kind)
            assert value["hedge"] in "=~<>"
            assert value["change"] in (None, "up", "down")
            assert value["statement"] is None or value["statement"] < len(row["statements"])
            for key in ("stated", "low", "high", "low_open", "high_open", "unit", "counted"):
                assert key in value


def test_claims_point_at_values_and_at_what_they_were_compared_with() -> None:
    for _, row in rows():
        for claim in row["claims"]:
            assert 0 <= claim["value"] < len(row["values"])
            for other in claim["compared"]:
                assert other["article"] != row["id"]
                assert other["refused"] is None or other["refused"]


@pytest.mark.parametrize("text", ["Words.", "“Words”", "12", "\n\n\nHeadline\n\n12 died.\n"])
def test_small_texts(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    (reading,) = explain([path])
    (line,) = explain_jsonl.render(reading).splitlines()
    assert json.loads(line)["statements"]
