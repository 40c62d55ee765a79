"""Rules for certain speakers: by name, and by the title before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Article, ArticleSet
from checker.pipeline import check_set
from checker.rules.rulesets import load_ruleset

RULE = """
id: desk.missing
title: The mayor and the police give different numbers
why: Two offices, two lists.
claim: {value: {kind: count, of: [people]}, near: [missing]}
scope: {speakers: [mayor]}
"""


@pytest.mark.parametrize(("speaker", "found"), [("Mayor Lund", 1), ("the mayor", 1), ("the coast guard", 0)])
def test_speakers_by_title(tmp_path: Path, speaker: str, found: int) -> None:
    (tmp_path / "missing.yaml").write_text(RULE)
    texts = (
        f"Twelve people are missing since the ferry sank off Holm on Friday, {speaker} said.",
        "Twenty people are missing since the ferry sank off Holm on Friday, police said.",
    )
    articles = ArticleSet("s", tuple(Article(str(i), text) for i, text in enumerate(texts)))
    rules = load_ruleset((tmp_path,), shipped=False).active(articles)
    assert len(check_set(articles, rules).findings) == found
