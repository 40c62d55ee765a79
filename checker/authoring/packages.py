"""Packages of rules that another desk gives away: a folder or an archive, copied whole and locked by hash."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

import yaml

from checker.errors import CheckerError, Errors, one_of
from checker.rules.lock import FILE, Package, changes, hash_of, read_lock
from checker.rules.rulesets import load_ruleset, shown

_KEPT = (".yaml", ".md", ".txt")  # and what tells of the licence
_MOST_FILES = 1_000
_MOST_BYTES = 10_000_000
_FORMS = "name a folder, a .zip or a .tar.gz with rules in it"
_HEAD = (
    "# Written by `checker rules add`: what was added, and the hash of each file. Keep it with the rules.\n"
)
_DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, RuntimeError, ValueError)


def add_package(source: Path, into: Path, force: bool = False) -> list[str]:
    """Copy a package into a folder of rules and lock it; what was done, a line each.

    CheckerError, with everything as it was before, where it is none or does not go with the rules there.
    """
    name, files = _read(source)
    target, lock = into / name, dict(read_lock(into))
    if target.exists() and name not in lock:
        hint = "rename the folder, or choose another with --in"
        raise CheckerError("this folder was not added, and has the package's name", path=target, hint=hint)
    if name in lock and not force and (found := list(changes(target, lock[name], shown(target)))):
        raise one_of(found)
    into.mkdir(parents=True, exist_ok=True)
    hashes = {path: hash_of(data) for path, data in files.items()}
    lock[name] = Package.model_validate({"from": source.resolve().name, "files": hashes})
    with tempfile.TemporaryDirectory(dir=into, prefix=".") as aside:
        before = _Before(target, into / FILE, Path(aside))
        try:
            _write(target, files)
            (into / FILE).write_text(_locked(lock), encoding="utf-8")
            count = _count_rules(into, target, source)
        except BaseException as e:
            before.restore()
            if isinstance(e, CheckerError):
                _name_source(e, shown(target), source.name)
            raise
    rules = f"{count} rule{'' if count == 1 else 's'}"
    return [f"added {name}: {rules}, {len(files)} files in {target}", f"wrote {into / FILE}"]


class _Before:
    """What was there: the package's folder, put aside, and the lock."""

    def __init__(self, target: Path, lock: Path, aside: Path) -> None:
        self._target, self._lock, self._old = target, lock, aside / "old"
        self._locked = lock.read_bytes() if lock.exists() else None
        if target.exists():
            target.rename(self._old)

    def restore(self) -> None:
        shutil.rmtree(self._target, ignore_errors=True)
        if self._old.exists():
            self._old.rename(self._target)
        if self._locked is None:
            self._lock.unlink(missing_ok=True)
        else:
            self._lock.write_bytes(self._locked)


def _write(target: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _locked(packages: Mapping[str, Package]) -> str:
    data = {name: package.model_dump(by_alias=True) for name, package in sorted(packages.items())}
    return _HEAD + yaml.safe_dump({"packages": data}, sort_keys=False, allow_unicode=True)


def _count_rules(into: Path, target: Path, source: Path) -> int:
    """How many rules the package has, all rules of the folder read; CheckerError for none."""
    ruleset = load_ruleset((into,))
    ruleset.all()
    count = sum(len(pack.rule_files) for pack in ruleset.packs if pack.folder.is_relative_to(target))
    if not count:
        raise CheckerError("there are no rules in it", path=source, hint=_FORMS)
    return count


def _name_source(e: CheckerError, target: str, source: str) -> None:
    """Errors are of the package as it was given: what was copied is gone again."""
    for error in e.errors if isinstance(e, Errors) else (e,):
        if error.path and error.path.startswith(f"{target}/"):
            error.path = source + error.path.removeprefix(target)


def _read(source: Path) -> tuple[str, dict[str, bytes]]:
    """The name of a package and its files; the one folder in which all lie is no part of their names."""
    if not source.exists():
        raise CheckerError("no such file or folder", path=source, hint=_FORMS)
    try:
        found = dict(_limited(source, _in_folder(source) if source.is_dir() else _in_archive(source)))
    except _DAMAGE:
        raise CheckerError("this cannot be read as an archive", path=source, hint=_FORMS) from None
    name = source.resolve().name.removesuffix(".gz").removesuffix(".tar")
    name = name if source.is_dir() else name.removesuffix(".tgz").removesuffix(".zip")
    tops = {path.parts[0] for path in found}
    if not source.is_dir() and len(tops) == 1 and all(len(path.parts) > 1 for path in found):
        (name,) = tops
        found = {PurePosixPath(*path.parts[1:]): data for path, data in found.items()}
    return name, {str(path): data for path, data in sorted(found.items())}


Member = tuple[str, int, Callable[[], bytes]]  # its name, its size, and how it is read


def _limited(source: Path, members: Iterator[Member]) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files that belong to rules, none of them outside, and no more than rules can be."""
    size = 0
    for number, (name, length, read) in enumerate(members, 1):
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise CheckerError(f"{name!r} leads out of the archive", path=source, hint="take nothing of it")
        size += length
        if number > _MOST_FILES or size > _MOST_BYTES:
            most = f"{_MOST_FILES:,} files and {_MOST_BYTES:,} bytes"
            raise CheckerError(f"this is too large: {most} is the most", path=source, hint="add it in parts")
        kept = path.suffix in _KEPT or path.stem.upper() in ("LICENSE", "LICENCE", "README")
        if kept and not any(part.startswith((".", "_")) for part in path.parts):
            yield path, read()


def _in_folder(folder: Path) -> Iterator[Member]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path.stat().st_size, path.read_bytes


def _in_archive(source: Path) -> Iterator[Member]:
    if zipfile.is_zipfile(source):
        with zipfile.ZipFile(source) as zipped:
            for info in zipped.infolist():
                if not info.is_dir():
                    yield info.filename, info.file_size, partial(zipped.read, info)
        return
    with tarfile.open(source) as tarred:
        for member in tarred:
            if member.isfile():
                yield member.name, member.size, partial(_untarred, tarred, member)


def _untarred(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    content = archive.extractfile(member)
    return content.read() if content else b""
