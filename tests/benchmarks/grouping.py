"""How well `checker group` puts the articles of mixed and shuffled topics into events.

    python -m tests.benchmarks.grouping FILE.jsonl [--lone OTHER.jsonl] [--shuffles 5]

FILE holds an article a line ({"set", "id", "text"}); a set is an event, and sets are called by their topic's
number, as "5-plus". Nothing was fitted on topics whose number divides by three: theirs are the figures.
Every figure is the mean over so many shuffles, with the worst. With --lone, the articles of another file
({"article"}, as drafts.jsonl has them) are mixed in, of which each has to stay alone.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import fmean

from checker.grouping.events import Grouping, Told
from checker.grouping.sketch import Sketch, sketch
from checker.model import Article

HELD_OUT = 3  # topics whose number divides by it are never fitted on


@dataclass(frozen=True)
class Labelled:
    """An article whose event is known."""

    article: Article
    sketch: Sketch
    event: str
    topic: int


@dataclass(frozen=True)
class BCubed:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def labelled(path: Path) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = Article(row["id"], row["text"])
        yield Labelled(article, sketch(article), row["set"], int(row["set"].split("-")[0]))


def streams(told: Sequence[Labelled], shuffles: int, alone: int = 0) -> Iterator[list[Labelled]]:
    """The articles in so many orders; with `alone`, one event of so many has a single article."""
    for seed in range(shuffles):
        chance = random.Random(seed)
        events = sorted({one.event for one in told})
        lone = set(chance.sample(events, len(events) // alone)) if alone else set()
        mixed = chance.sample(list(told), len(told))
        first = {one.event: one for one in reversed(mixed)}
        yield [one for one in mixed if one.event not in lone or first[one.event] is one]


def grouped(stream: Sequence[Labelled]) -> list[list[Labelled]]:
    grouping = Grouping(len(stream) + 1)
    told = (Told(number, one.article, one.sketch) for number, one in enumerate(stream))
    events = [*chain.from_iterable(map(grouping.add, told)), *grouping.rest()]
    return [[stream[one.number] for one in event.told] for event in events]


def b_cubed(
    groups: Sequence[Sequence[Labelled]], of: Callable[[Labelled], bool] = lambda one: True
) -> BCubed:
    """The mean over the articles that `of` names: how much of its group is its event, and conversely."""
    whole: dict[str, int] = {}
    for one in chain.from_iterable(groups):
        whole[one.event] = whole.get(one.event, 0) + 1
    shares = []
    for group in groups:
        for one in filter(of, group):
            same = sum(other.event == one.event for other in group)
            shares.append((same / len(group), same / whole[one.event]))
    return BCubed(fmean(p for p, _ in shares), fmean(r for _, r in shares))


def told_as(name: str, found: Sequence[BCubed]) -> str:
    p, r, f1 = (100 * fmean(getattr(one, part) for one in found) for part in ("precision", "recall", "f1"))
    worst = 100 * min(one.f1 for one in found)
    return f"{name:58} F1 {f1:5.1f} (worst {worst:5.1f}), precision {p:5.1f}, recall {r:5.1f}"


def lone_articles(path: Path) -> Iterator[Labelled]:
    texts = dict.fromkeys(json.loads(line)["article"] for line in path.read_text("utf-8").splitlines())
    for number, text in enumerate(texts):
        article = Article(f"lone-{number}", text)
        yield Labelled(article, sketch(article), f"lone-{number}", 0)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--lone", type=Path)
    parser.add_argument("--shuffles", type=int, default=5)
    args = parser.parse_args()
    if not args.file.is_file():
        print(f"skipped: no {args.file}")
        return
    every = list(labelled(args.file))
    held = [one for one in every if one.topic % HELD_OUT == 0]
    of_two = {t for t in {o.topic for o in held} if len({o.event for o in held if o.topic == t}) == 2}
    two = [one for one in held if one.topic in of_two]
    print(f"{len(every)} articles, {len(held)} of topics not fitted on, {len(two)} of those with two events")
    print(told_as("topics not fitted on", [b_cubed(grouped(s)) for s in streams(held, args.shuffles)]))
    thinned = list(streams(held, args.shuffles, alone=3))
    print(told_as("… with a third of their events alone", [b_cubed(grouped(s)) for s in thinned]))
    print(
        told_as("… those with two events alone", [b_cubed(grouped(s)) for s in streams(two, args.shuffles)])
    )
    started = time.perf_counter()
    found = [grouped(stream) for stream in streams(every, args.shuffles)]
    took = (time.perf_counter() - started) / args.shuffles / len(every)
    unseen = [b_cubed(groups, lambda one: one.topic % HELD_OUT == 0) for groups in found]
    print(told_as("topics not fitted on, among all topics", unseen))
    pairs = [b_cubed(groups, lambda one: one.topic in of_two) for groups in found]
    print(told_as("… those with two events", pairs))
    print(told_as("all topics (most were fitted on)", [b_cubed(groups) for groups in found]))
    if args.lone:
        lone = list(lone_articles(args.lone))
        mixed = [grouped(stream) for stream in streams([*held, *lone], args.shuffles)]
        print(
            told_as(
                "topics not fitted on, among lone articles",
                [b_cubed(g, lambda o: o.topic > 0) for g in mixed],
            )
        )
        stayed = [sum(len(g) == 1 and g[0].topic == 0 for g in groups) / len(lone) for groups in mixed]
        print(f"of {len(lone)} articles of no event {100 * fmean(stayed):.1f} % stay alone")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{1000 * took:.1f} ms an article beyond its reading; {memory} MB at most")


if __name__ == "__main__":
    main()
