"""Quotations that own up to what they leave out or put in: what is between must be as it was said."""

import pytest

from checker.model import Article, ArticleSet, Role
from checker.pipeline import check_set

SPEECH = (
    "“We have waited nine years for this bridge, which our parents were promised. The money is there now. "
    "I do not see what else could stop it, and I have told the minister so,” Anna Lund said."
)


def messages(source: str, draft: str) -> list[str]:
    written = Article("draft", draft, role=Role.DRAFT)
    found = check_set(ArticleSet("bridge", (Article("source", source), written))).findings
    return [f.message for f in found]


@pytest.mark.parametrize(
    "quoted",
    [
        "We have waited nine years for this bridge … The money is there now",
        "We have waited nine years ... and I have told the minister so",
        "We have waited nine years (...) and I have told the minister so",
        "We have waited nine years [. . .] and I have told the minister so",
        "I do not see what else could stop [the bridge], and I have told [her] so",
        "[W]e have wait[ed] nine years for this [sic] bridge",
        "We have … the money",
        # as long apart as a speech is
        "We have waited nine years for this bridge […] I have told the minister so",
    ],
)
def test_what_a_quotation_owns_up_to_is_no_change(quoted: str) -> None:
    assert messages(SPEECH, f"“{quoted},” Anna Lund said.") == []


@pytest.mark.parametrize(
    ("quoted", "changed"),
    [
        ("We have waited nine years ... and I have warned the minister so", "“warned” for “told”"),
        ("We have waited nine years for that ferry […] The money is there", "“that ferry” for “this bridge”"),
        ("I do not see what else could sink [the bridge], and I have told [her] so", "“sink” for “stop it”"),
    ],
)
def test_the_words_beside_a_gap_must_be_those_that_were_said(quoted: str, changed: str) -> None:
    (message,) = messages(SPEECH, f"“{quoted},” Anna Lund said.")
    assert changed in message


def test_a_piece_that_no_source_has_is_unsupported() -> None:
    draft = "“We have waited nine years … while everybody laughed about our ferries,” Anna Lund said."
    assert any(message.startswith("no source has") for message in messages(SPEECH, draft))


def test_what_a_source_leaves_out_is_no_change_of_the_draft() -> None:
    source = "“We have waited nine years … and I have told the minister so,” Anna Lund said."
    draft = "“We have waited nine years for this, and I have told the minister so,” Anna Lund said."
    assert messages(source, draft) == []
