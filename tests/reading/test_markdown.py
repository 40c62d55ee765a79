"""Markdown: the words without the mark-up, every word at the line and column where it stands in the file."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import CheckerError
from checker.model import Article, Role
from checker.reading.markdown import plain, read


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("# Fire at the mill", "Fire at the mill"),
        ("**Four** people _died_ in the *fire*.", "Four people died in the fire."),
        ("The [mayor](https://example.org/a_(b)) said so.", "The mayor said so."),
        ("The [mayor][1] said so.", "The mayor said so."),
        ("> “We left at once,” she said.", "“We left at once,” she said."),
        ("- 40 firemen\n- 12 engines", "40 firemen\n12 engines"),
        ("1. It began at 9 p.m.\n2. It ended at 11.", "It began at 9 p.m.\nIt ended at 11."),
        ("![The mill on fire](mill.jpg)", "The mill on fire"),
        ('> ![*The* mill on fire](mill.jpg "Mill")', "The mill on fire"),
        ("The ![a flag](it.svg) mayor said so.", "The  mayor said so."),
        ("It cost 5 * 3 dollars.", "It cost 5 * 3 dollars."),
        ("A 4*100 m relay", "A 4*100 m relay"),
        ("the file snake_case_name stays", "the file snake_case_name stays"),
        ("Kept\\* as it is \\[so\\]", "Kept* as it is [so]"),
        ("Marks &amp; Spencer, 5&nbsp;km, AT&T", "Marks & Spencer, 5 km, AT&T"),
        ("before <!-- a note --> after", "before  after"),
        ("before <!-- a\nnote --> after", "before\n after"),
        ("Four<br>people, <em>all</em> of them", "Four people, all of them"),
        ("if 3 < 5 and 7 > 6", "if 3 < 5 and 7 > 6"),
        ("Toll[^1] rose", "Toll rose"),
        ("A heading\n=========\nText", "A heading\n\nText"),
        ("one\n\n---\n\ntwo", "one\n\n\n\ntwo"),
        ("[1]: https://example.org", ""),
        ("175. The number stands alone", "The number stands alone"),
        ("See <https://example.org/x>.", "See https://example.org/x."),
        ("2,300 people[sic] came", "2,300 people[sic] came"),
    ],
)
def test_mark_up_is_left_out(body: str, shown: str) -> None:
    assert plain(body)[0] == shown


@pytest.mark.parametrize(
    ("word", "line", "column"),
    [("Fire", 5, 3), ("Four", 7, 9), ("died", 7, 24), ("mayor", 7, 36), ("said", 7, 70), ("later", 9, 5)],
)
def test_words_are_found_where_they_stand_in_the_file(word: str, line: int, column: int) -> None:
    file = (
        "---\ntitle: A fire\n---\n\n# Fire\n\nAbout **Four** people _died_. The "
        "[mayor](https://example.org/) so **said**.\n\n> * later\n"
    )
    (account,) = read(file.encode())
    article = Article("a", account.text, line_offset=account.line - 1, removed=account.removed)
    offset = article.text.index(word)
    assert article.line(offset) == line
    assert article.column(offset) == column
    assert file.split("\n")[line - 1][column - 1 :].startswith(word)


@given(st.text(st.sampled_from("ab1 *_`[]()<>!#->\\&;\n~:/|="), max_size=80))
def test_every_character_shown_is_a_character_of_its_line_in_the_file(body: str) -> None:
    shown, removed = plain(body)
    article = Article("a", shown, removed=removed)
    lines = body.split("\n")
    for offset, character in enumerate(shown):
        if character != "\n":
            assert lines[article.line(offset) - 1][article.column(offset) - 1] == character


def test_front_matter_is_read() -> None:
    (account,) = read(
        b"---\nid: one\ntitle: 'A: b'\npublisher: The Post\npublished: 2025-03-18T21:30:00+03:00\n"
        b"role: draft\nurl: https://example.org\ntrust: 2\ntags: [fire, court]\nsources: other.md\n"
        b"author: someone\nlayout: post\n---\nText.\n",
    )
    assert (account.id, account.title, account.publisher) == ("one", "A: b", "The Post")
    assert account.published == datetime.fromisoformat("2025-03-18T21:30:00+03:00")
    assert (account.role, account.url, account.trust) == (Role.DRAFT, "https://example.org", 2)
    assert (account.tags, account.sources, account.line) == (("fire", "court"), ("other.md",), 14)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025-03-18", datetime(2025, 3, 18, tzinfo=UTC)),
        ("2025-03-18 21:30", datetime(2025, 3, 18, 21, 30, tzinfo=UTC)),
        ("2025-03-18T21:30:00Z", datetime(2025, 3, 18, 21, 30, tzinfo=UTC)),
        ("Tue, 18 Mar 2025 21:30:00 +0300", datetime.fromisoformat("2025-03-18T21:30:00+03:00")),
    ],
)
def test_times_are_read(written: str, meant: datetime) -> None:
    (account,) = read(f"---\ndate: {written}\n---\nText.\n".encode())
    assert account.published == meant
    assert account.published is not None
    assert account.published.utcoffset() == meant.utcoffset()


def test_without_front_matter_and_with_an_empty_one() -> None:
    assert read(b"Text.\n")[0].line == 1
    assert read(b"---\n---\nText.\n")[0].line == 3
    assert read(b"\n\nText.\n")[0].line == 3


def test_all_that_is_wrong_in_front_matter_is_told_with_its_line() -> None:
    with pytest.raises(CheckerError) as caught:
        read(b"---\ntitle: x\npublished: lately\n---\nText.\n")
    assert caught.value.render().startswith("3:12: published: 'lately' is not a date")


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("# A **fire** in the port\n\nText.", "A fire in the port"),
        ("---\ntitle: Given\n---\n# Heading\n\nText.", "Given"),
        ("Text.\n\n# Not a title\n", None),
    ],
)
def test_title(file: str, title: str | None) -> None:
    assert read(file.encode())[0].title == title
