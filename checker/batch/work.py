"""What a worker does: it reads an article, and checks the sets of a partition. Both are pure functions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker import __version__
from checker import parses as kept
from checker.accepted import FILE as ACCEPTED
from checker.batch.table import Row, rows_of
from checker.commands.running import Run
from checker.config import Settings
from checker.data import rules_folder
from checker.language import parsed_bytes
from checker.model import ArticleSet
from checker.pipeline import as_read


@dataclass(frozen=True, slots=True)
class Keyed:
    """A set with the key of its content and of all by which it is checked."""

    key: str
    articles: ArticleSet


def texts_of(sets: Sequence[Keyed]) -> list[str]:
    """The texts of sets as they are parsed, each once."""
    return list(dict.fromkeys(as_read(a).text for one in sets for a in one.articles.articles))


def read_article(text: str, model: str | None) -> bytes:
    """The parse of an article, the dearest step of all; the same for the same text wherever it is done."""
    return parsed_bytes(text, model)


def check_partition(
    run: Run, sets: Sequence[Keyed], texts: Sequence[str] = (), parses: Sequence[bytes] = ()
) -> list[Row]:
    """The rows of each set, whatever happens; texts of which a parse is given are not parsed again."""
    with kept.given(dict(zip(texts, parses, strict=True))):
        return [row for one in sets for row in rows_of(one.key, run.report(one.articles))]


def common_key(settings: Settings) -> str:
    """What of a key all sets share: this program's version, its word lists, the settings and their files."""
    values, rules = settings.values, settings.ruleset()
    files = [file for pack in rules.packs for file in pack.files]
    files += [settings.folder / name for name in (*values.names, *values.actors)]
    beside = settings.file and settings.file.parent / ACCEPTED
    files += [beside] if beside is not None and beside.is_file() else []
    files += sorted((rules_folder() / "vocabulary").glob("*.yaml"))
    asked = [sorted(settings.select), sorted(settings.ignore)]
    digest = hashlib.sha256(f"{__version__}{values.model_dump_json()}{asked}".encode())
    for file in files:
        digest.update(f"\0{file.name}\0".encode("utf-8", "surrogatepass") + file.read_bytes())
    return digest.hexdigest()


def keyed(articles: ArticleSet, common: str) -> Keyed:
    """The set with its key: a set that is the same, under the same settings, has the same."""
    texts = [
        [a.id, a.text, a.publisher, a.role, str(a.published), a.title, a.url, a.trust, str(a.comments)]
        for a in articles.articles
    ]
    failed = [failure.error.render() for failure in articles.failed]
    beside = Path(articles.folder, ACCEPTED) if articles.folder is not None else None
    accepted = beside.read_bytes() if beside is not None and beside.is_file() else b""
    content = json.dumps([common, articles.id, articles.title, articles.tags, texts, failed])
    return Keyed(hashlib.sha256(content.encode() + accepted).hexdigest()[:32], articles)
