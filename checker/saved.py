"""When files were saved last: how a program that goes on running sees that one is another now."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_PAUSE = 0.5  # seconds between two looks at the files
State = dict[Path, tuple[int, int] | None]


def state(paths: Iterable[Path]) -> State:
    """When each file was saved last, and its size; None for one that is not there."""
    found: State = {}
    for path in paths:
        try:
            about = path.stat()
        except OSError:
            found[path] = None
        else:
            found[path] = about.st_mtime_ns, about.st_size
    return found


def changes(look: Callable[[], State]) -> Iterator[State]:
    """What is seen at first, and whenever it is another, until Ctrl-C."""
    seen: State | None = None
    with suppress(KeyboardInterrupt):
        while True:
            now = look()
            if now != seen:
                seen = now
                yield now
            time.sleep(_PAUSE)


def yaml_in(folders: Iterable[Path]) -> list[Path]:
    """Every YAML file below the folders, in their order."""
    return [path for folder in folders for path in sorted(folder.rglob("*.yaml"))]
