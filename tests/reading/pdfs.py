"""PDFs by hand, as no other program is at hand that writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Placed = tuple[float, float, str]  # points from the left and from the foot of the page, words


def column(lines: Iterable[str], left: float = 60, top: float = 700) -> list[Placed]:
    """Lines one below the other; an empty one is a gap."""
    return [(left, top - 14 * number, line) for number, line in enumerate(lines) if line]


def pdf(pages: Sequence[Sequence[Placed]], title: str = "") -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Title({title})>>".encode("latin-1"),
    ]
    kids = []
    for page in pages:
        shown = " ".join(f"/F1 11 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj" for x, y, words in page)
        stream = f"BT {shown} ET".encode("cp1252")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        about = b"/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%s>>" % (len(objects), about))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, content)
    size = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end
