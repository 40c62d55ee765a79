"""Web pages: the article without what stands round it, captions last; title, time, publisher by metadata."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import html
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from checker.data import load
from checker.errors import InputError
from checker.reading.account import Account, read_time_or_none
from checker.reading.fragment import HIDDEN, STRUCK, STRUCK_TAGS, raised, text_of_html
from checker.reading.page_parts import completed
from checker.reading.text import decode, decode_as

_REST = "what stands round the entries of the live blog"
_DECLARED = 2000  # bytes in which a page must name its encoding


def read(data: bytes) -> list[Account]:
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its complaints are told below
    page = raised(_decoded(data))
    try:
        tree = html.fromstring(page)
    except (ValueError, html.etree.ParserError):
        raise InputError("no text in this page") from None
    about = _metadata(tree)
    blog = _live_blog(tree)
    if blog is not None:
        return [replace(blog, **about)]
    unseen = _taken_out(tree)
    page = html.tostring(tree, encoding="unicode") if unseen else page
    # from the text again: the extraction takes its tree apart
    found = bare_extraction(page, include_comments=False, include_tables=False, favor_precision=True)
    text = getattr(found, "text", None) or ""
    if not any(end in text for end in ".?!…"):  # menus and buttons, but no sentence
        raise InputError(
            "no article found in this page", hint="save the article's text as .txt or .md and name that"
        )
    text, left_out = completed(tree, _without_title(text, about.get("title")))
    return [Account(text, left_out=(*left_out, *unseen), **about)]


def _taken_out(tree: HtmlElement) -> list[str]:
    """Takes out of the page what its readers do not see or see struck out; what that was, in words."""
    said: dict[str, None] = {}
    walk = html.etree.iterwalk(tree, events=("start",))
    found = []
    for _, node in walk:
        what = _unseen(node)
        if what and node.getparent() is not None and node.text_content().strip():
            found.append(node)
            said[what] = None
            walk.skip_subtree()
    for node in found:
        node.drop_tree()
    return list(said)


def _unseen(node: HtmlElement) -> str:
    """What an element is that its readers do not see, in words; "" for one that is seen."""
    if node.tag in STRUCK_TAGS:
        return STRUCK
    hidden = "hidden" in node.attrib or "display:none" in node.get("style", "").replace(" ", "")
    return HIDDEN if hidden else ""


def _live_blog(tree: HtmlElement) -> Account | None:
    """The entries of a live blog, each with its hour."""
    text, blocks, said = "", [], dict.fromkeys((_REST,))
    for blog in _linked_data(tree):
        listed = blog.get("liveBlogUpdate")
        for entry in listed if isinstance(listed, list) else ():
            given = [entry.get(key) for key in ("headline", "articleBody")] if isinstance(entry, dict) else []
            words = "\n\n".join(
                text_of_html(one, said=said) for one in given if isinstance(one, str) and one.strip()
            )
            if words:
                time = entry.get("datePublished")
                blocks.append((len(text), read_time_or_none(time if isinstance(time, str) else None)))
                text += f"{words}\n\n"
    return Account(text, blocks=tuple(blocks), left_out=tuple(said)) if len(blocks) > 1 else None


def _decoded(data: bytes) -> str:
    """In the encoding that the page names, where it holds to it."""
    start = data[:_DECLARED].decode("latin-1").lower()
    _, _, declared = start.partition("charset=")
    name = declared.strip("\"' ").split('"')[0].split("'")[0].split(">")[0].split(";")[0].strip(" /")
    return decode_as(data, name) or decode(data)


def _without_title(text: str, title: str | None) -> str:
    """Paragraphs with a blank line between, without the headline that the extraction may have kept."""
    lines = [line.strip().removeprefix("- ") for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and title and lines[0] == title:
        lines = lines[1:]
    return "\n\n".join(lines)


def _metadata(tree: HtmlElement) -> dict[str, Any]:
    meta = {
        key: node.get("content", "").strip()
        for node in reversed(tree.findall(".//meta"))
        for key in [node.get("property") or node.get("name") or node.get("itemprop")]
        if key and node.get("content")
    }
    data = next(_linked_data(tree), {})
    publisher = data.get("publisher")
    named = publisher.get("name") if isinstance(publisher, dict) else publisher
    headings = tree.findall(".//h1")
    heading = headings[0].text_content() if len(headings) == 1 else None
    named_so = tree.findtext(".//title")
    link = tree.find(".//link[@rel='canonical']")
    time = tree.find(".//time[@datetime]")
    written = [data.get("datePublished"), *(meta.get(key) for key in load("wire")["pages"]["published"])]
    written.append(time.get("datetime") if time is not None else None)
    times = (read_time_or_none(one) for one in written if isinstance(one, str))
    return {
        "title": _first(
            data.get("headline"), meta.get("og:title"), meta.get("twitter:title"), heading, named_so
        ),
        "publisher": _first(named, meta.get("og:site_name"), meta.get("application-name")),
        "published": next((one for one in times if one), None),
        "url": _first(link.get("href") if link is not None else None, meta.get("og:url")),
    }


def _first(*names: Any) -> str | None:
    return next((" ".join(name.split()) for name in names if isinstance(name, str) and name.strip()), None)


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles in the page's JSON-LD."""
    for script in tree.findall(".//script[@type='application/ld+json']"):
        try:
            given = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        todo = [given]
        while todo:
            item = todo.pop(0)
            if isinstance(item, list):
                todo += item
            elif isinstance(item, dict):
                kinds = item.get("@type")
                if any(
                    kind in load("wire")["pages"]["articles"]
                    for kind in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    yield item
                todo += [item[key] for key in ("@graph", "mainEntity") if key in item]
