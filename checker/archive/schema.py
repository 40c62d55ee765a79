"""The tables of a store (docs/archive.md), and how a store of an earlier version becomes one of this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

VERSION = 1
_PLACE = "start_at INTEGER, end_at INTEGER"  # characters of the article's text
TABLES: Mapping[str, str] = {
    "articles": """
        id BIGINT PRIMARY KEY, place VARCHAR UNIQUE, content VARCHAR, name VARCHAR, publisher VARCHAR,
        title VARCHAR, published TIMESTAMP, zone INTEGER, path VARCHAR, url VARCHAR, layout VARCHAR,
        text VARCHAR""",
    "entities": "article BIGINT, entity VARCHAR, kind VARCHAR, names VARCHAR[], mentions INTEGER",
    "statements": f"article BIGINT, form VARCHAR, speaker VARCHAR, {_PLACE}",
    "propositions": f"""
        article BIGINT, predicate VARCHAR, status VARCHAR, negated BOOLEAN, roles VARCHAR, {_PLACE}""",
    "figures": f"""
        article BIGINT, kind VARCHAR, thing VARCHAR, keys VARCHAR[], entities VARCHAR[], speaker VARCHAR,
        value VARCHAR, low DOUBLE, high DOUBLE, unit VARCHAR, {_PLACE},
        sentence_start INTEGER, sentence_end INTEGER""",
    "terms": "article BIGINT, field VARCHAR, term VARCHAR, times INTEGER",
}
OF_ARTICLE = tuple(name for name in TABLES if name != "articles")
INDEXES = ("CREATE INDEX terms_by_term ON terms (term)",)
STEPS: Mapping[int, Sequence[str]] = {}  # by version: what makes a store of it one of the next


def create() -> list[str]:
    """The statements that make an empty store."""
    tables = [f"CREATE TABLE {name} ({columns})" for name, columns in TABLES.items()]
    version = ["CREATE TABLE store (version INTEGER)", f"INSERT INTO store VALUES ({VERSION})"]
    return [*tables, *INDEXES, *version]


def steps_from(version: int, steps: Mapping[int, Sequence[str]] = STEPS) -> list[str]:
    """The statements that bring a store up to date, one version after the other."""
    found = [statement for n in range(version, VERSION) for statement in steps[n]]
    return [*found, f"UPDATE store SET version = {VERSION}"] if version < VERSION else []
