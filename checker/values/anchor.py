"""Where a relative date is counted from: the day of publication, and the tense it is said in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from checker.model import Article
from checker.values.calendar_words import calendar_words

if TYPE_CHECKING:
    from checker.language import Doc, Token

_VERBAL = ("VERB", "AUX")
_CLIMB = 12  # verbs stand near; a runaway parse must not make this dear


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
        for _ in range(_CLIMB):
            if token.pos_ in _VERBAL:
                return token
            if token.head.i == token.i:
                return None
            token = token.head
        return None

    def _is_for(self, offset: int, verb: Token) -> bool:
        """Whether the word stands in what a "for" of the verb brings."""
        token = self.token(offset)
        for _ in range(_CLIMB):
            if token.i == verb.i:
                return False
            if token.lower_ == "for" and token.head.i == verb.i:
                return True
            token = token.head
        return False

    def _is_due(self, offset: int) -> bool:
        """Whether the word hangs on "due" or its like, with no verb between."""
        token = self.token(offset)
        for _ in range(3):
            if token.lower_ in calendar_words().sets["due"]:
                return True
            if token.pos_ in _VERBAL:
                return False
            token = token.head
        return False

    @property
    def narrated(self) -> bool:
        """Whether the text tells of what has been: a day that no verb places is then one before."""
        if self._narrated is None:
            self._narrated = any(token.tag_ == "VBD" for token in self._doc)
        return self._narrated

    def unclear(self, offset: int) -> bool:
        """Whether it may be the day of the call or of what it is for: "called for a march on Saturday"."""
        verb = self.verb(offset)
        if verb is None or verb.lemma_ not in calendar_words().sets["ahead_with_for"]:
            return False
        return any(child.lower_ == "for" and child.idx < offset for child in verb.children)

    def future(self, offset: int, preposition: str = "", *, weekday: bool = False) -> bool | None:
        """Whether what is said there lies ahead (True) or behind (False); None where nothing tells.

        `preposition` is the word before the date. A `weekday` that no verb places lies behind in a text that
        tells of the past.
        """
        words = calendar_words().sets
        if preposition in words["before_past"]:
            return False
        token, verb = self.token(offset), self.verb(offset)
        found = _future(verb) if verb is not None else None
        if verb is not None and verb.lemma_ in words["ahead_with_for"] and self._is_for(offset, verb):
            return True  # "called for a strike on Saturday"
        ahead = preposition in words["before_future"]
        if self._is_due(offset):
            return True
        if token.dep_ in ("compound", "nmod", "npadvmod") and token.head.dep_ == "poss":
            token = token.head  # "Monday night's debate"
        if token.dep_ == "poss":  # "Tuesday's vote": the verb tells only of what is ahead
            ahead = ahead or token.head.head.lower_ == "before" or _ahead_of(token.head)
            if not ahead and token.head.head.lower_ not in ("in", "at", "for"):
                return False
        if found is None and not ahead and weekday and self.narrated:
            return False
        return None if ahead and found is False else found or (ahead or found)


def _ahead_of(noun: Token) -> bool:
    return noun.head.lower_ == "of" and noun.head.head.lower_ == "ahead"


def _future(verb: Token) -> bool | None:
    words = calendar_words().sets
    for _ in range(_CLIMB):
        helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if helpers & words["future_auxiliaries"]:
            return not helpers & {"have", "'ve", "’ve"}
        if helpers & {"did", "had", "has", "have", "'ve", "’ve", "'d"}:
            return False
        if verb.tag_ == "VBD":
            return False
        if verb.tag_ in ("VB", "VBN") and any(child.tag_ == "TO" for child in verb.children):
            return _intended(verb)
        if verb.tag_ == "VBN":
            return _planned(verb, helpers)
        if verb.tag_ == "VBG" and helpers:
            return not helpers & {"was", "were", "been"}
        if verb.tag_ in ("VBZ", "VBP"):
            return True if verb.lemma_ in words["timetabled"] | words["planned"] else None
        if verb.head.i == verb.i:
            return None
        verb = verb.head
        if verb.pos_ not in _VERBAL:
            return None
    return None


def _planned(verb: Token, helpers: set[str]) -> bool | None:
    """A participle: "was killed on Tuesday" is past, "is scheduled for Tuesday" not, "set for May" ahead."""
    if not helpers and verb.lemma_ in calendar_words().sets["planned"]:
        return True
    return None if helpers & {"is", "are", "'s", "’s"} else False


def _intended(verb: Token) -> bool | None:
    """An infinitive lies ahead ("agreed to meet"), unless the verb it hangs on says it came about.

    Of one that tells what for, or which ("the first to join"), nothing is known.
    """
    words, above = calendar_words().sets, verb.head
    if (
        verb.dep_ in ("acl", "relcl", "advcl")
        and above.lemma_ not in words["planned"] | words["ahead_with_for"]
    ):
        return None if above.pos_ not in _VERBAL or above.tag_ in ("VBD", "VBN") else True
    return not (above.i != verb.i and above.lemma_ in words["realised"])
