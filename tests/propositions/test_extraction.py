"""Who does what to whom, as the extractor reads single sentences (roles.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.model import Article, ArticleSet
from checker.pipeline import read_set
from checker.propositions import Role

EXAMPLES = yaml.safe_load(Path(__file__).with_name("roles.yaml").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["text"] for e in EXAMPLES])
def test_roles_are_read(example: dict[str, Any]) -> None:
    [item] = read_set(ArticleSet("one", (Article("a", example["text"]),))).articles
    for lemma, wanted in example.items():
        if lemma == "text":
            continue
        told = next(p for p in item.propositions if p.lemma == lemma)
        for role, heads in wanted.items():
            if role == "status":
                assert told.status == heads
            else:
                assert [f.head for f in told.of(Role(role))] == heads.split(), (lemma, role)
