"""NewsML-G2, the IPTC's news item in XML, alone or in a message, with NITF, XHTML or plain text inside."""

from __future__ import annotations

from xml.etree import ElementTree

from checker.errors import InputError
from checker.reading.account import Account, note, read_time_or_none, withheld
from checker.reading.fragment import text_of_html
from checker.reading.xml_tree import attribute, body, first, named, parse_xml, plain, words

_TIMES = ("versionCreated", "firstCreated", "contentCreated")


def read(data: bytes) -> list[Account]:
    accounts = [_account(item) for item in named(parse_xml(data), "newsItem")]
    if not any(account.text or account.unused for account in accounts):
        raise InputError(
            "no article text in this NewsML-G2", hint="a text item carries it in <inlineXML> or <inlineData>"
        )
    return accounts


def _account(item: ElementTree.Element) -> Account:
    written = first(item, *_TIMES)
    embargo = first(item, "embargoed")
    version = item.get("version", "")
    said: dict[str, None] = {}
    text = _body(item, said)
    return Account(
        text,
        title=words(first(item, "headline", "title")) or None,
        publisher=_publisher(item),
        published=read_time_or_none(written.text) if written is not None else None,
        unused=withheld(attribute(item, "pubStatus", "qcode", "uri")),
        until=read_time_or_none(embargo.text) if embargo is not None else None,
        left_out=(*note(words(first(item, "edNote"))), *said),
        story=item.get("guid"),
        version=int(version) if version.isdecimal() else 0,
    )


def _publisher(item: ElementTree.Element) -> str | None:
    for kind in ("provider", "infoSource", "copyrightHolder"):
        for node in named(item, kind):
            written = (
                words(first(node, "name")) or node.get("literal") or node.get("qcode", "").partition(":")[2]
            )
            if written:
                return written
    return None


def _body(item: ElementTree.Element, said: dict[str, None]) -> str:
    for content in named(item, "inlineXML", "inlineData"):
        text = content.text or ""
        if len(content):
            text = body(content, said)
        elif "html" in content.get("contenttype", ""):
            text = text_of_html(text, said=said)
        if text.strip():
            return plain(text, said)
    return ""
