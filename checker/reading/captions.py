"""The captions of a web page's pictures, which the extraction of its article leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST = 4  # words: fewer are a credit or a button
_ROUND = frozenset({"a", "aside", "footer", "nav"})  # what stands in these is no part of the article
_CREDIT = re.compile(r"credit|copyright|byline|photographer", re.IGNORECASE)


def captions(tree: HtmlElement, text: str) -> list[str]:
    """Those of the pictures that stand in the article, of which `text` is what was extracted, each once."""
    root = _article(tree, text)
    found: dict[str, None] = {}
    for node in root.iter("figcaption") if root is not None else ():
        around = list(node.iterancestors())
        around = around[: around.index(root)]
        if any(one.tag in _ROUND or one.tag == "article" for one in around):
            continue  # a teaser of another story
        words = " ".join("".join(_words(node)).split())
        if len(words.split()) >= _LEAST and words not in text:
            found[words] = None
    return list(found)


def _article(tree: HtmlElement, text: str) -> HtmlElement | None:
    """The element that holds the paragraphs that were extracted, with the picture above them."""
    shown = set(text.split("\n\n"))
    held = [node for node in tree.iter("p") if " ".join(node.text_content().split()) in shown]
    if not held:
        return None
    paths = [[*reversed(list(node.iterancestors()))] for node in (held[0], held[-1])]
    common = [a for a, b in zip(*paths, strict=False) if a is b]
    named = (node for node in reversed(common) if node.tag in ("article", "main"))
    return next(named, common[-1] if common else None)


def _words(node: HtmlElement) -> Iterator[str]:
    """The words in an element without those that only say whose picture it is."""
    yield node.text or ""
    for child in node:
        apart = " " if child.tag in ("p", "br", "div") else ""
        yield apart
        if isinstance(child.tag, str) and not _is_credit(child):
            yield from _words(child)
        yield apart + (child.tail or "")


def _is_credit(node: HtmlElement) -> bool:
    return node.tag in ("cite", "small") or _CREDIT.search(node.get("class") or "") is not None
