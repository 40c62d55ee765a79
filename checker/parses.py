"""Where parses are kept between runs, a file a text, whole or not at all; those of another process, too."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

_VERSION = "3"
_given: ContextVar[Mapping[str, bytes]] = ContextVar("parses", default={})  # noqa: B039 (never changed)


def folder() -> Path | None:
    """Where parses are kept: $CHECKER_CACHE ('off' keeps none), else the user's cache folder."""
    chosen = os.environ.get("CHECKER_CACHE")
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen) / "parses"
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "checker" / "parses"
    except RuntimeError:  # a user without a home
        return None


def path(within: Path | None, text: str, made_with: Sequence[str]) -> Path | None:
    """The file of the parse of a text; `made_with` are the versions and words that a parse depends on."""
    if within is None:
        return None
    key = "\0".join((_VERSION, *made_with, text))
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return within / digest[:2] / f"{digest}.spacy"


def read(file: Path | None, text: str) -> bytes | None:
    """The parse of a text as it was given or kept."""
    kept = _given.get().get(text)
    if kept is None and file is not None:
        with suppress(OSError):
            kept = file.read_bytes()
    return kept


def write(file: Path | None, parse: bytes) -> None:
    """Keep a parse, whole or not at all; a cache that cannot be written must not stop a check."""
    if file is None:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as out:
            try:
                out.write(parse)
                out.close()
                os.replace(out.name, file)
            except OSError:
                os.unlink(out.name)


@contextmanager
def given(parses: Mapping[str, bytes]) -> Iterator[None]:
    """In this block texts are not parsed of which a parse is given, by the text."""
    before = _given.set(parses)
    try:
        yield
    finally:
        _given.reset(before)
