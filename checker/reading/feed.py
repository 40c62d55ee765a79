"""RSS and Atom: every item of a feed is an account, of versions of one item the last."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import feedparser
from feedparser import mixin

from checker.errors import InputError
from checker.reading.account import Account, read_time_or_none
from checker.reading.fragment import text_of_html
from checker.reading.xml_tree import parse_xml, xml_text

_TIMES = ("published", "updated")  # as written: the library takes a zone that it does not know for UTC


def read(data: bytes) -> list[Account]:
    # behind a line end, without a declaration: one without an end costs the library the cube of its length
    given = b"\n" + xml_text(data).encode("utf-8", "replace")
    try:
        # as a stream: given bytes it would first look for a file of that name
        with _authors_as_they_are():
            feed = feedparser.parse(io.BytesIO(given), response_headers={}, resolve_relative_uris=False)
    except Exception as e:  # a damaged feed fails in any of the library's depths
        raise InputError(f"this feed cannot be read: {e}", hint="it may be damaged") from None
    if not feed.entries:
        parse_xml(data)  # what is broken is told with its line
        hint = "RSS, Atom, NITF and NewsML can be read"
        raise InputError("no item of a feed in this XML", hint=hint)
    publisher = feed.feed.get("title") or None
    return [_account(entry, publisher) for entry in feed.entries]


@contextmanager
def _authors_as_they_are() -> Iterator[None]:
    """The library looks for an address in the name of an author, from each of its letters to the end."""
    looks = mixin._FeedParserMixin._sync_author_detail
    mixin._FeedParserMixin._sync_author_detail = lambda *_, **__: None
    try:
        yield
    finally:
        mixin._FeedParserMixin._sync_author_detail = looks


def _account(entry: Any, publisher: str | None) -> Account:
    contents = [content.get("value") or "" for content in entry.get("content", ())]
    longest = max([*contents, entry.get("summary") or ""], key=len)
    source = entry.get("source", {}).get("title")
    said: dict[str, None] = {}
    text = text_of_html(longest, said=said)
    return Account(
        text,
        left_out=tuple(said),
        title=text_of_html(entry.get("title") or "") or None,
        publisher=source or publisher,
        published=next(filter(None, (read_time_or_none(entry.get(key)) for key in _TIMES)), None),
        url=entry.get("link"),
        story=entry.get("id"),
    )
