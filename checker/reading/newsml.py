"""NewsML-G2, the IPTC's news item in XML, alone or in a news message, with NITF or XHTML inside."""

from __future__ import annotations

from xml.etree import ElementTree

from checker.errors import InputError
from checker.reading.account import Account, read_time_or_none
from checker.reading.fragment import text_of_html
from checker.reading.text import decode

_TIMES = ("versionCreated", "firstCreated", "contentCreated")


def read(data: bytes, path: str) -> list[Account]:
    root = parse_xml(data, path)
    items = [node for node in root.iter() if _local(node) == "newsItem"]
    accounts = [_account(item) for item in items]
    found = [account for account in accounts if account.text]
    if not found:
        raise InputError(
            "no article text in this NewsML-G2",
            path=path,
            hint="a text item carries it in <inlineXML> or <inlineData>",
        )
    return found


def parse_xml(data: bytes, path: str) -> ElementTree.Element:
    """The root of an XML file; InputError if it is broken or defines entities of its own."""
    text = _xml_text(data, path)
    if "<!ENTITY" in text:
        raise InputError(
            "this XML defines its own entities",
            path=path,
            hint="remove the <!DOCTYPE> with the <!ENTITY> lines",
        )
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as e:
        line, column = e.position
        reason = str(e).rsplit(":", 1)[0]
        raise InputError(
            f"broken XML: {reason}", path=path, line=line, column=column + 1, hint="the file may be cut short"
        ) from None


def _xml_text(data: bytes, path: str) -> str:
    """The text without its declaration, in the encoding that this names."""
    start = data[:200].decode("latin-1")
    text = None
    if "<?xml" in start and "encoding=" in start:
        encoding = start.split("encoding=", 1)[1][1:].split(start.split("encoding=", 1)[1][0])[0]
        try:
            text = data.decode(encoding)
        except LookupError:
            raise InputError(
                f"unknown encoding {encoding!r} in the XML declaration", path=path, line=1
            ) from None
        except UnicodeDecodeError as e:
            raise InputError(
                f"byte {data[e.start]:#04x} is not {encoding}, which the XML declaration names",
                path=path,
                line=data.count(b"\n", 0, e.start) + 1,
                hint="save the file in the encoding that it names",
            ) from None
    text = (text if text is not None else decode(data, path)).removeprefix("\ufeff")
    if text.lstrip().startswith("<?xml"):
        head, _, rest = text.partition("?>")
        return "\n" * head.count("\n") + rest.replace("\r\n", "\n") if rest.strip() else text
    return text


def _account(item: ElementTree.Element) -> Account:
    meta = {_local(node): node for node in item.iter() if _local(node) in (*_TIMES, "headline", "provider")}
    written = next((meta[name].text for name in _TIMES if name in meta), None)
    headline = meta.get("headline")
    return Account(
        _body(item),
        title=_words(headline) if headline is not None else None,
        publisher=_publisher(item, meta.get("provider")),
        published=read_time_or_none(written),
    )


def _publisher(item: ElementTree.Element, provider: ElementTree.Element | None) -> str | None:
    named = [provider] if provider is not None else []
    named += [node for node in item.iter() if _local(node) in ("infoSource", "copyrightHolder")]
    for node in named:
        name = next((child for child in node if _local(child) == "name"), None)
        written = (
            _words(name)
            if name is not None
            else node.get("literal") or node.get("qcode", "").partition(":")[2]
        )
        if written:
            return written
    return None


def _body(item: ElementTree.Element) -> str:
    for content in (node for node in item.iter() if _local(node) in ("inlineXML", "inlineData")):
        if _local(content) == "inlineData":
            text = content.text or ""
            return text_of_html(text) if "html" in content.get("contenttype", "") else text.strip()
        body = next((n for n in content.iter() if _local(n) in ("body.content", "body")), content)
        inner = next((n for n in body.iter() if _local(n) == "body.content"), body)
        for node in inner.iter():
            node.tag = _local(node)
        text = text_of_html(ElementTree.tostring(inner, encoding="unicode"))
        if text:
            return text
    return ""


def _words(node: ElementTree.Element) -> str:
    return " ".join("".join(node.itertext()).split())


def _local(node: ElementTree.Element) -> str:
    """The name of an element without its namespace."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
