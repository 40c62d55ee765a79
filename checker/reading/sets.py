"""Article sets from what is named on the command line: folders, set.yaml, loose files, JSONL and '-'."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from checker import marked_yaml
from checker.errors import InputError
from checker.model import Article, ArticleSet, Role
from checker.reading import formats, jsonl
from checker.reading.account import Account
from checker.reading.described import Entry, SetFile
from checker.reading.text import decode

SET_FILE = "set.yaml"
MOST_CHARACTERS = 1_000_000  # what the language model takes in one piece
Named = tuple[Account, Path]


def read_sets(paths: Sequence[Path | str], draft: Path | str | None = None) -> Iterator[ArticleSet]:
    """The sets that the paths give, in order; loose files and plain folders form one, which comes last.

    `draft` adds a draft to the one set there is. InputError names file and line of what is wrong.
    """
    whole: list[ArticleSet] = []
    loose: list[Named] = []
    streams: list[Path] = []
    for path in (Path(path) for path in paths):
        if str(path) == "-" or path.suffix.lower() in formats.STREAMS or _is_set_json(path):
            streams.append(path)
        elif path.suffix.lower() in formats.SETS:
            whole.append(_set_file(path))
        elif path.is_dir():
            found, files = _folder(path)
            whole += [_set_file(file) for file in found]
            loose += [named for file in files for named in _file(file)]
        else:
            loose += _file(path)
    if draft is None:
        for stream in streams:
            yield from _stream(stream)
    else:
        whole = [*(one for stream in streams for one in _stream(stream)), *whole]
        added = [(replace(account, role=Role.DRAFT), path) for account, path in _file(Path(draft))]
        whole, loose = _with_draft(whole, loose, added)
    yield from whole
    if loose:
        yield _loose_set(loose)


def need_two(articles: ArticleSet) -> None:
    """InputError for a set in which there is nothing to compare."""
    if len(articles.articles) < 2:
        only = articles.articles[0] if articles.articles else None
        found = "one article only" if only else "no article"
        raise InputError(
            f"the set {articles.id!r} has {found}: nothing to compare",
            path=only.path if only else None,
            hint="name two accounts or more, or a folder with them; 'checker explain' reads a single one",
        )


def _with_draft(
    whole: list[ArticleSet], loose: list[Named], added: list[Named]
) -> tuple[list[ArticleSet], list[Named]]:
    if not whole:
        return [], [*loose, *added]
    if len(whole) > 1 or loose:
        raise InputError(
            f"one draft for {len(whole) + bool(loose)} sets",
            path=added[0][1],
            hint="check a draft against one set at a time",
        )
    one = whole[0]
    articles = _articles(added, taken={article.id for article in one.articles})
    return [replace(one, articles=(*one.articles, *articles))], []


def _folder(folder: Path) -> tuple[list[Path], list[Path]]:
    """The set files in a folder (its own, or those of its subfolders), or else the articles in it."""
    own = folder / SET_FILE
    if own.is_file():
        return [own], []
    below = sorted(folder.glob(f"*/{SET_FILE}"))
    if below:
        return below, []
    known = {*formats.MODULES, *formats.STREAMS}
    files = sorted(
        path
        for path in folder.iterdir()
        if path.is_file()
        and path.suffix.lower() in known
        and not path.name.startswith(".")
        and path.stem.lower() != "readme"
    )
    if not files:
        raise InputError(
            "no article in this folder",
            path=folder,
            hint=f"put a {SET_FILE} into it, or files that end in {', '.join(sorted(known))}",
        )
    return [], files


def _bytes(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except FileNotFoundError:
        near = _near(path)
        hint = f"did you mean {near}?" if near else "check the path; it is taken from the current folder"
        raise InputError("no such file or folder", path=path, hint=hint) from None
    except IsADirectoryError:
        raise InputError("this is a folder, and a file is wanted", path=path) from None
    except OSError as e:
        raise InputError(f"cannot be read: {(e.strerror or str(e)).lower()}", path=path) from None


def _near(path: Path) -> Path | None:
    from checker.errors import did_you_mean

    try:
        name = did_you_mean(path.name, [entry.name for entry in path.parent.iterdir()])
    except OSError:
        return None
    return path.parent / name if name else None


def _file(path: Path) -> list[Named]:
    """The accounts in a loose file, and those that a draft names as its sources."""
    accounts = formats.read_accounts(_bytes(path), str(path))
    found: list[Named] = [(account, path) for account in accounts]
    for account in accounts:
        for source in account.sources:
            beside = path.parent / source
            sources = _folder(beside)[1] if beside.is_dir() else [beside]
            found += [
                (one, file) for file in sources for one in formats.read_accounts(_bytes(file), str(file))
            ]
    return found


def _is_set_json(path: Path) -> bool:
    """A .json file that holds an article or set of our own, not ninjs."""
    if path.suffix.lower() != ".json" or not path.is_file():
        return False
    try:
        given = json.loads(path.read_bytes())
    except ValueError:
        return False  # the reader of ninjs says what is wrong
    return isinstance(given, dict) and ("articles" in given or ("text" in given and "id" in given))


def _stream(path: Path) -> Iterator[ArticleSet]:
    """JSONL or JSON; on standard input plain text or Markdown too, as one article."""
    text = decode(_bytes(path), "standard input" if str(path) == "-" else str(path))
    name = "standard input" if str(path) == "-" else str(path)
    if not text.strip():
        raise InputError("nothing in it", path=name, hint="give text, or JSON with an article or set a line")
    if path.suffix.lower() == ".json":
        yield jsonl.as_set(json.loads(text), name, None)
    elif str(path) != "-" or text.lstrip().startswith("{"):
        yield from jsonl.read_sets(text, name)
    else:
        accounts = formats.read_accounts(text.encode("utf-8", "surrogatepass"), name)
        yield ArticleSet("stdin", tuple(_articles([(account, path) for account in accounts], ids=["stdin"])))


def _loose_set(loose: list[Named]) -> ArticleSet:
    tags = dict.fromkeys(tag for account, _ in loose for tag in account.tags)
    folders = {path.parent for _, path in loose}
    one = loose[0][1].stem if len(loose) == 1 else folders.pop().resolve().name if len(folders) == 1 else ""
    return ArticleSet(one or "set", tuple(_articles(loose)), tuple(tags))


def _set_file(path: Path) -> ArticleSet:
    """The set that a set.yaml describes; what it says of an article outranks the article's front matter."""
    marked = marked_yaml.read(path)
    about = marked_yaml.validate(SetFile, marked)
    named: list[Named] = []
    first: dict[str, int] = {}
    for at, entry in enumerate(about.articles):
        file = path.parent / entry.file
        if not file.is_file():
            near = _near(file)
            hint = f"did you mean {near.name!r}?" if near else f"paths are taken from {path.parent}"
            raise marked.error(f"no such file: {entry.file!r}", ("articles", at, "file"), hint=hint)
        accounts = formats.read_accounts(_bytes(file), str(file))
        if len(accounts) > 1 and entry.id:
            raise marked.error(
                f"{entry.file!r} holds {len(accounts)} articles, which cannot all be {entry.id!r}",
                ("articles", at, "id"),
                hint="leave out the id",
            )
        for account in (_overridden(account, entry) for account in accounts):
            name = account.id or file.stem
            if len(accounts) == 1 and name in first:
                key = "id" if entry.id else "file"
                raise marked.error(
                    f"two articles of this set have the id {name!r}",
                    ("articles", at, key),
                    hint=f"the other is article {first[name] + 1}; give each its own id",
                )
            first[name] = at
            named.append((account, file))
    tags = dict.fromkeys(tag for part in (about.tags, *(a.tags for a, _ in named)) for tag in part)
    name = about.id or path.resolve().parent.name
    return ArticleSet(name, tuple(_articles(named)), tuple(tags), about.title)


