"""Lemmas that the language model's tables have wrong: "fined" is no form of "fin", nor "taxes" of "taxis"."""

from __future__ import annotations

import re

from checker.data import load
from checker.lexical import wordnet

# A vowel and a consonant that is written twice before -ed and -ing, and takes no -es: "planned" is "plan".
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bcdfgklmnprtvz]$")


def mended(text: str, lemma: str, pos: str) -> str:
    """The lemma of a word of the text, as the model has it or put right; `pos` is the coarse word class."""
    low = text.lower()
    if pos == "NOUN":
        return str(load("lemmas")["nouns"].get(low, lemma))
    formed = low in (f"{lemma}ed", f"{lemma}ing", f"{lemma}es")
    if pos == "VERB" and formed and _DOUBLES.match(lemma) and wordnet.known(f"{lemma}e", "v"):
        return f"{lemma}e"
    return str(load("lemmas")["verbs"].get(low, lemma)) if pos == "VERB" else lemma
