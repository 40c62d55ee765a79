"""RTF and OpenDocument: what a reader of the page sees, once, with what is left out said."""

from __future__ import annotations

import io
import zipfile

import pytest

from checker.errors import InputError
from checker.reading.account import Account
from checker.reading.formats import read_accounts

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{short}="{OFFICE}:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }.items()
)
STRUCK = (
    '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/>'
    "</style:style>"
    '<style:style style:name="T2"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T3"><style:text-properties style:text-line-through-style="none"/></style:style>'
)


def rtf(body: str, name: str = "a.rtf") -> Account:
    source = f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Times;}}}}{body}}}"
    (account,) = read_accounts(source.encode("cp1252"), name)
    return account


def odt(body: str, **parts: str) -> Account:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{STRUCK}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        for name, inside in parts.items():
            archive.writestr(f"{name}.xml", f"<office:document {SPACES}>{inside}</office:document>")
    (account,) = read_accounts(out.getvalue(), "a.odt")
    return account


@pytest.mark.parametrize(
    ("body", "text", "left_out"),
    [
        (r"{\stylesheet{\cs1 \v Hidden;}}{\*\x\v y}Words.", "Words.", ()),
        (
            r"\pard It cost \'a35m \'96 \u8364?6m.\par The caf\'e9 is shut.\par",
            "It cost £5m – €6m.\n\nThe café is shut.",
            (),
        ),
        (r"Five {\v hidden }people.\par", "Five people.", ("hidden text",)),
        (r"Five \strike four \strike0 people.\par", "Five people.", ("text that is struck out",)),
        (
            r"Five {\deleted four }{\revised old }people.",
            "Five old people.",
            ("text that tracked changes take out",),
        ),
        (
            r"Five{\footnote \pard As of Friday.} people.\par Six.",
            "Five people.\n\nSix.\n\nAs of Friday.",
            (),
        ),
        (r"Some 10{\super 6} litres.", "Some 10⁶ litres.", ()),
        (r"\trowd\cellx9\cellx99\intbl Port\cell 12\cell\row\pard Words.", "Port | 12\n\nWords.", ()),
        (
            r"{\header\pard CONFIDENTIAL\par}Words.",
            "Words.",
            ("what stands at the head or foot of its pages",),
        ),
        (r'See {\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt the page}}.', "See the page.", ()),
    ],
)
def test_rtf(body: str, text: str, left_out: tuple[str, ...]) -> None:
    account = rtf(body)
    assert (account.text, account.left_out) == (text, left_out)


def test_rtf_is_told_by_its_content_and_names_its_title() -> None:
    account = rtf(r"{\info{\title Fire at the \'93mill\'94}}Words.", name="copy")
    assert (account.text, account.title) == ("Words.", "Fire at the “mill”")


def test_a_file_that_is_no_rtf() -> None:
    with pytest.raises(InputError, match="not an RTF file"):
        read_accounts(b"Words.", "a.rtf")


@pytest.mark.parametrize("piece", ["{", "\\'", "\\par", "{\\footnote ", "}", "\\v x\\v0 "])
def test_the_cost_of_rtf_grows_with_its_length(piece: str) -> None:
    assert rtf("Words. " + piece.replace("\\'", "\\'41") * 20_000).text.startswith("Words.")


P = "<text:p>{}</text:p>"


@pytest.mark.parametrize(
    ("body", "text", "places", "left_out"),
    [
        (
            P.format('Two<text:s text:c="2"/>of<text:tab/>it.') + "<text:p/>" + P.format("Three."),
            "Two of it.\n\nThree.",
            [1, 2],
            (),
        ),
        (
            P.format('Five <text:span text:style-name="T1">four</text:span> people.'),
            "Five people.",
            [1],
            ("text that is struck out",),
        ),
        (
            P.format('Five <text:span text:style-name="T2">four</text:span> people.'),
            "Five people.",
            [1],
            ("hidden text",),
        ),
        (
            P.format('Five <text:span text:style-name="T3">old</text:span> people.'),
            "Five old people.",
            [1],
            (),
        ),
        (
            P.format("Five<office:annotation><text:p>Four?</text:p></office:annotation> people."),
            "Five people.",
            [1],
            ("its comments",),
        ),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>four</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>" + P.format("Five people."),
            "Five people.",
            [1],
            ("text that tracked changes take out",),
        ),
        (
            P.format("One.")
            + P.format(
                "Two<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                "<text:p>As of Friday.</text:p></text:note-body></text:note> of it."
            )
            + P.format("Three."),
            "One.\n\nTwo of it.\n\nThree.\n\nAs of Friday.",
            [1, 2, 3, 2],
            (),
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell>"
            "<text:p>12</text:p></table:table-cell></table:table-row></table:table>" + P.format("Words."),
            "Port | 12\n\nWords.",
            [1, 3],
            (),
        ),
        (
            P.format(
                "Words.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
            ),
            "Words.\n\nIn a box.",
            [1, 1],
            (),
        ),
    ],
)
def test_odt(body: str, text: str, places: list[int], left_out: tuple[str, ...]) -> None:
    account = odt(body)
    assert (account.text, account.left_out) == (text, left_out)
    assert [number for _, number in account.places] == places


def test_odt_with_its_title_and_the_heads_of_its_pages() -> None:
    account = odt(
        '<text:h text:outline-level="1">Fire</text:h><text:p>Words.</text:p>',
        styles="<style:header><text:p>CONFIDENTIAL</text:p></style:header>",
        meta="<title>No</title>",
    )
    assert (account.title, account.text, account.places) == ("Fire", "Words.", ((0, 2),))
    assert account.left_out == ("what stands at the head or foot of its pages",)


def test_a_damaged_odt() -> None:
    with pytest.raises(InputError, match="not an OpenDocument text, or a damaged one"):
        read_accounts(b"PK\x03\x04 no archive", "a.odt")
