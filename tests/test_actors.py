"""The clusters of tests/corpora/actors.yaml, one by one and in figures."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from checker.actors import ActorIndex, find_actors
from checker.language import parse
from checker.model import Article, Span

CORPUS = yaml.safe_load((Path(__file__).parent / "corpora" / "actors.yaml").read_text())
MARK = re.compile(r"\{(\w+)\|([^}]*)\}")


class Marked(NamedTuple):
    cluster: str
    words: str
    actor: str | None


def unmark(marked: str) -> tuple[str, list[tuple[str, Span]]]:
    text, spans, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        spans.append((found[1], Span(len(text), len(text) + len(found[2]))))
        text += found[2]
        at = found.end()
    return text + marked[at:], spans


@lru_cache(maxsize=1)
def read_corpus() -> dict[str, list[Marked]]:
    """Every marked mention with the actor that stands there, by set."""
    found: dict[str, list[Marked]] = {}
    for item in CORPUS:
        accounts = [unmark(account) for account in item["accounts"]]
        articles = [Article(str(number), text) for number, (text, _) in enumerate(accounts)]
        index = ActorIndex(find_actors(articles, parse([article.text for article in articles])))
        found[item["set"]] = [
            Marked(cluster, article.words(span), actor.id if actor else None)
            for article, (_, spans) in zip(articles, accounts, strict=True)
            for cluster, span in spans
            for actor in [index.at(article.id, span)]
        ]
    return found


def clusters() -> list[object]:
    params = []
    for item in CORPUS:
        names = sorted({name for account in item["accounts"] for name, _ in MARK.findall(account)})
        todo = item.get("todo", {})
        assert set(todo) <= set(names), item["set"]
        for name in names:
            marks = [pytest.mark.xfail(reason=todo[name], strict=True)] if name in todo else []
            params.append(pytest.param(item["set"], name, marks=marks, id=f"{item['set']}: {name}"))
    return params


@pytest.mark.parametrize(("of", "name"), clusters())
def test_cluster_is_one_actor(of: str, name: str) -> None:
    mentions = read_corpus()[of]
    own = {m.words: m.actor for m in mentions if m.cluster == name}
    assert len(set(own.values())) == 1, own
    assert None not in own.values(), own
    others = {m.words: m.actor for m in mentions if m.cluster != name}
    assert not set(own.values()) & set(others.values()), (own, others)


def test_corpus_holds_forty_sets() -> None:
    assert len({item["set"] for item in CORPUS}) >= 40


def test_pairwise_precision_and_recall() -> None:
    right = said = marked = 0
    for mentions in read_corpus().values():
        for a, b in combinations(mentions, 2):
            one = a.cluster == b.cluster
            joined = a.actor is not None and a.actor == b.actor
            right, said, marked = right + (one and joined), said + joined, marked + one
    print(f"precision {right / said:.3f}, recall {right / marked:.3f}, of {marked} pairs")
    assert right / said >= 0.98
    assert right / marked >= 0.90


def _set(*texts: str) -> tuple[list[Article], ActorIndex]:
    articles = [Article(str(number), text) for number, text in enumerate(texts)]
    return articles, ActorIndex(find_actors(articles, parse([article.text for article in articles])))


def _id(articles: list[Article], index: ActorIndex, words: str) -> str:
    for article in articles:
        at = article.text.find(words)
        if at >= 0:
            actor = index.at(article.id, Span(at, at + len(words)))
            assert actor is not None, words
            return actor.id
    raise AssertionError(words)


SPEAK = (
    "The Kremlin said Russia had agreed. Russian President Vladimir Putin gave the order, and Dmitry Peskov, "
    "a Kremlin spokesman, confirmed it. The White House said the United States welcomed it. Kyiv said no. "
    "Ukraine wants more. The Russian side sent a list. Downing Street said Britain would help."
)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Kremlin", "Russia", True),
        ("White House", "United States", True),
        ("Kyiv", "Ukraine", True),
        ("Downing Street", "Britain", True),
        ("The Russian side", "Kremlin", True),
        ("Vladimir Putin", "Kremlin", True),
        ("Kremlin", "White House", False),
        ("Kyiv", "Russia", False),
        ("Vladimir Putin", "Dmitry Peskov", False),
    ],
)
def test_what_speaks_for_what(a: str, b: str, same: bool) -> None:
    articles, index = _set(SPEAK)
    assert index.same(_id(articles, index, a), _id(articles, index, b)) is same


def test_doubtful_merge_is_recorded_and_not_made() -> None:
    articles, index = _set(
        "Apple opened a shop in Delhi. Apple Studios has a new film.",
        "Apple Studios and Apple Records differ.",
    )
    doubts = [doubt for actor in index.actors for doubt in actor.doubts]
    assert any("Apple" in doubt for doubt in doubts), doubts
    assert _id(articles, index, "Apple Studios") != _id(articles, index, "Apple Records")


def test_holder_is_found_by_elimination_only_when_it_is_the_same_each_time() -> None:
    met = "US President Donald Trump met {}. The Russian president left early. The Russian leader was calm."
    _, index = _set(met.format("Vladimir Putin"))
    assert "The Russian president" in next(a for a in index.actors if a.name == "Vladimir Putin").names
    _, index = _set(met.format("Vladimir Putin and Sergei Lavrov"))
    assert any(a.name == "the president of Russia" for a in index.actors)


def test_reasons_say_why() -> None:
    _, index = _set("Volodymyr Zelenskyy spoke.", "Volodymyr Zelensky replied. Zelenskiy left.")
    actor = next(a for a in index.actors if "Zelenskiy" in a.names)
    assert {"Volodymyr Zelenskyy", "Volodymyr Zelensky"} <= set(actor.names)
    assert any("surname" in reason for reason in actor.reasons), actor.reasons


def test_same_actors_whatever_the_order_of_hashing() -> None:
    texts = [MARK.sub(r"\2", account) for item in CORPUS[:6] for account in item["accounts"]]
    _, first = _set(*texts)
    _, second = _set(*texts)
    assert list(first.actors) == list(second.actors)


def test_thousand_articles_in_one_set() -> None:
    texts = [MARK.sub(r"\2", account) for item in CORPUS for account in item["accounts"]]
    docs = parse(texts)
    many = [(f"{n}", n % len(texts)) for n in range(1000)]
    actors = find_actors([Article(id, texts[at]) for id, at in many], [docs[at] for _, at in many])
    by_id: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for mention in actor.mentions:
            by_id[mention.article].add(actor.id)
    assert all(by_id[id] for id, _ in many)


def _at(articles: list[Article], index: ActorIndex, article: int, words: str) -> str | None:
    at = articles[article].text.rindex(words)
    actor = index.at(str(article), Span(at, at + len(words)))
    return actor.name if actor else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Angela Merkel left. She was tired.", "She", "Angela Merkel"),
        ("Angela Merkel met Olaf Scholz. She was tired.", "She", "Angela Merkel"),
        ("Angela Merkel met Olaf Scholz. He was tired.", "He", "Olaf Scholz"),
        ("Angela Merkel thanked Theresa May before she left.", "she", None),
        ("Nokia Oyj cut jobs. The company blamed weak demand.", "The company", "Nokia Oyj"),
        ("Nokia Oyj sued Ericsson AB in May. The judge said the company was late.", "the company", None),
        ("The Bank of England cut rates. It said prices would fall.", "It", "Bank of England"),
        ("It was raining when the Bank of England met.", "It", None),
        ("The president spoke to the nation.", "The president", None),
        (
            "French President Emmanuel Macron met Joe Biden. The US president left.",
            "The US president",
            "the president of United States",
        ),
        (
            "French President Emmanuel Macron met Joe Biden. The French leader stayed.",
            "The French leader",
            "Emmanuel Macron",
        ),
        (
            "French President Emmanuel Macron met President Joe Biden. Then the president left.",
            "the president",
            None,
        ),
        (
            "Former French President Nicolas Sarkozy spoke. The French president disagreed.",
            "The French president",
            "the president of France",
        ),
    ],
)
def test_what_stands_for_a_name(text: str, words: str, name: str | None) -> None:
    articles, index = _set(text)
    assert _at(articles, index, 0, words) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It cost them dearly. They told us on Monday in May.", set()),
        ("Storm-Proof Windows On Sale This Weekend\nNobody was hurt.", set()),
        ("Shares in Acme Holdings fell 3%.", {"Acme Holdings"}),
    ],
)
def test_what_is_no_name(text: str, names: set[str]) -> None:
    _, index = _set(text)
    assert {actor.name for actor in index.actors} == names


EMPTY_MARKS = ["()", "( )", "(,)", "[]", "“”", "''", "(the)", "( ", ",", "-", "’s"]


@pytest.mark.parametrize("mark", EMPTY_MARKS)
def test_marks_with_nothing_between_them_define_no_name(mark: str) -> None:
    text = f"The Bank of Foo {mark} said it would close. Anna Lund {mark}, the minister {mark}, left."
    article = Article("a", text)
    actors = find_actors([article], parse([text]))
    assert any("Bank of Foo" in actor.name for actor in actors)
