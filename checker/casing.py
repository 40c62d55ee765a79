"""Texts in capitals, as some agencies and police forces send them, written as others are.

The model knows names by their capitals. A copy in small letters shows it which words are names, well enough
that they can be given their capitals back; places stay what they are, letter by letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lexical import wordnet

if TYPE_CHECKING:
    from checker.language import Doc, Token

_FEWEST = 40  # letters: a text of fewer may be a heading or a list of abbreviations
_MOST_SMALL = 0.05  # of the letters: "McDONALD", "a.m."
_NAMES = ("PERSON", "GPE", "LOC", "ORG", "NORP", "FAC")


def in_capitals(text: str) -> bool:
    """Whether all of a text is written in capitals."""
    small = sum(letter.islower() for letter in text)
    large = sum(letter.isupper() for letter in text)
    return large >= _FEWEST and small <= _MOST_SMALL * (small + large)


def in_small_letters(text: str) -> str:
    """The text in small letters, character by character."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def with_capitals(doc: Doc) -> str:
    """A text that was parsed in small letters, with capitals where sentences and names have them."""
    letters = list(doc.text)
    for token in doc:
        if token.is_sent_start or _is_name(token):
            whole = "." in token.text or _is_short_name(token)  # "u.s."
            for at in range(token.idx, token.idx + (len(token.text) if whole else 1)):
                large = letters[at].upper()
                letters[at] = large if len(large) == 1 else letters[at]
    return "".join(letters)


def _is_short_name(token: Token) -> bool:
    """ "the US", "the WHO": no pronoun has an article."""
    return token.tag_ in ("PRP", "WP") and token.i > 0 and token.nbor(-1).lower_ == "the"


def _is_name(token: Token) -> bool:
    if _is_short_name(token):
        return True
    if token.pos_ == "PROPN" or token.ent_type_ in _NAMES:
        return token.pos_ not in ("DET", "ADP", "PART", "CCONJ", "PRON", "AUX")
    return token.pos_ in ("NOUN", "ADJ", "VERB", "X") and token.is_alpha and not _is_known(token)


def _is_known(token: Token) -> bool:
    """Whether a word is one that dictionaries have, and so most likely no name."""
    return token.is_stop or any(
        wordnet.entry(word, part).senses
        for word in dict.fromkeys((token.lemma_.lower(), token.lower_))
        for part in "nva"
    )
