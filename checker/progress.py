"""How far a long check is. Who wants to show it listens; nobody else is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Listener = Callable[[str], None]
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def tell(what: str) -> None:
    listener = _listener.get()
    if listener is not None:
        listener(what)


def each(what: str, items: Sequence[T]) -> Iterator[T]:
    """The items, and as each comes up, its number: "reading 3 of 40"."""
    for number, item in enumerate(items, 1):
        tell(f"{what} {number} of {len(items)}")
        yield item
