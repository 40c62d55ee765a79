"""Parses that are not made again: those kept between runs, and those that another process made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from checker import cache

KIND = "parses"
_VERSION = "3"
_given: ContextVar[Mapping[str, bytes]] = ContextVar("parses", default={})  # noqa: B039 (never changed)


def path(text: str, made_with: Sequence[str]) -> Path | None:
    """The file of the parse of a text; `made_with` are the versions and words that a parse depends on."""
    return cache.place(KIND, (_VERSION, *made_with, text))


def read(file: Path | None, text: str) -> bytes | None:
    """The parse of a text as it was given or kept."""
    return _given.get().get(text) or cache.read(file)


@contextmanager
def given(parses: Mapping[str, bytes]) -> Iterator[None]:
    """In this block texts are not parsed of which a parse is given, by the text."""
    before = _given.set(parses)
    try:
        yield
    finally:
        _given.reset(before)
