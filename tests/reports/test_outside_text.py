"""Text from outside neither hides, nor reorders, nor links anything in a report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from checker import check
from checker.reports import FORMATS, Look, renderer
from checker.reports.report import Report

UNSEEN = [
    *"\u061c\u180e\u3164\u115f\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\uffa0\x80\x9b\x9f\x7f\x1b",
    "\U000e0041",
    "\U000e007f",
]
MENTIONED = "@desk, https://evil.example/x, www.evil.example and a@b.example"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A set in which titles, publishers, ids and sentences carry all of it."""
    folder = tmp_path_factory.mktemp("outside")
    bad = "".join(UNSEEN)
    article = "A fire in Brenna killed {} people" + bad + " on 2 May 2024, {} said."
    rows = [
        {
            "id": f"a{bad}",
            "publisher": f"The{bad} Post {MENTIONED}",
            "text": article.format("nine", MENTIONED),
        },
        {"id": "b", "role": "draft", "text": article.format("ten", "Anna Lund")},
        {"id": f"c{bad}", "text": ""},
    ]
    path = folder / "s.jsonl"
    path.write_text(json.dumps({"id": f"s{bad}", "title": f"Fire{bad} {MENTIONED}", "articles": rows}))
    from checker.commands.running import Run
    from checker.config import load_settings
    from checker.reading import each_set

    (articles,) = each_set([path])
    return Run(load_settings(folder)).report(articles)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_unseen_is_written_raw(report: Report, name: str) -> None:
    text = renderer(name)([report], Look())
    assert report.findings
    assert [f"U+{ord(one):04X}" for one in UNSEEN if one in text] == []


@pytest.mark.parametrize("name", ["text", "html", "markdown", "csv", "github"])
def test_it_is_seen_where_people_read(report: Report, name: str) -> None:
    text = renderer(name)([report], Look()).replace("&lt;", "<").replace("&gt;", ">")
    for one in ("U+202E", "U+200B", "U+009B", "U+3164", "U+E0041"):
        assert f"<{one}>" in text


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "gitlab"])
def test_json_holds_the_same_data(report: Report, name: str) -> None:
    text = renderer(name)([report], Look())
    assert json.dumps("".join(UNSEEN))[1:-1] in re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: m[0].lower(), text)
    json.loads(text)


def test_xml_holds_the_same_data(report: Report) -> None:
    root = ElementTree.fromstring(renderer("junit")([report], Look()))
    assert "\u202e" in (root[0].get("name") or "")


def test_markdown_links_nothing(report: Report) -> None:
    text = renderer("markdown")([report], Look())
    assert "evil.example" in text
    assert re.findall(r"@\w|https?://|www\.", text) == []
    markdown_it = pytest.importorskip("markdown_it")
    page = markdown_it.MarkdownIt("commonmark").render(text)
    assert "<a " not in page
    assert "@\u200bdesk" in page


def test_letters_and_emoji_made_with_joiners_stay(tmp_path: Path) -> None:
    words = "👩\u200d👧 क्\u200dष می\u200cخواهم"
    for name, count in (("a.txt", "nine"), ("b.txt", "ten")):
        (tmp_path / name).write_text(f"A fire in Brenna killed {count} people, {words} said on Monday.")
    (found,) = check([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert words in renderer("text")([found], Look(width=200))
    hidden = "A fire in Brenna kil\u200dled nine people on Monday."
    (tmp_path / "a.txt").write_text(hidden)
    (found,) = check([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert "kil\u200dled" not in renderer("html")([found], Look())
