"""A rule and its test to fill in, for `checker rules new`: `starters/` has one of each kind."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from string import Template

from checker.authoring import KINDS
from checker.errors import CheckerError
from checker.rules.rule import is_rule_id
from checker.schema import write_schemas


def write_new(rule_id: str, folder: Path, kind: str = KINDS[0]) -> list[Path]:
    """Write `<folder>/<pack>/<name>.yaml`, its test and the schemas; never over a file that is there."""
    if not is_rule_id(rule_id):
        raise CheckerError(
            f"{rule_id!r} is not a rule id", hint="write the pack, a dot and a name: ceasefire.scope"
        )
    pack, _, name = rule_id.partition(".")
    starters = resources.files(__package__).joinpath("starters")
    texts = {
        folder / pack / one.name.replace(kind, name, 1): Template(one.read_text(encoding="utf-8"))
        for one in sorted(starters.iterdir(), key=lambda one: (len(one.name), one.name))
        if one.name.startswith(f"{kind}.")
    }
    for path in texts:
        if path.exists():
            raise CheckerError("this file is there already", path=path, hint="choose another id")
    (folder / pack).mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        path.write_text(text.safe_substitute(id=rule_id, name=name), encoding="utf-8")
    schemas = folder / "schemas"
    return [*texts, *([] if schemas.exists() else write_schemas(schemas))]
