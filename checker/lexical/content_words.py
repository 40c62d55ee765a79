"""The words of an article that say something: nouns, names, verbs, adjectives and adverbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.model import Span

if TYPE_CHECKING:
    from checker.language import Doc

_POS = {"NOUN": "n", "PROPN": "n", "VERB": "v", "ADJ": "a", "ADV": "a"}


class ContentWord(NamedTuple):
    text: str  # lower case
    lemma: str
    pos: str  # n, v or a, as in the lexicon
    name: bool  # tagged as a proper noun
    span: Span


def find_words(doc: Doc) -> list[ContentWord]:
    """The content words of a text in its order; no numbers, no pronouns, no helping verbs."""
    return [
        ContentWord(
            token.lower_,
            token.lemma_.lower(),
            _POS[token.pos_],
            token.pos_ == "PROPN",
            Span(token.idx, token.idx + len(token)),
        )
        for token in doc
        if token.pos_ in _POS and not token.is_stop and len(token) > 1 and token.lower_.isalpha()
    ]
