"""Finished reports that are not made again: a set that was checked, by the same rules and program, is known.

A report is kept as it is before anything is accepted. It is pickled, and only plain data of `checker.model`
and numbers are read back, never anything that could be run.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple, replace
from datetime import tzinfo
from functools import lru_cache
from hashlib import sha256
from os import environ
from pathlib import Path
from typing import Any

from checker import cache
from checker.config import Settings
from checker.data import rules_folder
from checker.language import model_folder
from checker.model import ArticleSet
from checker.reports.report import Report
from checker.saved import state, yaml_in

KIND = "reports"
_NOT_FOR_FINDINGS = {"fail_on", "require_compared", "trusted"}  # trust stands in the articles themselves
_PLAIN = frozenset(
    {("fractions", "Fraction"), ("datetime", "datetime"), ("datetime", "date"), ("datetime", "timezone")}
    | {("datetime", "timedelta"), ("checker.reports.report", "Report"), ("builtins", "frozenset")}
)


def known_or(check: Callable[[], Report], articles: ArticleSet, settings: Settings) -> Report:
    """The report of a set that was checked before, else what `check` gives, which is kept."""
    file = _place(articles, settings)
    if file is None:
        return check()
    zones = [article.published.tzinfo for article in articles.articles if article.published]
    report = _read(file, zones)
    if report is None:
        report = check()
        _write(file, zones, report)
    of = replace(report.articles, failed=articles.failed, written=articles.written)
    return replace(report, articles=of)


def is_known(articles: ArticleSet, settings: Settings) -> bool:
    """Whether there is an entry of a set, be it damaged or not."""
    file = _place(articles, settings)
    return file is not None and file.is_file()


def _place(articles: ArticleSet, settings: Settings) -> Path | None:
    """The file of a set; None where no reports are kept, as by tests, which have each made afresh."""
    if cache.folder() is None or environ.get("CHECKER_RESULTS") == "off":
        return None
    return cache.place(KIND, (*_common_key(settings), _of_set(articles)))


def _bare(articles: ArticleSet) -> ArticleSet:
    """Without what could not be read and the line that describes the set, of which nothing is compared."""
    return replace(articles, failed=(), written=None)


def _of_set(articles: ArticleSet) -> str:
    """All that a set and its articles have."""
    times = [str(article.published) for article in articles.articles]
    return repr((astuple(_bare(articles)), times))


def _common_key(settings: Settings) -> tuple[str, ...]:
    """What all sets share of what a report depends on: program, model, settings, the desk's own files."""
    values = settings.values
    own = [settings.folder / name for name in (*values.names, *values.actors)]
    folders = [*(settings.folder / name for name in values.rules), *settings.folders]
    asked = repr((sorted(settings.select), sorted(settings.ignore)))
    said = values.model_dump_json(exclude=_NOT_FOR_FINDINGS)
    return (_program(), _model(values.model), said, asked, *map(str, folders), _content(own, folders))


def _content(own: Sequence[Path], folders: Sequence[Path]) -> str:
    digest = sha256()
    for file in [*own, *yaml_in(folders)]:
        digest.update(f"\0{file}\0".encode("utf-8", "surrogatepass") + file.read_bytes())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _program() -> str:
    """The code and data of this program, and which versions of what it uses lie beside it."""
    digest = sha256(sys.version.encode())
    for name in sorted(_installed()):
        digest.update(f"\0{name}".encode("utf-8", "surrogatepass"))
    for folder in dict.fromkeys((Path(__file__).parent, rules_folder())):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            if file.suffix != ".pyc":
                digest.update(f"\0{file.relative_to(folder)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _installed() -> Iterator[str]:
    for folder in sys.path:
        with suppress(OSError):
            yield from (path.name for path in Path(folder).iterdir() if path.suffix == ".dist-info")


@lru_cache(maxsize=4)
def _model(name: str | None) -> str:
    """The model's own description, and when each of its files was saved."""
    folder = model_folder(name)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return repr(((folder / "meta.json").read_bytes(), list(state(files).items())))


class _Pickler(pickle.Pickler):
    """Zones of articles stand there by their number, as they come with the articles."""

    def __init__(self, out: io.BytesIO, zones: Sequence[tzinfo | None]) -> None:
        super().__init__(out, protocol=5)
        self._zones = {id(zone): number for number, zone in enumerate(zones) if zone is not None}

    def persistent_id(self, found: Any) -> int | None:
        return self._zones.get(id(found)) if isinstance(found, tzinfo) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, content: bytes, zones: Sequence[tzinfo | None]) -> None:
        super().__init__(io.BytesIO(content))
        self._zones = zones

    def persistent_load(self, pid: int) -> tzinfo | None:
        return self._zones[pid]

    def find_class(self, module: str, name: str) -> Any:
        """A class of plain data; anything else could be made to do something."""
        if (module, name) in _PLAIN or module.startswith("checker.model."):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def _read(file: Path, zones: Sequence[tzinfo | None]) -> Report | None:
    content = cache.read(file)
    if content is None:
        return None
    try:
        report = _Unpickler(content, zones).load()
    except Exception:  # whatever is wrong with it, it is only a check to do again
        return None
    return report if isinstance(report, Report) else None


def _write(file: Path, zones: Sequence[tzinfo | None], report: Report) -> None:
    out = io.BytesIO()
    _Pickler(out, zones).dump(replace(report, articles=_bare(report.articles)))
    cache.write(file, out.getvalue())
