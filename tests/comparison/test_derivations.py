"""tests/corpora/derivations.yaml: what follows from a source's figures by one step, and what does not."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.comparison import Derivation
from checker.drafts.derived import derivation
from checker.model import Article, ArticleSet, Role
from checker.pipeline import read_set

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "derivations.yaml"
TOLD = datetime(2024, 6, 14)


@cache
def derived(draft: str, source: str) -> Derivation | None:
    """By which step the value of the last brackets follows from the source."""
    *_, mark = re.finditer(r"\[(.*?)\]", draft)
    start = mark.start() - 2 * (len(re.findall(r"\[", draft)) - 1)
    plain = draft.replace("[", "").replace("]", "")
    articles = (
        Article("source", source, published=TOLD),
        Article("draft", plain, role=Role.DRAFT, published=TOLD),
    )
    reading = read_set(ArticleSet("set", articles))
    values = [
        v for v in reading.drafts[0].values if v.span.start < start + len(mark[1]) and start < v.span.end
    ]
    assert len(values) == 1, [v.text for v in values]
    return derivation(values[0], reading.drafts[0], reading.sources[0])


def rows(*sections: str) -> list[Any]:
    found = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
    return [
        pytest.param(*row[:3], row[3:], id=f"{row[0]} | {row[1]}") for name in sections for row in found[name]
    ]


@pytest.mark.parametrize(("draft", "source", "step", "operands"), rows("sure"))
def test_follows(draft: str, source: str, step: str, operands: list[list[Any]]) -> None:
    found = derived(draft, source)
    assert found is not None
    assert (found.step, found.sure) == (step, True)
    assert not operands or [v.text for v in found.operands] == [str(text) for text in operands[0]]


@pytest.mark.parametrize(("draft", "source", "step", "operands"), rows("might", "none"))
def test_does_not_surely_follow(draft: str, source: str, step: str, operands: list[list[Any]]) -> None:
    found = derived(draft, source)
    assert found is None or not found.sure
    assert (found.step if found else "none") == step


def test_a_step_is_shown_with_what_it_takes() -> None:
    found = derived("The fire killed [62 people].", "The fire killed 30 women and 32 men.")
    assert found is not None
    assert found.shown == "30 + 32"
