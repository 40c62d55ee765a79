"""A short run of every target of `tests.fuzz.targets`, always with the same inputs."""

from __future__ import annotations

import pytest

from tests.fuzz.targets import TARGETS, fuzz


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run(name: str) -> None:
    inputs = 12 if name == "pipeline" else 60
    told = fuzz(name, inputs)
    assert told["longest"] < 10
