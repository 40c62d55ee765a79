"""The house's own actors: names that the desk knows to be one. One YAML a desk, named under `actors:`.

- name: Northern Line Alliance
  kind: organisation
  names: [NLA, the Alliance]
  speaks for: Transport for London

In every article these names, as they are written, are mentions of that one actor; actors that the
reading had kept apart and that go by one of the names become one with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import Field

from checker.model import Actor, ActorKind, Article, Mention, Span
from checker.rules.parts import Part, Words
from checker.yaml_files.marked_yaml import read, validate_each


class HouseActor(Part):
    """An actor that the desk knows, with every name it goes by."""

    name: str = Field(min_length=1, description="the name to show")
    kind: ActorKind = Field(description="person, organisation, place or office")
    names: Words = Field((), description="other names, as they are written")
    speaks_for: str | None = Field(
        None, alias="speaks for", description="the name of the actor it speaks for"
    )

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *self.names)


def read_actors(path: Path, shown: str) -> tuple[HouseActor, ...]:
    """The actors of a file; what is wrong with it is an error that names the line."""
    marked = read(path, shown=shown)
    actors = tuple(validate_each(HouseActor, marked, " of actors", "with '- name:'"))
    seen: dict[str, str] = {}
    for i, actor in enumerate(actors):
        for name in actor.all_names:
            if seen.setdefault(name, actor.name) != actor.name:
                raise marked.error(f"{name!r} names two actors", (i,), hint="leave it with one of them")
    return actors


def with_house_actors(
    found: Sequence[Actor], articles: Sequence[Article], house: Iterable[HouseActor]
) -> list[Actor]:
    """The actors of a set, those of the house put together as the desk knows them."""
    actors = list(found)
    for known in house:
        actors = _with(actors, articles, known)
    return actors


def _with(actors: list[Actor], articles: Sequence[Article], known: HouseActor) -> list[Actor]:
    names = set(known.all_names)
    written = [mention for article in articles for mention in _mentions(article, known.all_names)]
    same = [actor for actor in actors if names & {actor.name, *actor.names}]
    if not written and not same:
        return actors
    own = {(mention.article, mention.span): mention for mention in written}
    for actor in same:
        own |= {(m.article, m.span): m for m in actor.mentions}
    first = same[0] if same else None
    target = next((a for a in actors if known.speaks_for in (a.name, *a.names)), None)
    merged = Actor(
        id=first.id if first else f"{known.kind}:{'-'.join(known.name.lower().split())}",
        name=known.name,
        kind=known.kind,
        names=tuple(dict.fromkeys([*known.all_names, *(n for a in same for n in a.names)])),
        mentions=tuple(own[key] for key in sorted(own)),
        speaks_for=target.id if target else first.speaks_for if first else None,
        reasons=(*(r for a in same for r in a.reasons), "the house's own actors say so"),
        offices=tuple(office for a in same for office in a.offices),
    )
    taken = [(m.article, m.span) for m in written]
    rest = [_without(actor, taken) for actor in actors if actor not in same]
    return [merged, *(actor for actor in rest if actor.mentions)]


def _mentions(article: Article, names: Iterable[str]) -> list[Mention]:
    ordered = sorted(names, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in ordered) + r")(?!\w)")
    return [Mention(article.id, Span(m.start(), m.end()), m.group()) for m in pattern.finditer(article.text)]


def _without(actor: Actor, taken: Iterable[tuple[str, Span]]) -> Actor:
    """An actor without the mentions that lie where the house's own stand."""
    kept = tuple(
        m for m in actor.mentions if not any(m.article == a and m.span.overlaps(s) for a, s in taken)
    )
    return actor if len(kept) == len(actor.mentions) else replace(actor, mentions=kept)
