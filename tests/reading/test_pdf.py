"""PDF: columns in the order of reading, words and paragraphs whole, page numbers no part of them."""

from __future__ import annotations

import pytest

from checker.errors import InputError
from checker.reading.account import Account
from checker.reading.formats import read_accounts
from tests.reading.pdfs import Placed, column, pdf

LEFT = column(
    [
        "The tanker ran aground off the cape",
        "at dawn, the coastguard said. All 24",
        "of the crew were taken off by heli-",
    ]
)
RIGHT = column(
    ["copter. The owner puts the cargo at", "some 90,000 tonnes.", "", "The beach is shut."], left=320
)
TEXT = (
    "The tanker ran aground off the cape at dawn, the coastguard said. All 24 of the crew were taken off by "
    "helicopter. The owner puts the cargo at some 90,000 tonnes.\n\nThe beach is shut."
)
AROUND = ("what stands at the head or foot of its pages",)


def read(*pages: list[Placed], title: str = "") -> Account:
    (account,) = read_accounts(pdf(pages, title), "a.pdf")
    return account


def across(left: list[Placed], right: list[Placed]) -> list[Placed]:
    """As a program writes them that goes line by line over the page."""
    return sorted([*left, *right], key=lambda placed: -placed[1])


@pytest.mark.parametrize("page", [[*LEFT, *RIGHT], across(LEFT, RIGHT)])
def test_columns(page: list[Placed]) -> None:
    account = read(page, title="Tanker aground")
    assert (account.text, account.title, account.left_out) == (TEXT, "Tanker aground", ())


def test_a_headline_stands_over_its_columns() -> None:
    account = read([(60, 740, "Tanker aground at dawn"), *across(LEFT, RIGHT)])
    assert account.text == f"Tanker aground at dawn\n\n{TEXT}"


@pytest.mark.parametrize("number", ["1", "- 1 -", "Page 1", "Page 1 of 2", "1/2"])
def test_the_number_of_a_page(number: str) -> None:
    account = read([*column(["All 24 of the crew are safe."]), (300, 30, number)])
    assert (account.text, account.left_out) == ("All 24 of the crew are safe.", AROUND)


def test_what_every_page_repeats() -> None:
    pages = [
        [(60, 770, f"Press notice {n}, 3 May 2024"), *column([f"The {n} tanker was seen off the cape."])]
        for n in (31, 32)
    ]
    account = read(*pages)
    assert account.text == "The 31 tanker was seen off the cape.\n\nThe 32 tanker was seen off the cape."
    assert account.left_out == AROUND


def test_a_sentence_that_goes_on_overleaf() -> None:
    account = read(column(["The tanker ran aground off the"]), column(["cape at dawn."]))
    assert account.text == "The tanker ran aground off the cape at dawn."


def test_a_first_line_that_is_set_in_begins_a_paragraph() -> None:
    lines = column(["The tanker ran aground off the cape", "at dawn, as the whole coastguard said."])
    more = [(75, 672, "All 24 of the crew are safe, the"), (60, 658, "owner said.")]
    account = read([*lines, *more])
    assert account.text.split("\n\n")[1:] == ["All 24 of the crew are safe, the owner said."]


@pytest.mark.parametrize(
    ("data", "message"), [(b"%PDF-1.4\nbroken", "cannot be read"), (pdf([[]]), "no text in this PDF")]
)
def test_pdf_without_text(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_accounts(data, "a.pdf")
