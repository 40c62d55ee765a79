"""What each case gives in each format: made here, kept beside this file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from checker import __version__
from checker.pipeline import check_set
from checker.reading import read_sets
from checker.reports import FORMATS, Look, renderer

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[2]
CASES = sorted(path.parent.name for path in (ROOT / "cases").glob("*/set.yaml"))
_ENDINGS = {
    "text": "txt",
    "concise": "txt",
    "statistics": "txt",
    "markdown": "md",
    "junit": "xml",
    "github": "txt",
    "gitlab": "json",
}
NAMES = [f"{name}.{_ENDINGS.get(name, name)}" for name in FORMATS if name != "jsonl"]


def outputs(case: str) -> Mapping[str, str]:
    """By file name, without the version, style and script, which are the same in all. Run from the root."""
    (articles,) = read_sets([Path("cases") / case])
    report = check_set(articles)
    made = {}
    for name in NAMES:
        text = renderer(name.partition(".")[0])([report], Look())
        made[name] = _STEADY[name](text) if name in _STEADY else text
    return made


def cases_kept() -> list[str]:
    return sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__")


def _without_version(text: str) -> str:
    return text.replace(f'"{__version__}"', '"VERSION"')


def _without_style_and_script(text: str) -> str:
    text = re.sub(r"'sha256-[^']+'", "'sha256'", text)
    return re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", text, flags=re.DOTALL)


_STEADY = {"sarif.sarif": _without_version, "html.html": _without_style_and_script}
