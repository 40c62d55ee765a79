"""The file of a store: opened, brought up to date, written, cleared. A set in it is whole or not there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from checker.archive.rows import Row
from checker.archive.schema import OF_ARTICLE, TABLES, VERSION, create, steps_from
from checker.errors import CheckerError
from checker.model import Article, Role

_OTHER = "name a file that 'checker index' wrote, or one that does not exist yet"
_NEWER = "use a program at least as new as the one that wrote it, or index anew into another file"
_BUSY = "another run has it open: try again when that has ended"


class Store:
    """An open store; `articles` is what it knows: by place, the number and the content of each article."""

    def __init__(self, base: duckdb.DuckDBPyConnection) -> None:
        self._base = base
        rows = self.ask("SELECT place, id, content FROM articles")
        self.articles: dict[str, tuple[int, str]] = {row[0]: (row[1], row[2]) for row in rows}
        self._last = max((number for number, _ in self.articles.values()), default=0)

    def ask(self, query: str, given: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._base.execute(query, given).fetchall()

    def next(self) -> int:
        """The number for a further article."""
        self._last += 1
        return self._last

    def table(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Rows as a table of this connection alone, to be asked with others."""
        self._base.register(name, pa.Table.from_pylist(list(rows)))

    def put(self, written: Iterable[Mapping[str, Sequence[Row]]]) -> None:
        """Write the rows of some articles, each in place of what was known of its place."""
        written = list(written)
        with self._whole():
            self._clear([row["place"] for tables in written for row in tables["articles"]])
            for name in TABLES:
                self._insert(name, [row for tables in written for row in tables[name]])
        for tables in written:
            for row in tables["articles"]:
                self.articles[row["place"]] = (row["id"], row["content"])

    def remove(self, places: Iterable[str]) -> None:
        places = [place for place in places if place in self.articles]
        with self._whole():
            self._clear(places)
        for place in places:
            del self.articles[place]

    def having(self, texts: Sequence[str]) -> frozenset[int]:
        """The numbers of the articles that have one of these texts."""
        found = self.ask("SELECT id FROM articles WHERE list_contains(?, text)", [list(texts)])
        return frozenset(number for (number,) in found)

    def article(self, number: int) -> Article:
        """An article as it was indexed, as a source of the role `archive`."""
        columns = "name, publisher, title, published, zone, path, url, layout, text"
        ((name, publisher, title, time, zone, path, url, layout, text),) = self.ask(
            f"SELECT {columns} FROM articles WHERE id = ?", [number]
        )
        if time is not None and zone is not None:
            time = time.replace(tzinfo=timezone(timedelta(minutes=zone)))
        told = json.loads(layout)
        removed, places = ([(at, n) for at, n in told[key]] for key in ("removed", "places"))
        return Article(
            f"archive-{number}-{name}",
            text,
            publisher,
            Role.ARCHIVE,
            time,
            title,
            path,
            url=url,
            line_offset=told["line_offset"],
            lined=told["lined"],
            removed=tuple(removed),
            places=tuple(places),
        )

    def _insert(self, name: str, rows: Sequence[Row]) -> None:
        if rows:
            columns = ", ".join(rows[0])
            self.table("fresh", rows)
            self._base.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM fresh")
            self._base.unregister("fresh")

    def _clear(self, places: Sequence[str]) -> None:
        numbers = [self.articles[place][0] for place in places if place in self.articles]
        for name, column in (*((name, "article") for name in OF_ARTICLE), ("articles", "id")):
            if numbers:
                self._base.execute(f"DELETE FROM {name} WHERE list_contains(?, {column})", [numbers])

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self._base.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")


@contextmanager
def opened(path: Path, *, write: bool = False) -> Iterator[Store]:
    """The store in a file; a new one where there is none and it is to be written.

    CheckerError for a file that is none, is of a later version or is in use.
    """
    if not write and not path.is_file():
        raise CheckerError("there is no store", path=path, hint="write one: checker index PATHS --store FILE")
    try:
        base = duckdb.connect(path, read_only=not write)
    except duckdb.Error as e:
        busy = "lock" in str(e)
        why = "the store is in use" if busy else "this is no store"
        raise CheckerError(why, path=path, hint=_BUSY if busy else _OTHER) from None
    with base:
        _bring_up_to_date(base, path, write)
        yield Store(base)


def _bring_up_to_date(base: duckdb.DuckDBPyConnection, path: Path, write: bool) -> None:
    tables = {row[0] for row in base.execute("SHOW TABLES").fetchall()}
    if tables and "store" not in tables:
        raise CheckerError("this database is no store", path=path, hint=_OTHER)
    if not tables and not write:
        raise CheckerError("the store is empty", path=path, hint=_OTHER)
    ((version,),) = base.execute("SELECT version FROM store").fetchall() if tables else ((VERSION,),)
    if version > VERSION:
        raise CheckerError(
            f"the store is of version {version}; this program knows {VERSION}", path=path, hint=_NEWER
        )
    if version < VERSION and not write:
        raise CheckerError(
            f"the store is of version {version}; bring it to {VERSION}",
            path=path,
            hint="checker index --store FILE does it",
        )
    base.execute("BEGIN")
    for statement in steps_from(version) if tables else create():
        base.execute(statement)
    base.execute("COMMIT")
