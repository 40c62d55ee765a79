"""Words that mean something only together: "call off", "swimming pool", "better-than-expected".

A verb may have its particle some words behind it ("called the match off"); what stands between hyphens
is one word of which each part is a share.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker import lexicon
from checker.content_words import ContentWord
from checker.readings import Reading, Word, once

_PARTICLES = frozenset({"ADP", "ADV", "PART", "ADJ"})
_REACH = 4  # words in which the particle of a verb is looked for
_HYPHENED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
_PART = re.compile(r"[^\W_]+")
_POS = {"NOUN": "n", "PROPN": "n", "ADJ": "n"}


@once
def phrases_of(reading: Reading) -> Mapping[int, tuple[str, str]]:
    """Where a word begins that the lexicon knows together with a later one: its part of speech and both."""
    found: dict[int, tuple[str, str]] = {}
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        if token.pos == "VERB":
            for after in tokens[i + 1 : i + 1 + _REACH]:
                if after.pos == "VERB":
                    break
                phrase = f"{token.lemma} {after.text}"
                if after.pos in _PARTICLES and lexicon.known(phrase, "v"):
                    found[token.span.start] = ("v", phrase)
                    break
        elif token.pos in _POS and i + 1 < len(tokens) and _joined(reading, token, tokens[i + 1]):
            phrase = f"{token.lemma} {tokens[i + 1].lemma}"
            if lexicon.known(phrase, "n"):
                found[token.span.start] = ("n", phrase)
    return found


def _joined(reading: Reading, first: Word, second: Word) -> bool:
    between = reading.article.text[first.span.end : second.span.start]
    return second.pos in ("NOUN", "PROPN") and between.isspace()


@once
def _hyphened(reading: Reading) -> Mapping[int, int]:
    """Where a part of a hyphenated word begins: how many parts the word has."""
    found: dict[int, int] = {}
    for match in _HYPHENED.finditer(reading.article.text):
        parts = [match.start() + part.start() for part in _PART.finditer(match.group())]
        found.update(dict.fromkeys(parts, len(parts)))
    return found


def share(reading: Reading, word: ContentWord) -> float:
    """How much of a word of its own a content word is: less where it is a part of a hyphenated one."""
    return 1 / _hyphened(reading).get(word.span.start, 1)
