"""JSON Schemas of all YAML that people write, made from the pydantic models that read it."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from checker.errors import CheckerError, allowed_hint

_MODELS = {
    "rule": "checker.rules.rule:Rule",
    "test": "checker.authoring.rule_tests:Example*",
    "vocabulary": "checker.rules.vocabulary:Vocabulary",
    "pack": "checker.rules.rulesets:PackFile",
    "configuration": "checker.config:Configuration",
    "names": "checker.house.names:HouseName*",
    "actors": "checker.house.actors:HouseActor*",
    "set": "checker.reading.described:SetFile",
    "front-matter": "checker.reading.described:FrontMatter",
    "accepted": "checker.accepted:Entry*",
}  # where each model is; of those with a star a file holds a list
NAMES = tuple(_MODELS)


def schema(name: str) -> str:
    """The JSON Schema of one of NAMES, as text with a newline at the end."""
    if name not in NAMES:
        raise CheckerError(f"no schema {name!r}", hint=allowed_hint(name, NAMES, "schemas"))
    module, _, model = _MODELS[name].rstrip("*").partition(":")
    found: Any = getattr(import_module(module), model)
    content = TypeAdapter(list[found] if _MODELS[name].endswith("*") else found).json_schema(
        by_alias=True, mode="validation"
    )
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
