"""Article sets from what is named on the command line: folders, set.yaml, loose files, JSONL and '-'."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from checker.errors import InputError
from checker.model import ArticleSet, Role
from checker.reading import formats, jsonl, set_file
from checker.reading.files import Named, accounts_in, articles_in, articles_of, bytes_of, usable
from checker.reading.text import decode


def read_sets(paths: Sequence[Path | str], draft: Path | str | None = None) -> Iterator[ArticleSet]:
    """The sets that the paths give, in order; loose files and plain folders form one, which comes last.

    A file named twice counts once. `draft` adds a draft to the one set there is. InputError names file
    and line of what is wrong.
    """
    whole: list[ArticleSet] = []
    loose: list[Named] = []
    streams: list[Path] = []
    for path in (Path(path) for path in paths):
        if str(path) == "-" or path.suffix.lower() in formats.STREAMS or _is_set_json(path):
            streams.append(path)
        elif path.suffix.lower() in formats.SETS:
            whole.append(set_file.read(path))
        elif path.is_dir():
            found = _set_files(path)
            whole += [set_file.read(file) for file in found]
            files = [] if found else articles_in(path)
            streams += [file for file in files if file.suffix.lower() in formats.STREAMS]
            loose += [named for file in files if file not in streams for named in _with_sources(file)]
        else:
            loose += _with_sources(path)
    if draft is None:
        for stream in streams:
            yield from _stream(stream)
    else:
        whole = [*(one for stream in streams for one in _stream(stream)), *whole]
        whole, loose = _with_draft(whole, loose, Path(draft))
    yield from whole
    if loose:
        yield _loose_set(_once(loose))


def draft_set(path: Path, data: bytes) -> ArticleSet | None:
    """The set of a draft with this content, saved or not; None for a file that is no draft with a set.

    Its sources are those that its front matter names, else those of the set.yaml in its folder.
    """
    written = [(account, path) for account in formats.read_accounts(data, str(path))]
    if any(account.sources for account, _ in written):
        return _loose_set(_once(_and_sources(written, path)))
    described = path.parent / set_file.NAME
    if not described.is_file():
        return None
    one = set_file.read(described)
    (new, *_) = articles_of(written)
    for at, old in enumerate(one.articles):
        if old.path is not None and _same(Path(old.path), path):
            if old.role is not Role.DRAFT:
                return None
            text = {name: getattr(new, name) for name in ("text", "line_offset", "removed", "comments")}
            return replace(one, articles=(*one.articles[:at], replace(old, **text), *one.articles[at + 1 :]))
    if new.role is not Role.DRAFT:
        return None
    added = articles_of(written, taken=[article.id for article in one.articles])
    return replace(one, articles=(*one.articles, *added))


def need_source(articles: ArticleSet) -> None:
    """InputError for a set in which there is nothing to compare."""
    only = articles.articles[0] if articles.articles else None
    if only is None or (len(articles.articles) == 1 and only.role is Role.DRAFT):
        found = "a draft only" if only else "no article"
        hint = "name its sources, too" if only else "name an account or more, or a folder with them"
        path, line = articles.written or (only.path if only else None, None)
        raise InputError(
            f"the set {articles.id!r} has {found}: nothing to compare",
            path=path,
            line=line,
            hint="\n".join([*(f"Not used: {one}." for one in articles.unused), hint]),
        )


def _with_draft(
    whole: list[ArticleSet], loose: list[Named], path: Path
) -> tuple[list[ArticleSet], list[Named]]:
    """The sets with the draft in the one there is, in place of the same file as a source."""
    added = [(replace(account, role=Role.DRAFT), path) for account, _ in accounts_in(path)]
    if not whole:
        return [], [*(named for named in loose if not _same(named[1], path)), *added]
    if len(whole) > 1 or loose:
        raise InputError(
            f"one draft for {len(whole) + bool(loose)} sets",
            path=path,
            hint="check a draft against one set at a time",
        )
    (one,) = whole
    kept = tuple(a for a in one.articles if a.path is None or not _same(Path(a.path), path))
    articles = articles_of(added, taken=[article.id for article in kept])
    return [replace(one, articles=(*kept, *articles))], []


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _once(named: list[Named]) -> list[Named]:
    """Without the accounts of a file that was named before; the first naming keeps its place."""
    first: dict[Path, Path] = {}
    kept = []
    for account, path in named:
        if first.setdefault(path.resolve(), path) == path and (account, path) not in kept:
            kept.append((account, path))
    return kept


def _set_files(folder: Path) -> list[Path]:
    """The set file of a folder, or those of its subfolders."""
    own = folder / set_file.NAME
    return [own] if own.is_file() else sorted(folder.glob(f"*/{set_file.NAME}"))


def _with_sources(path: Path) -> list[Named]:
    """The accounts in a loose file, and those of the files that a draft names as its sources."""
    return _and_sources(accounts_in(path), path)


def _and_sources(found: list[Named], path: Path) -> list[Named]:
    for source in [source for account, _ in found for source in account.sources]:
        beside = path.parent / source
        if not beside.exists():
            raise InputError(
                f"no such file: {source!r}, a source by the front matter",
                path=path,
                hint=f"sources are taken from the folder of {path.name}",
            )
        files = articles_in(beside) if beside.is_dir() else [beside]
        found += [named for file in files if not _same(file, path) for named in accounts_in(file)]
    return found


def _is_set_json(path: Path) -> bool:
    """Whether a .json file holds an article or set of our own, and not ninjs."""
    if path.suffix.lower() != ".json" or not path.is_file():
        return False
    try:
        given = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return False  # the reader of ninjs says what is wrong
    return isinstance(given, dict) and ("articles" in given or ("text" in given and "id" in given))


def _stream(path: Path) -> Iterator[ArticleSet]:
    """JSONL or JSON; on standard input any format, too."""
    data = bytes_of(path)
    name = "standard input" if str(path) == "-" else str(path)
    if not data.strip():
        raise InputError("nothing in it", path=name, hint="give text, or an article or set as JSON in a line")
    if path.suffix.lower() == ".json":
        yield replace(jsonl.as_set(json.loads(data), name, None), folder=str(path.parent))
    elif str(path) == "-" and not data.lstrip().startswith(b"{"):
        accounts = formats.read_accounts(data, name)
        used, unused = usable([(account, path) for account in accounts])
        yield ArticleSet("stdin", articles_of(used), unused=unused)
    else:
        for one in jsonl.read_sets(decode(data, name), name):
            yield replace(one, folder=str(path.parent))


def _loose_set(loose: list[Named]) -> ArticleSet:
    """One set of loose files, named after the folder that they share or the only file there is."""
    tags = dict.fromkeys(tag for account, _ in loose for tag in account.tags)
    folders = {path.resolve().parent for _, path in loose}
    name = loose[0][1].stem if len(loose) == 1 else folders.pop().name if len(folders) == 1 else "set"
    used, unused = usable(loose)
    home = str(_home(loose))
    return ArticleSet(name or "set", articles_of(used), tuple(tags), folder=home, unused=unused)


def _home(loose: list[Named]) -> Path:
    """The folder of the draft; without one, the folder that all files share."""
    drafts = [path for account, path in loose if account.role is Role.DRAFT]
    folders = [path.parent for path in drafts[:1] or (path for _, path in loose)]
    if len(set(folders)) == 1:
        return folders[0]
    return Path(os.path.commonpath([folder.resolve() for folder in folders]))
