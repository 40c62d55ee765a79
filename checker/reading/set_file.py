"""set.yaml: the articles of a set with what is to be known of each."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from checker.model import ArticleSet, Failure
from checker.reading.account import Account
from checker.reading.described import Entry, SetFile
from checker.reading.files import Named, accounts_in, assembled, guarded
from checker.reading.gate import ALLOW, Gate, nearest, outside
from checker.yaml_files import marked_yaml

NAME = "set.yaml"


def read(path: Path, gate: Gate) -> ArticleSet:
    """The set that a set.yaml describes; what it says of an article outranks the article's front matter."""
    marked = marked_yaml.read(path, data=gate.read(path))
    about = marked_yaml.validate(SetFile, marked)
    if not about.articles:
        raise marked.error(
            "a set without articles", ("articles",), hint="name each in a line of its own: - file: agency.md"
        )
    named: list[Named] = []
    failed: list[Failure] = []
    first: dict[str, int] = {}
    for at, entry in enumerate(about.articles):
        found: list[Named] = []
        with guarded(Path(entry.file), failed):
            found = _accounts(marked, at, entry, gate)
        accounts = [(_overridden(account, entry), file) for account, file in found]
        for account, file in accounts:
            name = account.id or file.stem
            if len(accounts) == 1 and name in first:
                raise marked.error(
                    f"two articles of this set have the id {name!r}",
                    ("articles", at, "id" if entry.id else "file"),
                    hint=f"the other is article {first[name] + 1}; give each its own id",
                )
            first[name] = at
        named += accounts
    tags = dict.fromkeys(tag for part in (about.tags, *(a.tags for a, _ in named)) for tag in part)
    name = about.id or Path(os.path.realpath(path)).parent.name
    line = marked.error("", ("articles",), key=True).line or 1
    written = (str(path), line)
    folder = str(path.parent)
    return assembled(name, named, failed, tags=tuple(tags), title=about.title, folder=folder, written=written)


def _accounts(marked: marked_yaml.Marked, at: int, entry: Entry, gate: Gate) -> list[Named]:
    folder = Path(marked.path).parent
    file = folder / entry.file
    if not os.path.lexists(file):
        near = nearest(file)
        hint = (
            f"did you mean {near.relative_to(folder).as_posix()!r}?" if near else "paths begin at this file"
        )
        raise marked.error(f"no such file: {entry.file!r}", ("articles", at, "file"), hint=hint)
    if gate.outside(file, folder):
        raise marked.error(outside(entry.file), ("articles", at, "file"), hint=ALLOW)
    accounts = accounts_in(file, gate)
    used = sum(account.unused is None for account, _ in accounts)
    if used > 1 and entry.id:
        raise marked.error(
            f"{entry.file!r} holds {used} articles, which cannot all be {entry.id!r}",
            ("articles", at, "id"),
            hint="leave out the id",
        )
    return accounts


def _overridden(account: Account, entry: Entry) -> Account:
    given: dict[str, Any] = {name: getattr(entry, name) for name in entry.model_fields_set if name != "file"}
    return replace(account, **{name: value for name, value in given.items() if value is not None})
