"""Quotations of three words: held against those of the same named speaker, and of nobody else."""

import pytest

from checker.model import Article, ArticleSet, Role
from checker.pipeline import check_set

SOURCE = "“Change begins now,” Keir Starmer said after the vote. “We have waited long enough for this day.”"


def findings(source: str, draft: str) -> list[str]:
    written = Article("draft", draft, role=Role.DRAFT)
    found = check_set(ArticleSet("vote", (Article("source", source), written))).findings
    return [f"{f.severity}: {f.message}" for f in found if f.rule == "general.quotation"]


def test_a_word_changed_in_a_short_quotation_is_a_warning() -> None:
    (found,) = findings(SOURCE, "“Change starts now,” Keir Starmer said after the vote.")
    assert found.startswith("warning:")
    assert "“starts” for “begins”" in found


@pytest.mark.parametrize(
    "draft",
    [
        "“Change begins now,” Keir Starmer said.",
        # somebody else says so, or nobody whose name is told
        "“Change starts now,” Rishi Sunak said.",
        "“Change starts now,” a minister said.",
        # two words, owned up to, another short saying
        "“Change now,” Keir Starmer said.",
        "“Change [starts] now,” Keir Starmer said.",
        "“Growth means jobs,” Keir Starmer said.",
        "“Change will come,” Keir Starmer said.",
    ],
)
def test_other_short_quotations_are_left_alone(draft: str) -> None:
    assert findings(SOURCE, draft) == []


def test_small_words_do_not_make_two_sayings_one() -> None:
    source = "“We will win,” Anna Lund said. “It was tough.”"
    assert findings(source, "“We will fight,” Anna Lund said.") == []
    assert findings(source, "“It was brilliant,” Anna Lund said.") == []


def test_one_source_with_the_very_words_is_enough() -> None:
    source = f"{SOURCE} Supporters sang “Change starts now”."
    assert findings(source, "“Change starts now,” Keir Starmer said after the vote.") == []
