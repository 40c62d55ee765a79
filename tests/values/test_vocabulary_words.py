"""The word lists of values hold words alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checker.data import load


@pytest.mark.parametrize(
    "name", ["ages", "calendar", "changes", "currencies", "durations", "hedges", "labels", "numbers", "units"]
)
def test_no_word_is_taken_for_yes_or_no(name: str) -> None:
    """YAML reads a bare `on`, `off`, `no` and the country `NO` as true and false: they need quotes."""
    assert list(_booleans(load(name))) == []


def _booleans(data: object) -> Iterator[object]:
    if isinstance(data, dict):
        yield from (key for key in data if isinstance(key, bool))
        for value in data.values():
            yield from _booleans(value)
    elif isinstance(data, list):
        yield from (item for item in data if isinstance(item, bool))
        for item in data:
            yield from _booleans(item)
