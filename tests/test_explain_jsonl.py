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
                value = row["values"][claim["value"]]
                assert (other["article"], other["span"]) != (row["id"], value["span"])
                assert other["refused"] is None or other["refused"]


def values_of(tmp_path: Path, text: str) -> list[dict[str, Any]]:
    path = tmp_path / "a.txt"
    path.write_text(text)
    (reading,) = explain([path])
    (line,) = explain_jsonl.render(reading).splitlines()
    return list(json.loads(line)["values"])


@pytest.mark.parametrize(
    ("text", "stated", "unit", "low", "currency"),
    [
        ("The stamp went up by 50 cents.", ["50"], "cent", "0.50", "USD"),
        ("A loaf cost 95 pence in the village.", ["95"], "pence", "0.95", "GBP"),
        ("It earned 63 cents per share.", ["63"], "cent/share", "0.63", "USD"),
        ("The ferry costs three dimes.", ["3"], "dime", "0.30", "USD"),
        ("The shares gained 18 sen.", ["18"], "sen", "0.18", "MYR"),
        ("The ferry costs $5.", ["5"], "USD", "5", "USD"),
    ],
)
def test_money_is_given_as_said_and_in_major_units(
    tmp_path: Path, text: str, stated: list[str], unit: str, low: str, currency: str
) -> None:
    (value,) = values_of(tmp_path, text)
    assert (value["stated"], value["unit"], value["low"], value["currency"]) == (stated, unit, low, currency)


@pytest.mark.parametrize(
    ("text", "change", "direction"),
    [
        ("Sales rose 3 percent.", "up", "up"),
        ("It was a 3 percent drop in sales.", None, "down"),
        ("The index closed 2.5% higher.", None, "up"),
        ("Three percent of sales are online.", None, None),
    ],
)
def test_a_change_told_by_a_verb_and_one_named_by_a_noun(
    tmp_path: Path, text: str, change: str | None, direction: str | None
) -> None:
    (value,) = values_of(tmp_path, text)
    assert (value["change"], value["direction"], value["hedge"]) == (change, direction, "=")


def test_a_length_in_several_units_is_given_whole_and_in_parts(tmp_path: Path) -> None:
    text = "The climb of 12 men took 3 days, 4 hours and 10 minutes in 2019 snow."
    values = values_of(tmp_path, text)
    at = next(n for n, value in enumerate(values) if value["kind"] == "duration")
    whole, parts = values[at], values[at + 1 : at + 4]
    assert whole["stated"] == ["3", "4", "10"]
    assert whole["low"] == str(3 * 86400 + 4 * 3600 + 600)
    assert [(part["text"], part["stated"], part["unit"], part["part_of"]) for part in parts] == [
        ("3 days", ["3"], "day", at),
        ("4 hours", ["4"], "hour", at),
        ("10 minutes", ["10"], "minute", at),
    ]
    assert all(value["part_of"] is None for value in (*values[: at + 1], *values[at + 4 :]))


@pytest.mark.parametrize(
    ("text", "words", "kind", "unit"),
    [
        ("Only a small percent of them return.", "percent", "percentage", "percent"),
        ("The chart gives the % of voters by town.", "%", "percentage", "percent"),
        ("She turned the celsius reading into fahrenheit.", "fahrenheit", "measure", "degF"),
        ("The loan was paid out in euros.", "euros", "money", "EUR"),
        ("Distances are given in kilometres.", "kilometres", "measure", "km"),
    ],
)
def test_a_unit_without_a_number_is_shown_and_claims_nothing(
    tmp_path: Path, text: str, words: str, kind: str, unit: str
) -> None:
    (value,) = [value for value in values_of(tmp_path, text) if value["stated"] == [None]]
    assert (value["text"], value["kind"], value["unit"]) == (words, kind, unit)
    assert value["low"] is value["high"] is None


def test_values_are_in_the_order_of_the_text_and_claims_point_at_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rescuers worked 3 hours and 10 minutes in a small percent of the snow. 12 men died.")
    (reading,) = explain([path])
    (line,) = explain_jsonl.render(reading).splitlines()
    row = json.loads(line)
    claimed = [row["values"][claim["value"]] for claim in row["claims"]]
    assert ["12"] in [value["stated"] for value in claimed]
    assert all(value["part_of"] is None and value["stated"] != [None] for value in claimed)
    starts = [value["span"][0] for value in row["values"]]
    assert starts == sorted(starts)


@pytest.mark.parametrize("text", ["Words.", "“Words”", "12", "\n\n\nHeadline\n\n12 died.\n"])
def test_small_texts(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    (reading,) = explain([path])
    (line,) = explain_jsonl.render(reading).splitlines()
    assert json.loads(line)["statements"]
