"""What a set costs as it grows: 10, 100, 300 and 1,000 accounts in one set, checking beside parsing.

    python -m tests.benchmarks.scale [FILE.jsonl] [--sizes 10 100 300 1000]

FILE holds an article a line ({"text"}); without it the accounts are those of cases/. Where there are fewer
than wanted, they are told again as another outlet would tell them: paragraphs left out and in another order,
other words of saying, figures that are off, other names, other times, and words of its own. The first one is
a draft. Prints seconds of computing, claims, pairs held against each other, findings, memory.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from checker import pipeline
from checker.language import parse
from checker.model import Article, ArticleSet, Role
from checker.reading import read_sets

if TYPE_CHECKING:
    from checker.language import Doc

CASES = Path(__file__).parents[2] / "cases"
_FIGURE = re.compile(r"(?<![\w.,:/-])\d{1,3}(?![\w.,:/-]|\s+(?:[A-Z]|million|billion))")
_SAID = re.compile(r"\bsaid\b")
_SAYING = ("said", "said", "told reporters", "added", "announced", "stated", "insisted", "confirmed")
_NAME = re.compile(r"(?<=[a-z] )(?:[A-Z][a-z]{3,} )(?=[A-Z][a-z]{3,}\b)")  # a first name beside a surname
_NAMES = ("Anna ", "Boris ", "Clara ", "David ", "Elena ", "Frank ", "Greta ", "Hassan ", "Irene ")
_TOWNS = ("Aarhus", "Bergen", "Cardiff", "Dresden", "Exeter", "Faro", "Ghent", "Halle", "Izmir", "Jena")
_WATCHED = (
    "bridges",
    "schools",
    "trams",
    "markets",
    "ferries",
    "clinics",
    "roads",
    "banks",
    "parks",
    "ports",
)


def texts(path: Path | None) -> list[str]:
    """What the outlets tell: the lines of a file, or the accounts of all cases."""
    if path is not None:
        return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    folders = sorted(folder for folder in CASES.iterdir() if folder.is_dir())
    return [article.text for found in read_sets(folders) for article in found.articles]


def articles(told: Sequence[str], size: int) -> tuple[Article, ...]:
    started = datetime(2025, 3, 19, 6, tzinfo=UTC)
    found = []
    for number in range(size):
        text = told[number % len(told)]
        found.append(
            Article(
                f"a{number}",
                text if number < len(told) else _retold(text, number),
                publisher=f"Outlet {number}",
                role=Role.SOURCE if number else Role.DRAFT,
                published=started + timedelta(minutes=7 * (number % 400)),
            )
        )
    return tuple(found)


def _retold(text: str, number: int) -> str:
    """The same news in the words of another outlet: a tenth of its figures and names are others."""
    chance = Random(number)
    first, *rest = [part for part in text.split("\n") if part.strip()]
    rest = [part for part in rest if chance.random() < 0.8]
    chance.shuffle(rest)
    whole = "\n\n".join([first, *rest])
    whole = _FIGURE.sub(lambda m: str(int(m[0]) + (chance.random() < 0.1) * chance.randint(1, 40)), whole)
    whole = _SAID.sub(lambda m: chance.choice(_SAYING), whole)
    whole = _NAME.sub(lambda m: chance.choice(_NAMES) if chance.random() < 0.1 else m[0], whole)
    town, watched = chance.choice(_TOWNS), chance.choice(_WATCHED)
    mayor, days = chance.choice(_NAMES), chance.randint(2, 30)
    own = (
        f"In {town}, {chance.randint(2, 90)} {watched} were closed, {mayor}Sommer, the mayor, "
        f'{chance.choice(_SAYING)}. "We shall open the {watched} again in {days} days."'
    )
    return f"{whole}\n\n{own}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 300, 1000])
    options = parser.parse_args()
    if options.file is not None and not options.file.is_file():
        print(f"skipped: no {options.file}")
        return
    os.environ["CHECKER_CACHE"] = "off"
    told = texts(options.file)
    spent = [0.0]

    def timed(wanted: Sequence[str], model: str | None = None) -> list[Doc]:
        started = time.process_time()
        docs = parse(wanted, model)
        spent[0] += time.process_time() - started
        return docs

    pipeline.parse = timed
    parse(["The first parse loads the model."])
    for size in options.sizes:
        spent[0] = 0.0
        chosen = articles(told, size)
        started = time.process_time()
        report = pipeline.check_set(ArticleSet("set", chosen))
        checked = time.process_time() - started - spent[0]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>5} articles: parse {spent[0]:7.2f} s, check {checked:7.2f} s "
            f"({checked / spent[0]:.2f}), {report.read['claims']} claims, {report.compared} pairs, "
            f"{len(report.findings)} findings, {memory:.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
