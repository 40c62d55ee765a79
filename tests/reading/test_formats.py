"""Every format in: the article's words and nothing else, with what the file says of it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest

from checker import check
from checker.errors import InputError
from checker.reading import read_sets
from checker.reading.account import Account
from checker.reading.formats import read_accounts
from tests.reading.pdfs import column, pdf

DATA = Path(__file__).parent / "data"


def read(name: str) -> list[Account]:
    return read_accounts((DATA / name).read_bytes(), name)


def test_web_page() -> None:
    (account,) = read("fire.html")
    assert account.title == "Fire in the old port destroys two warehouses"
    assert account.publisher == "The Harbour Times"
    assert account.published == datetime.fromisoformat("2024-05-03T09:20:00+02:00")
    assert account.url == "https://harbour.example/fire"
    paragraphs = account.text.split("\n\n")
    assert len(paragraphs) == 4
    assert paragraphs[0].startswith("A fire in the old port")
    assert "“We were lucky with the wind,” the head" in paragraphs[1]
    assert "put at £3.5m, the owner" in paragraphs[2]
    for around in ("beaches", "City lose", "0800", "All rights"):
        assert around not in account.text


def test_captions_of_a_web_page() -> None:
    (account,) = read("ferry.html")
    paragraphs = account.text.split("\n\n")
    assert paragraphs[0].startswith("Ten people were killed")
    assert paragraphs[3:] == [
        "Rescuers bring a body ashore at Lamu, where 14 people were killed in the sinking ferry.",
        "The jetty on Monday: boats were searching for survivors.",
    ]


@pytest.mark.parametrize("name", ["ferry.html", "ferry.ninjs.json", "ferry.md"])
def test_a_caption_is_held_against_the_article(name: str) -> None:
    (report,) = check([DATA / name, DATA / "fire.ninjs1.json"])
    (finding,) = [f for f in report.findings if f.rule == "general.count"]
    assert [e.text for e in finding.evidence] == ["Ten people", "14 people"]
    assert all(e.article.words(e.span) == e.text for e in finding.evidence)


def test_web_page_without_metadata() -> None:
    page = (
        "<html><head><title>Bridge closed - The Site</title><meta name='date' content='2024-05-03'></head>"
        "<body><nav><a href='/'>Home</a></nav><div class='story'><h1>Bridge closed after collision</h1>"
        "<p>The bridge was closed on Friday after a barge struck one of its piers, the port said.</p>"
        "<h2>What is known</h2><blockquote><p>“We felt the whole bridge shake,” the driver of a bus said.</p>"
        "</blockquote><ul><li>12,000 cars use the bridge every day.</li></ul>"
        "<p>The bridge will stay closed for <a href='/x'>at least two weeks</a>.</p></div></body></html>"
    )
    (account,) = read_accounts(page.encode(), "a.html")
    assert account.title == "Bridge closed after collision"
    assert account.publisher is None
    assert account.published == datetime.fromisoformat("2024-05-03T00:00:00+00:00")
    assert account.text == (
        "The bridge was closed on Friday after a barge struck one of its piers, the port said.\n\n"
        "What is known\n\n“We felt the whole bridge shake,” the driver of a bus said.\n\n"
        "12,000 cars use the bridge every day.\n\nThe bridge will stay closed for at least two weeks."
    )


def test_web_page_without_an_article() -> None:
    with pytest.raises(InputError, match="no article found"):
        read_accounts(b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "a.html")


def test_ninjs_3() -> None:
    (account,) = read("fire.ninjs.json")
    assert account.title == "Two warehouses burn down in old port"
    assert account.publisher == "Coast News Agency"
    assert account.published == datetime.fromisoformat("2024-05-03T08:30:00+02:00")
    assert account.text == (
        "Two warehouses burned down in the old port, the fire service said on Friday.\n\n"
        "Some 120 firefighters were out; no one was hurt.\n\nThe damage: £3.5 million"
    )


def test_captions_of_ninjs() -> None:
    (account,) = read("ferry.ninjs.json")
    assert account.text.split("\n\n")[2:] == [
        "Rescuers bring a body ashore at Lamu, where 14 people were killed in the sinking ferry.",
        "The ferry left Mokowe with some 60 people.",
    ]


def test_ninjs_1() -> None:
    (account,) = read("fire.ninjs1.json")
    assert account.text.startswith("Two warehouses burned down")
    assert account.publisher == "Coast News Agency"
    assert account.url == "http://agency.example/items/1"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"uri": "x"', "not JSON"),
        (b'{"uri": "x", "type": "picture"}', "no article text"),
        (b"[1, 2]", "no article"),
    ],
)
def test_json_that_holds_no_article(body: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_accounts(body, "a.json")


def test_newsml_g2() -> None:
    account, picture = read("fire.newsml.xml")
    assert (picture.text, picture.unused) == ("", "no text in it")
    assert account.title == "Two warehouses burn down in old port"
    assert account.publisher == "Coast News Agency"
    assert account.published == datetime.fromisoformat("2024-05-03T08:30:00+01:00")
    assert account.text == (
        "Two warehouses burned down in the old port, the fire service said on Friday.\n\n"
        "The café on the quay was not touched — no one was hurt."
    )


def test_xml_that_defines_entities_is_refused() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE n [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><newsItem>&b;</newsItem>'
    )
    with pytest.raises(InputError, match="entities"):
        read_accounts(bomb, "a.xml")


def test_broken_xml_names_line_and_column() -> None:
    with pytest.raises(InputError, match="broken XML") as caught:
        read_accounts(b"<newsItem>\n<itemMeta></newsItem>\n", "a.xml")
    assert caught.value.line == 2


def test_rss() -> None:
    first, second = read("feed.rss")
    assert first.title == "Fire in the old port"
    assert first.publisher == "Harbour Times"
    assert first.published == datetime.fromisoformat("2024-05-03T09:20:00+02:00")
    assert first.published.utcoffset() == datetime.fromisoformat("2024-05-03T09:20:00+02:00").utcoffset()
    assert first.text == "Two warehouses burned down on Thursday night.\n\nThe damage is put at £3.5m."
    assert second.text == "The old port opens again on Monday, the city said."


def test_items_of_a_feed_without_text_and_in_several_versions(tmp_path: Path) -> None:
    item = "<item><guid>%s</guid><title>%s</title><pubDate>Fri, 03 May 2024 %s</pubDate>%s</item>"
    items = [
        item % ("1", "Old", "09:00:00 CEST", "<description>Nine ships wait.</description>"),
        item % ("1", "New", "08:00:00 GMT", "<description>Ten ships wait.</description>"),
        item % ("2", "Gallery", "09:00:00 GMT", ""),
    ]
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel>{''.join(items)}</channel></rss>")
    (articles,) = read_sets([tmp_path / "a.rss"])
    assert [article.text for article in articles.articles] == ["Ten ships wait."]
    assert [line.partition(" of ")[0] + line.rpartition(",")[2] for line in articles.left_out] == [
        "Not used: 'Old' replaced by a later version.",
        "Not used: 'Gallery' no text in it.",
    ]


def test_atom() -> None:
    (account,) = read("feed.atom")
    assert account.title == "Two warehouses burn down"
    assert account.text == "Some 120 firefighters were out.\n\nNo one was hurt."
    assert account.published == datetime.fromisoformat("2024-05-03T08:30:00+02:00")


def test_other_xml_is_refused() -> None:
    with pytest.raises(InputError, match="no item of a feed"):
        read_accounts(b"<recipe><egg/></recipe>", "a.xml")


def test_mail() -> None:
    (account,) = read("release.eml")
    assert account.title == "Fire in the old port – press release"
    assert account.publisher == "City Fire Service"
    assert account.published == datetime.fromisoformat("2024-05-03T07:45:00+02:00")
    assert account.text == (
        "Two warehouses in the old port were destroyed by a fire on Thursday night. "
        "120 firefighters were out for seven hours, and nobody was hurt.\n\n"
        "The cafés on the quay were not touched."
    )


def word_file(path: Path) -> Path:
    document = docx.Document()
    document.core_properties.title = "not this one"
    document.add_paragraph("Fire in the old port", style="Title")
    paragraph = document.add_paragraph("Two warehouses were ")
    paragraph.add_run("destroyed").bold = True
    paragraph.add_run(" on Thursday.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Firefighters"
    table.cell(0, 1).text = "120"
    document.add_paragraph("Nobody was hurt.")
    document.save(str(path))
    return path


def test_word_file(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx")
    (account,) = read_accounts(path.read_bytes(), str(path))
    assert account.title == "Fire in the old port"
    assert account.text == (
        "Two warehouses were destroyed on Thursday.\n\nFirefighters | 120\n\nNobody was hurt."
    )


def test_word_file_reads_as_with_tracked_changes_accepted(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(
                    b"<w:t>Nobody was hurt.</w:t></w:r>",
                    b'<w:t xml:space="preserve">Nobody </w:t></w:r>'
                    b'<w:del w:id="1" w:author="a"><w:r><w:delText>was hurt.</w:delText></w:r></w:del>'
                    b'<w:ins w:id="2" w:author="a"><w:r><w:t>died.</w:t></w:r></w:ins>',
                )
            new.writestr(name, data)
    (account,) = read_accounts(out.getvalue(), str(path))
    assert account.text.endswith("Nobody died.")


@pytest.mark.parametrize("data", [b"PK\x03\x04 not an archive", b"plain words"])
def test_damaged_word_file(data: bytes) -> None:
    with pytest.raises(InputError, match="not a Word file"):
        read_accounts(data, "a.docx")


def test_pdf() -> None:
    (account,) = read_accounts(
        pdf(
            [
                column(
                    [
                        "Two warehouses in the old port were destroyed by a fire on Thurs-",
                        "day night. About 120 firefighters were out for seven hours, and",
                        "nobody was hurt.",
                        "The caf\xe9s on the quay were not touched.",
                        "1",
                    ]
                )
            ],
            "Fire in the old port",
        ),
        "a.pdf",
    )
    assert account.title == "Fire in the old port"
    assert account.text == (
        "Two warehouses in the old port were destroyed by a fire on Thursday night. "
        "About 120 firefighters were out for seven hours, and nobody was hurt.\n\n"
        "The cafés on the quay were not touched."
    )


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("noending", b"Plain words.", "Plain words."),
        ("noending", b"---\ntitle: x\n---\n**Bold** words.", "Bold words."),
        ("a.unknown", pdf([column(["Words of a page."])]), "Words of a page."),
    ],
)
def test_format_is_told_by_the_content_where_the_name_does_not(name: str, data: bytes, text: str) -> None:
    (account,) = read_accounts(data, name)
    assert account.text == text


@pytest.mark.parametrize("package", ["trafilatura", "feedparser", "striprtf", "pdfminer.six"])
def test_a_missing_library_is_named_with_what_to_install(package: str) -> None:
    name = {
        "trafilatura": "fire.html",
        "feedparser": "feed.rss",
        "striprtf": "a.rtf",
        "pdfminer.six": "a.pdf",
    }[package]
    code = (
        f"import sys; sys.modules[{package.partition('.')[0]!r}] = None\n"
        "from checker.errors import InputError\n"
        "from checker.reading.formats import read_accounts\n"
        f"try: read_accounts(b'%PDF- <x></x>', {name!r})\n"
        "except InputError as e: print(e.render())\n"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert f"{package} is not installed" in done.stdout
    assert f"pip install {package}" in done.stdout
