"""Numbers that say nothing another account could contradict are read, and make no claim."""

from __future__ import annotations

import pytest

from checker.model import Article, ArticleSet, Kind
from checker.pipeline import read_set
from checker.readings import Reading


def read(text: str) -> Reading:
    (item,) = read_set(ArticleSet("a set", (Article("a", text),))).articles
    return item


@pytest.mark.parametrize(
    "text",
    ["The 2007 Oscars were held in Los Angeles.", "About 20, 000 people marched through Lyon."],
)
def test_no_claim_is_made(text: str) -> None:
    item = read(text)
    assert item.values
    assert not [claim.value.text for claim in item.claims if claim.value.text in ("2007", "000", "20")]


def test_a_plain_count_is_a_claim() -> None:
    item = read("The police arrested 12 people in Lyon.")
    assert [claim.value.stated for claim in item.claims if claim.value.kind is Kind.COUNT] == [("12",)]


CLAIMS = [  # a figure behind a figure and a mark
    ("In 2023, 43 people were killed on the coast road.", "43"),
    ("The dam was built in 1998. Thirty-four people died when it burst.", "Thirty-four"),
    ("Among the dead were Nadia Solberg, 43, 19 lawyers and a clerk.", "19"),
    ("On March 3, 430 flights were cancelled at Heathrow.", "430"),
    ("The school opened in 1962. 120 pupils now go there.", "120"),
    ("The strike lasted 36 hours, 12 of them without talks.", "36 hours"),
    ("With Erik Lund, 61, 14 miners were trapped below ground.", "14"),
    # a figure that something is put at, or given as
    ("The minister put the injured at 640.", "640"),
    ("They put the injured at 640.", "640"),
    ("The prefect gave the toll as 95.", "95"),
    ("The governor put the number of dead at 95.", "95"),
    ("Police listed the wounded as 31.", "31"),
    ("The union put the sacked at 1,200.", "1,200"),
    ("The museum gave the number of visitors as 4,100.", "4,100"),
    # lengths reckoned from an event
    ("The launch was called off less than an hour after the start.", "less than an hour"),
    ("The launch was called off several hours after the start.", "several hours"),
    ("A fortnight after the vote, the mayor resigned.", "A fortnight"),
    ("The train stopped ten minutes before the bridge collapsed.", "ten minutes"),
    ("More than three hours following the blast, firemen found the dog.", "More than three hours"),
]


@pytest.mark.parametrize(("text", "words"), CLAIMS)
def test_a_figure_that_tells_something_is_a_claim(text: str, words: str) -> None:
    assert words in [claim.value.text for claim in read(text).claims]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two days later, the mayor resigned.", "Two days"),
        ("The mayor had resigned an hour earlier.", "an hour"),
        ("An hour after that, the mayor resigned.", "An hour"),
        ("The spokesman said an hour after the vote that the mayor would stay.", "an hour"),
        ("The firm made 1. 6 billion dollars.", "6 billion dollars"),
    ],
)
def test_what_is_torn_or_reckoned_from_nothing_is_no_claim(text: str, words: str) -> None:
    assert words not in [claim.value.text for claim in read(text).claims]


def test_an_adjective_for_all_who_are_so_has_no_age() -> None:
    (value,) = (v for v in read("The governor put the number of dead at 95.").values if v.text == "95")
    assert value.kind is Kind.COUNT
