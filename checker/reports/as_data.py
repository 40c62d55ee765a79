"""What of each type of the program goes into data, by its fields: what every report in JSON is made from.

Enums go by their values, days as ISO dates, spans and tuples as lists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any

Shape = Mapping[str, Callable[[Any], Any]]  # how each field of an object is had from what it tells of


def shape(names: str, **had: Callable[[Any], Any]) -> Shape:
    """Fields by the names of attributes, or as `field=path.to.attribute`; `had` tells how others are had."""
    fields = [name.partition("=") for name in names.split()]
    return {key: had.get(key) or attrgetter(path or key) for key, _, path in fields}


def plain(thing: Any, shapes: Mapping[type, Shape]) -> Any:
    """The thing as data; what is in `shapes` as an object of those fields."""
    known = shapes.get(type(thing))
    if known is not None:
        return {key: plain(had(thing), shapes) for key, had in known.items()}
    if isinstance(thing, Mapping):
        return {key: plain(one, shapes) for key, one in thing.items()}
    if isinstance(thing, frozenset):
        return sorted(thing)
    if isinstance(thing, tuple | list):
        return [plain(one, shapes) for one in thing]
    if isinstance(thing, Enum):
        return thing.value
    return thing.isoformat() if isinstance(thing, date) else thing
