"""Web pages: what belongs to the article is read, wherever it stands; what does not is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker import check
from checker.reading import read_sets
from checker.reading.account import Account
from checker.reading.formats import read_accounts
from checker.reading.fragment import text_of_html

FIRST = "A landslide buried eleven houses in the village on Monday night, the canton said."
LAST = "The road to the village stays shut until the slope has been looked at, the canton said."


def page(*blocks: str, head: str = "") -> list[Account]:
    body = f"<body><h1>Landslide</h1>{''.join(blocks)}</body>"
    return read_accounts(f"<html><head><title>Landslide</title>{head}</head>{body}</html>".encode(), "a.html")


def only(*blocks: str) -> Account:
    (account,) = page(f"<p>{FIRST}</p>", *blocks, f"<p>{LAST}</p>")
    return account


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (
            "<ul><li>14 people are missing.</li><li>Two were found.</li></ul>",
            ["14 people are missing.", "Two were found."],
        ),
        ("<ol><li>The slope gave way at 9 p.m.</li></ol>", ["The slope gave way at 9 p.m."]),
        ("<dl><dt>Missing</dt><dd>14 people</dd></dl>", ["Missing", "14 people"]),
        ("<div class='box'><table><tr><th>Missing</th><td>14</td></tr></table></div>", ["Missing | 14"]),
        (
            "<p>Some 2 × 10<sup>6</sup> tonnes fell on 3 km<sup>2</sup>.</p>",
            ["Some 2 × 10⁶ tonnes fell on 3 km²."],
        ),
        ("<p>Some 120<sup>1</sup> tonnes fell.<sup><a href='#n'>2</a></sup></p>", ["Some 120 tonnes fell."]),
    ],
)
def test_what_stands_among_the_paragraphs_is_read_in_its_place(block: str, lines: list[str]) -> None:
    account = only(block)
    assert account.text.split("\n\n") == [FIRST, *lines, LAST]
    assert account.left_out == ()


@pytest.mark.parametrize(
    "block",
    [
        "<p>Read more: <a href='/x'>Ten die in avalanche in the next valley</a></p>",
        "<p><a href='/x'>Ten die in avalanche in the next valley</a></p>",
        "<ul><li><a href='/x'>Ten die in avalanche</a></li><li><a href='/y'>Nine hurt in storm</a></li></ul>",
        "<h3><a href='/x'>Ten die in avalanche in the next valley</a></h3><p>Short.</p>",
    ],
)
def test_links_to_other_stories_are_left_out_and_said(block: str) -> None:
    account = only(block)
    assert "Ten die" not in account.text
    assert account.left_out == ("links to other stories",)


@pytest.mark.parametrize(
    ("words", "line", "said"),
    [
        ("<p>Some <del>12</del><ins>13</ins> people {}</p>", "Some 13 people {}", "text that is struck out"),
        ("<p>Some <s>12</s> people {}</p>", "Some people {}", "text that is struck out"),
        ("<p hidden>Some 12 people {}</p>", "", "hidden text"),
        ("<div style='display: none'><p>Some 12 people {}</p></div>", "", "hidden text"),
    ],
)
def test_what_no_reader_sees_is_left_out_and_said(words: str, line: str, said: str) -> None:
    rest = "are missing in the valley."
    account = only(words.format(rest))
    assert account.text.split("\n\n") == [FIRST, *([line.format(rest)] if line else []), LAST]
    assert account.left_out == (said,)


def test_lists_that_stand_elsewhere_are_no_part() -> None:
    account = only(
        "<nav><ul><li>All 26 cantons</li></ul></nav>",
        "<footer><ul><li>Call us at any hour</li></ul></footer>",
    )
    assert account.text == f"{FIRST}\n\n{LAST}"


def live(*entries: tuple[str, str]) -> str:
    updates = [
        {"@type": "BlogPosting", "headline": "Entry", "datePublished": time, "articleBody": body}
        for time, body in entries
    ]
    about = {"@type": "LiveBlogPosting", "publisher": {"name": "Valley News"}, "liveBlogUpdate": updates}
    return f"<script type='application/ld+json'>{json.dumps(about)}</script>"


def test_each_entry_of_a_live_blog_is_of_its_own_hour(tmp_path: Path) -> None:
    entries = (
        ("2024-05-07T06:10:00Z", "<p>Four people died, the canton said on Monday.</p>"),
        ("2024-05-06T20:05:00Z", "<p>A landslide hit the village this evening.</p>"),
        ("2024-05-06T20:00:00Z", ""),
    )
    (tmp_path / "set.yaml").write_text("articles: [{file: live.html, id: live}]\n")
    (tmp_path / "live.html").write_text(f"<html><head>{live(*entries)}</head><body><p>x</p></body></html>")
    (articles,) = read_sets([tmp_path])
    assert [(a.id, a.text, a.publisher) for a in articles.articles] == [
        ("live-1", "Entry\n\nFour people died, the canton said on Monday.", "Valley News"),
        ("live-2", "Entry\n\nA landslide hit the village this evening.", "Valley News"),
        ("live-3", "Entry", "Valley News"),
    ]
    assert [a.published and a.published.isoformat() for a in articles.articles[:2]] == [
        "2024-05-07T06:10:00+00:00",
        "2024-05-06T20:05:00+00:00",
    ]
    assert articles.left_out == ("Left out of live-1: what stands round the entries of the live blog.",)


def test_a_toll_that_rises_from_entry_to_entry_is_no_disagreement(tmp_path: Path) -> None:
    entries = (
        ("2024-05-07T06:10:00Z", "Nine people died in the landslide in the village, the canton said."),
        ("2024-05-06T20:05:00Z", "Four people died in the landslide in the village, the canton said."),
    )
    (tmp_path / "live.html").write_text(f"<html><head>{live(*entries)}</head><body><p>x</p></body></html>")
    (report,) = check([tmp_path / "live.html"])
    assert report.read["articles"] == 2
    assert [f for f in report.findings if f.severity.value != "note"] == []


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>6</sup>", "10⁶"),
        ("10<SUP class='x'> −3 </SUP>", "10⁻³"),
        ("the 5<sup>th</sup>", "the 5th"),
        ("110<sup>6</sup>", "110"),
        ("said<sup>[3]</sup>", "said"),
        ("m<sup>2", "m2"),
    ],
)
def test_raised_digits(markup: str, text: str) -> None:
    assert text_of_html(markup) == text
