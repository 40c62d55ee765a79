"""The articles of a feed, one after the other: JSONL, files, folders, standard input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from checker.model import Article, ArticleSet
from checker.reading import Gate, each_set, set_file
from checker.reading.files import articles_in
from checker.reading.gate import there


def articles_of(paths: Sequence[Path], gate: Gate, failed: Callable[[ArticleSet], None]) -> Iterator[Article]:
    """The articles in the paths, read when they are asked for; of sets, those of each set.

    What of a set cannot be read is told to `failed`, and the rest is read on.
    """
    for path in paths:
        there(path)
        for part in _parts(path, gate):
            for one in each_set([part], None, gate):
                if one.failed:
                    failed(one)
                yield from one.articles


def _parts(path: Path, gate: Gate) -> Sequence[Path]:
    """The files of a folder of articles, so that not all are held at once; sets are read as they are."""
    if not path.is_dir() or any(path.glob(set_file.NAME)) or any(path.glob(f"*/{set_file.NAME}")):
        return [path]
    return articles_in(path, gate)
