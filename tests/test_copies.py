"""Accounts that carry one agency's copy are told as one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from checker.model import Article, ArticleSet, Finding, Role, Severity
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


BRIDGE = (
    "The Tay rail bridge near Dundee fell in a storm on 28 December 1879 while a train with some 75 people "
    "on board was crossing it. A court of inquiry under Henry Rothery found that the bridge had been badly "
    "designed and badly built, and blamed the engineer Thomas Bouch, who died within the year. "
)
SHIP = (
    "The Swedish warship Vasa sank in the harbour of Stockholm on her first voyage in 1628, having sailed "
    "barely 1,300 metres. She was raised in April 1961 and stands in a museum of her own, where her painted "
    "lion, once red, is the first thing that visitors see. The inquest did not name anybody as guilty. "
)
CLIMB = (
    "Edmund Hillary, a beekeeper from New Zealand, and Tenzing Norgay reached the top of Mount Everest on "
    "29 May 1953 and stayed for a quarter of an hour. Hillary's brother Rex kept the bees at home. The news "
    "came to London on the morning of the coronation, and the expedition was welcomed by the queen. "
)
TEXTS = (BRIDGE, SHIP, CLIMB)

ALTERED = [
    (BRIDGE, "75 people", "57 people"),
    (BRIDGE, "28 December 1879", "28 December 1889"),
    (BRIDGE, "28 December", "26 November"),
    (BRIDGE, "Henry Rothery", "William Yolland"),
    (BRIDGE, "near Dundee", "near Aberdeen"),
    (BRIDGE, "had been badly designed", "had not been badly designed"),
    (SHIP, "1,300 metres", "1,300 miles"),
    (SHIP, "Swedish", "Danish"),
    (SHIP, "Stockholm", "Gothenburg"),
    (SHIP, "did not name", "did name"),
    # from here on written after the code, and run as they were written
    (SHIP, "April 1961", "August 1961"),
    (SHIP, "once red", "once green"),
    (SHIP, "lion", "eagle"),
    (CLIMB, "New Zealand", "Australia"),
    (CLIMB, "Tenzing Norgay", "Wilfrid Noyce"),
    (CLIMB, "a quarter of an hour", "three quarters of an hour"),
    (CLIMB, "Hillary's brother", "Hillary's uncle"),
    (CLIMB, "the morning", "the evening"),
    (CLIMB, "the queen", "the king"),
    (CLIMB, "Mount Everest", "Mount Kenya"),
]

REWORDED = [
    (BRIDGE, "fell in a storm", "collapsed in a storm"),
    (BRIDGE, "28 December 1879", "December 28, 1879"),
    (BRIDGE, "some 75 people", "about 75 people"),
    (BRIDGE, "some 75 people", "some 75 passengers"),
    (BRIDGE, "blamed the engineer Thomas Bouch", "blamed Thomas Bouch, the engineer"),
    (BRIDGE, "court of inquiry", "court of enquiry"),
    (SHIP, "1,300 metres", "1.3 kilometres"),
    (SHIP, "sank in the harbour", "went down in the harbor"),
    (SHIP, "The inquest did not name anybody", "The inquest named nobody"),
    (SHIP, "a museum of her own", "her own museum"),
    # from here on written after the code, and run as they were written
    (SHIP, "Swedish warship", "Swedish ship"),
    (SHIP, "is the first thing that visitors see", "is what visitors see first"),
    (SHIP, "April 1961", "the April of 1961"),
    (CLIMB, "from New Zealand", "in New Zealand"),
    (CLIMB, "a quarter of an hour", "15 minutes"),
    (CLIMB, "reached the top", "reached the summit"),
    (CLIMB, "Edmund Hillary", "Sir Edmund Hillary"),
    (CLIMB, "Hillary's brother Rex", "His brother Rex"),
    (CLIMB, "Mount Everest", "Everest"),
    (CLIMB, "The news came to London", "London had the news"),
]


def found_in_copy(text: str, old: str, new: str, role: Role) -> list[Finding]:
    """What is found in a copy, in which words were exchanged, that a warning or an error lies on."""
    assert old in text
    copy = Article("copy", text.replace(old, new), role=role)
    found = check_set(ArticleSet("s", (Article("original", text), copy))).findings
    return [f for f in found if f.severity is not Severity.NOTE]


@pytest.mark.parametrize("role", [Role.SOURCE, Role.DRAFT])
@pytest.mark.parametrize(("text", "old", "new"), ALTERED)
def test_an_altered_copy_is_found_on_the_words(text: str, old: str, new: str, role: Role) -> None:
    found = found_in_copy(text, old, new, role)
    at = text.index(old)
    marks = [e.span for f in found for e in f.evidence if e.article.id == "copy"]
    assert any(mark.start < at + len(new) and at < mark.end for mark in marks)
    assert role is Role.DRAFT or all(f.severity is Severity.WARNING for f in found)


@pytest.mark.parametrize("role", [Role.SOURCE, Role.DRAFT])
@pytest.mark.parametrize(("text", "old", "new"), REWORDED)
def test_a_copy_in_other_words_is_none(text: str, old: str, new: str, role: Role) -> None:
    assert [f.message for f in found_in_copy(text, old, new, role)] == []


def test_what_only_one_copy_has_is_nothing() -> None:
    assert found_in_copy(BRIDGE, "near Dundee fell", "fell", Role.SOURCE) == []
    assert found_in_copy(BRIDGE + SHIP, SHIP, "", Role.SOURCE) == []


def test_a_third_copy_is_held_against_the_first() -> None:
    copies = [BRIDGE, BRIDGE.replace("75 people", "57 people"), BRIDGE.replace("Dundee", "Perth")]
    articles = tuple(Article(f"a{n}", text) for n, text in enumerate(copies))
    found = check_set(ArticleSet("s", articles)).findings
    shown = {(e.article.id, word) for f in found for e in f.evidence for word in e.text.split()}
    assert len(found) == 2
    assert {("a1", "57"), ("a2", "Perth")} <= shown


def test_a_later_toll_in_the_same_words_is_news() -> None:
    told = "The quake near Amatrice killed {} people in the night, the civil protection service in Rome said."
    first = datetime(2016, 8, 24, 9, tzinfo=UTC)
    articles = tuple(
        Article(f"a{n}", told.format(toll), published=first + timedelta(hours=8 * n))
        for n, toll in enumerate(("73", "159"))
    )
    assert check_set(ArticleSet("s", articles)).findings == ()


@pytest.mark.xfail(reason="told alike but for the year, they are held to be one census", strict=True)
def test_another_year_with_its_figure_is_another_fact() -> None:
    told = (
        "According to the census of {} the town of Oamaru had {} inhabitants, more than any in the district."
    )
    articles = (Article("a", told.format(2013, "12,900")), Article("b", told.format(2018, "13,900")))
    assert check_set(ArticleSet("s", articles)).findings == ()


def test_a_number_written_apart_is_the_same() -> None:
    told = "Anybody who saw the driver of the van in Wellington that night is asked to text {} to the police."
    assert (
        check_set(
            ArticleSet("s", (Article("a", told.format("555 111")), Article("b", told.format("555111"))))
        ).findings
        == ()
    )
