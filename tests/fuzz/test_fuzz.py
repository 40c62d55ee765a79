"""A short run of every target of `tests.fuzz.targets`, always with the same inputs."""

from __future__ import annotations

import pytest

from tests.fuzz.targets import TARGETS, fuzz


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run(name: str) -> None:
    inputs = 12 if name == "pipeline" else 60
    told = fuzz(name, inputs)
    assert told["longest"] < 10


# what was found, each by its target
FOUND: dict[str, tuple[object, ...]] = {
    "pipeline": (f"³ 5% {'9' * 400} ½", f"³ 5% {'9' * 400} ½"),  # a number too long to be rounded
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found(name: str) -> None:
    target, _ = TARGETS[name]
    target(*FOUND[name])