def _overridden(account: Account, entry: Entry) -> Account:
    given: dict[str, Any] = {name: getattr(entry, name) for name in entry.model_fields_set if name != "file"}
    return replace(account, **{name: value for name, value in given.items() if value is not None})


def _articles(named: Sequence[Named], ids: Iterable[str] = (), taken: Iterable[str] = ()) -> list[Article]:
    """Articles with their ids: their own, or the file's name, or its path where the name is not enough."""
    used = dict.fromkeys(taken, "")
    given = list(ids)
    stems = [path.stem for _, path in named]
    articles = []
    for at, (account, path) in enumerate(named):
        several = sum(other == path for _, other in named) > 1
        alone = stems.count(path.stem) == 1 and path.stem not in used
        plain = path.stem if alone else path.as_posix()
        name = given[at] if given else account.id or (f"{plain}-{at + 1}" if several else plain)
        if name in used:
            raise InputError(
                f"two articles of one set have the id {name!r}",
                path=path,
                hint=f"the other is {used[name] or 'in the set already'}; give each its own id",
            )
        used[name] = str(path)
        articles.append(_article(account, name, path))
    return articles


def _article(account: Account, name: str, path: Path) -> Article:
    if len(account.text) > MOST_CHARACTERS:
        raise InputError(
            f"the article has {len(account.text):,} characters, and {MOST_CHARACTERS:,} is the most",
            path=path,
            hint="cut it into articles",
        )
    return Article(
        name,
        account.text,
        account.publisher,
        account.role or Role.SOURCE,
        account.published,
        account.title,
        None if str(path) == "-" else str(path),
        account.line - 1,
        account.url,
        account.trust,
        account.removed,
    )
