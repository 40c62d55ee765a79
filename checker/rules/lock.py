"""What was added to a folder of rules from elsewhere, by hash: nothing of it changes unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from checker.errors import CheckerError, one_of
from checker.rules.parts import Part
from checker.yaml_files.marked_yaml import read, validate

FILE = "rules.lock"
_HINT = (
    "take the change back, or add the package anew with 'checker rules add --force'; "
    f"to keep the change, take the package out of {FILE}"
)


class Package(Part):
    """Where a package came from, and the hash of each of its files."""

    source: str = Field(alias="from")
    files: dict[str, str]


class Lock(Part):
    packages: dict[str, Package] = Field({})


def hash_of(data: bytes) -> str:
    """The same however the ends of lines are written: git changes them."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def read_lock(folder: Path) -> Mapping[str, Package]:
    """The packages that were added to a folder of rules, by name."""
    path = folder / FILE
    return validate(Lock, read(path, shown=str(path))).packages if path.is_file() else {}


def check_lock(folder: Path, shown: str) -> None:
    """CheckerError where a package is not as it was added; `shown` is the folder as errors name it."""
    packages = read_lock(folder).items()
    found = [error for name, one in packages for error in changes(folder / name, one, f"{shown}/{name}")]
    if found:
        raise one_of(found)


def changes(folder: Path, package: Package, shown: str) -> Iterator[CheckerError]:
    """Each file of a package that is another one, gone or more than came with it."""
    here = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.yaml"))}
    for name, known in package.files.items():
        path = here.pop(name, folder / name)
        if not path.is_file():
            what = f"this file is gone, and was added from {package.source}"
        elif hash_of(path.read_bytes()) != known:
            what = f"this file is not as it was added from {package.source}"
        else:
            continue
        yield CheckerError(what, path=f"{shown}/{name}", hint=_HINT)
    for name in here:
        what = "this file is in the folder of a package and did not come with it"
        yield CheckerError(what, path=f"{shown}/{name}", hint=f"move it to a folder of its own, or {_HINT}")
