"""XML as the readers of news formats take it: without namespaces of its own, entities of HTML read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from checker.errors import InputError
from checker.reading.fragment import text_of_html
from checker.reading.text import decode, decode_as

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})  # entities that XML has itself
_MARKED = re.compile(r"</?(?:p|br|div|span|b|i|em|strong|a|h[1-6]|li)\b[^<>]{0,500}>", re.IGNORECASE)
_PROLOG = re.compile(rb"<!--.*?-->|<[!?][^>]*>", re.DOTALL)
_ELEMENT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)")
_LOOKED_AT = 20_000  # bytes in which the first element begins


def first_element(data: bytes) -> str:
    """The name of the outermost element, without its prefix; "" where there is none."""
    start = data[:_LOOKED_AT].replace(b"\0", b"")
    found = _ELEMENT.search(_PROLOG.sub(b"", start))
    return found[1].decode("latin-1") if found else ""


def parse_xml(data: bytes) -> ElementTree.Element:
    """The root of an XML file; InputError if it is broken or defines entities of its own."""
    text = xml_text(data)
    if "<!ENTITY" in text:
        raise InputError(
            "this XML defines its own entities", hint="remove the <!DOCTYPE> with the <!ENTITY> lines"
        )
    try:
        return ElementTree.fromstring(_ENTITY.sub(_character, text))
    except ElementTree.ParseError as e:
        line, column = e.position
        reason = str(e).rsplit(":", 1)[0]
        raise InputError(
            f"broken XML: {reason}", line=line, column=column + 1, hint="the file may be cut short"
        ) from None


def _character(match: re.Match[str]) -> str:
    return match[0] if match[1] in _OWN else html.unescape(match[0])


def xml_text(data: bytes) -> str:
    """The text without its declaration, in the encoding that this names."""
    start = data[:200].decode("latin-1")
    text = None
    if "<?xml" in start and "encoding=" in start:
        encoding = start.split("encoding=", 1)[1][1:].split(start.split("encoding=", 1)[1][0])[0]
        text = decode_as(data, encoding)
        if text is None:
            raise InputError(
                f"this file is not in {encoding!r}, the encoding that its XML declaration names",
                line=1,
                hint="save the file in the encoding that it names",
            )
    text = (text if text is not None else decode(data)).removeprefix("\ufeff")
    if text.lstrip().startswith("<?xml"):
        head, _, rest = text.partition("?>")
        return "\n" * head.count("\n") + rest if rest.strip() else text
    return text


def local(node: ElementTree.Element) -> str:
    """The name of an element without its namespace."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def named(node: ElementTree.Element, *names: str) -> Iterator[ElementTree.Element]:
    """The elements of these names in an element, in the order of the text."""
    return (child for child in node.iter() if local(child) in names)


def first(node: ElementTree.Element, *names: str) -> ElementTree.Element | None:
    """The first element of the first of the names that occurs."""
    return next((child for name in names for child in named(node, name)), None)


def attribute(node: ElementTree.Element, name: str, *keys: str) -> str | None:
    """The first of the attributes that the elements of a name have."""
    return next((value for child in named(node, name) for key in keys if (value := child.get(key))), None)


def words(node: ElementTree.Element | None) -> str:
    """The words in an element, on one line."""
    return "" if node is None else " ".join("".join(node.itertext()).split())


def body(node: ElementTree.Element, said: dict[str, None] | None = None) -> str:
    """The paragraphs of an element that holds NITF or XHTML: of its body, where it has one (see `plain`)."""
    inner = first(node, "body.content", "body")
    inner = node if inner is None else inner
    for child in inner.iter():
        child.tag = local(child)
    inner.tail = None
    return plain(text_of_html(ElementTree.tostring(inner, encoding="unicode"), said=said), said)


def plain(text: str, said: dict[str, None] | None = None) -> str:
    """A text that may hold HTML as characters, as systems write it that put a page into a field.

    `said` gets the word of what is left out.
    """
    return text_of_html(text, said=said) if _MARKED.search(text) else text.strip()
