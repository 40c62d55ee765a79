"""The parts of a web page's article of which its extraction is not sure.

Lists, tables and captions that it leaves out are put back, links to other stories that it takes for text
are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Set
from itertools import takewhile

from lxml.html import HtmlElement

_LEAST = 4  # words: fewer are a credit or a button
_ROUND = frozenset({"a", "aside", "footer", "form", "nav"})  # what stands in these is no part of the article
_TEXT = ("p", "li", "h2", "h3", "h4", "blockquote", "div")
_LINES = ("p", "h2", "h3", "h4")
_LISTS = ("ul", "ol", "dl", "table")
_CREDIT = re.compile(r"credit|copyright|byline|photographer", re.IGNORECASE)
_LINKED = 0.6  # of its letters, if they are a link, make a line without an end a link to another story
_OTHER = "lines that seem to be no part of it"
_LINKS = "links to other stories"


def completed(tree: HtmlElement, text: str) -> tuple[str, tuple[str, ...]]:
    """The article of which `text` was extracted, captions last, and in words what is left out of it."""
    root = _article(tree, text)
    if root is None:
        return text, ()
    paragraphs = [[line] for line in text.split("\n\n")]  # each with the lists that stand behind it
    place = {line: number for number, (line,) in enumerate(paragraphs)}
    left_out: dict[str, None] = {}
    at = 0
    for node in _blocks(root, place):
        line, linked = _flat(node), _is_linked(node)
        if node.tag in _LISTS:
            rows = [row for row in _rows(node) if row and row not in place]
            paragraphs[at] += [] if linked else rows
            left_out.update({_LINKS: None} if linked and rows else {})
        elif line not in place:
            left_out.update({_LINKS: None} if linked else {_OTHER: None} if _is_long(line) else {})
        else:
            at = max(at, place[line])
            if linked and line[-1] not in '.?!…”"' and len(place) > 1:
                left_out[_LINKS] = None
                paragraphs[place[line]][0] = ""
    lines = [line for lines in paragraphs for line in lines if line]
    return "\n\n".join([*lines, *_captions(root, text)]), tuple(left_out)


def _blocks(root: HtmlElement, place: Container[str]) -> Iterator[HtmlElement]:
    """The paragraphs that were extracted, and the lists and lines that stand among them."""
    holders = {node.getparent() for node in root.iter(*_TEXT) if _flat(node) in place}
    lists: set[HtmlElement] = set()
    for node in root.iter(*_TEXT, *_LISTS):
        if node.tag not in _LISTS:
            lost = node.tag in _LINES and node.getparent() in holders and _is_part(node, root)
            if _flat(node) in place or (lost and _flat(node)):
                yield node
        elif _belongs(node, root, holders) and lists.isdisjoint(node.iterancestors()):
            lists.add(node)
            yield node


def _is_long(words: str) -> bool:
    return len(words.split()) >= _LEAST


def _captions(root: HtmlElement, text: str) -> list[str]:
    """Those of the pictures that stand in the article, each once."""
    found: dict[str, None] = {}
    for node in root.iter("figcaption"):
        words = " ".join("".join(_words(node)).split())
        if _is_part(node, root) and _is_long(words) and words not in text:
            found[words] = None
    return list(found)


def _article(tree: HtmlElement, text: str) -> HtmlElement | None:
    """The element that holds the paragraphs that were extracted, with the picture above them."""
    shown = set(text.split("\n\n"))
    held = [node for node in tree.iter("p") if _flat(node) in shown]
    if not held:
        return None
    paths = [[*reversed(list(node.iterancestors()))] for node in (held[0], held[-1])]
    common = [a for a, b in zip(*paths, strict=False) if a is b]
    named = (node for node in reversed(common) if node.tag in ("article", "main"))
    return next(named, common[-1] if common else None)


def _belongs(node: HtmlElement, root: HtmlElement, holders: Set[HtmlElement]) -> bool:
    """Whether a list or table stands among the paragraphs, by itself or in a box of its own."""
    around = [node.getparent(), *([node.getparent().getparent()] if node.getparent() is not root else [])]
    return any(one in holders for one in around) and _is_part(node, root)


def _is_part(node: HtmlElement, root: HtmlElement) -> bool:
    """Whether an element is the article's, and not a teaser of another story in it."""
    within = takewhile(lambda one: one is not root, node.iterancestors())
    return not any(one.tag in _ROUND or one.tag == "article" for one in within)


def _rows(node: HtmlElement) -> Iterator[str]:
    """The items of a list; the rows of a table."""
    if node.tag == "table":
        for row in node.iter("tr"):
            yield " | ".join(words for cell in row.iter("td", "th") if (words := _flat(cell)))
    else:
        yield from (_flat(item) for item in node.iter("li", "dt", "dd") if item.find(".//li") is None)


def _is_linked(node: HtmlElement) -> bool:
    linked = sum(len(_flat(link)) for link in node.iter("a") if link.get("href"))
    return linked >= _LINKED * max(1, len(_flat(node)))


def _flat(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


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
