"""Lemmas that the model has wrong are put right before anything is read from them."""

from __future__ import annotations

import pytest

from checker.language import parse
from checker.lexical.lemmas import mended

SENTENCES = {
    "The council raised local taxes again.": ("taxes", "tax"),
    "The bank was fined by the regulator.": ("fined", "fine"),
    "Workers staged a walkout at the plant.": ("staged", "stage"),
    "The rebels waged war for ten years.": ("waged", "wage"),
    "The carmaker axed its smallest model.": ("axed", "axe"),
    "The navy closed two bases in the north.": ("bases", "base"),
    "The company planned a merger.": ("planned", "plan"),
    "The minister stepped down.": ("stepped", "step"),
    "Drivers boxed the car in.": ("boxed", "box"),
    "The mayor hopes to win again.": ("hopes", "hope"),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_lemma_in_a_sentence(sentence: str) -> None:
    word, lemma = SENTENCES[sentence]
    (doc,) = parse([sentence])
    assert next(token.lemma_ for token in doc if token.text == word) == lemma


@pytest.mark.parametrize(
    ("text", "lemma", "pos", "right"),
    [
        ("hoped", "hop", "VERB", "hope"),
        ("hoping", "hop", "VERB", "hope"),
        ("hopped", "hop", "VERB", "hop"),
        ("taxed", "tax", "VERB", "tax"),
        ("Taxes", "taxis", "NOUN", "tax"),
        ("taxis", "taxi", "NOUN", "taxi"),
        ("opened", "open", "VERB", "open"),
    ],
)
def test_lemma(text: str, lemma: str, pos: str, right: str) -> None:
    assert mended(text, lemma, pos) == right
