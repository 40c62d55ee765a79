"""Every YAML file that ships is read alike by libyaml and by PyYAML alone, as some machines have it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "rules").rglob("*.yaml"), *(ROOT / "cases").rglob("*.yaml")])


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML was built without libyaml")
def test_both_readers_read_the_same() -> None:
    wrong = []
    for path in FILES:
        text = path.read_bytes()
        try:
            if yaml.load(text, yaml.CSafeLoader) != yaml.load(text, yaml.SafeLoader):
                wrong.append(path.name)
        except yaml.YAMLError as e:
            wrong.append(f"{path.name}: {e}")
    assert FILES
    assert wrong == []
