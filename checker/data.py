"""Word lists and tables that ship as YAML under rules/vocabulary."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        return yaml.load(stream, Loader=_LOADER)
