"""What reading statements and actors costs beside the parse, on articles of one's own.

    python -m tests.benchmarks.reading_speed ARTICLES.jsonl [--limit N]

ARTICLES.jsonl holds an object with "text" a line. Prints seconds; parses are not taken from the cache.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from checker.actors import ActorIndex, find_actors
from checker.language import load_model
from checker.model import Article
from checker.statements import find_statements


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=40)
    options = parser.parse_args()
    if not options.articles.is_file():
        print(f"skipped: no {options.articles}")
        return
    lines = options.articles.read_text(encoding="utf-8").splitlines()[: options.limit]
    articles = [Article(str(i), json.loads(line)["text"]) for i, line in enumerate(lines)]
    model = load_model()
    list(model.pipe(["A first text, so that everything is loaded."]))
    started = time.perf_counter()
    docs = list(model.pipe(article.text for article in articles))
    parsed = time.perf_counter()
    actors = ActorIndex(
        [actor for a, d in zip(articles, docs, strict=True) for actor in find_actors([a], [d])]
    )
    named = time.perf_counter()
    count = sum(len(find_statements(doc, a, actors)) for a, doc in zip(articles, docs, strict=True))
    ended = time.perf_counter()
    size = sum(len(article.text) for article in articles) / 1000
    print(f"{len(articles)} articles, {size:.0f} KB, {count} statements")
    for name, seconds in (
        ("parse", parsed - started),
        ("actors", named - parsed),
        ("statements", ended - named),
    ):
        print(f"{name:<11} {seconds:6.2f} s  {100 * seconds / (parsed - started):5.1f} % of the parse")


if __name__ == "__main__":
    main()
