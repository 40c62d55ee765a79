"""How a store fares on events: what it finds of an event, how long it takes, how large it gets.

    python -m tests.benchmarks.archive EVENTS.jsonl [--sizes 1000 10000]

Each article of an event is asked for in a store of all events; found are those of the others of its event
that are among the 20 likeliest. For the sizes, every article, read once, is put into the store again and
again under other names: what is timed is writing and asking, not reading, which is timed by itself.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

from checker.archive.retrieval import MOST, likeliest
from checker.archive.rows import Row, rows_of, terms_of
from checker.archive.store import Store, opened
from checker.model import ArticleSet
from checker.pipeline import read_set
from tests.benchmarks.event_sets import sets

Terms = dict[str, Counter[str]]
_BATCH = 200


def recall(
    events: list[ArticleSet], store: Store, numbers: dict[tuple[str, str], int], terms: dict[int, Terms]
) -> None:
    held: dict[bool, list[float]] = defaultdict(list)
    for event in events:
        own = {numbers[event.id, a.id] for a in event.articles}
        for number in own:
            found = likeliest(store, terms[number], {number})
            if len(own) > 1:
                digits = re.search(r"\d+", event.id)
                apart = digits is not None and int(digits[0]) % 3 == 0
                held[apart].append(len(own & set(found)) / min(MOST, len(own) - 1))
    for apart, shares in sorted(held.items()):
        told = "events that nothing is fitted on" if apart else "the other events"
        print(f"recall at {MOST}, {told}: {100 * sum(shares) / len(shares):.1f} % ({len(shares)} articles)")


def copies(rows: dict[str, list[Row]], number: int, n: int) -> dict[str, list[Row]]:
    """An article once more, with other names and numbers."""
    made = {name: [dict(row) for row in table] for name, table in rows.items()}
    for name, table in made.items():
        for row in table:
            row["id" if name == "articles" else "article"] = number
            if name == "terms" and row["field"] in ("names", "days"):
                row["term"] = f"{row['term']}~{n}"
    (article,) = made["articles"]
    article |= {"place": f"{article['place']}~{n}", "content": f"{article['content']}~{n}"}
    return made


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("events", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[])
    args = parser.parse_args()
    if not args.events.is_file():
        print(f"skipped: {args.events} is not there")
        return
    events = list(sets(args.events))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "events.store")
        begun = time.perf_counter()
        with opened(path, write=True) as store:
            numbers, terms, rows = {}, {}, []
            for event in events:
                for article in event.articles:
                    number = numbers[event.id, article.id] = store.next()
                    reading = read_set(ArticleSet(event.id, (article,)))
                    terms[number] = terms_of(reading)
                    rows.append(rows_of(article, reading, number, f"|{event.id}|{article.id}"))
            read = time.perf_counter() - begun
            store.put(rows)
            print(f"{len(rows)} articles read in {read:.0f} s: {read / len(rows):.2f} s an article")
            recall(events, store, numbers, terms)
        for size in args.sizes:
            grown(Path(folder, f"{size}.store"), rows, terms, size)


def grown(path: Path, rows: list[dict[str, list[Row]]], terms: dict[int, Terms], size: int) -> None:
    begun = time.perf_counter()
    with opened(path, write=True) as store:
        for first in range(0, size, _BATCH):
            made = [
                copies(rows[n % len(rows)], store.next(), n // len(rows))
                for n in range(first, min(first + _BATCH, size))
            ]
            store.put(made)
    written = time.perf_counter() - begun
    with opened(path) as store:
        begun = time.perf_counter()
        for asked in list(terms.values())[:20]:
            likeliest(store, asked)
        each = (time.perf_counter() - begun) / 20
    bytes_ = path.stat().st_size
    print(f"{size} articles: written in {written:.0f} s, {bytes_ / 1e6:.0f} MB, {each:.2f} s a question")


if __name__ == "__main__":
    main()
