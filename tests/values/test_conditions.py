"""The conditions in data that tell what a doubtful number or word is can be read and name lists there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import pytest

from checker.data import load
from checker.values.conditions import conditions
from checker.values.labels import lists
from checker.values.units import data

NUMBERS = ("below",)  # conditions whose cue is a number and no list


def of_data() -> Iterator[tuple[str, Mapping[str, Collection[str]]]]:
    for forms in data()["company"].values():
        for alternatives in forms.values():
            yield from ((whole, data()["cues"]) for whole in alternatives)
    for reading in load("labels")["which"].values():
        yield from ((whole, lists()) for key in reading for whole in reading[key])


@pytest.mark.parametrize(("whole", "known"), list(of_data()))
def test_every_condition_can_be_read(whole: str, known: Mapping[str, Collection[str]]) -> None:
    for said, one in zip(whole.split(" & "), conditions(whole), strict=True):
        assert not one.cue or one.cue in known or said.strip("!").partition(":")[0] in NUMBERS, said


def test_what_is_no_condition_is_told() -> None:
    with pytest.raises(ValueError, match=r"no condition of a number: 'digit'; allowed are .*digits"):
        conditions("tight & digit")
