"""What people write about articles and sets: front matter, set.yaml and rows of JSON, as pydantic models."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from checker.data import load
from checker.errors import did_you_mean
from checker.model import Role
from checker.reading.account import in_utc, read_time
from checker.rules.parts import Words


def _time(given: Any) -> Any:
    if isinstance(given, datetime):
        return in_utc(given)
    if not isinstance(given, str):
        return given
    try:
        return read_time(given)
    except ValueError:
        raise ValueError(
            f"{given!r} is not a date that can be read\n"
            "write it with its time zone: 2025-03-18T21:30:00+03:00, or only the day: 2025-03-18"
        ) from None


Time = Annotated[datetime, BeforeValidator(_time, json_schema_input_type=str)]


class _About(BaseModel):
    """What can be said of one article, wherever it is said."""

    id: str | None = Field(None, min_length=1, description="a short name, once in its set")
    title: str | None = Field(None, description="the headline")
    publisher: str | None = Field(None, description="who published it")
    published: Time | None = Field(
        None, validation_alias=AliasChoices("published", "date"), description="when, with time zone"
    )
    role: Role | None = Field(None, description="source, draft or archive")
    url: str | None = Field(None, description="where it was published")
    trust: int = Field(0, description="an account of more trust outranks one of less")


class _Open(_About):
    """Other keys are let be, as other programs have theirs; `slip` finds a slip in one of ours."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)


def slip(given: Mapping[str, Any], model: type[_Open]) -> tuple[str, str] | None:
    """The first key that is not known but near to one that is, and that one."""
    known = [*model.model_fields, "date"]
    for key in given:
        near = did_you_mean(key, known) if key not in known and key not in load("files")["keys"] else None
        if near:
            return key, near
    return None


class FrontMatter(_Open):
    """The head of a Markdown file between two lines of ---."""

    tags: Words = Field((), description="topics of the set")
    sources: Words = Field((), description="files that a draft is checked against")


class Row(_Open):
    """An article as JSON."""

    id: str = Field(min_length=1, description="a short name, once in its set")
    text: str = Field(description="the article's text")
    tags: Words = ()


class SetRow(BaseModel):
    """A set as JSON."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str = Field(min_length=1, description="the name of the set")
    title: str | None = None
    tags: Words = ()
    articles: tuple[Any, ...] = Field(description="the articles of the set, each a row")


class Entry(_About):
    """An article of set.yaml."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    file: str = Field(min_length=1, description="a path beside this file")


class SetFile(BaseModel):
    """set.yaml."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    id: str | None = Field(None, min_length=1, description="the name of the set; without one, its folder's")
    title: str | None = Field(None, description="what happened, in a line")
    tags: Words = Field((), description="topics, which switch rule packs on")
    articles: tuple[Entry, ...] = Field(description="the articles, each with its file")
