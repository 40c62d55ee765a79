"""NITF, the IPTC's mark-up of a story: headline and body, with the state that its agency gave it."""

from __future__ import annotations

from datetime import timedelta

from checker.errors import InputError
from checker.reading.account import Account, note, read_time_or_none, withheld
from checker.reading.xml_tree import attribute, body, first, parse_xml, words

_AROUND = {
    "hl2": "its second headline",
    "abstract": "its abstract",
    "dateline": "its dateline",
    "body.end": "what stands at its end",
}
_DAY = timedelta(days=1)  # of an issue that has no hour


def read(data: bytes) -> list[Account]:
    root = parse_xml(data)
    published = attribute(root, "date.issue", "norm") or attribute(root, "pubdata", "date.publication")
    release = attribute(root, "date.release", "norm")
    unused = withheld(attribute(root, "docdata", "management-status"))
    issued = read_time_or_none(
        published or attribute(root, "story.date", "norm") or (None if unused else release)
    )
    released = read_time_or_none(release)
    later = released and (
        issued is None or released > (issued if "T" in (published or "T") else issued + _DAY)
    )
    embargo = released if later else None
    content = first(root, "body.content")
    said: dict[str, None] = {}
    text = "" if content is None else body(content, said)
    if not text and not unused:
        raise InputError("no article text in this NITF", hint="it stands in <body.content>")
    return [
        Account(
            text,
            title=words(first(root, "hl1", "hedline", "title")) or None,
            publisher=words(first(root, "distributor"))
            or attribute(root, "doc.copyright", "holder")
            or attribute(root, "pubdata", "name"),
            published=issued,
            unused=None if embargo else unused,
            until=embargo,
            left_out=(
                *note(attribute(root, "ed-msg", "info")),
                *(what for name, what in _AROUND.items() if words(first(root, name))),
                *said,
            ),
            story=attribute(root, "doc-id", "id-string"),
        )
    ]
