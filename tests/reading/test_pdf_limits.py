"""PDFs that make the library go round in a circle, or unpack to gigabytes: refused or read in short time."""

from __future__ import annotations

import zlib

import pytest

from checker.errors import InputError
from checker.reading.formats import read_accounts

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<%s>>>>"
FONT = b"/Font<</F1 5 0 R>>"
LETTERS = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
STORY = b"BT /F1 11 Tf 60 700 Td (Nine people died.) Tj ET"


def packed(data: bytes, about: bytes = b"/Filter/FlateDecode") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (about, len(data), data)


def pdf(content: bytes, *more: bytes, resources: bytes = FONT) -> bytes:
    """A page that draws `content`; `more` objects begin at number 6."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE % resources,
        content,
        LETTERS,
        *more,
    ]
    out = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return out + b"trailer<</Root 1 0 R/Size %d>>\n" % (len(objects) + 1)


def text(data: bytes) -> str:
    (account,) = read_accounts(data, "a.pdf")
    return account.text


@pytest.mark.parametrize("place", [b"/XObject<</X1 6 0 R>>", b"/ColorSpace 6 0 R", b"/ExtGState 7 0 R"])
def test_an_object_that_refers_to_itself(place: bytes) -> None:
    data = pdf(packed(STORY, b""), b"7 0 R", b"6 0 R", resources=FONT + place)
    assert text(data) == "Nine people died."


@pytest.mark.parametrize("data", [STORY, b" " * 5_000 + STORY])
def test_a_packed_page(data: bytes) -> None:
    assert text(pdf(packed(zlib.compress(data)))) == "Nine people died."
    hexed = packed(zlib.compress(data).hex().encode() + b">", b"/Filter[/AHx/Fl]")
    assert text(pdf(hexed)) == "Nine people died."


def test_of_a_damaged_page_what_stands_before_the_damage() -> None:
    data = zlib.compress(STORY + b" (x) Tj" * 3)
    assert text(pdf(packed(data[:-9] + b"\xff" * 9))).startswith("Nine people died.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (packed(zlib.compress(b" " * 80_000_000)), "unpacks to more than 20,000,000 bytes"),
        (packed(zlib.compress(b"1 2 3 4 re f " * 400_000)), "draws more than 2,000,000 bytes"),
        (packed(zlib.compress(zlib.compress(b" " * 80_000_000)), b"/Filter[/Fl/Fl]"), "unpacks to more than"),
        (packed(zlib.compress(STORY * 5_000)), "has too many lines on one page"),
        (packed(b"\x80" * 200_000, b"/Filter/LZWDecode"), "packed in an old way"),
        (
            packed(zlib.compress(STORY), b"/Filter/Fl/DecodeParms<</Predictor 15/Columns 99999999>>"),
            "rows that are too long",
        ),
    ],
)
def test_more_than_a_text_needs(content: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told) as error:
        text(pdf(content))
    assert error.value.hint == "save its text as .txt"


def test_what_is_drawn_again_and_again_counts_each_time() -> None:
    """Ten drawings that draw ten others each, and so on: a billion of them from ten objects."""
    drawings = [
        packed(b"/X1 Do " * 10, b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 %d 0 R>>>>" % (n + 1))
        for n in range(6, 15)
    ]
    last = packed(STORY, b"/Subtype/Form/BBox[0 0 9 9]/Resources<<%s>>" % FONT)
    with pytest.raises(InputError, match="draws more than 2,000,000 bytes"):
        text(pdf(packed(b"/X1 Do", b""), *drawings, last, resources=b"/XObject<</X1 6 0 R>>"))
