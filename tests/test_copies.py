"""Accounts that carry one agency's copy are told as one."""

from __future__ import annotations

from checker.model import Article, ArticleSet, Role
from checker.pipeline import check_set

COPY = (
    "A fire on a ferry off the port of Bari killed twelve people early on Monday, the coast guard said, and "
    "at least thirty more were taken to hospital with burns, several of them in a serious condition."
)
OWN = (
    "Our correspondent watched as tugs brought the blackened ship into harbour, with families waiting behind "
    "a fence for word of those aboard and doctors walking among them."
)


def shared(*texts: str, roles: str = "sss") -> tuple[tuple[str, ...], ...]:
    articles = tuple(
        Article(f"a{n}", text, role=Role.DRAFT if roles[n] == "d" else Role.SOURCE)
        for n, text in enumerate(texts)
    )
    return check_set(ArticleSet("s", articles)).shared_copy


def test_the_same_copy_with_a_line_of_ones_own() -> None:
    assert shared(COPY, OWN, COPY + " The cause is not known.") == (("a0", "a2"),)


def test_own_words_are_no_copy() -> None:
    assert shared(COPY, OWN) == ()


def test_a_draft_may_carry_its_sources_words() -> None:
    assert shared(COPY, OWN, COPY, roles="ssd") == ()


def test_a_text_of_few_words_is_no_copy() -> None:
    assert shared("Ferry fire kills twelve.", "Ferry fire kills twelve.") == ()
