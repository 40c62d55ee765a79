"""What reading values costs beside the parse, and that hostile input costs in proportion to its length.

    python -m tests.benchmarks.values_speed FILE.jsonl [--texts N]

FILE holds one object a line with a "text". Parse and reading are timed in one run on the same
texts, the parse afresh each time. Then inputs made to upset a reader of numbers are doubled in
length over and over; the time per character must not grow with them.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["CHECKER_CACHE"] = "off"

from checker.language import load_model, parse
from checker.model import Article
from checker.values import find_values
from checker.values.numerals import chart_of, find_numerals

HOSTILE: dict[str, str] = {
    "digits and commas": "1,234,",
    "digits and points": "1.2.3.4.",
    "pairs of digits": "12,",
    "groups of digits": "100 ",
    "scales on scales": "one million million ",
    "one endless number": "1234567890",
    "number words": "two hundred and ",
    "tens and units": "twenty-",
    "scales": "million thousand ",
    "hedges": "more than at least about ",
    "ranges": "1-2-3-",
    "fractions": "one third of two fifths of ",
    "percent signs": "5% 5 per cent % ",
    "currency signs": "$ € $5 £",
    "from and to": "from 1 to 2 from 3 to 1 ",
    "brackets": "((5) (",
    "articles": "a an a an ",
    "superscripts": "10^10^10^",
    "spaces": "1        ",
    "torn apart": "1. 2, 345 - 6: 07 / ",
}
LENGTHS = (4_000, 8_000, 16_000, 32_000, 64_000)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("data", type=Path, help="JSONL with a text in each object")
    options.add_argument("--texts", type=int, default=300, help="how many texts to time (default: 300)")
    chosen = options.parse_args()
    if not chosen.data.is_file():
        print(f"skipped: no {chosen.data}")
        return
    rows = [json.loads(line) for line in chosen.data.read_text(encoding="utf-8").splitlines()]
    share([row["text"] for row in rows][: chosen.texts])
    growth()


def share(texts: list[str]) -> None:
    load_model()
    parse(texts[:5])
    parsing, docs = timed(lambda: parse(texts))
    articles = [Article(str(i), text) for i, text in enumerate(texts)]
    first, _ = timed(lambda: find_values(docs[0], articles[0]))  # reads the word lists
    chart_of.cache_clear()
    find_numerals.cache_clear()
    reading, values = timed(lambda: [find_values(doc, one) for doc, one in zip(docs, articles, strict=True)])
    size = sum(map(len, texts)) / 1000
    print(f"{len(texts)} texts, {size:.0f} thousand characters, {sum(map(len, values))} values")
    print(f"parse   {parsing:7.2f} s   {size / parsing:7.0f} thousand characters a second")
    print(f"values  {reading:7.2f} s   {size / reading:7.0f} thousand characters a second")
    print(
        f"share   {100 * reading / parsing:7.1f} % of the parse (must be below 25); first use {first:.2f} s"
    )


def growth() -> None:
    print("\nnumerals of hostile input, microseconds a character at growing length")
    print(f"{'':22}" + "".join(f"{length:>9}" for length in LENGTHS))
    for name, unit in HOSTILE.items():
        costs = []
        for length in LENGTHS:
            text = (unit * (length // len(unit) + 1))[:length]
            chart_of.cache_clear()
            find_numerals.cache_clear()
            taken, _ = timed(lambda text=text: find_numerals(text))
            costs.append(1e6 * taken / length)
        print(f"{name:22}" + "".join(f"{cost:9.2f}" for cost in costs))


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


if __name__ == "__main__":
    main()
