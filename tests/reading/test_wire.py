"""What agencies send: every format gives the story, and its state decides whether it is used."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest

from checker import check
from checker.errors import InputError
from checker.reading import need_source, read_sets
from checker.reading.account import Account
from checker.reading.formats import read_accounts
from checker.reports import Look, renderer

DATA = Path(__file__).parent / "data"
PARAGRAPHS = "<p>The dam holds, the water board said.</p><p>Some 400&nbsp;people left 12 villages.</p>"
TEXT = "The dam holds, the water board said.\n\nSome 400 people left 12 villages."
NITF = f"<nitf><body><body.content>{PARAGRAPHS}</body.content></body></nitf>"
XHTML = f'<inlineXML contenttype="application/xhtml+xml"><html><body>{PARAGRAPHS}</body></html></inlineXML>'
ABOUT = {
    "uri": "dam",
    "headline": "Dam & valley",
    "versioncreated": "2024-05-03T08:30:00+02:00",
    "provider": "Coast News",
}


def filled(name: str, **given: str) -> bytes:
    """A file of the data with these things in their places."""
    text = (DATA / name).read_text("utf-8")
    for key, value in {"more": "", **given}.items():
        text = text.replace(f"{{{key}}}", value)
    return text.encode()


def nitf(state: str = "usable", release: str = "", body: str = PARAGRAPHS) -> bytes:
    more = f'<date.release norm="{release}"/>' if release else ""
    return filled("dam.nitf.xml", state=state, more=more, body=body)


def newsml1(state: str = "Usable", body: str = NITF, more: str = "") -> bytes:
    return filled("dam.newsml1.xml", state=state, body=body, more=more)


def g2(state: str = "stat:usable", version: int = 2, embargo: str = "", body: str = XHTML) -> bytes:
    more = f"<embargoed>{embargo}</embargoed>" if embargo else ""
    return filled("dam.g2.xml", state=state, version=str(version), more=more, body=body)


def ninjs(**given: Any) -> bytes:
    return json.dumps({**ABOUT, **given}).encode()


def read(name: str, data: bytes) -> list[Account]:
    return read_accounts(data, name)


CHANGE = (
    "<StatusWillChange><FutureStatus FormalName='Usable'/>"
    "<DateAndTime>20240504T000100+0200</DateAndTime></StatusWillChange>"
)
NITF_BODY = nitf().decode().partition("?>")[2]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xml", nitf()),
        ("a.xml", nitf().decode().encode("utf-16")),
        ("a.xml", newsml1()),
        ("a.xml", newsml1(body=PARAGRAPHS)),
        ("a.xml", newsml1(body=TEXT)),
        ("a.xml", newsml1(body=f"<![CDATA[{PARAGRAPHS}]]>")),
        ("a.xml", newsml1(body=NITF.replace(PARAGRAPHS, f"<![CDATA[{PARAGRAPHS}]]>"))),
        ("a.json", ninjs(body_html=f"<h1>Dam &amp; valley</h1>{PARAGRAPHS}")),
        ("a.xml", g2()),
        ("a.xml", g2(body=f'<inlineData contenttype="text/plain">{TEXT}</inlineData>')),
        ("a.xml", g2(body=f'<inlineData contenttype="text/html"><![CDATA[{PARAGRAPHS}]]></inlineData>')),
        ("a.json", ninjs(body_xhtml=PARAGRAPHS, body_text="no")),
        ("a.json", ninjs(body_nitf=NITF_BODY)),
        (
            "a.json",
            ninjs(
                bodies=[
                    {"contenttype": "text/plain", "value": "no"},
                    {"contenttype": "text/html", "value": PARAGRAPHS},
                ]
            ),
        ),
        ("a.json", ninjs(bodies=[{"contentType": "application/nitf+xml", "value": NITF_BODY}])),
        ("a.json", ninjs(bodies=[{"role": "main", "value": TEXT}])),
        ("a.json", b'{"took": 3, "items": [{"item": %s}]}' % ninjs(body_text=TEXT)),
    ],
)
def test_the_story_with_what_is_said_of_it(name: str, data: bytes) -> None:
    (account,) = read(name, data)
    assert account.text == TEXT
    assert (account.title, account.publisher) == ("Dam & valley", "Coast News")
    assert account.published is not None
    assert account.published.isoformat() == "2024-05-03T08:30:00+02:00"
    assert (account.unused, account.until, account.story) == (None, None, "dam")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.xml", nitf("canceled"), "canceled by its publisher"),
        ("a.xml", nitf("withheld"), "withheld by its publisher"),
        ("a.xml", nitf("canceled", body=""), "canceled by its publisher"),
        ("a.xml", newsml1("Canceled"), "canceled by its publisher"),
        ("a.xml", newsml1("Embargoed"), "embargoed by its publisher"),
        ("a.xml", g2("stat:canceled"), "canceled by its publisher"),
        ("a.xml", g2("http://cv.iptc.org/newscodes/pubstatusg2/withheld"), "withheld by its publisher"),
        ("a.xml", g2("stat:canceled", body=""), "canceled by its publisher"),
        ("a.json", ninjs(body_text=TEXT, pubstatus="canceled"), "canceled by its publisher"),
        ("a.json", ninjs(bodies=[], pubStatus="withheld"), "withheld by its publisher"),
        ("a.xml", nitf("embargoed", "20240504T000100+0200"), "under embargo until 2024-05-04T00:01:00+02:00"),
        ("a.xml", g2(embargo="2024-05-04T00:01:00+02:00"), "under embargo until 2024-05-04T00:01:00+02:00"),
        (
            "a.xml",
            newsml1("Embargoed", more=CHANGE),
            "under embargo until 2024-05-04T00:01:00+02:00",
        ),
        (
            "a.json",
            ninjs(body_text=TEXT, embargoed="2024-05-04T00:01:00+02:00"),
            "under embargo until 2024-05-04T00:01:00+02:00",
        ),
    ],
)
def test_a_story_that_may_not_be_used_is_said_and_is_no_source(
    name: str, data: bytes, why: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text("Some 900 people left 12 villages.\n")
    (report,) = check([tmp_path / name, tmp_path / "b.txt"])
    assert [article.id for article in report.articles.articles] == ["b"]
    assert report.findings == ()
    (said,) = report.articles.left_out
    assert said == f"Not used: 'Dam & valley' of {tmp_path / name}, {why}."
    for shown in ("text", "markdown", "json", "html"):
        assert why in " ".join(renderer(shown)([report], Look()).split())
    with pytest.raises(InputError, match="nothing to compare") as caught:
        need_source(next(read_sets([tmp_path / name])))
    assert why in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("issue", "release", "until"),
    [
        ("20240503", "20240503T083000Z", None),
        ("20240503T083000Z", "20240503T083000Z", None),
        ("", "20240503T083000Z", None),
        ("20240503", "20240505T083000Z", "2024-05-05T08:30:00+00:00"),
    ],
)
def test_when_a_story_may_be_released(issue: str, release: str, until: str | None) -> None:
    (account,) = read(
        "a.xml", nitf(release=release).replace(b'norm="20240503T083000+0200"', f'norm="{issue}"'.encode())
    )
    assert (account.until and account.until.isoformat()) == until
    assert account.published is not None


def test_an_embargo_ends_when_the_set_has_a_later_account(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(g2(embargo="2024-05-04T00:01:00+02:00"))
    (tmp_path / "b.md").write_text("---\npublished: 2024-05-04T06:00:00+02:00\n---\nSome 900 people left.\n")
    (articles,) = read_sets([tmp_path])
    assert [article.id for article in articles.articles] == ["a", "b"]


def test_a_story_that_was_withdrawn_is_none_in_its_earlier_versions(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(g2(version=1))
    (tmp_path / "2.xml").write_bytes(g2("stat:canceled", version=2, body=""))
    (tmp_path / "c.txt").write_text("Words.")
    (articles,) = read_sets([tmp_path])
    assert [article.id for article in articles.articles] == ["c"]
    assert [line.rpartition(", ")[2] for line in articles.left_out] == ["canceled by its publisher."] * 2


def test_a_story_without_versions_was_withdrawn_later(tmp_path: Path) -> None:
    later = nitf("canceled", body="").replace(b"T083000", b"T093000")
    for name, data in (
        ("1.xml", nitf()),
        ("2.xml", later),
        ("3.xml", nitf().replace(b"Coast News", b"Rival")),
    ):
        (tmp_path / name).write_bytes(data)
    (articles,) = read_sets([tmp_path])
    assert [article.publisher for article in articles.articles] == ["Rival"]


def test_the_last_version_of_a_story_counts(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(g2(version=1))
    (tmp_path / "2.xml").write_bytes(
        g2(version=2, body='<inlineData contenttype="text/plain">New.</inlineData>')
    )
    (articles,) = read_sets([tmp_path])
    assert [article.text for article in articles.articles] == ["New."]
    assert articles.left_out[0].endswith("replaced by a later version.")


def test_a_story_twice_in_one_file_is_one_account(tmp_path: Path) -> None:
    item = "<item><title>%s</title><description>Two people died.</description></item>"
    (tmp_path / "a.rss").write_text(
        f"<rss version='2.0'><channel>{item % 'One'}{item % 'Two'}</channel></rss>"
    )
    (articles,) = read_sets([tmp_path / "a.rss"])
    assert [article.title for article in articles.articles] == ["One"]
    assert articles.left_out == (f"Not used: 'Two' of {tmp_path / 'a.rss'}, the same story again.",)


def test_a_gallery_is_said_and_the_captions_of_a_story_are_read() -> None:
    caption = (
        '<NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent>'
        "The valley on Friday.</DataContent></ContentItem></NewsComponent>"
    )
    side = (
        "<NewsComponent><NewsLines><HeadLine>The board</HeadLine></NewsLines><ContentItem><DataContent>"
        "It has 9 members.</DataContent></ContentItem></NewsComponent>"
    )
    main, beside = read("a.xml", newsml1(more=caption + side))
    assert main.text == f"{TEXT}\n\nThe valley on Friday."
    assert (beside.text, beside.title) == ("It has 9 members.", "The board")
    items = [
        json.loads(ninjs(body_text=TEXT)),
        json.loads(ninjs(uri="p", type="picture", headline="Gallery")),
    ]
    story, gallery = read("a.json", json.dumps(items).encode())
    assert (story.text, gallery.title, gallery.unused) == (TEXT, "Gallery", "no text in it")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "a.xml",
            nitf().replace(b"<docdata", b"<docdata><ed-msg info='Not before 6 p.m.'/></docdata><docdata"),
        ),
        ("a.json", ninjs(body_text=TEXT, ednote="Not before 6 p.m.")),
        ("a.xml", g2().replace(b"<itemMeta>", b"<itemMeta><edNote>Not before  6 p.m.</edNote>")),
    ],
)
def test_a_note_to_editors_is_said(name: str, data: bytes) -> None:
    (account,) = read(name, data)
    assert account.text == TEXT
    assert account.left_out == ("a note to editors: “Not before 6 p.m.”",)


def test_what_stands_round_a_story_is_said() -> None:
    end = b"</body.content><body.end><tagline>Five more.</tagline></body.end>"
    (account,) = read("a.xml", nitf().replace(b"</body.content>", end))
    assert (account.text, account.left_out) == (TEXT, ("what stands at its end",))


def test_linked_stories_are_no_part_of_a_story() -> None:
    linked = {
        "a": {"type": "text", "uri": "x", "body_text": "Other."},
        "b": {"type": "picture", "caption": "The dam."},
    }
    (account,) = read("a.json", ninjs(body_text=TEXT, associations=linked))
    assert account.text == f"{TEXT}\n\nThe dam."
    assert account.left_out == ("1 linked story",)


UNSEEN = "<p>The dam holds<del> for <i>9</i> days</del>, the water board said.</p><div style='display: none'>"
UNSEEN += "<div>No.</div> More.</div><p>Some 400 people left <s></s>12 villages.</p>"
RSS = "<rss><channel><item><description>{}</description></item></channel></rss>"
SAID = ("text that is struck out", "hidden text")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xml", nitf(body=UNSEEN)),
        ("a.xml", newsml1().replace(PARAGRAPHS.encode(), UNSEEN.encode())),
        ("a.xml", newsml1().replace(PARAGRAPHS.encode(), html.escape(UNSEEN).encode())),
        ("a.xml", g2().replace(PARAGRAPHS.encode(), UNSEEN.encode())),
        ("a.json", ninjs(body_html=UNSEEN)),
        ("a.json", ninjs(bodies=[{"contenttype": "text/html", "value": UNSEEN}])),
        ("a.rss", RSS.format(html.escape(UNSEEN)).encode()),
        ("a.eml", f"Subject: Dam\nContent-Type: text/html\n\n{UNSEEN}".encode()),
    ],
)
def test_what_no_reader_of_a_story_sees_is_left_out_and_said(name: str, data: bytes) -> None:
    (account,) = read(name, data)
    assert (account.text, account.left_out) == (TEXT, SAID)


def test_what_is_struck_out_and_never_ends_is_shown() -> None:
    (account,) = read("a.json", ninjs(body_html="<p>The dam <s>holds.</p><p hidden>It is old.</p>"))
    assert (account.text, account.left_out) == ("The dam holds.", ("hidden text",))


@pytest.mark.parametrize("version", ["9" * 5_000, "²", "1.5", "-1"])
def test_a_version_that_is_no_number(version: str) -> None:
    item = {"uri": "x:1", "version": version, "body_text": "Nine people died."}
    (account,) = read_accounts(json.dumps(item).encode(), "a.json")
    assert account.text == "Nine people died."
    body = "<inlineXML><p>Nine people died.</p></inlineXML>"
    (account,) = read_accounts(f'<newsItem guid="x" version="{version}">{body}</newsItem>'.encode(), "a.xml")
    assert account.text == "Nine people died."
