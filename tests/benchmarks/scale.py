"""What a set costs as it grows: 10, 100 and 1,000 articles of one event, checking beside parsing.

    python tests/benchmarks/scale.py FILE.jsonl [--sizes 10 100 1000]

FILE holds an article a line; the first are repeated with another figure in each copy. Prints seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import time
from pathlib import Path

os.environ["CHECKER_CACHE"] = "off"

from checker import pipeline
from checker.language import parse
from checker.model import Article, ArticleSet, Role


def articles(texts: list[str], size: int) -> tuple[Article, ...]:
    found = []
    for number in range(size):
        text = re.sub(
            r"\b(\d\d)\b", lambda m, n=number: str(10 + (int(m[1]) + n) % 90), texts[number % len(texts)]
        )
        role = Role.DRAFT if number == 0 else Role.SOURCE
        found.append(Article(f"a{number}", f"{text}\n\nCopy {number} ends here.", role=role))
    return tuple(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").splitlines()[:8]
    texts = [json.loads(line)["text"] for line in lines]
    for size in options.sizes:
        chosen = articles(texts, size)
        started = time.perf_counter()
        docs = parse([article.text for article in chosen])
        parsed = time.perf_counter()
        pipeline.parse = lambda wanted, model=None, docs=docs: docs
        pipeline.check_set(ArticleSet("set", chosen))
        ended = time.perf_counter()
        print(
            f"{size:>5} articles: parse {parsed - started:7.2f} s, check {ended - parsed:7.2f} s", flush=True
        )


if __name__ == "__main__":
    main()
