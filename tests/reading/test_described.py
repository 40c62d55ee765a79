"""The schemas of set.yaml and front matter allow what the cases hold and what the reader takes."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

from checker.schema import schema

CASES = Path(__file__).parent.parent.parent / "cases"


def test_every_set_file_fits_the_schema() -> None:
    validator = Draft202012Validator(json.loads(schema("set")))
    files = sorted(CASES.glob("*/set.yaml"))
    assert files
    for path in files:
        validator.validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    validator.validate({"tags": "fire", "articles": [{"file": "a.md", "published": "2025-03-18"}]})
    assert not validator.is_valid({"articles": [{"file": "a.md", "publsher": "x"}]})
    assert not validator.is_valid({"articles": [{"id": "a"}]})


def test_front_matter_fits_the_schema() -> None:
    validator = Draft202012Validator(json.loads(schema("front-matter")))
    validator.validate({"title": "x", "published": "2025-03-18", "tags": ["a"], "layout": "post"})
    assert not validator.is_valid({"role": "daft"})
