"""Which format a file is in: by the ending of its name, or its content where the ending leaves it open."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import PurePath

from checker.errors import CheckerError, InputError
from checker.reading.account import Account
from checker.reading.furniture import without_furniture
from checker.reading.limits import cleaned, look_at
from checker.reading.xml_tree import first_element

Reader = Callable[[bytes], list[Account]]

MODULES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "ninjs",
    ".ninjs": "ninjs",
    ".xml": "xml",
    ".rss": "xml",
    ".atom": "xml",
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".eml": "eml",
    ".pdf": "pdf",
}
_ROOTS = {
    "newsItem": "wire_xml:newsml",
    "newsMessage": "wire_xml:newsml",
    "packageItem": "wire_xml:newsml",
    "NewsML": "wire_xml:newsml1",
    "nitf": "wire_xml:nitf",
    "html": "html",
}
STREAMS = (".jsonl", ".ndjson")
SETS = (".yaml", ".yml")
_BEGINNINGS = {
    "pdf": re.compile(rb"%PDF-"),
    "rtf": re.compile(rb"\{\\rtf"),
    "markdown": re.compile(rb"---[\n\r ]"),
    "html": re.compile(rb"<!doctype html|<html", re.IGNORECASE),
}
_LIBRARIES = {
    "feed": ("an RSS or Atom feed", "feedparser"),
    "html": ("a web page", "trafilatura lxml_html_clean"),
    "pdf": ("a PDF", "pdfminer.six"),
    "rtf": ("an RTF file", "striprtf"),
}


def read_accounts(data: bytes, path: str) -> list[Account]:
    """The accounts in a file: one, or several for a feed; InputError with its name if it cannot be read."""
    try:
        return _accounts(data, path)
    except CheckerError as e:
        e.at(path)
        raise


def _accounts(data: bytes, path: str) -> list[Account]:
    if not data.strip():
        raise InputError("the file is empty", hint="put the article's text into it")
    module, _, function = _sniffed(data, MODULES.get(PurePath(path).suffix.lower(), "text")).partition(":")
    reader = _reader(module, function or "read")
    look_at(data, module)
    accounts = [cleaned(account) for account in _read(reader, data)]
    if not any(account.text.strip() or account.unused for account in accounts):
        raise InputError("the article is empty", hint="there is no text in it that could be compared")
    return _once([without_furniture(account) for account in accounts])


def _reader(module: str, function: str) -> Reader:
    """InputError for a format of which the libraries are not installed."""
    try:
        reader: Reader = getattr(import_module(f"checker.reading.{module}"), function)
    except ModuleNotFoundError:
        what, packages = _LIBRARIES[module]
        raise InputError(
            f"{what} cannot be read: {packages.split()[0]} is not installed",
            hint=f"pip install {packages}, or in a clone of this program: pip install '.[formats]'",
        ) from None
    return reader


def _once(accounts: list[Account]) -> list[Account]:
    """A story that stands in a file twice is one account, and one without a text is none."""
    first: set[str] = set()
    once = []
    for account in accounts:
        if not account.text.strip():
            account = replace(account, text="", unused=account.unused or "no text in it")
        elif account.text in first and account.unused is None:
            account = replace(account, unused="the same story again")
        once.append(account)
        first.add(account.text)
    return once


def _read(reader: Reader, data: bytes) -> list[Account]:
    """Damaged files fail in any of the libraries' depths: whatever it is, it is this file that is wrong."""
    try:
        return reader(data)
    except (CheckerError, MemoryError):
        raise
    except Exception as e:
        reason = f"{type(e).__name__}: {e}" if str(e) else type(e).__name__
        raise InputError(
            f"this file cannot be read: {reason}",
            hint="it may be damaged: open it in the program it was made with and save it again, or as .txt",
        ) from e


def _sniffed(data: bytes, module: str) -> str:
    """The format by its first bytes, for files without an ending and for XML of several kinds."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if module == "text":
        return next((kind for kind, begins in _BEGINNINGS.items() if begins.match(start)), module)
    return _ROOTS.get(first_element(data), "feed") if module == "xml" else module
