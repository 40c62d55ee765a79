"""Common nouns and numbers that the language model takes for names because they begin a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from checker.actors.names import Seen
from checker.actors.texts import Text
from checker.lexical import concepts


def without_things(seen: list[Seen], texts: Sequence[Text]) -> list[Seen]:
    """Without common nouns and numbers that only begin a sentence: "Turnout was 61 percent"."""
    inside = {word for one in seen if not _begins(one, texts) or len(one.key) > 1 for word in one.key}
    kept = []
    for one in seen:
        text, word = texts[one.article], one.key[0] if one.key else ""
        common = len(one.key) == 1 and not one.titled and one.honorific is None and word not in inside
        if common and _begins(one, texts) and one.last - one.first == 1 and _no_name(text, one.first):
            text.taken[one.first] = False
        else:
            kept.append(one)
    return kept


def _begins(one: Seen, texts: Sequence[Text]) -> bool:
    sentence = texts[one.article].sentence
    return one.first == 0 or sentence[one.first - 1] != sentence[one.first]


def _no_name(text: Text, at: int) -> bool:
    """Whether a word is a number, or a noun for what news measures or tells."""
    listed = concepts.of_word(text.lower[at], "n")
    return text.doc[at].like_num or any(concepts.type_of(c) in ("thing", "state", "event") for c in listed)
