"""Whatever the text, numerals are found without failing, in order, inside it and apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values.numerals import decimal_text, find_numerals

PIECES = [
    *(
        "1",
        "22",
        "333",
        "0",
        "007",
        "1,234",
        "12,",
        ",",
        ".",
        "1.5",
        "½",
        "/",
        "-",
        "–",
        "+",
        "^",
        "×10",
        "e9",
        "%",
    ),
    *(
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "billion",
        "dozen",
        "half",
        "third",
        "fifths",
        "a",
    ),
    *(
        "and",
        "to",
        "of",
        "in",
        "between",
        "from",
        "or more",
        "more than",
        "nearly",
        "point",
        "over",
        "tens",
        "m",
        "k",
    ),
    *(
        "$",
        "€",
        "(",
        ")",
        " ",
        "\n",
        "men",
        "times",
        "score",
        "few",
        "several",
        "couple",
        "low",
        "plus",
        "odd",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["", " "]))
def test_numbers_stand_in_order_inside_the_text(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.core.start < numeral.core.end <= len(text)
        assert numeral.span.contains(numeral.core)
        assert numeral.values
        assert all(decimal_text(value) for value in numeral.values)
        start, stop = numeral.bounds.ends()
        assert start <= stop
        end = numeral.core.end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for numeral in find_numerals(text):
        assert text[numeral.core.start : numeral.core.end].strip()


@pytest.mark.parametrize(
    "unit",
    [
        "12,",
        "100 ",
        "million ",
        "9",
        "1e9",
        "^9",
        "two hundred and ",
        "1-",
        "half of ",
        "10^9 ",
        "-",
        "twenty ",
    ],
)
def test_endless_input_is_read(unit: str) -> None:
    text = "one " + unit * 3000
    for numeral in find_numerals(text):
        assert all(decimal_text(value) for value in numeral.values)
