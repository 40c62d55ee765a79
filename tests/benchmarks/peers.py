"""Other readers of values on the same items, scored as the benchmarks score this program.

    python -m tests.benchmarks.peers SET FILE.jsonl        (SET: newsquant, recognizers, quantulum)

Run it with an environment that has the peers, which need old versions of what they stand on:

    python -m venv peers && peers/bin/pip install "emoji<2" recognizers-text-suite quantulum3

A peer that is not installed is named and left out. What a peer cannot say (a bound, a change) counts
against it as it would against this program. The peers are given the text as it is.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

Numbers = tuple[Decimal, ...]


class Found(NamedTuple):
    """A value of a peer: the numbers it says and the name it gives the unit."""

    numbers: Numbers
    unit: str = ""
    span: tuple[int, int] = (0, 0)


Reader = Callable[[str], list[Found]]


def number(text: object) -> Decimal | None:
    try:
        return Decimal(str(text).replace(",", "").rstrip("%"))
    except InvalidOperation:
        return None


def quantulum() -> Reader:
    from quantulum3 import parser

    def read(text: str) -> list[Found]:
        try:
            quantities = parser.parse(text)
        except Exception as error:  # the peer fails on some texts; that is a miss, not the end
            print(f"  quantulum3 failed: {type(error).__name__}", file=sys.stderr)
            return []
        return [_of_quantity(item) for item in quantities]

    return read


def _of_quantity(item: Any) -> Found:
    ends = [item.value]
    if item.uncertainty and re.search(r"\d\D+\d", item.surface):
        ends = [item.value - item.uncertainty, item.value + item.uncertainty]
    numbers = tuple(Decimal(repr(round(end, 12))) for end in ends)
    return Found(numbers, item.unit.name, tuple(item.span))


def recognizers() -> Reader:
    from recognizers_number import Culture, recognize_number, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = (
        recognize_currency,
        recognize_dimension,
        recognize_age,
        recognize_temperature,
        recognize_percentage,
    )

    def read(text: str) -> list[Found]:
        kept: list[Found] = []
        for model in (*models, recognize_number):  # its Python edition has no ranges
            for item in model(text, Culture.English):
                found = _of_result(item)
                taken = any(found.span[0] < one.span[1] and one.span[0] < found.span[1] for one in kept)
                if found.numbers and not taken:
                    kept.append(found)
        return kept

    return read


def _of_result(item: Any) -> Found:
    resolution = item.resolution or {}
    value = str(resolution.get("value", ""))
    ends = re.fullmatch(r"[\[(](.*),(.*)[\])]", value)
    said = [number(end) for end in (ends.groups() if ends else [value])]
    unit = str(resolution.get("unit") or ("percentage" if value.endswith("%") else ""))
    return Found(tuple(end for end in said if end is not None), unit.lower(), (item.start, item.end + 1))


def wanted(value: str) -> Numbers:
    ends = re.fullmatch(r"(-?[\d.]+)-([\d.]+)", value)
    said = [number(end) for end in (ends.groups() if ends else [value])]
    return tuple(end for end in said if end is not None)


def quantities(read: Reader, rows: Iterable[dict[str, Any]]) -> None:
    """newsquant: value, and value with unit, as precision, recall and F1."""
    tally: Counter[str] = Counter()
    for row in rows:
        left = read(row["text"])
        tally["said"] += len(left)
        for gold in row["quantities"]:
            tally["gold"] += 1
            same = [item for item in left if item.numbers == wanted(gold["value"])]
            if not same:
                continue
            names = {gold["unit"].lower(), gold["normalized_unit"].lower()}
            best = max(same, key=lambda item: _named(item, names))
            left.remove(best)
            tally["value"] += 1
            tally["unit"] += _named(best, names)
    show("value", tally["value"], tally)
    show("value + unit", tally["unit"], tally)


def _named(item: Found, names: set[str]) -> bool:
    plain = "" if item.unit == "dimensionless" else item.unit
    return plain in names or (not plain and "-" in names)


def values(read: Reader, rows: Iterable[dict[str, Any]]) -> None:
    """quantulum: the number alone, to one part in a million."""
    tally: Counter[str] = Counter()
    for row in rows:
        left = read(row["text"])
        tally["said"] += len(left)
        for gold in row["results"]:
            tally["gold"] += 1
            same = [item for item in left if any(_close(float(end), gold["value"]) for end in _all(item))]
            if same:
                left.remove(same[0])
                tally["value"] += 1
    show("value", tally["value"], tally)


def _all(item: Found) -> list[Decimal]:
    return [*item.numbers, sum(item.numbers, Decimal(0)) / max(1, len(item.numbers))]


def _close(a: float, b: float) -> bool:
    return abs(a - b) < 1e-6 * max(1, abs(b))


def cases(read: Reader, rows: Iterable[dict[str, Any]]) -> None:
    """recognizers: the numbers of each number, percentage, currency, dimension, age and temperature case."""
    tally: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row["model"] not in ("number", "range", "percent", "currency", "dimension", "age", "temperature"):
            continue
        said = read(row["text"])
        for gold in row["results"]:
            resolution = gold.get("Resolution") or {}
            if not resolution:
                continue
            value = str(resolution.get("value", ""))
            ends = re.fullmatch(r"[\[(](.*),(.*)[\])]", value)
            want = [number(end) for end in (ends.groups() if ends else [value])]
            tally[row["model"], "marked"] += 1
            tally[row["model"], "found"] += any(list(item.numbers) == want for item in said)
    for model in sorted({model for model, _ in tally}):
        found, marked = tally[model, "found"], tally[model, "marked"]
        print(f"  {model:<12} found {found:>3} of {marked:>3}  {100 * found / marked:5.1f} %")


def show(label: str, hit: int, tally: Counter[str]) -> None:
    precision, recall = hit / max(1, tally["said"]), hit / max(1, tally["gold"])
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    print(f"  {label:<14} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}")


SCORES = {"newsquant": quantities, "recognizers": cases, "quantulum": values}
PEERS = {"quantulum3": quantulum, "Recognizers-Text": recognizers}


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("set", choices=SCORES)
    options.add_argument("data", type=Path, help="the JSONL of the set")
    chosen = options.parse_args()
    if not chosen.data.is_file():
        print(f"skipped: no {chosen.data}")
        return
    rows = [json.loads(line) for line in chosen.data.read_text(encoding="utf-8").splitlines()]
    for name, load in PEERS.items():
        try:
            read = load()
        except ImportError as error:
            print(f"{name}: not installed ({error})")
            continue
        print(name)
        SCORES[chosen.set](read, rows)


if __name__ == "__main__":
    main()
