"""Ages that only their place tells: "Maddon, 66, said", "she was 85 when", "died at 91"."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from checker.data import load
from checker.lexical import wordnet
from checker.values.anchor import Anchor
from checker.values.calendar_words import calendar_words
from checker.values.numerals import Numeral
from checker.values.words import Words

OLDEST = 120
_YOUNGEST = 12  # of whom it is told what they have done by then
_PHRASES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"})
_HOURS = 24  # "died at 10" may tell when


@lru_cache(maxsize=1)
def age_words() -> dict[str, Any]:
    """The word lists of rules/vocabulary/ages.yaml."""
    return {
        name: frozenset(found) if isinstance(found, list) else found for name, found in load("ages").items()
    }


def is_bare_age(words: Words, numeral: Numeral, start: int, end: int, anchor: Anchor) -> bool:
    """A bare age: "Maddon, 66, said", "John Smith (45)", "she was 85 when"."""
    value = numeral.value
    if (
        value.denominator != 1
        or not 1 <= value <= OLDEST
        or numeral.decimal
        or numeral.range
        or numeral.signed
    ):
        return False
    before, after = words.at(start - 1), words.at(end)
    digits = numeral.digits and words.at(start).isdigit()
    if (
        digits
        and before == ","
        and after in (",", ".", ";", "", "—", "–", "―")
        and (words.integer(end + 1) is None or anchor.token(words.starts[end + 1]).dep_ == "nummod")
        and _follows_person(words, start - 2, anchor)
    ):
        return True
    if digits and before == "both" and words.at(start - 2) == "," and after in (",", "."):
        return True
    if digits and before == "(" and after == ")" and _follows_person(words, start - 2, anchor):
        return True
    if before == "of" and _one_person(words, start - 2, anchor) and not _counts(words, start, anchor):
        return True
    died = start - 2 - (words.at(start - 2) in calendar_words().weekdays)  # "died Thursday at 91"
    told = before == "at" and words.at(died) in age_words()["died"] and not _population(words, died, anchor)
    if told and value > _HOURS and digits:
        line_ends = end < len(words) and "\n" in words.text[words.ends[end - 1] : words.starts[end]]
        return line_ends or after in age_words()["after"] | age_words()["died_after"]
    if before == "at" and words.at(start - 2) == "who" and digits and value > _YOUNGEST:
        return not _counts(words, start, anchor)  # "Rossi, who at 39 has won it twice"
    be = start - 1
    while words.at(be) in (
        "now",
        "only",
        "just",
        "already",
        "still",
        "then",
        "nearly",
        "almost",
        "about",
        "around",
    ):
        be -= 1
    glued = words.joined(end) and after not in ".,;)!?—"
    if glued or words.at(be) not in age_words()["be"] or after not in age_words()["after"]:
        return False
    return _is_person(words, be, anchor)


def _population(words: Words, i: int, anchor: Anchor) -> bool:
    """Whether an adjective stands for all those who are so: "put the number of dead at 95"."""
    token = anchor.token(words.starts[i])
    return token.pos_ in ("ADJ", "NOUN") and token.dep_ in _PHRASES


def next_listed(words: Words, listed: int, numeral: Numeral, start: int, end: int) -> bool:
    """Whether a number goes on with a list of ages: "aged 4, 7 and 12"."""
    link = [words.at(i) for i in range(listed, start)]
    follows = words.at(end)
    told = not follows[:1].isalpha() or follows in age_words()["after"] | age_words()["verbs"]
    joined = link in (["and"], ["or"], [","], [",", "and"])
    return joined and told and numeral.digits and not numeral.range and 0 < numeral.value <= OLDEST


def _follows_person(words: Words, i: int, anchor: Anchor) -> bool:
    return _follows_name(words, i, anchor) or _one_person(words, i, anchor)


def _one_person(words: Words, i: int, anchor: Anchor) -> bool:
    """Whether the word is a noun for one person: "the driver, 54", "a woman of 34"."""
    token, noun = anchor.token(words.starts[i]), words.at(i)
    return token.tag_ in ("NN", "NNP") and (noun in age_words()["one"] or wordnet.is_a(noun, "person"))


def _counts(words: Words, i: int, anchor: Anchor) -> bool:
    """Whether the number at `i` counts or measures what comes after it: "of 12 buses"."""
    token = anchor.token(words.starts[i])
    return token.dep_ != "pobj" or words.is_dash(i + 1) or words.at(i + 1) in ("%", "percent")


def _follows_name(words: Words, i: int, anchor: Anchor) -> bool:
    """Whether the word is the last of a name; small models take people for bodies and places now and then."""
    if i < 0 or not words.capital(i) or len(words.at(i)) == 1:
        return False
    token = anchor.token(words.starts[i])
    return token.ent_type_ == "PERSON" or (
        token.pos_ == "PROPN" and token.ent_type_ in ("", "ORG", "GPE", "NORP")
    )


def _is_person(words: Words, be: int, anchor: Anchor) -> bool:
    """Whether the subject of the verb at `be` is a person."""
    subject = be - 1
    while words.at(subject) in ("will", "would", "'", "ll", "d", "have", "had", "has", "been"):
        subject -= 1
    if words.at(subject) in ("he", "she", "who", "i"):
        return words.at(subject) != "i" or words.at(be) in ("am", "was", "'m")
    return (
        subject >= 0 and words.capital(subject) and anchor.token(words.starts[subject]).ent_type_ == "PERSON"
    )
