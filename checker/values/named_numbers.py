"""Years and numbers in names, as the parse tells them: "in 1991", "Boeing 737", "the Kick Six win"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.data import load
from checker.lexical import wordnet
from checker.values.numerals import Numeral
from checker.values.tokens import tokens_of

if TYPE_CHECKING:
    from checker.language import Doc, Token


_DIGITS_OF_NAMES = 3
_PLACES_AND_TIMES = ("GPE", "LOC", "DATE", "TIME", "PERSON", "NORP")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_FIRST_LIKELY = 1500  # earlier years are hardly told in news
_LIMITS = ("over", "under", "at_least", "at_most", "just_over", "just_under")
_PLURAL = ("NNS", "NNPS")


def is_year(numeral: Numeral, doc: Doc, text: str) -> bool:
    """Four bare digits that count nothing in the plural, or that the parser takes for a date."""
    words = text[numeral.core.start : numeral.core.end]
    if numeral.range:
        years = [value for value in numeral.values if _FIRST_YEAR <= value <= _LAST_YEAR]
        return len(years) == 2 and "," not in words and "~" not in words and _looks_like_year(numeral, doc)
    if numeral.limit in _LIMITS and numeral.value < _FIRST_LIKELY:
        return False  # "under 1000"
    if not (len(words) == 4 and words.isdecimal() and _FIRST_YEAR <= numeral.value <= _LAST_YEAR):
        return False
    return _looks_like_year(numeral, doc)


def _looks_like_year(numeral: Numeral, doc: Doc) -> bool:
    token = tokens_of(doc).last(numeral.core)
    if token is None:
        return False
    before = doc[token.i - 1] if token.i else None
    if (
        before is not None
        and before.lower_ in ("in", "since", "until", "of", "during")
        and not _counts(token)
    ):
        return True
    if token.ent_type_ == "DATE" and _counted_out(token, before):
        return False
    return token.ent_type_ == "DATE" or token.head.tag_ == "NNPS" or not _counts(token)


def _counted_out(token: Token, before: Token | None) -> bool:
    """ "There were 1204 soldiers", "it has 1850 houses": no years, whatever the parser says."""
    if not _counts(token):
        return False
    if (token.text.isdecimal() and int(token.text) < _FIRST_LIKELY) or _of_a_group(before):
        return True
    if before is not None and before.pos_ in ("DET", "PRON", "ADP", "ADJ"):
        return False
    head = token.head
    return head.dep_ == "attr" or (head.dep_ == "dobj" and head.head.lemma_ in ("have", "employ", "hold"))


def _of_a_group(before: Token | None) -> bool:
    """ "A panel of 1650 voters": of so many, whatever the parser says."""
    return before is not None and before.lower_ == "of" and before.head.lemma_ in load("numbers")["sized"]


def _counts(token: Token) -> bool:
    """Whether the token is the number of a plural noun after it."""
    head = token.head
    return token.dep_ == "nummod" and head.i > token.i and (head.tag_ in _PLURAL or head.lower_ == "people")


def _opens_with_place(token: Token, before: Token) -> bool:
    """ "In Lyon 30 people were …": the place ends where the number begins, whatever the parser says."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    plural = after is not None and (after.tag_ in _PLURAL or after.lower_ == "people")
    where = before.i > 0 and token.doc[before.i - 1].lower_ in ("in", "at", "near", "outside", "around")
    return plural and where and before.ent_type_ not in ("PRODUCT", "ORG", "FAC")


