"""Article sets from what is named on the command line: folders, set.yaml, loose files, JSONL and '-'."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from checker.errors import InputError, told
from checker.model import ArticleSet, Failure, Role
from checker.reading import formats, set_file
from checker.reading.files import (
    Named,
    accounts_in,
    articles_in,
    articles_of,
    assembled,
    failed_set,
    guarded,
)
from checker.reading.gate import ALLOW, Gate, outside, there
from checker.reading.limits import within_limits
from checker.reading.streams import is_set_json, is_stream, sets_in

GATE = Gate()
_SOURCES = "name its sources after it, in its front matter (sources: [agency.md]) or in a set.yaml"
_ACCOUNTS = "name an account or more, or a folder with them"


def read_sets(
    paths: Sequence[Path | str], draft: Path | str | None = None, gate: Gate = GATE
) -> Iterator[ArticleSet]:
    """The sets that the paths give; InputError names file and line of the first thing that is wrong."""
    for articles in each_set(paths, draft, gate):
        for failure in articles.failed:
            raise failure.error
        yield articles


def each_set(
    paths: Sequence[Path | str], draft: Path | str | None = None, gate: Gate = GATE
) -> Iterator[ArticleSet]:
    """The sets that the paths give, each read when it is asked for; loose files and plain folders form one,
    which comes last.

    A file named twice counts once. `draft` adds a draft to the one set there is. What cannot be read is a
    failure of its set; InputError is for a path where nothing is.
    """
    return map(within_limits, _each(paths, draft, gate))


def _each(paths: Sequence[Path | str], draft: Path | str | None, gate: Gate) -> Iterator[ArticleSet]:
    streams: list[Path] = []
    whole: list[Path] = []
    loose: list[tuple[Path, Path | None]] = []  # with the folder in which it was found
    for path in (Path(path) for path in paths):
        there(path)
        if path.is_dir():
            described = [file for file in _set_files(path) if gate.wants(file)]
            found = [] if described else articles_in(path, gate)
            whole += described
            streams += [file for file in found if is_stream(file)]
            loose += [(file, path) for file in found if not is_stream(file)]
        elif is_stream(path) or is_set_json(path, gate):
            streams.append(path)
        elif path.suffix.lower() in formats.SETS:
            whole.append(path)
        else:
            loose.append((path, None))
    sets = chain(
        chain.from_iterable(sets_in(path, gate) for path in streams), (_described(p, gate) for p in whole)
    )
    if draft is not None:
        yield _with_draft(sets, loose, Path(draft), gate)
        return
    yield from sets
    if loose:
        yield _loose_set(*_read_loose(loose, gate))


def _described(path: Path, gate: Gate) -> ArticleSet:
    try:
        return set_file.read(path, gate)
    except Exception as e:
        return failed_set(Path(os.path.realpath(path)).parent.name, e, path)


def draft_set(path: Path, data: bytes, gate: Gate = GATE) -> ArticleSet | None:
    """The set of a draft with this content, saved or not; None for a file that is no draft with a set.

    Its sources are those that its front matter names, else those of the set.yaml in its folder.
    """
    found = _draft_set(path, data, gate)
    return found and within_limits(found)


def _draft_set(path: Path, data: bytes, gate: Gate) -> ArticleSet | None:
    written = [(account, path) for account in formats.read_accounts(data, str(path))]
    if any(account.sources for account, _ in written):
        failed: list[Failure] = []
        return _loose_set(_and_sources(written, path, gate, failed), failed)
    described = path.parent / set_file.NAME
    if not described.is_file():
        return None
    one = set_file.read(described, gate)
    (new, *_) = articles_of(written, [])
    for at, old in enumerate(one.articles):
        if old.path is not None and _same(Path(old.path), path):
            if old.role is not Role.DRAFT:
                return None
            text = {name: getattr(new, name) for name in ("text", "line_offset", "removed", "comments")}
            return replace(one, articles=(*one.articles[:at], replace(old, **text), *one.articles[at + 1 :]))
    if new.role is not Role.DRAFT:
        return None
    added = articles_of(written, [], taken=[article.id for article in one.articles])
    return replace(one, articles=(*one.articles, *added))


def need_source(articles: ArticleSet, alone: bool = False) -> None:
    """InputError for a set in which there is nothing to compare; `alone` lets a draft be without sources."""
    only = articles.articles[0] if articles.articles else None
    if only is None or (not alone and len(articles.articles) == 1 and only.role is Role.DRAFT):
        found, hint = ("a draft only", _SOURCES) if only else ("no article", _ACCOUNTS)
        path, line = articles.written or (only.path if only else None, None)
        raise InputError(
            f"the set {articles.id!r} has {found}: nothing to compare",
            path=path,
            line=line,
            hint="\n".join([*(f"Not used: {one}." for one in articles.unused), hint]),
        )


def _with_draft(
    sets: Iterable[ArticleSet], loose: Sequence[tuple[Path, Path | None]], path: Path, gate: Gate
) -> ArticleSet:
    """The one set there is with the draft in it, in place of the same file as a source."""
    there(path)
    whole = list(islice(sets, 2))
    if len(whole) + bool(loose) > 1:
        raise InputError(
            f"one draft for {len(whole) + bool(loose)} sets",
            path=path,
            hint="check a draft against one set at a time",
        )
    failed: list[Failure] = []
    added: list[Named] = []
    with guarded(path, failed):
        added = [(replace(account, role=Role.DRAFT), path) for account, _ in accounts_in(path, gate)]
    if not whole:
        named, more = _read_loose([one for one in loose if not _same(one[0], path)], gate)
        return _loose_set([*named, *added], [*more, *failed])
    (one,) = whole
    kept = tuple(a for a in one.articles if a.path is None or not _same(Path(a.path), path))
    articles = articles_of(added, failed, taken=[article.id for article in kept])
    return replace(one, articles=(*kept, *articles), failed=(*one.failed, *failed))


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _once(named: list[Named]) -> list[Named]:
    """Without the accounts of a file that was named before; the first naming keeps its place."""
    first: dict[str, Path] = {}
    real = {path: os.path.realpath(path) for _, path in named}
    kept = (one for one in named if first.setdefault(real[one[1]], one[1]) == one[1])
    return list(dict.fromkeys(kept))


def _set_files(folder: Path) -> list[Path]:
    """The set file of a folder, or those of its subfolders; a link that leads nowhere is one, too."""
    own = folder / set_file.NAME
    if os.path.lexists(own):
        return [own]
    try:
        inner = sorted(one / set_file.NAME for one in folder.iterdir() if one.is_dir())
    except OSError as e:
        raise told(e, folder) from None
    return [file for file in inner if os.path.lexists(file)]


def _read_loose(paths: Sequence[tuple[Path, Path | None]], gate: Gate) -> tuple[list[Named], list[Failure]]:
    """The accounts in loose files, and those of the files that a draft names as its sources."""
    failed: list[Failure] = []
    named: list[Named] = []
    for path, folder in paths:
        with guarded(path, failed):
            named += _and_sources(_found_in(path, folder, gate), path, gate, failed)
    return named, failed


def _found_in(path: Path, folder: Path | None, gate: Gate) -> list[Named]:
    if folder is not None and gate.outside(path, folder):
        raise InputError(outside(str(path)), path=path, hint=ALLOW)
    return accounts_in(path, gate)


def _and_sources(found: list[Named], path: Path, gate: Gate, failed: list[Failure]) -> list[Named]:
    named = list(found)
    for source in [source for account, _ in found for source in account.sources]:
        beside = path.parent / source
        with guarded(Path(source), failed):
            for file in _sources(beside, source, path, gate):
                with guarded(file, failed):
                    named += [] if _same(file, path) else _found_in(file, beside, gate)
    return named


def _sources(beside: Path, source: str, path: Path, gate: Gate) -> list[Path]:
    """The files that a draft means by one of its sources."""
    if not os.path.lexists(beside):
        raise InputError(
            f"no such file: {source!r}, a source by the front matter",
            path=path,
            hint=f"sources are taken from the folder of {path.name}",
        )
    if gate.outside(beside, path.parent):
        raise InputError(outside(source), path=path, hint=ALLOW)
    return articles_in(beside, gate) if beside.is_dir() else [beside]


def _loose_set(loose: list[Named], failed: list[Failure]) -> ArticleSet:
    """One set of loose files, named after the folder that they share or the only file there is."""
    loose = _once(loose)
    paths = [path for _, path in loose] or [Path(f.error.path or f.article or "") for f in failed[:1]]
    tags = dict.fromkeys(tag for account, _ in loose for tag in account.tags)
    folders = {Path(os.path.realpath(path)).parent for path in paths}
    name = paths[0].stem if len(paths) == 1 else folders.pop().name if len(folders) == 1 else "set"
    home = str(_home(loose) if loose else paths[0].parent)
    told = list({failure.error.render(): failure for failure in failed}.values())  # a file named twice
    try:
        return assembled(name or "set", loose, told, tags=tuple(tags), folder=home)
    except InputError as e:
        return failed_set(name or "set", e, paths[0])


def _home(loose: list[Named]) -> Path:
    """The folder of the draft; without one, the folder that all files share."""
    drafts = [path for account, path in loose if account.role is Role.DRAFT]
    folders = [path.parent for path in drafts[:1] or (path for _, path in loose)]
    if len(set(folders)) == 1:
        return folders[0]
    return Path(os.path.commonpath([os.path.realpath(folder) for folder in folders]))
