"""Articles into a store: what it has is left, what has changed is read anew, what is gone is taken out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.archive.rows import content_of, path_of, place_of, rows_of
from checker.archive.store import Store
from checker.model import Article, ArticleSet, Role
from checker.readings import SetReading


@dataclass(slots=True)
class Told:
    """What a run did: how many articles were read, known already, taken out, and how many sets failed."""

    read: int = 0
    known: int = 0
    removed: int = 0
    failed: int = 0


def index(
    sets: Iterable[ArticleSet],
    store: Store,
    read: Callable[[ArticleSet], SetReading],
    failed: Callable[[ArticleSet], None],
    *,
    sync: Sequence[Path] = (),
) -> Told:
    """Put the articles of sets, each by itself, into a store; a set is written whole. Drafts are left out.

    `sync`: what the store has from these files and folders, and is no longer there, is taken out.
    """
    told, seen = Told(), set[str]()
    for of in sets:
        if of.failed:
            failed(of)
            told.failed += 1
        placed = {place_of(a, of): a for a in of.articles if a.role is not Role.DRAFT}
        seen |= placed.keys()
        new = {place: a for place, a in placed.items() if not _is_known(store, place, a)}
        store.put([rows_of(a, read(_alone(a, of)), store.next(), place) for place, a in new.items()])
        told.read += len(new)
        told.known += len(placed) - len(new)
    told.removed = remove(store, sync, seen)
    return told


def remove(store: Store, paths: Sequence[Path], keep: Collection[str] = ()) -> int:
    """Take out what came from files and folders, but for some places; how many articles."""
    gone = [place for place in store.articles if place not in keep and _is_under(place, paths)]
    store.remove(gone)
    return len(gone)


def _is_under(place: str, paths: Sequence[Path]) -> bool:
    return any(Path(path_of(place)).is_relative_to(path) for path in paths)


def _is_known(store: Store, place: str, article: Article) -> bool:
    known = store.articles.get(place)
    return known is not None and known[1] == content_of(article)


def _alone(article: Article, of: ArticleSet) -> ArticleSet:
    return replace(of, articles=(article,), failed=())