def in_name(numeral: Numeral, doc: Doc, text: str) -> bool:
    """ "Boeing 737", "iPhone 11", "FTSE 100": digits that hang on a name before them."""
    if not numeral.digits or numeral.limit or numeral.scale != 1 or numeral.range:
        return False
    token = tokens_of(doc).at(numeral.core.start)
    if token is None or token.i == 0 or token.text != text[numeral.core.start : numeral.core.end]:
        return False
    before = doc[token.i - 1]
    if not _is_name(before) or not before.whitespace_ or "," in token.text or _is_weekday(before):
        return False
    if numeral.decimal:  # "Python 3.11"
        return token.head.i < token.i and token.dep_ in ("nummod", "appos")
    if _counts(token):
        return token.ent_type_ in _NAMES and before.ent_type_ == token.ent_type_
    if _opens_with_place(token, before):
        return False
    if token.head.pos_ == "NOUN" and token.head.i > token.i and token.dep_ == "nummod":
        return before.ent_type_ not in ("DATE", "GPE")  # "this iPhone 12 Mini deal"; "on Monday 30 staff"
    return token.head.i < token.i or token.ent_type_ in _NAMES or token.head.pos_ == "PROPN"


def name_in_words(numeral: Numeral, doc: Doc) -> bool:
    """ "the Kick Six win", "a Big Ten title": a capital where the sentence does not ask for one."""
    token = tokens_of(doc).at(numeral.core.start)
    if numeral.digits or token is None or token.i == 0 or token.is_sent_start or token.i + 1 >= len(doc):
        return False
    before, after = doc[token.i - 1], doc[token.i + 1]
    if token.is_title and before.is_title and not before.is_sent_start and after.is_lower:
        return True
    opened = before.lower_ == "the" and (before.is_lower or before.is_sent_start)  # "The Three Lions sang"
    run = next((t for t in doc[token.i + 1 : token.i + 4] if not t.is_title), None)  # no headline
    return bool(token.is_title and opened and after.is_title and after.pos_ == "PROPN" and run is not None)


def which_one(numeral: Numeral, doc: Doc) -> bool:
    """ "Building 4 was shut", "at Tower 42": which of the things that a noun with a capital names."""
    if not numeral.digits or numeral.limit or numeral.scale != 1 or numeral.range or numeral.decimal:
        return False
    token = tokens_of(doc).at(numeral.core.start)
    if token is None or token.i == 0 or not token.text.isdecimal() or len(token.text) > _DIGITS_OF_NAMES:
        return False
    before = doc[token.i - 1]
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    thing = before.tag_ in ("NN", "NNP") and before.is_title and before.ent_type_ not in _PLACES_AND_TIMES
    counts = after is not None and after.pos_ not in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ", "PART")
    if not thing or counts or not before.whitespace_:
        return False
    noun, data = before.lower_, load("numbers")
    sized = noun in data["sized"] or noun in data["the_number"] or noun in data["told_by_number"]
    told = noun in data["single_times"] or wordnet.is_a(noun, "time_period")
    return not sized and not told and wordnet.known(noun, "n")


def before_name(numeral: Numeral, doc: Doc) -> bool:
    """ "11 Pro Max": digits on a name in the singular."""
    if not numeral.digits or numeral.limit or numeral.scale != 1 or numeral.range or numeral.decimal:
        return False
    token = tokens_of(doc).last(numeral.core)
    if token is None or token.dep_ != "nummod" or token.head.tag_ != "NNP" or token.head.i <= token.i:
        return False
    after = doc[token.head.i + 1] if token.head.i + 1 < len(doc) else None
    if after is not None and after.pos_ in ("NOUN", "PROPN", "CCONJ"):  # "460 Ford and Toyota cars"
        return False
    return not token.head.text.endswith("s") and token.i > 0 and not token.is_sent_start


def _is_weekday(token: Token) -> bool:
    """ "On Monday 30 were freed": no name for a number."""
    return any(token.lower_ in names for names in load("calendar")["weekdays"].values())


def _is_name(token: Token) -> bool:
    """A proper noun, or a word with a capital where a sentence does not ask for one ("iPhone")."""
    capital = any(letter.isupper() for letter in token.text[0 if not token.is_sent_start else 1 :])
    return token.pos_ == "PROPN" or (capital and token.pos_ in ("NOUN", "ADJ", "X"))


_NAMES = frozenset(("PRODUCT", "ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "GPE", "NORP", "PERSON", "LOC"))
