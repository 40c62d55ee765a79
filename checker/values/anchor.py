"""Where a relative date is counted from: the day of publication, and the tense it is said in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.data import load
from checker.model import Article
from checker.values.lexer import time_words
from checker.values.readings import tokens_of

if TYPE_CHECKING:
    from checker.language import Doc, Token

_VERBAL = ("VERB", "AUX")
_WHICH = frozenset(["acl", "relcl", "advcl"])  # clauses that tell which or what for
_OWNER, _CALLED = "poss", "amod"
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_FINITE = frozenset(["VBN", "VBZ", "VBP"])  # forms that tell a tense, or with their helpers do
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
        self._narrated: bool | None = None

    def token(self, offset: int) -> Token:
        """The parser's token at a character offset."""
        return tokens_of(self._doc).at(offset)

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
        if _is_due(token) or _is_aim(token, verb, preposition):
            return True
        ahead = preposition in time_words("before_future")
        owners = (above.head.head for above in _above(token, 2) if _owns(above, weekday=weekday))
        if (link := next(owners, None)) is not None:
            ahead = ahead or _ahead_of(link)
            if not ahead and link.lower_ not in time_words("at a noun"):
                return False
        found = _tense(verb)
        if ahead:
            return None if found is False else True
        return False if found is None and weekday and self.narrated else found


def _owns(token: Token, *, weekday: bool) -> bool:
    """Whether it says whose or which a noun is, so that a verb tells only what is ahead: "Tuesday's vote"."""
    return token.dep_ == _OWNER or (weekday and _narrows(token))


def _ahead_of(link: Token) -> bool:
    """Whether a preposition says that its noun is still to come: "ahead of Tuesday's vote"."""
    if link.lower_ in time_words("of"):
        return link.head.lower_ in time_words("before_future")
    return link.lower_ in time_words("ahead of a noun")


def _narrows(token: Token) -> bool:
    """Whether it says which of a noun after it: "the Tuesday vote", not "Tuesday night"."""
    time = load("time")
    other = token.head.lower_ in time["dayparts"] or token.head.lower_ in time["units"]
    return token.dep_ == "compound" and token.i < token.head.i and not other


def _is_aim(token: Token, verb: Token | None, preposition: str) -> bool:
    """Whether it is what the verb is for, or the new time of what it puts off: "called a vote for Monday"."""
    if verb is None:
        return False
    if preposition in time_words("put off to") and verb.lemma_ in time_words("moved"):
        return True  # "postponed until Tuesday", "extended to Friday"
    if verb.lemma_ not in time_words("ahead_with_for"):
        return False
    below = next((above for above in _above(token) if above.head.i == verb.i), None)
    return below is not None and below.lower_ in time_words("for")


def _is_due(token: Token) -> bool:
    """Whether the word hangs on "due" or its like, or on a noun so called ("a planned march on Friday")."""
    for above in _above(token, _NEAR):
        if above.pos_ in _VERBAL:
            return above.lower_ in time_words("due")
        called = (child.lower_ for child in above.children if child.dep_ == _CALLED)
        if above.lower_ in time_words("due") or not time_words("due").isdisjoint(called):
            return True
    return False


def _tense(verb: Token | None) -> bool | None:
    """The tense of a verb, or of the verb that it hangs on where it tells none ("arriving Tuesday")."""
    for above in _above(verb) if verb is not None else ():
        if above.pos_ not in _VERBAL:
            return None
        helpers = {child.lower_.replace("’", "'") for child in above.children if child.dep_.startswith("aux")}
        told = _by_helpers(above, helpers)
        if told is not None:
            return told
        if above.tag_ in ("VB", "VBN") and any(child.tag_ == "TO" for child in above.children):
            return _intended(above)
        if above.tag_ in _FINITE or (above.tag_ == "VBG" and helpers):
            return _by_form(above, helpers)
    return None


def _by_helpers(verb: Token, helpers: set[str]) -> bool | None:
    """What the auxiliaries tell, or a form that is past without them."""
    if helpers & time_words("past_if_denied") and _denied(verb):
        return False
    if helpers & time_words("future_auxiliaries"):
        return not helpers & time_words("perfect")
    return False if helpers & time_words("past_auxiliaries") or verb.tag_ == "VBD" else None


def _denied(verb: Token) -> bool:
    """Whether a particle or the subject denies it: "could not be reached", "neither could be reached"."""
    words = load("negation")
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    heads = {subject.lower_ for subject in subjects}.intersection(words["pronouns"])
    determiners = {word.lower_ for subject in subjects for word in subject.children}
    particle = any(child.dep_ == "neg" for child in verb.children)
    return particle or bool(heads) or not determiners.isdisjoint(words["determiners"])


def _by_form(verb: Token, helpers: set[str]) -> bool | None:
    """What the present or a participle tells: "is scheduled for Tuesday", not "was killed on Tuesday"."""
    if verb.tag_ == "VBG":
        return not helpers & time_words("past")
    planned = verb.lemma_ in time_words("planned")
    if verb.tag_ == "VBN" and not helpers & time_words("present"):
        return planned and not helpers
    timetabled = verb.tag_ != "VBN" and verb.lemma_ in time_words("timetabled")
    return planned or timetabled or None


def _intended(verb: Token) -> bool | None:
    """An infinitive lies ahead ("agreed to meet"), unless the verb it hangs on says it came about.

    Of one that tells what for, or which ("the first to join"), nothing is known.
    """
    above = verb.head
    if verb.dep_ in _WHICH and above.lemma_ not in time_words("planned") | time_words("ahead_with_for"):
        return None if above.pos_ not in _VERBAL or above.tag_ in ("VBD", "VBN") else True
    return not (above.i != verb.i and above.lemma_ in time_words("realised"))
