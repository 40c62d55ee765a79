"""Live blogs as text: the hour over an entry dates what stands in it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from checker import check
from checker.model import Role
from checker.reading.account import Account
from checker.reading.entries import entries

BLOG = "A lead.\n\n14:35\n\nTwelve died.\n\n12.10 GMT\n\nNine died.\n\n11.50pm\n\nThe bridge fell.\n"
ON = datetime.fromisoformat("2024-05-03T18:00:00+02:00")


def test_each_entry_has_its_hour_and_its_line() -> None:
    parts = entries(Account(BLOG, id="live", published=ON))
    assert [(part.id, part.text.strip()) for part in parts] == [
        ("live-1", "A lead."),
        ("live-2", "Twelve died."),
        ("live-3", "Nine died."),
        ("live-4", "The bridge fell."),
    ]
    assert [part.published and part.published.isoformat() for part in parts] == [
        "2024-05-03T18:00:00+02:00",
        "2024-05-03T14:35:00+02:00",
        "2024-05-03T12:10:00+00:00",
        "2024-05-02T23:50:00+02:00",
    ]
    for part in parts:
        words = part.text.strip()
        assert BLOG.split("\n")[part.line - 1 + part.text[: part.text.index(words)].count("\n")] in words


@pytest.mark.parametrize(
    "account",
    [
        Account(BLOG),
        Account(BLOG, published=ON, role=Role.DRAFT),
        Account("The match began at\n14:35\nand ended at\n16:20.", published=ON),
        Account("14:35 Twelve died.\n\n13:10 Nine died.\n\n12:05 It fell.", published=ON),
    ],
)
def test_what_is_no_live_blog_or_has_no_day(account: Account) -> None:
    assert entries(account) == [account]


def test_a_toll_that_rises_is_no_disagreement(tmp_path: Path) -> None:
    died = "{} people were killed in the collapse of the bridge, police say.\n\n"
    tolls = {"16:05": "Twelve", "14:00": "Nine", "12:20": "Two"}
    entry = "".join(f"{hour}\n\n{died.format(toll)}" for hour, toll in tolls.items())
    (tmp_path / "live.md").write_text(f"---\npublished: 2024-05-03T18:00:00+02:00\n---\n{entry}")
    (report,) = check([tmp_path / "live.md"])
    assert report.read["articles"] == 3
    assert report.findings == ()
    assert [a.line(a.text.index("people")) for a in report.articles.articles] == [6, 10, 14]
