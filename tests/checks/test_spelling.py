"""Which words are one name in two spellings."""

import pytest

from checker.checks.spelling import misspelled


@pytest.mark.parametrize(
    ("one", "other"),
    [("katherine", "catherine"), ("robyn", "robin"), ("anthony", "antony"), ("lennie", "lenny")],
)
def test_a_given_name_in_two_spellings(one: str, other: str) -> None:
    assert misspelled(one, other, given=True)
    assert misspelled(other, one, given=True)


@pytest.mark.parametrize(("one", "other"), [("hickok", "hickock"), ("clark", "clarke"), ("meyer", "mayer")])
def test_a_surname_in_two_spellings(one: str, other: str) -> None:
    assert misspelled(one, other, given=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [("steven", "steve"), ("tim", "jim"), ("mikhail", "michael"), ("dmitri", "dmitry"), ("anna", "annabel")],
)
def test_short_forms_and_other_scripts_are_no_misspellings(one: str, other: str) -> None:
    assert not misspelled(one, other, given=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [("zelensky", "zelenskyy"), ("gaddafi", "qaddafi"), ("larue", "larues"), ("costa", "silva")],
)
def test_surnames_that_are_spelled_alike_or_are_two(one: str, other: str) -> None:
    assert not misspelled(one, other, given=False)
