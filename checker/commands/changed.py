"""Which drafts a commit touches, by git: what `check --changed` checks."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.accepted import FILE
from checker.errors import CheckerError
from checker.model import ArticleSet, Role
from checker.reading import Gate, each_set

_MARKDOWN = (".md", ".markdown")
_SET = "set.yaml"


def changed_sets(below: Sequence[Path], since: str | None, gate: Gate) -> Iterator[ArticleSet]:
    """The sets of the drafts that are touched, each once.

    Touched is what is staged, or with `since` what differs from where this branch left that revision. A
    Markdown draft is known by its front matter; in a folder with a set.yaml, whatever is touched stands
    for the set, if it has a draft. `below` are folders or files to which this is confined.
    """
    told: set[Path] = set()
    for path in _changed(since):
        if below and not any(path.is_relative_to(os.path.realpath(one)) for one in below):
            continue
        described = path.parent / _SET
        start = described if described.is_file() else path
        if start in told or not (start == described or _is_draft(path)):
            continue
        told.add(start)
        for articles in each_set([Path(os.path.relpath(start))], gate=gate):
            files = [Path(os.path.realpath(article.path)) for article in articles.articles if article.path]
            ours = start != described or path.name in (_SET, FILE) or path in files
            drafted = any(article.role is Role.DRAFT for article in articles.articles)
            if (drafted or articles.failed) and ours:
                yield articles
            elif not ours:
                told.discard(start)


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
    head, *lines = path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    if head.rstrip() != "---":
        return False
    for line in lines:
        if line.rstrip() in ("---", "..."):
            return False
        key, _, value = line.partition(":")
        if key == "sources" or (key == "role" and value.strip().strip("\"'") == "draft"):
            return True
    return False
