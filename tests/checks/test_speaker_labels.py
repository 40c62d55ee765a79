"""Long statements in which another speaker's label may have been overlooked."""

import pytest

from checker.model import Article, ArticleSet, Role
from checker.pipeline import check_set

MAYOR = "The bridge will be built in three years. We have the money for it. It opens in the spring."
MASTER = (
    "The ferry will run until the bridge is open to lorries and cars. "
    "There will be a night boat until then. Nobody will lose a day's work over this."
)
DRAFT = "“Nobody will lose a day's work over this,” Erik Holm said."


def rules_of(source: str) -> list[str]:
    written = Article("draft", DRAFT, role=Role.DRAFT)
    return [f.rule for f in check_set(ArticleSet("council", (Article("source", source), written))).findings]


@pytest.mark.parametrize(
    "transcript",
    [
        f"Anna Lund: {MAYOR} Erik Holm: {MASTER}",
        f"Anna Lund: {MAYOR} HOLM: {MASTER}",
        f"Anna Lund: {MAYOR} Thank you, Erik Holm. Nobody will lose a day's work over this.",
        f"Anna Lund said: “{MAYOR} Erik Holm – {MASTER} So it is.”",
    ],
)
def test_one_who_is_named_by_the_words_may_have_said_them(transcript: str) -> None:
    assert "general.speaker" not in rules_of(transcript)


@pytest.mark.parametrize(
    "statement",
    [
        f"Anna Lund: {MAYOR} Nobody will lose a day's work over this.",
        f"Anna Lund: Hello. Erik Holm is unwell. {MAYOR} Nobody will lose a day's work over this.",
    ],
)
def test_one_who_is_named_far_from_the_words_has_not(statement: str) -> None:
    assert "general.speaker" in rules_of(statement)
