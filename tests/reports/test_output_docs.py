"""docs/output.md names every JSON field that comes out, with its type, and no other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from checker.model import Acceptance, Kind, Qualifier, Relation, Severity, Support, Verdict
from checker.pipeline import read_set
from checker.reading import read_sets
from checker.reports import Look, explain_jsonl, renderer
from checker.reports.report import Report

PAGE = (Path(__file__).parents[2] / "docs" / "output.md").read_text(encoding="utf-8")
CASES = ("2025-03-18-ceasefire-call", "2023-06-02-odisha-trains", "2023-03-07-france-pensions-protest")
SIMPLE = {"string": str, "integer": int, "boolean": bool, "object": dict, "null": type(None)}


def documented() -> dict[str, dict[str, str]]:
    """By heading, the fields of its table and their types."""
    tables: dict[str, dict[str, str]] = {}
    for section in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]:
        name, _, body = section.partition("\n")
        tables[name] = dict(re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", body, flags=re.MULTILINE))
    tables["item"] |= tables["evidence"]
    return tables


TABLES = documented()


def test_every_word_of_a_list_is_named() -> None:
    for kind in (Severity, Relation, Verdict, Kind, Support, Qualifier):
        for word in kind:
            assert f"`{word.value}`" in PAGE, f"{kind.__name__} {word.value}"


def wrong(given: Any, kind: str, place: str) -> Iterator[str]:
    """Everything in which a value is not of the documented type."""
    kinds = kind.split(" or ")
    if given is None or len(kinds) > 1:
        if given is None:
            yield from [] if "null" in kinds else [f"{place}: null"]
            return
        (kind,) = (one for one in kinds if one != "null")
    link = re.fullmatch(r"(list of )?\[(\w+)\]\(#\w+\)", kind)
    if link and not link[1]:
        yield from wrong_object(given, link[2], place)
    elif kind.startswith("list of "):
        inner = kind.removeprefix("list of ")
        if inner == "two integers":
            if not (len(given) == 2 and all(type(n) is int for n in given)):
                yield f"{place}: {given}"
            return
        inner = inner.replace("lists of", "list of") if inner.startswith("lists") else inner
        inner = {"strings": "string"}.get(inner, inner)
        for one in given:
            yield from wrong(one, inner, f"{place}[]")
    elif type(given) is not SIMPLE[kind]:
        yield f"{place}: {given!r} is no {kind}"


def wrong_object(given: dict[str, Any], table: str, place: str) -> Iterator[str]:
    fields = TABLES[table]
    if set(given) != set(fields):
        yield f"{place}: {sorted(set(given) ^ set(fields))} is documented or emitted only"
        return
    for name, value in given.items():
        yield from wrong(value, fields[name], f"{place}.{name}")


def test_check(report_of: Callable[[str], Report]) -> None:
    acceptance = Acceptance("x", "seen", "accepted.yaml", 3, "Desk", date(2025, 3, 18), date(2025, 4, 1))
    for report in map(report_of, CASES):
        first = replace(report.findings[0], accepted=acceptance)
        whole = replace(
            report, findings=(first, *report.findings[1:]), expired=(acceptance,), stale=(acceptance,)
        )
        data = json.loads(renderer("json")([whole], Look()))
        assert list(wrong_object(data, "report", "report")) == []
        for fact in data["facts"]:
            for cell in fact["cells"].values():
                for evidence in cell:
                    assert list(wrong_object(evidence, "evidence", "cell")) == []


def test_explain(report_of: Callable[[str], Report]) -> None:
    for case in CASES:
        report_of(case)  # at the project's root
        (articles,) = read_sets([Path("cases") / case])
        for line in explain_jsonl.render(read_set(articles)).splitlines():
            assert list(wrong_object(json.loads(line), "article", "article")) == []
