"""JSONL: an article a line, each a set of its own, or a set a line."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from checker.errors import InputError
from checker.model import Article, ArticleSet, Failure
from checker.reading.account import Account
from checker.reading.described import Row, SetRow, slip
from checker.reading.files import article_of, failed_set, failures
from checker.reading.gate import Gate
from checker.reading.limits import (
    MOST_CHARACTERS,
    clean_text,
    cleaned,
    load_json,
    short,
    too_long,
    within_limits,
)

M = TypeVar("M", bound=BaseModel)


def begins(data: bytes) -> bool:
    """Whether this is the beginning of an object in JSON."""
    return data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")


def read_sets(lines: Iterable[bytes], path: str, gate: Gate) -> Iterator[ArticleSet]:
    """The sets of a JSONL stream, in order."""
    for number, line in enumerate(lines, 1):
        if gate.is_too_long(line):
            yield failed_set(f"{path}:{number}", gate.too_much(path, number), path)
        elif line.strip():
            yield _set_in(line, path, number)


def _set_in(line: bytes, path: str, number: int) -> ArticleSet:
    name = f"{path}:{number}"
    try:
        row = load_json(line, number)
        if isinstance(row, dict) and isinstance(row.get("id"), str | int):
            name = clean_text(str(row["id"])) or name
        return as_set(row, path, number)
    except Exception as e:
        return replace(failed_set(name, e, path, number), written=(path, number))


def as_set(row: Any, path: str, line: int | None = None) -> ArticleSet:
    """The set that a JSON value gives: one with "articles", or an article alone."""
    if not isinstance(row, dict):
        raise InputError(
            "an object is wanted here", hint='write {"id": …, "text": …} or {"id": …, "articles": [...]}'
        )
    written = (path, line or 1)
    if "articles" not in row:
        one = _row(row)
        alone = (_article(one),)
        return ArticleSet(alone[0].id, alone, one.tags, short(one.title), written=written)
    whole = _valid(SetRow, row)
    rows: dict[str, Row] = {}
    articles: list[Article] = []
    failed: list[Failure] = []
    for at, item in enumerate(whole.articles, 1):
        try:
            one = _row(item, f"articles.{at}")
            if one.id in rows:
                raise InputError(
                    f"two articles of the set {whole.id!r} have the id {one.id!r}",
                    hint="give each article of a set its own id",
                )
            rows[one.id] = one
            articles.append(_article(one))
        except Exception as e:
            found = failures(e, path, str(item.get("id", at)) if isinstance(item, dict) else str(at))
            failed += [Failure(failure.error.at(path, line), failure.article) for failure in found]
    tags = dict.fromkeys(tag for part in (whole.tags, *(one.tags for one in rows.values())) for tag in part)
    title = short(whole.title)
    name = clean_text(whole.id)
    return ArticleSet(name, tuple(articles), tuple(tags), title, written=written, failed=tuple(failed))


def in_memory(texts: Any, draft: Any = None) -> ArticleSet:
    """The set of texts, each alone or with the keys of an article, and of a draft."""
    given = [texts] if isinstance(texts, str | Mapping) else list(texts)
    rows = [{"id": f"text-{number}", **_keys(text)} for number, text in enumerate(given, 1)]
    if draft is not None:
        rows.append({"id": "draft", **_keys(draft), "role": "draft"})
    found = within_limits(as_set({"id": "texts", "articles": rows}, "texts"))
    for failure in found.failed:
        raise failure.error
    return found


def _keys(text: Any) -> Mapping[str, Any]:
    if isinstance(text, str | Mapping):
        return {"text": text} if isinstance(text, str) else text
    raise InputError("a text or a mapping is wanted here", hint=f"this is of type {type(text).__name__}")


def _row(item: Any, above: str = "") -> Row:
    wrong = slip(item, Row) if isinstance(item, dict) else None
    if wrong:
        raise InputError(f"unknown key {wrong[0]!r}", hint=f"did you mean {wrong[1]!r}?")
    return _valid(Row, item, above)


def _valid(model: type[M], row: Any, above: str = "") -> M:
    try:
        return model.model_validate(row)
    except ValidationError as e:
        first = e.errors(include_url=False)[0]
        parts = (str(part + 1 if isinstance(part, int) else part) for part in first["loc"])
        where = ".".join(part for part in (above, *parts) if part)
        if first["type"] == "missing":
            message, hint = f"the key {where!r} is missing", 'an article has at least "id" and "text"'
        elif first["type"] == "value_error":
            message, _, hint = str(first["ctx"]["error"]).partition("\n")
            message = f"{where}: {message}" if where else message
        else:
            message, hint = f"{where}: {first['msg'][0].lower()}{first['msg'][1:]}", ""
        raise InputError(message, hint=hint or None) from None


def _article(row: Row) -> Article:
    if not row.text.strip():
        raise InputError(f"the article {row.id!r} is empty", hint='give it a "text"')
    if len(row.text) > MOST_CHARACTERS:
        raise too_long(row.text)
    account = cleaned(Account(**dict(row)))
    return article_of(account, account.id or "")
