"""A short run of every target of `tests.fuzz.targets`, always with the same inputs."""

from __future__ import annotations

import gc
import time
import tracemalloc

import pytest

from checker.model import Article, ArticleSet, Role
from checker.pipeline import check_set
from tests.fuzz.targets import TARGETS, fuzz


@pytest.mark.parametrize("name", TARGETS)
def test_a_short_run(name: str) -> None:
    inputs = {"pipeline": 12, "runs": 3, "command": 12}.get(name, 60)
    told = fuzz(name, inputs)
    assert told["longest"] < 10


# what was found, each by its target
FOUND: list[tuple[str, tuple[object, ...]]] = [
    ("pipeline", (f"³ 5% {'9' * 400} ½", f"³ 5% {'9' * 400} ½")),  # a number too long to be rounded
    ("pipeline", ("1234567890" * 1_600, "9")),  # … and to be turned into one
    (
        "reader eml",
        (b"From: a@b.example\n\n" + b"(" * 60_000,),
    ),  # "wrote:" was looked for from each sign of a line
    ("reader html", (b"<html><body>" + b"<p>9 were <s>hurt</s>.</p>" * 15_000,)),  # struck words by XPath
    ("reader atom", (b'<?xml version="1.0" encoding="' * 1_400,)),  # the library looked for the end of it
    (  # an address was looked for in the name of an author, from each of its letters to the end
        "reader rss",
        (
            b"<rss><channel><item><description>9 were hurt.</description><author>"
            + b"9" * 60_000
            + b"</author></item></channel></rss>",
        ),
    ),
    (  # an article was numbered by counting all others of its file
        "set rss",
        (
            b"<rss><channel>"
            + b"<item><description>9 were hurt.</description></item>" * 8_000
            + b"</channel></rss>",
        ),
    ),
    ("set jsonl", (b"it is not\n" * 70_000,)),  # each error had all lines before its own
    ("runs", ("'it' " * 3_000, "9")),  # the rest of a text was looked through behind every quotation
    ("runs", ("Ünï " * 4_000, "9")),  # a run of capitals was a name with as many parts as it has stretches
    ("runs", ("“We lost 9,” she said. " * 250, "$5m and 9 people, " * 300)),  # two accounts full of figures
]


@pytest.mark.parametrize(("name", "given"), FOUND)
def test_what_was_found(name: str, given: tuple[object, ...]) -> None:
    target, _ = TARGETS[name]
    began = time.process_time()
    target(*given)
    assert time.process_time() - began < 30  # most of it for the parse


def test_nothing_is_kept_of_a_set_when_others_were_checked() -> None:
    story = "A fire in the port of Brenna killed {} people on {} May 2024, the mayor, Anna Lund, said."
    for day in range(1, 6):
        articles = [Article(f"{name} {day}", story.format(dead, day)) for name, dead in (("a", 9), ("b", 12))]
        assert check_set(ArticleSet("s", tuple(articles))).findings
    gc.collect()
    kept = [thing.id for thing in gc.get_objects() if isinstance(thing, Article)]
    assert not {"a 1", "b 1", "a 2", "b 2"} & set(kept)


def test_a_word_without_end_takes_no_more_memory_than_its_length() -> None:
    """All its beginnings were kept: four gigabytes for one of 90,000 letters."""
    articles = (Article("d", "Nine people were hurt.", role=Role.DRAFT), Article("a", "y" * 20_000))
    check_set(ArticleSet("s", articles))  # what is loaded once
    tracemalloc.start()
    check_set(ArticleSet("s", articles))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100_000_000


def test_long_texts_do_not_wait_for_the_collector() -> None:
    """What lies in cycles of a long set is gone when others were begun: a process does not grow."""
    for number in range(9):
        text = "".join(f"The mayor told {n} people that {n + number} had left.\n" for n in range(150))
        check_set(ArticleSet("s", tuple(Article(f"{name} {number}", text) for name in "ab")))
    kept = {thing.id for thing in gc.get_objects() if isinstance(thing, Article)}
    assert not {"a 0", "a 1", "a 2", "a 3", "a 4"} & kept
