"""What a file may ask of a reader, looked at before it is read, and what every text is cleaned of after it.

The readers rest on libraries of which the cost or the depth is not ours: what would take more than its
size is refused here, in one pass over the bytes.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.parsers import expat

from checker.errors import InputError
from checker.model import ArticleSet, Failure, Role
from checker.reading.account import Account
from checker.reading.text import decode

MOST_CHARACTERS = 150_000  # of an article: 25,000 words, more than the longest read of a magazine has
_MOST_OF_A_SET = 2_000_000  # of all of them: a thousand articles of an agency
_LONGEST_TITLE = 1_000
_LONGEST_NAME = 500  # of a publisher, an address, an id
_DEEPEST = 100  # lists in lists, elements in elements, mails in mails
_MOST_ELEMENTS = 400_000
_MOST_UNPACKED = 50_000_000
_LONGEST_HEADER = 10_000
_BAD = {**dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"), 0: "\N{REPLACEMENT CHARACTER}"}

_ARCHIVES = ("docx", "odt")
_XML = ("wire_xml", "feed")
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[{]|[\]}]', re.DOTALL)
_HEADER = re.compile(rb"^[!-9;-~]+:[^\n]*\n?(?:[ \t][^\n]*\n?)*", re.MULTILINE)
_HEADERS = re.compile(rb"(?:\A|^--[^\n]*\n)(?:[^\r\n][^\n]*\n?)+", re.MULTILINE)  # of a mail, of a part
_MULTIPART = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.MULTILINE | re.IGNORECASE)


def clean_text(text: str) -> str:
    """The same text, character by character, with a mark for what is no character: NUL, half a pair."""
    return text.translate(_BAD)


def cleaned(account: Account) -> Account:
    """What a reader found, with what no text may hold marked, and no longer than such a thing is."""
    return replace(
        account,
        text=clean_text(account.text),
        title=short(account.title, _LONGEST_TITLE),
        publisher=short(account.publisher, _LONGEST_NAME),
        url=short(account.url, _LONGEST_NAME),
        id=account.id and clean_text(account.id),
    )


def too_long(text: str) -> InputError:
    return InputError(
        f"the article has {len(text):,} characters, and {MOST_CHARACTERS:,} is the most",
        hint="cut it into articles",
    )


def within_limits(articles: ArticleSet) -> ArticleSet:
    """The set with a failure for each article that does not go into it any more; a draft goes in first."""
    left = _MOST_OF_A_SET
    over: dict[str, Failure] = {}
    for article in sorted(articles.articles, key=lambda one: one.role is not Role.DRAFT):
        if len(article.text) > left:
            message = f"the set has more than {_MOST_OF_A_SET:,} characters with this article"
            error = InputError(message, path=article.path, hint="check it in parts")
            over[article.id] = Failure(error, article.id)
        else:
            left -= len(article.text)
    kept = tuple(article for article in articles.articles if article.id not in over)
    return replace(articles, articles=kept, failed=(*articles.failed, *over.values()))


def short(text: str | None, most: int = _LONGEST_TITLE) -> str | None:
    """A line of a title or a name, no longer than such a thing is."""
    if text is None:
        return None
    text = clean_text(text)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def look_at(data: bytes, kind: str) -> None:
    """InputError for what the reader of that kind of file could not take."""
    if kind in _ARCHIVES:
        _archive(data)
    elif kind == "eml" and len(_MULTIPART.findall(data)) > _DEEPEST:
        raise _too_deep("mail")
    elif kind in _XML:
        _xml(data)


def load_json(data: bytes, line: int | None = None, pairs: Callable[[Any], Any] | None = None) -> Any:
    """The value of a text in JSON; `line` is that of a stream, of which it is one."""
    text = decode(data).rstrip("\n") if line else decode(data)
    check_json(text)
    try:
        return json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as e:
        at, shown = line or e.lineno, text.split("\n")[e.lineno - 1]
        raise InputError(
            f"not JSON: {e.msg}",
            line=at,
            column=e.colno,
            shown=shown if shown.strip() else None,
            hint="every line is one JSON object" if line else "the file may be cut short",
        ) from None
    except ValueError as e:  # a number of thousands of digits
        raise InputError(f"not JSON that can be read: {e}", hint="shorten the number") from None


def check_json(text: str) -> None:
    """InputError for JSON that is nested deeper than its reader goes."""
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > _DEEPEST:
            raise _too_deep("JSON")


def _too_deep(what: str) -> InputError:
    return InputError(f"this {what} is nested more than {_DEEPEST} deep", hint="save its text as .txt")


def _xml(data: bytes) -> None:
    """The depth and the number of elements; whatever else is wrong is left for the reader to tell."""
    depth = count = 0

    def start(name: str, attributes: dict[str, Any]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _DEEPEST:
            raise _too_deep("XML")
        if count > _MOST_ELEMENTS:
            raise InputError(
                f"this file has more than {_MOST_ELEMENTS:,} elements", hint="cut it into articles"
            )

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*about: Any) -> None:
        raise _Left

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, UnicodeError, ValueError, _Left):
        return


class _Left(Exception):  # noqa: N818 (no error, only an end)
    """The rest is the reader's affair."""


def _archive(data: bytes) -> None:
    """The sizes of a zip as unpacked, and the XML in it."""
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                if not part.filename.endswith((".xml", ".rels")):
                    continue
                unpacked += part.file_size
                if unpacked > _MOST_UNPACKED:
                    raise InputError(
                        f"this file unpacks to more than {_MOST_UNPACKED:,} bytes of text",
                        hint="save its text as .txt",
                    )
                _xml(archive.read(part))
    except InputError:
        raise
    except Exception:  # a damaged zip fails in any of the library's depths; its reader tells it
        return


def without_long_headers(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """A mail without headers longer than a mail program writes, and which those are, in words."""
    said: dict[str, None] = {}

    def within(header: re.Match[bytes]) -> bytes:
        if len(header[0]) <= _LONGEST_HEADER:
            return header[0]
        name = header[0].partition(b":")[0].decode("ascii")
        said[f"the header {short(name, _LONGEST_NAME)}, which is longer than {_LONGEST_HEADER:,} bytes"] = (
            None
        )
        return b""

    return _HEADERS.sub(lambda m: _HEADER.sub(within, m[0]), data), tuple(said)
