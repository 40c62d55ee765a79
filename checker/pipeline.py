"""The whole program: read this first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.actors import find_actors
from checker.language import parse
from checker.model import Actor, Article, ArticleSet, Statement, Value
from checker.statements import find_statements
from checker.values import find_values


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one article."""

    article: Article
    statements: Sequence[Statement]
    values: Sequence[Value]


@dataclass(frozen=True, slots=True)
class SetReading:
    articles: Sequence[Reading]
    actors: Sequence[Actor]


def read_set(articles: ArticleSet, model: str | None = None) -> SetReading:
    docs = parse([article.text for article in articles.articles], model)
    actors = find_actors(articles.articles, docs)
    return SetReading(
        [
            Reading(article, find_statements(doc, article, actors), find_values(doc, article))
            for article, doc in zip(articles.articles, docs, strict=True)
        ],
        actors,
    )
