"""A draft's further sources from a store: the few articles that speak of what it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from checker.archive.retrieval import MOST, likeliest
from checker.archive.rows import terms_of
from checker.archive.store import Store
from checker.errors import InputError
from checker.model import Article, ArticleSet, Role
from checker.readings import SetReading

_WHICH = "name it: --draft FILE, or 'role: draft' in its front matter or set.yaml"


def with_archive(
    articles: ArticleSet, store: Store, read: Callable[[ArticleSet], SetReading], today: date | None
) -> ArticleSet:
    """The set with what the store has on its drafts, but for what the set has itself.

    A single article is the draft; a draft that has no date is of `today`.
    """
    articles = _with_draft(articles, today)
    given = store.having([a.text for a in articles.articles])
    found: dict[int, Article] = {}
    for draft in (a for a in articles.articles if a.role is Role.DRAFT):
        terms = terms_of(read(replace(articles, articles=(draft,), failed=())))
        for number in likeliest(store, terms, given):
            if len(found) < MOST:
                found.setdefault(number, _with_day(store.article(number)))
    return replace(articles, articles=(*articles.articles, *found.values()))


def _with_day(article: Article) -> Article:
    """The article under a name that tells when it was published."""
    day = f", {article.published.date().isoformat()}" if article.published else ""
    return replace(article, publisher=article.name + day)


def _with_draft(articles: ArticleSet, today: date | None) -> ArticleSet:
    held = articles.articles
    if len(held) == 1:
        held = (replace(held[0], role=Role.DRAFT),)
    if all(a.role is not Role.DRAFT for a in held) and not articles.failed:
        raise InputError(
            "--against: which of these is the draft?", path=held[0].path if held else None, hint=_WHICH
        )
    return replace(articles, articles=tuple(_dated(a, today) for a in held))


def _dated(article: Article, today: date | None) -> Article:
    if article.role is not Role.DRAFT or article.published is not None or today is None:
        return article
    return replace(article, published=datetime.combine(today, time()))
