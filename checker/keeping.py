"""What is known of words, kept between two sets: a stream of sets brings new words for ever.

Each function here forgets what it was not asked for longest; together they would still grow for thousands of
sets. So everything goes where it has become much when a set is begun, and what is common is soon known again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

_MUCH = 50_000  # answers of all functions: two long articles bring 10,000
_P = ParamSpec("_P")
_R = TypeVar("_R")
_keeping: list[Any] = []


def kept(most: int) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """A decorator: up to `most` answers of a function about words are kept."""

    def keep(function: Callable[_P, _R]) -> Callable[_P, _R]:
        cached: Any = lru_cache(maxsize=most)(function)
        _keeping.append(cached)
        return cached  # type: ignore[no-any-return]

    return keep


def forget_much() -> None:
    """Forget all answers, if there are many of them; between two sets, as within one they are of use."""
    if sum(cached.cache_info().currsize for cached in _keeping) > _MUCH:
        for cached in _keeping:
            cached.cache_clear()
