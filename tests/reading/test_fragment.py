"""Text from pieces of HTML, however broken, and from lines that were broken to fit."""

from __future__ import annotations

import pytest

from checker.reading.fragment import text_of_html, text_of_lines


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One<br>two<BR/>three", "One\ntwo\nthree"),
        ("<P CLASS=x>One <b>bold</b>\n word.</P>", "One bold word."),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("Caf&eacute; &amp; bar &#8212; &pound;3.5m&nbsp;more", "Café & bar — £3.5m more"),
        ("<style>p { x }</style>A<script>if (a < b) { '<p>' }</script>B", "AB"),
        ("A<!-- <p>no</p> -->B", "AB"),
        ('<a title="3 > 2" href="x">link</a> text', "link text"),
        ("3 < 5 and 7 > 6", "3 < 5 and 7 > 6"),
        ("<!DOCTYPE html><html><head><title>no</title></head><body>İ yes</body></html>", "İ yes"),
        ("cut short <b", "cut short"),
        ("open <!-- comment", "open"),
        (
            "<table><tr><th>Town</th><th>Dead</th><td></td></tr><tr><td>Brenna</td><td>9</td></tr></table>",
            "Town | Dead\n\nBrenna | 9",
        ),
        ("<table><td><p>One.</p></td><td><p>Two.</p></td></table>", "One.\n\nTwo."),
        ("In all <del>12</del><ins>13</ins> <s>men</s><span>people</span>", "In all 13 people"),
        ("mi&shy;ni\xadster", "minister"),
        ("", ""),
    ],
)
def test_html(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ["A line that is long enough to have been broken", "goes on here."],
            "A line that is long enough to have been broken goes on here.",
        ),
        (["Short.", "Next."], "Short.\n\nNext."),
        (
            ["A line that is long enough to be broken in a hyphen-", "ated word."],
            "A line that is long enough to be broken in a hyphenated word.",
        ),
        (
            ["The talks between the two sides were a well-pre-", "pared affair."],
            "The talks between the two sides were a well-pre-pared affair.",
        ),
        (["", "One.", "", "", "Two.", ""], "One.\n\nTwo."),
    ],
)
def test_lines(lines: list[str], text: str) -> None:
    assert text_of_lines(lines) == text
