"""Who is named in a set, under which names and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.texts import Span


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Mention:
    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office that words beside a name say the person holds: "the French foreign minister, Jean Roy"."""

    article: str
    span: Span  # the name beside it
    name: str
    of: str | None = None  # the country's code or the body, where the words say which
    past: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A named person, body, place or office of the set, with every name it goes by."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    speaks_for: str | None = None  # id of the actor it speaks for: the Kremlin for Russia
    reasons: tuple[str, ...] = ()  # why its names were put together
    doubts: tuple[str, ...] = ()  # merges that were proposed and not made
    offices: tuple[Office, ...] = ()  # in the order of the texts
