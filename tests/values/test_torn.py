"""Numbers that some program has torn apart are read as if whole, and whole texts are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values.lexer import lex
from checker.values.numerals import find_numerals

TORN = "It ended at 4: 30 p. m. after a 12 - day run; the next is a 9 - day run. They counted "


@given(st.integers(min_value=1_000, max_value=99_999_999))
def test_torn_groups_read_as_the_whole_number(number: int) -> None:
    groups = f"{number:,}".split(",")
    if len(groups[0]) == 3 and "000" not in groups:
        return  # "415, 300" may be two numbers of a list
    text = f"{TORN}{', '.join(groups)} houses."
    last = find_numerals(text)[-1]
    assert last.stated == (str(number),)
    assert text[last.core.start : last.core.end] == ", ".join(groups)


@given(st.integers(min_value=0, max_value=999), st.integers(min_value=0, max_value=99))
def test_torn_decimals_read_as_the_whole_number(whole: int, part: int) -> None:
    text = f"{TORN}{whole}. {part} miles."
    last = find_numerals(text)[-1]
    assert last.values == find_numerals(f"{whole}.{part}")[0].values
    assert text[last.core.start : last.core.end] == f"{whole}. {part}"


@pytest.mark.parametrize(
    "text",
    [
        "It closed in 2012. 3 people lost work.",
        "Scorers: Silva 39, 106, Costa 71, 118.",
        "Rooms 100, 200, 300 and 400 are free.",
        "The truce - the first in 10 years - held. In 2012 - a dry year - wells failed.",
        "The 12-day run ended at 4:30 p.m. after 1.5 hours. 3 people came; 5 - the last - left.",
        "",
    ],
)
def test_whole_texts_are_left_alone(text: str) -> None:
    assert all(text[piece.start : piece.end] == piece.text and " " not in piece.text for piece in lex(text))
