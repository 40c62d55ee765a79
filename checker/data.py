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
    """The content of rules/vocabulary/<name>.yaml, read once. Not to be changed by the caller."""
    with (rules_folder() / "vocabulary" / f"{name}.yaml").open("rb") as stream:
        return yaml.load(stream, Loader=_Words)
