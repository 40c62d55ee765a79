"""Every proposition of a text, in one pass over its parse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.actors import ActorIndex
from checker.clauses import is_picked, kids
from checker.cues import Cues, event_commitment
from checker.cues.tree import Tree
from checker.data import load, word_list
from checker.keeping import kept
from checker.lexical import concepts, sorts, wordnet
from checker.lexical.opposed import listed_words
from checker.model import Article, Commitment, Modality, Span
from checker.propositions.arguments import Argument, arguments, described, owners
from checker.propositions.fillers import Words
from checker.propositions.proposition import Keys, Kind, Proposition, Role, Status

if TYPE_CHECKING:
    from checker.language import Doc, Token

_GERUNDS = frozenset({"pcomp", "xcomp", "acl", "csubj", "nsubj", "nsubjpass", "dobj", "pobj"})
_BEFORE = 10  # words before a predicate that say that it is still to come
_NAMING = frozenset({"NOUN", "ADJ", "PROPN"})
_POS = {"VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "a"}


def find_propositions(doc: Doc, article: Article, cues: Cues, index: ActorIndex) -> list[Proposition]:
    """What every verb, adjective, noun of an event and description of a text says."""
    words = Words(article, index)
    found = []
    for token in doc:
        kind = _kind(token)
        if kind is not None:
            told = arguments(token, nominal=kind is Kind.NOMINAL)
            found.append(_proposition(token, kind, told, words, cues))
        elif token.pos_ in _NAMING and (about := described(token)) is not None:
            owner = "of" if token.dep_ in ("poss", "pobj") else ""
            told = [Argument(Role.AGENT, about), Argument(Role.ATTRIBUTE, token, owner), *owners(token)]
            found.append(_proposition(token, Kind.DESCRIPTION, told, words, cues))
    return found


def _kind(token: Token) -> Kind | None:
    if token.pos_ == "VERB" and token.dep_ not in ("aux", "amod", "compound"):
        return Kind.VERB
    if token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd", "conj"):
        return Kind.COPULA
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("attr", "acomp"):
        return Kind.COPULA
    return Kind.NOMINAL if token.pos_ == "NOUN" and _tells_deed(token.lemma_.lower()) else None


@kept(20_000)
def _tells_deed(noun: str) -> bool:
    """Whether a noun tells a deed or an event: one made from a verb that WordNet has among events."""
    if noun in word_list("propositions", "nouns"):
        return True
    from_verb = any(key.startswith("v:") for key in wordnet.entry(noun, "n").derived)
    return from_verb and sorts.is_event(noun)


def _proposition(
    token: Token, kind: Kind, found: Sequence[Argument], words: Words, cues: Cues
) -> Proposition:
    said = Commitment() if kind is Kind.DESCRIPTION else event_commitment(cues, token.i)
    seen: dict[tuple[Role, int], Argument] = {}
    for one in found:
        seen.setdefault((one.role, one.token.i), one)
    noun, tree = kind is Kind.NOMINAL, cues.tree
    first, end = tree.bounds[tree.sentence[token.i]]
    return Proposition(
        article=words.article,
        sentence=tree.span(first, end - 1),
        span=_span(token),
        lemma=_lemma(token),
        keys=concepts.of_token(token),
        pos=_POS.get(token.pos_, "n"),
        kind=kind,
        fillers=tuple(words.filler(one) for one in seen.values()),
        negated=said.negated or (said.stance is not None and any(t.dep_ == "neg" for t in token.lefts)),
        status=_status(token, said, tree) if kind is not Kind.DESCRIPTION else Status.FACT,
        modality=said.modality,
        stance=said.stance,
        earlier=_is_earlier(token),
        flat=_is_flat(token) if noun else not (_in_view(token) or _is_seen_by(token, said)),
        identity=token.pos_ == "NOUN" and _says_what_it_is(token),
        untold=any(
            a.token.pos_ == "PRON" and not words.key(a.token) for a in seen.values() if a.role is Role.AGENT
        ),
        around=_around(token, [a.token.i for a in seen.values()], words, tree),
    )


def _status(token: Token, said: Commitment, tree: Tree) -> Status:
    if _is_pending(token.i, tree):
        return Status.PENDING
    governed = _statuses().get(_governor(token))
    if governed is not None:
        return governed
    if said.modality is Modality.FACT:
        return Status.DENIED if said.negated or said.stance == Status.DENIED else Status.FACT
    if said.modality in (Modality.FUTURE, Modality.FORECAST):
        return Status.FORECAST
    return Status.PROPOSED if said.modality is Modality.PROPOSED else Status.POSSIBLE


def _governor(token: Token) -> str:
    """The verb that has a deed only in view: "offered to resign", "called for talks"."""
    over = token.head
    if token.dep_ == "pobj" and over.dep_ == "prep":
        over = over.head
    elif token.dep_ not in ("xcomp", "dobj", "ccomp", "nsubjpass"):
        return ""
    return over.lemma_.lower()


@lru_cache(maxsize=1)
def _statuses() -> dict[str, Status]:
    return {
        verb: Status(status) for status, verbs in load("propositions")["governors"].items() for verb in verbs
    }


def _is_earlier(token: Token) -> bool:
    """Whether it is told as what had been so before: "had been", "was formerly"."""
    return any(
        (t.dep_ == "aux" and t.lower_ == "had") or t.lower_ in word_list("propositions", "earlier")
        for t in token.lefts
    )


def _is_flat(noun: Token) -> bool:
    """Whether a sentence says of a noun that it is so: "was an attack", "no shots", "ruled out an attack"."""
    none = any(t.dep_ in ("det", "neg") and t.lower_ == "no" for t in noun.lefts)
    return none or noun.dep_ in ("dobj", "nsubjpass") or _says_what_it_is(noun)


def _says_what_it_is(noun: Token) -> bool:
    if noun.dep_ == "pobj":
        above = noun.head.head  # "the result of an attack", "the result of or related to an attack"
        return any(t.dep_ == "attr" for t in (above, above.head)) and above.pos_ in ("NOUN", "VERB")
    return noun.dep_ == "attr"


def _in_view(verb: Token) -> bool:
    """Whether a verb only says what something is for or about: "in talks to buy it", "avoid selling it".

    Capitals are a headline, which is parsed badly.
    """
    lefts = [t.lower_ for t in verb.lefts]
    if "to" in lefts and verb.dep_ != "ROOT" and verb.head.lemma_ != "be":
        return not is_picked(verb)
    if verb.dep_ == "pcomp" and verb.head.lower_ in word_list("propositions", "factive"):
        return False
    if verb.pos_ == "ADJ" and verb.head.lemma_.lower() in word_list("propositions", "professing"):
        return True
    bare = verb.tag_ == "VBG" and not any(t.dep_ in ("aux", "nsubj") for t in verb.lefts)
    return verb.is_upper or (bare and verb.dep_ in _GERUNDS)


def _is_seen_by(adjective: Token, said: Commitment) -> bool:
    """Whether it only says how another deed went which is denied: "escaped being buried alive"."""
    return said.negated and adjective.dep_ == "oprd" and adjective.head.pos_ == "VERB"


def _is_pending(predicate: int, tree: Tree) -> bool:
    first = max(tree.bounds[tree.sentence[predicate]][0], predicate - _BEFORE)
    words = f" {' '.join(tree.words[first:predicate])} "
    return any(cue in words for cue in _pending())


@lru_cache(maxsize=1)
def _pending() -> Sequence[str]:
    return [f" {cue} " for cue in load("deeds")["pending"]]


def _around(token: Token, taken: list[int], words: Words, tree: Tree) -> Keys:
    """The keys of the rest of the clause: when, where, for what."""
    clause = token.head.i if token.pos_ == "ADJ" and token.head.pos_ == "AUX" else token.i
    rest = tree.below(clause) - tree.below(*taken) - {token.i}
    told = (tree.doc[i] for i in rest)
    return frozenset(key for t in told if not t.is_stop for key in words.key(t))


def _lemma(token: Token) -> str:
    lemma = token.lemma_.lower()
    for child in token.rights:
        phrase = f"{lemma} {child.lower_}"
        adverb = child.dep_ == "advmod" and child.lower_ in word_list("propositions", "particles")
        if child.dep_ == "prt" or (adverb and (wordnet.known(phrase, "v") or phrase in listed_words())):
            return phrase
    return lemma


def _span(token: Token) -> Span:
    small = kids(token, "neg", "aux", "auxpass", "prt")
    tokens = [token, *(t for t in small if abs(t.i - token.i) <= 4)]
    first = min(tokens, key=lambda t: t.i)
    last = max(tokens, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))
