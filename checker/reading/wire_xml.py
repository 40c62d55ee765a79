"""The IPTC's formats in XML: NITF, NewsML-G2 and NewsML 1.2, alone or in a message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from xml.etree.ElementTree import Element

from checker.data import load
from checker.reading.account import Account, read_time_or_none
from checker.reading.fragment import text_of_html
from checker.reading.wire import account, need_text, withheld
from checker.reading.xml_tree import attribute, body, first, local, named, parse_xml, plain, words

_DAY = timedelta(days=1)  # of an issue that has no hour


def nitf(data: bytes) -> list[Account]:
    """One story, with the state that its agency gave it; what is to be released later is under embargo."""
    root = parse_xml(data)
    published = attribute(root, "date.issue", "norm") or attribute(root, "pubdata", "date.publication")
    release = attribute(root, "date.release", "norm")
    status = attribute(root, "docdata", "management-status")
    written = published or attribute(root, "story.date", "norm") or (None if withheld(status) else release)
    issued, released = read_time_or_none(written), read_time_or_none(release)
    end = issued and (issued if "T" in (published or "T") else issued + _DAY)
    later = released is not None and (end is None or released > end)
    content = first(root, "body.content")
    said: dict[str, None] = {}
    text = "" if content is None else body(content, said)
    around = (what for name, what in load("wire")["around"].items() if words(first(root, name)))
    story = account(
        text,
        title=words(first(root, "hl1", "hedline", "title")),
        publisher=words(first(root, "distributor"))
        or attribute(root, "doc.copyright", "holder")
        or attribute(root, "pubdata", "name"),
        times=[written],
        status=None if later else status,
        embargo=release if later else None,
        note=attribute(root, "ed-msg", "info"),
        story=attribute(root, "doc-id", "id-string"),
        left_out=[*around, *said],
    )
    return need_text([story], "NITF", "it stands in <body.content>")


def newsml(data: bytes) -> list[Account]:
    """NewsML-G2: items with NITF, XHTML or plain text inside."""
    accounts = [_item(item) for item in named(parse_xml(data), "newsItem")]
    return need_text(accounts, "NewsML-G2", "a text item carries it in <inlineXML> or <inlineData>")


def _item(item: Element) -> Account:
    said: dict[str, None] = {}
    text = _inline(item, said)
    kinds = ("provider", "infoSource", "copyrightHolder")
    return account(
        text,
        title=words(first(item, "headline", "title")),
        publisher=next(filter(None, (_name(node) for kind in kinds for node in named(item, kind))), None),
        times=[words(first(item, "versionCreated", "firstCreated", "contentCreated"))],
        status=attribute(item, "pubStatus", "qcode", "uri"),
        embargo=words(first(item, "embargoed")),
        note=words(first(item, "edNote")),
        story=item.get("guid"),
        version=item.get("version"),
        left_out=said,
    )


def _name(node: Element) -> str:
    return words(first(node, "name")) or node.get("literal") or node.get("qcode", "").partition(":")[2]


def _inline(item: Element, said: dict[str, None]) -> str:
    for content in named(item, "inlineXML", "inlineData"):
        text = content.text or ""
        if len(content):
            text = body(content, said)
        elif "html" in content.get("contenttype", ""):
            text = text_of_html(text, said=said)
        if text.strip():
            return plain(text, said)
    return ""


def newsml1(data: bytes) -> list[Account]:
    """NewsML 1.2: components, of which each may hold a text."""
    accounts = [one for item in named(parse_xml(data), "NewsItem") for one in _components(item)]
    return need_text(accounts, "NewsML", "a text stands in <DataContent>")


def _components(item: Element) -> Iterator[Account]:
    """The item's text with its captions, and each further text that stands beside it."""
    change, provider = first(item, "StatusWillChange"), first(item, "Provider", "Source")
    party = None if provider is None else attribute(provider, "Party", "FormalName")
    times = ("ThisRevisionCreated", "FirstCreated", "DateLine")
    about = account(
        "",
        title=words(first(item, "HeadLine")),
        publisher=party or words(first(item, "CreditLine", "ProviderId")),
        times=[words(node) for name in times for node in named(item, name)],
        status=attribute(item, "Status", "FormalName"),
        embargo=None if change is None else words(first(change, "DateAndTime")),
        story=words(first(item, "NewsItemId", "PublicIdentifier")),
        version=words(first(item, "RevisionId")),
    )
    about = replace(about, unused=None) if about.unused and about.until else replace(about, until=None)
    said: dict[str, None] = {}
    texts: dict[str, str] = {}
    captions: dict[str, None] = {}
    for component in named(item, "NewsComponent"):
        found = (_content(node, said) for node in component if local(node) == "ContentItem")
        text = next(filter(None, found), "")
        role = next((n.get("FormalName", "") for n in component if local(n) == "Role"), "").lower()
        if text and any(one in role for one in load("wire")["captions"]):
            captions[text] = None
        elif text:
            lines = next((n for n in component if local(n) == "NewsLines"), None)
            texts.setdefault(text, "" if lines is None else words(first(lines, "HeadLine")))
    for number, (text, title) in enumerate(texts.items()):
        under = [] if number else [one for one in captions if one not in text]
        whole = replace(about, text="\n\n".join([text, *under]), title=title or about.title)
        yield replace(whole, story=None) if number else replace(whole, left_out=tuple(said))
    if not texts:
        yield replace(about, text="\n\n".join(captions))


def _content(content: Element, said: dict[str, None]) -> str:
    data = first(content, "DataContent")
    if data is None or "text" not in (attribute(content, "MediaType", "FormalName") or "text").lower():
        return ""
    return body(data, said) if len(data) else plain(data.text or "", said)
