"""NewsML 1.2, the older of the IPTC's formats of that name: components, of which each may hold a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from checker.data import load
from checker.errors import InputError
from checker.reading.account import Account, read_time_or_none, withheld
from checker.reading.xml_tree import attribute, body, first, local, named, parse_xml, plain, words

_TIMES = ("ThisRevisionCreated", "FirstCreated", "DateLine")


def read(data: bytes) -> list[Account]:
    root = parse_xml(data)
    accounts = [account for item in named(root, "NewsItem") for account in _accounts(item)]
    if not accounts:
        raise InputError("no article text in this NewsML", hint="a text stands in <DataContent>")
    return accounts


def _accounts(item: ElementTree.Element) -> Iterator[Account]:
    """The item's text with its captions, and each further text that stands beside it."""
    version = words(first(item, "RevisionId"))
    change = first(item, "StatusWillChange")
    times = (read_time_or_none(words(node)) for name in _TIMES for node in named(item, name))
    about = Account(
        "",
        title=words(first(item, "HeadLine")) or None,
        publisher=_publisher(item),
        published=next((time for time in times if time), None),
        unused=withheld(attribute(item, "Status", "FormalName")),
        until=None if change is None else read_time_or_none(words(first(change, "DateAndTime"))),
        story=words(first(item, "NewsItemId", "PublicIdentifier")) or None,
        version=int(version) if version.isdecimal() else 0,
    )
    said: dict[str, None] = {}
    about = replace(about, unused=None) if about.unused and about.until else replace(about, until=None)
    texts: dict[str, str] = {}
    captions: dict[str, None] = {}
    for component in named(item, "NewsComponent"):
        found = (_text(node, said) for node in component if local(node) == "ContentItem")
        text = next(filter(None, found), "")
        role = next((n.get("FormalName", "") for n in component if local(n) == "Role"), "").lower()
        if text and any(one in role for one in load("wire")["captions"]):
            captions[text] = None
        elif text:
            lines = next((n for n in component if local(n) == "NewsLines"), None)
            texts.setdefault(text, "" if lines is None else words(first(lines, "HeadLine")))
    for number, (text, title) in enumerate(texts.items()):
        under = [] if number else [one for one in captions if one not in text]
        yield replace(
            about,
            text="\n\n".join([text, *under]),
            title=title or about.title,
            left_out=() if number else tuple(said),
            story=None if number else about.story,
        )
    if not texts:
        yield replace(about, text="\n\n".join(captions))


def _text(content: ElementTree.Element, said: dict[str, None]) -> str:
    data = first(content, "DataContent")
    if data is None or "text" not in (attribute(content, "MediaType", "FormalName") or "text").lower():
        return ""
    return body(data, said) if len(data) else plain(data.text or "", said)


def _publisher(item: ElementTree.Element) -> str | None:
    provider = first(item, "Provider", "Source")
    party = None if provider is None else attribute(provider, "Party", "FormalName")
    return party or words(first(item, "CreditLine", "ProviderId")) or None
