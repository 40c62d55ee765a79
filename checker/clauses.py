"""Who and what a clause is about: the one walker from a verb to its subject, its doer and its objects.

Read are actives and passives, relative and participle clauses, verbs that share a subject, control ("agreed
to sell", "forced to resign") and nouns that own a plan ("the ministry's plan to cut jobs").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.data import word_list

if TYPE_CHECKING:
    from checker.language import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BARE = frozenset({"acl", "advcl", "amod", "ROOT"})  # how a participle hangs without an auxiliary
_DEEPEST = 8  # clauses up to where a subject is looked for


def kids(token: Token, *labels: str) -> list[Token]:
    """What hangs from a word by one of these labels, in the order of the text."""
    return [t for t in token.children if t.dep_ in labels]


def kid(token: Token, *labels: str) -> Token | None:
    """The first that hangs from a word so."""
    return next((t for t in token.children if t.dep_ in labels), None)


def left(token: Token, *labels: str) -> Token | None:
    """The first that hangs from a word so and stands before it."""
    return next((t for t in token.lefts if t.dep_ in labels), None)


def right(token: Token, *labels: str) -> Token | None:
    """The first that hangs from a word so and stands behind it."""
    return next((t for t in token.rights if t.dep_ in labels), None)


def is_passive(verb: Token) -> bool:
    """A passive verb, with or without its auxiliary ("the offer rejected by the union")."""
    if verb.pos_ != "VERB" or verb.tag_ not in ("VBN", "VBD"):
        return False
    labels = {t.dep_ for t in verb.children}
    if not labels.isdisjoint(("auxpass", "nsubjpass")):
        return True
    if not labels.isdisjoint(("aux", "dobj")):
        return False
    if verb.tag_ == "VBN" and "agent" in labels:
        return True
    shared = verb.dep_ == "conj" and is_passive(verb.head)
    return "nsubj" not in labels and (shared or (verb.tag_ == "VBN" and verb.dep_ in _BARE))


def is_infinitive(verb: Token) -> bool:
    return any(t.lower_ == "to" for t in kids(verb, "aux"))


def doer(verb: Token) -> Token | None:
    """Who does what a verb says: whom "by" names with a passive one, else its subject, its own or shared."""
    by = kid(verb, "agent")
    if by is not None and not kids(verb, "nsubj"):
        return next(iter(led_to(by)), None)
    return None if is_passive(verb) else next(iter(_subjects(verb)), None)


def subjects(clause: Token) -> list[Token]:
    """Who or what a clause is about, a relative pronoun being the noun that it stands for."""
    return [stands_for(t) for t in _subjects(clause)]


def _subjects(clause: Token) -> list[Token]:
    """The subject of a clause, or of the clause that it shares one with."""
    for _ in range(_DEEPEST):
        own = [
            t for t in clause.children if t.dep_ in SUBJECTS or (t.dep_ == "poss" and clause.pos_ == "VERB")
        ]
        if own and not (clause.dep_ == "conj" and _goes_on(own)):
            return _named(own)
        over = clause.head
        if over.i == clause.i:
            return own
        if clause.dep_ in ("acl", "relcl") or over.pos_ in NOUNS:
            return _of_noun(clause)
        if clause.dep_ == "pcomp":
            held = objects(over.head) if over.lower_ in word_list("propositions", "controlling") else []
            if held:
                return held
            over = over.head
        elif clause.dep_ == "xcomp" and (controlled := objects(over)):
            return controlled
        clause = over.head if over.pos_ == "ADJ" and over.head.pos_ == "AUX" else over
    return []


def _named(own: list[Token]) -> list[Token]:
    """Of "the lawyer Jan Novak", read as two subjects, the name."""
    return own[1:] if len(own) > 1 and own[0].i + 1 == own[1].left_edge.i else own


def _goes_on(own: list[Token]) -> bool:
    return len(own) == 1 and own[0].lower_ in word_list("propositions", "going_on")


def _of_noun(clause: Token) -> list[Token]:
    """ "the firm selling it", "the bridge built in 1967", "the first to reach it", "their plan to go"."""
    noun = clause.head
    if clause.tag_ in ("VBG", "VBN"):
        return [noun]
    if is_picked(clause):
        return _subjects(noun.head) if noun.dep_ == "attr" else [noun]
    owner = [t for t in noun.lefts if t.dep_ == "poss"]
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    return owner or (_subjects(over) if noun.dep_ in ("dobj", "attr", "pobj") else [])


def is_picked(clause: Token) -> bool:
    """Whether an infinitive tells what was done by one picked out for it: "the first to reach them"."""
    picks = word_list("propositions", "picking_out")
    return clause.dep_ in ("acl", "relcl") and any(
        t.lower_ in picks for t in (clause.head, *clause.head.lefts)
    )


def stands_for(pronoun: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    if pronoun.lower_ not in word_list("propositions", "relative") or pronoun.tag_ == "DT":
        return pronoun
    clause = pronoun.head
    while clause.dep_ == "conj":
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else pronoun


def objects(verb: Token) -> list[Token]:
    """What is done something to; of a relative clause the noun that it hangs from."""
    found = [stands_for(t) for t in kids(verb, "dobj", "nsubjpass")]
    if not found and verb.dep_ == "relcl" and not any(t.tag_ in ("WDT", "WP", "WRB") for t in verb.subtree):
        gap = any(t.dep_ in SUBJECTS for t in verb.children)  # "the boat they sank"
        found = [verb.head] if gap and verb.pos_ == "VERB" and not _stranded(verb) else []
    return found


def _stranded(verb: Token) -> bool:
    return any(
        t.dep_ in ("ccomp", "xcomp") or (t.dep_ == "prep" and not any(t.children)) for t in verb.children
    )


def led_to(preposition: Token) -> list[Token]:
    """What a preposition leads to, also over another: "from behind the wall"."""
    found = kids(preposition, "pobj")
    return found + [t for p in kids(preposition, "prep") for t in led_to(p) if p.pos_ == "ADP"]
