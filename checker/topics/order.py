"""What stands around a figure, word by word, where the tree of a long sentence is not to be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.topics.words import words_of

if TYPE_CHECKING:
    from checker.language import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_REACH = 6  # tokens behind "passed before" to its verb


def noun_before_of(node: Token, within: set[int]) -> Token | None:
    """The noun right before a figure with "of": "winds of 110 kilometres an hour"."""
    doc, at = node.doc, min(within, default=node.i) - 1
    while at > 0 and doc[at].pos_ == "ADV":
        at -= 1
    if at < 1 or doc[at].lower_ != "of":
        return None
    noun: Token = doc[at - 1]
    return noun if noun.pos_ == "NOUN" else None


def noun_before_comma(node: Token, within: set[int]) -> Token | None:
    """The noun whose size is put in between: "The mountain, at 2,962 metres the tallest in Germany, …"."""
    doc, first, last = node.doc, min(within, default=node.i), max(within, default=node.i)
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    if first < 3 or doc[first - 1].lower_ not in ("at", "with") or doc[first - 2].text != ",":
        return None
    noun: Token = doc[first - 3]
    return noun if noun.pos_ in _NOUNS and after in (",", "the", "by", "its", "one") else None


def is_depth(node: Token, within: set[int]) -> bool:
    """Whether a length says how far down something is: "12 kilometres below the surface", "12 km deep"."""
    last = max(within, default=node.i) + 1
    words = [token.lower_ for token in node.doc[last : last + 2]]
    return bool({words[0], " ".join(words)} & words_of("depths")) if words else False


def distance_from(node: Token, within: set[int]) -> str:
    """From where and which way a length is a distance: "75 km (47 miles) west of the city"; "" for none."""
    doc, at = node.doc, max(within, default=node.i) + 1
    if at < len(doc) and doc[at].text in "()":
        closed = next((t.i for t in doc[at : at + _REACH] if t.text == ")"), None)
        if closed is None:
            return ""
        at = closed + 1  # the same length in other units
    start, words = at, words_of("directions")
    while at < len(doc) and doc[at].lower_ in words:
        at += 1
    if (
        at >= len(doc)
        or doc[at].lower_ not in ("of", "from", "off")
        or (at == start and doc[at].lower_ == "of")
    ):
        return ""
    where = next((t for t in doc[at].children if t.dep_ == "pobj"), None)
    if where is None or any(t.pos_ == "NUM" for t in where.lefts):
        return ""  # "grows to 7 inches from 6 inches"
    way = " ".join(t.lower_ for t in doc[start:at])
    return " ".join(f"distance {way} from {where.lemma_.lower()}".split())


def figure_before(node: Token, within: set[int]) -> Token | None:
    """The number of the figure that a change is told behind: "$30bn, up 15% and up 122% on …"."""
    doc, first = node.doc, min(within, default=node.i)
    if first < 3 or doc[first - 1].lower_ not in ("up", "down") or doc[first - 2].lower_ not in (",", "and"):
        return None
    before = doc[max(node.sent.start, first - 3 * _REACH) : first - 1]
    return next(
        (token for token in reversed(before) if token.pos_ == "NUM" and not token.is_alpha), None
    ) or next((token for token in reversed(before) if token.pos_ == "NUM"), None)


def passed_before(node: Token, within: set[int]) -> Token | None:
    """What came after a length of time: "40 minutes passed before help came"."""
    doc, at = node.doc, max(within, default=node.i) + 1
    if at + 1 >= len(doc) or doc[at].lower_ not in words_of("passing"):
        return None
    end = min(at + 2 + _REACH, len(doc))
    ahead = next((i for i in range(at + 1, end) if doc[i].lower_ in ("before", "until")), None)
    if ahead is None:
        return None
    return next((t for t in doc[ahead + 1 : ahead + 2 + _REACH] if t.pos_ == "VERB"), None)
