"""What a number counts: the noun phrase after it, by the parse where it helps and by the words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.data import load, word_list
from checker.model import Counted, Span
from checker.values.lexer import HYPHENS, glued, index_at, is_link
from checker.values.readings import tokens_of

if TYPE_CHECKING:
    from checker.language import Doc, Token

_NOUNS = ("NOUN", "PROPN")
_PRONOUNS = frozenset({"PRP", "WDT", "WP"})
_DETERMINERS = ("DET", "PRON")
_LONGEST = 12  # words of a noun phrase looked at


def counted_after(doc: Doc, core: Span, *, many: bool = False) -> Counted | None:
    """The noun phrase counted by the number at `core`: "two new 737 Max jets" counts "new 737 Max jets".

    None where nothing is named ("another 187 by tender") or a pronoun stands for it ("three of them").
    `many`: the number is more than one, so that of two nouns in the singular it counts the first.
    """
    first = tokens_of(doc).after(core)
    start = _start(doc, first)
    hyphened = start < len(doc) and _is_hyphen(doc, start - 1)
    found = None if _tells_when(doc, start) else _head(doc, start)
    if (hyphened and doc[start].pos_ in _NOUNS) or (many and found and _narrows_size(doc[start], found)):
        head, last = doc[start], start  # "a four-cylinder engine" counts cylinders
    elif found is None:
        return _or_two(doc, first)
    else:
        head, last = found, _with_of(doc, found)
    words = doc[start : last + 1]
    return Counted(
        words.text, Span(words.start_char, words.end_char), _lemma(head), _modifiers(doc, start, head)
    )


def _narrows_size(noun: Token, head: Token) -> bool:
    """ "A 12 page document": two nouns of which neither is plural, so the number can only be of the first."""
    single = noun.tag_ == head.tag_ == "NN" and noun.i < head.i and noun.head.i == head.i
    return single and head.lower_ not in word_list("labels", "plurals")


def counted_before(doc: Doc, at: int) -> Counted | None:
    """The noun whose size the bare number at token `at` is: "a majority of 63"."""
    noun = doc[at - 2] if at > 1 and is_link(doc[at - 1].lower_, "of") else None
    if noun is None or _lemma(noun) not in load("numbers")["sized"]:
        return None
    before = [t for t in noun.lefts if t.dep_ in ("amod", "compound")]
    return Counted(
        noun.text, Span(noun.idx, noun.idx + len(noun)), _lemma(noun), tuple(_lemma(t) for t in before)
    )


def persons_after(doc: Doc, core: Span) -> Counted | None:
    """ "95,800 who have no work" are people."""
    first = tokens_of(doc).after(core)
    who = load("numbers")["persons"].get(doc[first].lower_) if first < len(doc) else None
    return Counted(who, Span(doc[first].idx, doc[first].idx + len(doc[first])), who) if who else None


def _or_two(doc: Doc, after: int) -> Counted | None:
    """ "a pick or two" counts picks."""
    at = after - 3
    if at < 0 or not is_link(doc[at + 1].lower_, "or") or doc[at].pos_ != "NOUN":
        return None
    noun = doc[at]
    return Counted(noun.text, Span(noun.idx, noun.idx + len(noun)), _lemma(noun))


def _tells_when(doc: Doc, at: int) -> bool:
    """ "rose to 510 last year": a time, which is not counted."""
    if at + 1 >= len(doc) or doc[at].lower_ not in load("numbers")["when"]:
        return False
    return doc[at + 1].lower_ in load("numbers")["single_times"]


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _start(doc: Doc, at: int) -> int:
    """Past a hyphen, "more" and "of the": the index of the first word of the noun phrase."""
    partitive = False
    while at < len(doc):
        token = doc[at]
        after = doc[at + 1] if at + 1 < len(doc) else None
        and_other = token.pos_ == "CCONJ" and doc[at - 1].pos_ == "ADJ"  # "the third and final debate"
        if _is_hyphen(doc, at) or token.lower_ in load("numbers")["passed over"] or and_other:
            at += 1
        elif is_link(token.lower_, "of"):
            partitive, at = True, at + 1
        elif partitive and after is not None and (token.dep_ == "nummod" or after.dep_ == "nummod"):
            at += 1  # "two of the nine judges", "of the first 17 points"
        elif partitive and after is not None and after.tag_ == "POS":
            at += 2  # "of the team's points"
        elif (partitive or doc[at - 1].lower_ in load("numbers")["part words"]) and (
            token.pos_ in _DETERMINERS
        ):
            if token.tag_ in _PRONOUNS:
                return at + 1 if _is_what_they_are(doc, at + 1) else len(doc)
            at += 1
        else:
            break
    return at


def _is_what_they_are(doc: Doc, at: int) -> bool:
    """ "135 of them passengers", not "two of whom doctors treated" and "four of them in the south"."""
    after = doc[at + 1] if at + 1 < len(doc) else None
    return at < len(doc) and doc[at].tag_ == "NNS" and (after is None or after.pos_ not in ("VERB", "AUX"))


def _is_hyphen(doc: Doc, at: int) -> bool:
    """Whether a hyphen binds what stands around it: in "a 10-point lead", in "10 - point" as well."""
    if doc[at].text not in HYPHENS:
        return False
    pieces = tokens_of(doc).pieces
    place = index_at(pieces, doc[at].idx + 1) - 1
    return glued(pieces, place) and glued(pieces, place + 1)


def _head(doc: Doc, start: int) -> Token | None:
    """The last noun of the phrase that starts at `start`, else the adjective that stands for one."""
    head, at = None, start
    while at < min(len(doc), start + _LONGEST):
        token = doc[at]
        if head is not None and token.ent_type_ in ("DATE", "TIME"):  # "three debates Monday"
            break
        if token.pos_ in _NOUNS:
            if head is not None and doc[at - 1].pos_ != "CCONJ" and _new_phrase(doc, head, token):
                break
            head = token
        elif not _inside(doc, at, head):
            break
        at += 1
    if head is not None:
        return head
    first = doc[start] if start < len(doc) else None
    if first is None:
        return None
    counting = doc[start - 1].tag_ == "CD" and not is_link(doc[max(0, start - 2)].lower_, "of")
    runs = counting and first.tag_ == "VBZ" and first.pos_ == "VERB"  # "148 runs": no verb is singular there
    stands = first.pos_ == "ADJ" and first.dep_ in ("pobj", "dobj", "nsubj")
    return first if runs or stands or first.lower_ in load("numbers")["nominal"] else None


def _new_phrase(doc: Doc, head: Token, token: Token) -> bool:
    """Whether `token` starts another phrase: "gave 30 people food"."""
    ends = head.dep_ in ("dobj", "dative", "nsubj", "nsubjpass", "pobj")
    return ends and token.head.i != head.i and not token.is_ancestor(head)


def _inside(doc: Doc, at: int, head: Token | None) -> bool:
    """Whether a word that is no noun belongs to the noun phrase and a noun may still follow."""
    token, follows = doc[at], doc[at + 1] if at + 1 < len(doc) else None
    if follows is None:
        return False
    inside = _INSIDE.get(token.pos_)
    if token.text in HYPHENS and inside not in (_adjective, _participle, _adverb):
        return _is_hyphen(doc, at) or _narrows(doc[at - 1], at)
    return token.tag_ == "POS" if inside is None else inside(token, follows, head)


def _adjective(token: Token, _: Token, head: Token | None) -> bool:
    return head is None or token.head.i > token.i


def _participle(token: Token, follows: Token, head: Token | None) -> bool:
    narrows = token.dep_ in ("amod", "compound") and token.head.i > token.i
    return token.tag_ in ("VBN", "VBG") and (narrows or (head is None and follows.tag_ == "NNS"))


def _adverb(token: Token, follows: Token, head: Token | None) -> bool:
    return head is None and follows.pos_ in ("ADJ", "VERB") and token.head.i == follows.i


def _conjunction(token: Token, follows: Token, head: Token | None) -> bool:
    """ "Big and old houses"; "460 Kia and Hyundai vehicles"."""
    if head is None:
        return token.nbor(-1).pos_ in ("ADJ", "VERB") and follows.pos_ in ("ADJ", "VERB")
    after = token.nbor(2) if token.i + 2 < len(token.doc) else None
    named = head.pos_ == follows.pos_ == "PROPN" and after is not None and after.tag_ == "NNS"
    return named or (head.dep_ in ("compound", "nmod") and head.head.i > token.i and follows.pos_ in _NOUNS)


def _number(token: Token, follows: Token, head: Token | None) -> bool:
    """ "20 of the bureau's first 40 employees", "Model 3 sedans"."""
    owned = any(t.tag_ == "POS" for t in token.doc[token.i - 2 : token.i])
    model = head is not None and head.pos_ == "PROPN" and follows.tag_ == "NNS"
    return owned or model or (head is None and token.head.i > token.i and token.text.isdecimal())


_INSIDE: dict[str, Callable[[Token, Token, Token | None], bool]] = {
    "ADJ": _adjective,
    "VERB": _participle,
    "ADV": _adverb,
    "CCONJ": _conjunction,
    "NUM": _number,
}


def _narrows(token: Token, at: int) -> bool:
    """Whether a word before a mark at `at` narrows one behind it: "dual - core processors"."""
    within = token.dep_ in ("compound", "amod", "nmod", "npadvmod", "advmod") and token.tag_ != "NNS"
    return within and token.head.i > at


def _with_of(doc: Doc, head: Token) -> int:
    """The index of the last word with a bare "of" phrase that names the kind: "prisoners of war"."""
    at = head.i + 1
    if (
        at + 1 >= len(doc)
        or not is_link(doc[at].lower_, "of")
        or _lemma(head) in load("numbers")["containers"]
    ):
        return head.i
    last = head.i
    for token in doc[at + 1 : at + 3]:
        if token.pos_ != "NOUN":
            break
        last = token.i
    return last


def _modifiers(doc: Doc, start: int, head: Token) -> tuple[str, ...]:
    """Lemmas of the words that narrow the head, before it and right after it, in order."""
    before = [token for token in doc[start : head.i] if token.pos_ not in ("PUNCT", "CCONJ", "PART", "DET")]
    after = [
        token
        for token in head.rights
        if (token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"))
        or (token.dep_ == "amod" and token.pos_ != "PUNCT")
    ]
    of = [
        kind
        for token in head.rights
        if is_link(token.lower_, "of")
        for kind in token.children
        if kind.pos_ == "NOUN"
    ]
    return tuple(_lemma(token) for token in (*before, *of, *after))
