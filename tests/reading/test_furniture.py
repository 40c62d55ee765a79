"""What publishing systems put round a text is no part of the account; every other word keeps its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check
from checker.reading.account import Account
from checker.reading.furniture import without_furniture

RELATED = "links to other stories"
MADE = "lines that say who made it and when"
PROSE = "Twelve people were killed when a bridge collapsed on Friday, police said."


def blank(text: str) -> Account:
    account = without_furniture(Account(text))
    assert len(account.text) == len(text)
    assert account.text.count("\n") == text.count("\n")
    return account


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Also read: 15 hurt in ferry disaster off Lamu", RELATED),
        ("READ MORE | Nine killed in bus crash", RELATED),
        ("• Related: Storm leaves 40 homeless", RELATED),
        ("Don’t miss: 7 bridges that fell", RELATED),
        ("Related stories:\n- Storm leaves 40 homeless\n- Nine killed in bus crash", RELATED),
        ("Updated: 12-05-2023 21:10 IST", MADE),
        ("Published 12 May 2023 | 9:05 pm, updated Sunday 14 May at 07:10 GMT", MADE),
        ("Last updated at 22:40 BST, 12 May 2023", MADE),
        ("By Anna Lund and Jo O’Neill in Harburg, 3 min read", MADE),
        ("BY ANNA LUND", MADE),
        ("Photo: AP/Jon Doe, 2023", MADE),
        ("(Reporting by Anna Lund and Jo Doe; Editing by Max van der Berg)", MADE),
        ("Additional reporting by Anna Lund", MADE),
    ],
)
def test_lines_that_are_no_part_of_the_story(line: str, said: str) -> None:
    account = blank(f"{PROSE}\n\n{line}\n\n{PROSE}\n")
    assert account.text.split() == [*PROSE.split(), *PROSE.split()]
    assert account.left_out == (said,)


@pytest.mark.parametrize(
    "text",
    [
        "By Friday 12 people had died, police said.",
        "By Friday evening",
        "By Friday",
        "Updated figures show that 12 people died",
        "Published figures: 12 dead in 2023",
        "The report was written\nby Anna Lund and\nread by all.",
        "The toll was given in\na report that was\nUpdated: 12 May 2023\nand again later.",
        "Related to this, 40 people are homeless.",
        "Read more than 40 pages: that is what she asked for.",
        "See also how 40 people live: in tents.",
        "Photo of 12 dead: Lund",
        "Sources said: 12 people died.",
        "Source of the fire unknown",
        "Bridge collapse kills 12",
    ],
)
def test_what_only_looks_like_such_a_line(text: str) -> None:
    assert blank(text) == Account(text)


def test_no_claim_comes_from_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"Bridge collapse\n\nBy Anna Lund, 3 min read\nUpdated: 12-05-2023 21:10 IST\n\n{PROSE}\n\n"
        "Also read: 15 hurt in ferry disaster off Lamu\n"
    )
    (tmp_path / "b.txt").write_text("14 people were hurt in the ferry disaster off Lamu.\n")
    (report,) = check([tmp_path])
    assert report.findings == ()
    assert [fact.label for fact in report.facts if "hurt" in fact.label or "injured" in fact.label] == []
    assert report.articles.left_out == (f"Left out of a: {MADE}, {RELATED}.",)
    assert report.articles.articles[0].line(report.articles.articles[0].text.index("Twelve")) == 6
