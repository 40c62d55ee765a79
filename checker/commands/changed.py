"""Which drafts there are, or a commit touches: what `check --changed`, `--since` and `--all-drafts` check."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from checker import regular_files
from checker.accepted import FILE
from checker.errors import CheckerError
from checker.model import ArticleSet, Role
from checker.reading import Gate, each_set
from checker.reading.gate import there

_MARKDOWN = (".md", ".markdown")
_SET = "set.yaml"


def changed_sets(below: Sequence[Path], since: str | None, gate: Gate) -> Iterator[ArticleSet]:
    """The sets of the drafts that are touched: staged, or other than where this branch left `since`.

    `below` are folders or files to which this is confined.
    """
    inside = [os.path.realpath(one) for one in below]
    paths = _changed(since)
    return _drafted((p for p in paths if not inside or any(map(p.is_relative_to, inside))), gate)


def all_drafts(among: Sequence[Path], gate: Gate) -> Iterator[ArticleSet]:
    """The sets of the drafts among files and in folders; of a folder under git, what git does not ignore."""
    return _drafted((file for one in among for file in _below(one)), gate)


def _below(path: Path) -> Iterator[Path]:
    there(path)
    if not path.is_dir():
        yield Path(os.path.realpath(path))
        return
    inside = ("-C", os.fspath(path), "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    try:
        names = _git("--all-drafts", *inside).split("\0")
    except CheckerError:  # no repository
        found = (Path(folder, name) for folder, _, files in os.walk(path) for name in files)
        names = [os.path.relpath(file, path) for file in found]
    for name in sorted(filter(None, names)):
        file = Path(os.path.realpath(path / name))
        if file.is_file() and not any(part.startswith(".") for part in Path(name).parts):
            yield file


def _drafted(paths: Iterable[Path], gate: Gate) -> Iterator[ArticleSet]:
    """The sets of the drafts among these files, each once.

    In a folder with a set.yaml any of its files stands for the set, if that has a draft or cannot be read.
    Other Markdown drafts are known by their front matter.
    """
    described: dict[Path, tuple[list[ArticleSet], set[Path]]] = {}
    told: set[Path] = set()
    for path in filter(gate.wants, paths):
        home = path.parent / _SET
        if home not in described and home.is_file():
            found = _read(home, gate)
            described[home] = found, {home, path.with_name(FILE), *(f for one in found for f in _files(one))}
        whole, files = described.get(home, ([], set()))
        start = home if path in files or any(not one.articles for one in whole) else path
        if start in told or not (start == home or _is_draft(path)):
            continue
        told.add(start)
        for one in whole if start == home else _read(path, gate):
            if one.failed or any(article.role is Role.DRAFT for article in one.articles):
                yield one


def _read(path: Path, gate: Gate) -> list[ArticleSet]:
    return list(each_set([os.path.relpath(path)], gate=gate))


def _files(one: ArticleSet) -> Iterator[Path]:
    """The files of a set, those that could not be read, too."""
    paths = (*(a.path for a in one.articles), *(failure.error.path for failure in one.failed))
    return (Path(os.path.realpath(path)) for path in paths if path)


def _changed(since: str | None) -> list[Path]:
    """The files that git tells of and that are there."""
    flag = "--changed" if since is None else "--since"
    top = Path(_git(flag, "rev-parse", "--show-toplevel").rstrip("\n"))
    what = ("--cached",) if since is None else ("--merge-base", "--end-of-options", since)
    names = _git(flag, "diff", "--name-only", "-z", "--diff-filter=d", *what, "--").split("\0")
    return [Path(os.path.realpath(top / name)) for name in names if name]


def _git(flag: str, *args: str) -> str:
    try:
        done = subprocess.run(["git", *args], capture_output=True, check=False)
    except FileNotFoundError:
        raise CheckerError(f"{flag}: git is not installed") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise CheckerError(f"{flag}: {said[0]}", hint="it needs a git repository, and a revision it knows")
    return done.stdout.decode("utf-8", "surrogateescape")


def _is_draft(path: Path) -> bool:
    """Whether the front matter of a Markdown file says that it is a draft, or names its sources."""
    if path.suffix.lower() not in _MARKDOWN:
        return False
    try:
        head, *lines = regular_files.read(path).decode("utf-8-sig", "replace").split("\n")
    except OSError:
        return True  # read as a draft, it is told that it cannot be read
    if head.rstrip() != "---":
        return False
    for line in lines:
        if line.rstrip() in ("---", "..."):
            return False
        key, _, value = (part.strip().strip("\"'") for part in line.partition(":"))
        if key == "sources" or (key == "role" and value == "draft"):
            return True
    return False
