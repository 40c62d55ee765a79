"""What "it" and "they" stand for as subjects: "Inflation was 2% in June. It is expected to rise to 3%".

Whoever goes on with "it" or "they" goes on mostly with what the clause before was about, its subject.
Only things and bodies are looked for; people are the actors' affair. "That" stands for the last figure:
"Together, that is 310".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.data import word_list
from checker.lexical import wordnet

if TYPE_CHECKING:
    from checker.language import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CARRIED = frozenset({"conj", "xcomp", "advcl", "acl", "ccomp"})
_ONE, _SEVERAL, _FIGURE = frozenset({"it"}), frozenset({"they"}), frozenset({"that", "this"})
_STEPS = 3  # pronouns in a row


def antecedent(verb: Token) -> Token | None:
    """The noun that the pronoun subject of a verb stands for; none where it stands for nothing known."""
    pronoun = _pronoun_of(verb)
    if pronoun is None or _says_nothing(pronoun):
        return None
    if pronoun.lower_ in _FIGURE and (counted := _last_counted(pronoun)) is not None:
        return counted
    for _ in range(_STEPS):
        subject = _subject_before(pronoun)
        if subject is None:
            return None
        if subject.pos_ in _NOUNS:
            several = subject.tag_ in ("NNS", "NNPS") or bool(subject.conjuncts)
            fits = several if pronoun.lower_ in _SEVERAL else not several
            return subject if fits and not _somebody(subject) else None
        if subject.lower_ != pronoun.lower_:
            return None
        pronoun = subject
    return None


def _somebody(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or wordnet.is_a(noun.lemma_.lower(), "person", senses=1)


def _pronoun_of(verb: Token) -> Token | None:
    """The pronoun that is a verb's subject, or that of the verb which it shares it with."""
    while True:
        own = [t for t in verb.lefts if t.dep_ in _SUBJECTS]
        if own:
            return own[-1] if own[-1].lower_ in _ONE | _SEVERAL | _FIGURE else None
        if verb.dep_ not in _CARRIED or verb.dep_ == "ccomp" or verb.head.i == verb.i:
            return None
        verb = verb.head


def _says_nothing(pronoun: Token) -> bool:
    """Whether "it" only holds the place of a clause: "it took two hours to land", "it is expected that …"."""
    verb = pronoun.head
    if pronoun.lower_ != "it":
        return False
    if any(t.dep_ in ("acomp", "attr") and t.lower_ in word_list("pronouns", "weather") for t in verb.rights):
        return True
    behind = [t for t in verb.rights if t.dep_ in ("xcomp", "ccomp", "csubj", "advcl", "relcl", "acl")]
    clauses = [t for t in behind if any(left.lower_ in ("to", "that", "when", "before") for left in t.lefts)]
    placed = verb.lemma_.lower() in word_list("pronouns", "placeholder_verbs")
    said = any(t.dep_ == "ccomp" for t in clauses)
    return bool(clauses) and (placed or said)


def _subject_before(pronoun: Token) -> Token | None:
    """The subject of the clause before in this sentence, or of the main clause of the sentence before."""
    verb = pronoun.head
    while verb.dep_ in _CARRIED and verb.head.i != verb.i:
        over = verb.head
        own = [t for t in over.lefts if t.dep_ in _SUBJECTS and t.i < pronoun.i]
        if own and verb.dep_ in ("conj", "advcl"):
            return own[-1]
        verb = over
    if any(t.dep_ in _SUBJECTS and t.i < pronoun.i and t.pos_ in _NOUNS for t in verb.lefts):
        return None  # "the company said it expects": whoever speaks
    start = pronoun.sent.start
    root = pronoun.doc[start - 1].sent.root if start else None
    own = [t for t in root.lefts if t.dep_ in _SUBJECTS] if root is not None else []
    return own[-1] if own else None


def _last_counted(pronoun: Token) -> Token | None:
    """The noun of the last figure before a pronoun, in its sentence or in the one before."""
    doc, start = pronoun.doc, pronoun.sent.start
    first = doc[start - 1].sent.start if start else 0
    for token in reversed(doc[first : pronoun.i]):
        if token.pos_ == "NUM" and token.dep_ == "nummod" and token.head.pos_ == "NOUN":
            return token.head
    return None
