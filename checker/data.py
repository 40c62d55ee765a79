"""Word lists and tables that ship as YAML under rules/vocabulary."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_BOOL = "tag:yaml.org,2002:bool"


class _Words(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads `on`, `off`, `yes`, `no` and the country `NO` as the words that they are in a word list."""


_Words.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag != _BOOL]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Words.add_implicit_resolver(_BOOL, re.compile("^(?:true|false)$"), list("tf"))


@lru_cache(maxsize=1)
def rules_folder() -> Path:
    """The rules that ship: inside the package from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "_shipped_rules", package.parent / "rules"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"the rules that ship with checker are missing beside {package}; install it again"
    )


@lru_cache(maxsize=64)
def load(name: str) -> Any:
    """The content of rules/vocabulary/<name>.yaml, read once. Not to be changed by the caller.

    "$months" and "$weekdays" in a list stand for the names in calendar.yaml, in full and shortened.
    """
    text = (rules_folder() / "vocabulary" / f"{name}.yaml").read_bytes()
    data = yaml.load(text, Loader=_Words)
    return _with_names(data) if b"$" in text else data


@lru_cache(maxsize=512)
def word_list(name: str, key: str) -> frozenset[str]:
    """A word list of rules/vocabulary/<name>.yaml as a set."""
    return frozenset(load(name)[key])


def _with_names(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _with_names(item) for key, item in data.items()}
    if not isinstance(data, list):
        return data
    return [named for item in data for named in _names(item)]


def _names(item: Any) -> list[Any]:
    if item not in ("$months", "$weekdays"):
        return [_with_names(item)]
    return [name for names in load("calendar")[item[1:]].values() for name in names]
