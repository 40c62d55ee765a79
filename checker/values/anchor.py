"""Where a relative date is counted from: the day of publication, and the tense it is said in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article
from checker.values.lexer import time_words

if TYPE_CHECKING:
    from checker.language import Doc, Token

_VERBAL = ("VERB", "AUX")
_WHICH = frozenset(["acl", "relcl", "advcl"])  # clauses that tell which or what for
_OWNER = "poss"
_CLIMB = 12  # verbs stand near; a runaway parse must not make this dear
_NEAR = 3


def _above(token: Token, most: int = _CLIMB) -> Iterator[Token]:
    """A word and what it hangs on, up to the root."""
    for _ in range(most):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


class Anchor:
    """The article's day (an ordinal, None where unknown) in its own zone, and the tense of its sentences."""

    def __init__(self, doc: Doc, article: Article) -> None:
        self.day = article.published.date().toordinal() if article.published else None
        self._doc = doc
        self._starts: list[int] | None = None
        self._narrated: bool | None = None

    def token(self, offset: int) -> Token:
        """The parser's token at a character offset."""
        if self._starts is None:
            self._starts = [token.idx for token in self._doc]
        return self._doc[max(0, bisect_right(self._starts, offset) - 1)]

    def verb(self, offset: int) -> Token | None:
        """The verb that governs the word there; one right before it does, whatever the parse."""
        token = self.token(offset)
        before = token.doc[token.i - 1] if token.i else token
        if before.tag_ in ("VBD", "VBZ"):
            return before
        return next((above for above in _above(token) if above.pos_ in _VERBAL), None)

    @property
    def narrated(self) -> bool:
        """Whether the text tells of what has been: a day that no verb places is then one before."""
        if self._narrated is None:
            self._narrated = any(token.tag_ == "VBD" for token in self._doc)
        return self._narrated

    def unclear(self, offset: int) -> bool:
        """Whether it may be the day of the call or of what it is for: "called for a march on Saturday"."""
        verb = self.verb(offset)
        if verb is None or verb.lemma_ not in time_words("ahead_with_for"):
            return False
        return any(child.lower_ in time_words("for") and child.idx < offset for child in verb.children)

    def future(self, offset: int, preposition: str = "", *, weekday: bool = False) -> bool | None:
        """Whether what is said there lies ahead (True) or behind (False); None where nothing tells.

        `preposition` is the word before the date. A `weekday` that no verb places lies behind in a text that
        tells of the past.
        """
        if preposition in time_words("before_past"):
            return False
        token, verb = self.token(offset), self.verb(offset)
        if _is_due(token) or (verb is not None and _is_for(token, verb)):
            return True
        found = None if verb is None else _future(verb)
        ahead = preposition in time_words("before_future")
        owner = next(
            (above for above in _above(token, 2) if above.dep_ == _OWNER or (weekday and _narrows(above))),
            None,
        )
        if owner is not None:  # "Tuesday's vote", "the Tuesday vote": the verb tells only of what is ahead
            link = owner.head.head
            ahead_of = link.lower_ in time_words("of") and link.head.lower_ in time_words("before_future")
            ahead = ahead or ahead_of or link.lower_ in time_words("ahead of a noun")
            if not ahead and link.lower_ not in time_words("at a noun"):
                return False
        if found is None and not ahead and weekday and self.narrated:
            return False
        return None if ahead and found is False else found or ahead or found


def _narrows(token: Token) -> bool:
    """Whether it says which of a noun after it: "the Tuesday vote", not "Tuesday night"."""
    time = load("time")
    other = token.head.lower_ in time["dayparts"] or token.head.lower_ in time["units"]
    return token.dep_ == "compound" and token.i < token.head.i and not other


def _is_for(token: Token, verb: Token) -> bool:
    """Whether the word stands in what a "for" of the verb brings: "called for a strike on Saturday"."""
    if verb.lemma_ not in time_words("ahead_with_for"):
        return False
    below = [above for above in _above(token) if above.head.i == verb.i]
    return bool(below) and below[0].lower_ in time_words("for")


def _is_due(token: Token) -> bool:
    """Whether the word hangs on "due" or its like, with no verb between."""
    for above in _above(token, _NEAR):
        if above.lower_ in time_words("due") or above.pos_ in _VERBAL:
            return above.lower_ in time_words("due")
    return False


def _future(verb: Token) -> bool | None:
    """The tense of a verb, or of the verb that it hangs on."""
    for above in _above(verb):
        if above.pos_ not in _VERBAL:
            return None
        helpers = {child.lower_.replace("’", "'") for child in above.children if child.dep_.startswith("aux")}
        denied = any(child.dep_ == "neg" for child in above.children)
        if denied and helpers & time_words("past_if_denied"):
            return False
        if helpers & time_words("future_auxiliaries"):
            return not helpers & time_words("perfect")
        if helpers & time_words("past_auxiliaries") or above.tag_ == "VBD":
            return False
        if any(child.tag_ == "TO" for child in above.children) and above.tag_ in ("VB", "VBN"):
            return _intended(above)
        planned = above.lemma_ in time_words("planned")
        if above.tag_ == "VBN":  # "was killed on Tuesday", not "is scheduled for Tuesday", "set for May"
            return (planned or None) if helpers & time_words("present") else planned and not helpers
        if above.tag_ == "VBG" and helpers:
            return not helpers & time_words("past")
        if above.tag_ in ("VBZ", "VBP"):
            return True if planned or above.lemma_ in time_words("timetabled") else None
    return None


def _intended(verb: Token) -> bool | None:
    """An infinitive lies ahead ("agreed to meet"), unless the verb it hangs on says it came about.

    Of one that tells what for, or which ("the first to join"), nothing is known.
    """
    above = verb.head
    if verb.dep_ in _WHICH and above.lemma_ not in time_words("planned") | time_words("ahead_with_for"):
        return None if above.pos_ not in _VERBAL or above.tag_ in ("VBD", "VBN") else True
    return not (above.i != verb.i and above.lemma_ in time_words("realised"))
