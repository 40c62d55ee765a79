"""Where this copy of the program was had from, for formats that lead there; nothing is made up."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, distribution

from checker import DISTRIBUTION


@lru_cache(maxsize=1)
def address() -> str | None:
    """The first address in the package's metadata, else that of the repository it was installed from.

    None for a copy from a folder.
    """
    try:
        installed = distribution(DISTRIBUTION)
    except PackageNotFoundError:
        return None
    for url in installed.metadata.get_all("Project-URL") or ():
        return str(url).partition(", ")[2]
    origin = json.loads(installed.read_text("direct_url.json") or "{}").get("url", "")
    return origin.removesuffix(".git") if origin.startswith("https://") else None
