"""JSONL: an article a line, each a set of its own, or a set a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from checker.errors import InputError
from checker.model import Article, ArticleSet, Role
from checker.reading.described import Row, SetRow, slip

M = TypeVar("M", bound=BaseModel)
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")


def read_sets(text: str, path: str) -> Iterator[ArticleSet]:
    """The sets of a JSONL text, in order; InputError with the line that is wrong."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield as_set(_parsed(line, path, number), path, number)


def as_set(row: Any, path: str, line: int | None) -> ArticleSet:
    """The set that a JSON value gives: one with "articles", or an article alone."""
    if not isinstance(row, dict):
        raise InputError(
            "an object is wanted here",
            path=path,
            line=line,
            hint='write {"id": …, "text": …} or {"id": …, "articles": [...]}',
        )
    given = row["articles"] if isinstance(row.get("articles"), list) else [row]
    for item in given:
        wrong = slip(item, Row) if isinstance(item, dict) else None
        if wrong:
            raise InputError(
                f"unknown key {wrong[0]!r}", path=path, line=line, hint=f"did you mean {wrong[1]!r}?"
            )
    if "articles" not in row:
        one = _valid(Row, row, path, line)
        alone = (_article(one, path, line),)
        return ArticleSet(one.id, alone, one.tags, one.title, written=(path, line or 1))
    whole = _valid(SetRow, row, path, line)
    seen: set[str] = set()
    for item in whole.articles:
        if item.id in seen:
            raise InputError(
                f"two articles of the set {whole.id!r} have the id {item.id!r}",
                path=path,
                line=line,
                hint="give each article of a set its own id",
            )
        seen.add(item.id)
    tags = dict.fromkeys(
        tag for part in (whole.tags, *(item.tags for item in whole.articles)) for tag in part
    )
    articles = tuple(_article(item, path, line) for item in whole.articles)
    return ArticleSet(whole.id, articles, tuple(tags), whole.title, written=(path, line or 1))


def _parsed(line: str, path: str, number: int) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as e:
        shown = line if len(line) <= 120 else None
        raise InputError(
            f"not JSON: {e.msg}",
            path=path,
            line=number,
            column=e.colno,
            source=None if shown is None else "\n" * (number - 1) + shown,
            hint="every line is one JSON object",
        ) from None
    except RecursionError:
        raise InputError("not JSON that can be read: nested too deeply", path=path, line=number) from None


def _valid(model: type[M], row: dict[str, Any], path: str, line: int | None) -> M:
    try:
        return model.model_validate(row)
    except ValidationError as e:
        first = e.errors(include_url=False)[0]
        where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in first["loc"])
        if first["type"] == "missing":
            message, hint = f"the key {where!r} is missing", 'an article has at least "id" and "text"'
        elif first["type"] == "value_error":
            message, _, hint = str(first["ctx"]["error"]).partition("\n")
            message = f"{where}: {message}" if where else message
        else:
            message, hint = f"{where}: {first['msg'][0].lower()}{first['msg'][1:]}", ""
        raise InputError(message, path=path, line=line, hint=hint or None) from None


def _article(row: Row, path: str, line: int | None) -> Article:
    text = row.text.translate(_SURROGATES)
    if not text.strip():
        raise InputError(f"the article {row.id!r} is empty", path=path, line=line, hint='give it a "text"')
    return Article(
        row.id,
        text,
        row.publisher,
        row.role or Role.SOURCE,
        row.published,
        row.title,
        url=row.url,
        trust=row.trust,
    )
