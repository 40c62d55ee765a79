"""A rule and its test to fill in, for `checker rules new`."""

from __future__ import annotations

from pathlib import Path

from checker.errors import CheckerError
from checker.rules.rule import is_rule_id
from checker.schema import write_schemas

_RULE = """\
# yaml-language-server: $schema=../schemas/rule.json
id: {id}
title: Sources give different numbers of things   # what it finds, in one line
why: A wrong number is the mistake readers see first.   # why an editor wants to know
severity: warning   # error, warning or note
claim:
  value: {{kind: count, of: [thing]}}   # the words for what is counted; any form of them will do
compare:
  finding: [disjoint]   # narrower, broader, overlaps, disjoint
message: "{{a}} says {{a.words}}; {{b}} says {{b.words}}"
"""
_TESTS = """\
- finds:
    - Twelve things were found.
    - Fifteen things were found.
- quiet:
    - Twelve things were found.
    - A dozen things were found.
"""


def write_new(rule_id: str, folder: Path) -> list[Path]:
    """Write `<folder>/<pack>/<name>.yaml`, its test and the schemas; never over a file that is there."""
    if not is_rule_id(rule_id):
        raise CheckerError(
            f"{rule_id!r} is not a rule id", hint="write the pack, a dot and a name: ceasefire.scope"
        )
    pack, _, name = rule_id.partition(".")
    rule = folder / pack / f"{name}.yaml"
    tests = rule.with_suffix(".test.yaml")
    for path in (rule, tests):
        if path.exists():
            raise CheckerError("this file is there already", path=path, hint="choose another id")
    rule.parent.mkdir(parents=True, exist_ok=True)
    rule.write_text(_RULE.format(id=rule_id), encoding="utf-8")
    tests.write_text(_TESTS, encoding="utf-8")
    schemas = folder / "schemas"
    return [rule, tests, *([] if schemas.exists() else write_schemas(schemas))]
