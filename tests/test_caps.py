"""Two stated caps of one thing that are not the same: "up to 9bn" against "up to 100bn"."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import explain
from checker.claims.claim import Claim
from checker.judging.relations import relate
from checker.model import Relation


def claims(folder: Path, *texts: str) -> list[Claim]:
    """The one claim with a limit or amount of each text."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (reading,) = explain([folder / f"{number}.txt" for number in range(len(texts))])
    return [item.claims[0] for item in reading.articles]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The fund may lend up to €9bn.", "The fund may lend up to €100bn.", Relation.DISJOINT),
        (
            "The hall holds no more than 300 guests.",
            "The hall holds a maximum of 500 guests.",
            Relation.DISJOINT,
        ),
        ("The hall holds up to 300 guests.", "The hall holds no more than 300 guests.", Relation.EQUAL),
        ("The hall holds up to 300 guests.", "The hall holds 250 guests.", Relation.BROADER),
        ("The hall holds fewer than 300 guests.", "The hall holds up to 500 guests.", Relation.NARROWER),
        (
            "Troops must leave within five years.",
            "Troops must leave within 15 years.",
            Relation.DISJOINT,
        ),
        ("The pause may last up to a month.", "The pause may last up to 30 days.", Relation.BROADER),
        ("The drone flies at up to 160 km/h.", "The drone flies at 100 mph.", Relation.OVERLAPS),
        ("The drone flies at up to 160 km/h.", "The drone flies at 120 mph.", Relation.DISJOINT),
        ("The drone flew 30 miles.", "The drone flew more than 50 kilometres.", Relation.OVERLAPS),
        ("The drone flew 30 miles.", "The drone flew more than 60 kilometres.", Relation.DISJOINT),
        ("At least 30 guests were ill.", "At least 40 guests were ill.", Relation.BROADER),
    ],
)
def test_two_caps_are_apart_unless_they_are_one(
    tmp_path: Path, one: str, other: str, relation: Relation
) -> None:
    left, right = claims(tmp_path, one, other)
    assert relate(left, right, None) is relation
    assert relate(right, left, None) is relation.swapped()
