"""Contractions torn apart by a program: "didn’ t", "it’ s"; a parser reads neither denial nor verb there."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.model import Article

# "the girls’ t-shirts" and "the boys’ s" are none
_TORN = re.compile(r"((?:n|\b[A-Za-z]+)[’'])[ ](?:(t)|(?<!s[’'] )(s|re|ve|ll|d|m))(?=[\s.,;:!?)]|$)")


def with_whole_contractions(article: Article) -> Article:
    """The article with the blank behind such a word, not in it; every other character keeps its place."""
    if "’ " not in article.text and "' " not in article.text:
        return article
    return replace(article, text=_TORN.sub(lambda m: f"{m[1]}{m[2] or m[3]} ", article.text))
