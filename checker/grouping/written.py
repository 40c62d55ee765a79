"""Events as sets: a line of JSONL that `checker check` takes, or a folder with a file an article."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from checker.grouping.events import Event, Told
from checker.model import Article, Role
from checker.reading import set_file


def as_row(event: Event) -> dict[str, Any]:
    """The set of an event as a row of JSONL; an article that is a copy names the one it is a copy of."""
    names = _names(event)
    articles = []
    for one in event.told:
        row = {"id": names[one.number], "text": one.article.text, **_about(one.article)}
        if one.copy_of is not None and one.copy_of.number in names:
            row["copy_of"] = names[one.copy_of.number]
        articles.append(row)
    return {"id": _id(event), **_title(event), "articles": articles}


def write_folder(event: Event, folder: Path) -> None:
    """The set of an event as a folder in `folder`: a set.yaml, and a text file an article."""
    home = folder / _id(event)
    home.mkdir(parents=True, exist_ok=True)
    entries = []
    for at, one in enumerate(event.told, 1):
        name = f"{at:03}.txt"
        (home / name).write_text(one.article.text, encoding="utf-8", newline="\n")
        entries.append({"file": name, "id": _names(event)[one.number], **_about(one.article)})
    whole = {"id": _id(event), **_title(event), "articles": entries}
    text = yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=110)
    (home / set_file.NAME).write_text(text, encoding="utf-8")


def _id(event: Event) -> str:
    return f"event-{event.number + 1:06}"  # by its first article's place in the feed


def _title(event: Event) -> dict[str, str]:
    titles = [article.title for article in event.articles if article.title]
    return {"title": titles[0]} if titles else {}


def _names(event: Event) -> Mapping[int, str]:
    """The ids of the articles, each once in its set."""
    taken: dict[str, int] = {}
    for one in event.told:
        taken.setdefault(_free(one, taken), one.number)
    return {number: name for name, number in taken.items()}


def _free(one: Told, taken: Mapping[str, int]) -> str:
    name, at = one.article.id, 2
    while name in taken:
        name, at = f"{one.article.id}-{at}", at + 1
    return name


def _about(article: Article) -> dict[str, Any]:
    """What is known of an article, by the keys of JSONL and of set.yaml."""
    known = {
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published and article.published.isoformat(),
        "role": article.role.value if article.role is not Role.SOURCE else None,
        "url": article.url,
        "trust": article.trust or None,
    }
    return {key: value for key, value in known.items() if value is not None}
