"""JSON Schemas of all YAML that people write, made from the pydantic models that read it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from checker.errors import CheckerError, allowed_hint


def _models() -> dict[str, Any]:
    from checker.accepted import Entry
    from checker.authoring.rule_tests import Example
    from checker.config import Configuration
    from checker.house.actors import HouseActor
    from checker.house.names import HouseName
    from checker.reading.described import FrontMatter, SetFile
    from checker.rules.rule import Rule
    from checker.rules.rulesets import PackFile
    from checker.rules.vocabulary import Vocabulary

    return {
        "rule": Rule,
        "test": list[Example],
        "vocabulary": Vocabulary,
        "pack": PackFile,
        "configuration": Configuration,
        "names": list[HouseName],
        "actors": list[HouseActor],
        "set": SetFile,
        "front-matter": FrontMatter,
        "accepted": list[Entry],
    }


NAMES = "rule test vocabulary pack configuration names actors set front-matter accepted".split()  # noqa: SIM905


def schema(name: str) -> str:
    """The JSON Schema of one of NAMES, as text with a newline at the end."""
    models = _models()
    if name not in models:
        raise CheckerError(f"no schema {name!r}", hint=allowed_hint(name, NAMES, "schemas"))
    content = TypeAdapter(models[name]).json_schema(by_alias=True, mode="validation")
    content = {"$schema": "https://json-schema.org/draft/2020-12/schema", **content}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder as `<name>.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in NAMES:
        path = folder / f"{name}.json"
        path.write_text(schema(name), encoding="utf-8")
        paths.append(path)
    return paths
