"""What an account says was done, was not done or was so: predicates with those who take part, as keys.

A deed has the things of its subject and object as well as the actors ("the judgment of the lower court"), so
that two accounts can be held together that name nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.actors import ActorIndex
from checker.cues import Cues, event_commitment
from checker.data import load, word_list
from checker.lexical import concepts
from checker.model import Article, Modality, Span

if TYPE_CHECKING:
    from checker.language import Doc, Token

Keys = frozenset[str]
_BEFORE = 10  # words before a deed that say that it is still to come


@dataclass(frozen=True, slots=True)
class Deed:
    article: Article
    sentence: Span
    span: Span  # from the first to the last word of the predicate, its denial among them
    lemma: str  # with the particle: "set aside"
    keys: Keys  # concepts of the predicate
    verb: bool
    noun: bool  # a deed told as a thing: "the closure of the plant"
    flat: bool  # said of itself, not in passing: "it was an attack", "there were no closures"
    identity: bool  # what something is or came of: "was the result of an attack"
    negated: bool
    modality: Modality
    stance: str | None
    pending: bool  # still to come: "subject to approval"
    subject: Keys
    object: Keys
    untold: bool  # a pronoun does it, of which nothing says who it is
    heads: Keys  # the words that the object hangs on, or the subject of what has none
    around: Keys  # everything else in the clause

    @property
    def doers(self) -> Keys:
        """The ids of the actors that do it."""
        return _ids(self.subject)

    @property
    def patients(self) -> Keys:
        """The ids of the actors that it is done to."""
        return _ids(self.object)


def _ids(keys: Keys) -> Keys:
    return frozenset(key for key in keys if not key.startswith(("w:", "#")))


def find_deeds(doc: Doc, article: Article, cues: Cues, index: ActorIndex) -> list[Deed]:
    """Every predicate of a text, and every noun that tells a deed."""
    found = []
    for token in doc:
        noun = token.pos_ == "NOUN" and _tells_deed(token)
        if not noun and not _is_predicate(token):
            continue
        said = event_commitment(cues, token.i)
        subjects, objects = ([], _of(token)) if noun else (_subjects(token), _objects(token))
        found.append(
            Deed(
                article=article,
                sentence=Span(token.sent.start_char, token.sent.end_char),
                span=_span(token),
                lemma=_lemma(token),
                keys=concepts.of_token(token),
                verb=token.pos_ == "VERB",
                noun=noun,
                flat=_is_flat(token) if noun else not _in_view(token),
                identity=noun and _says_what_it_is(token),
                negated=said.negated,
                modality=said.modality,
                stance=said.stance,
                pending=_is_pending(token),
                subject=_keys(subjects, article, index),
                object=_keys(objects, article, index),
                untold=any(t.pos_ == "PRON" and not _key(t, article, index) for t in subjects),
                heads=frozenset(k for t in objects or subjects for k in _key(t, article, index)),
                around=_around(token, [*subjects, *objects], article, index),
            )
        )
    return found


def _is_predicate(token: Token) -> bool:
    if token.pos_ == "VERB" and token.dep_ not in ("aux", "amod", "compound"):
        return True
    return token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd", "conj")


def _tells_deed(token: Token) -> bool:
    return token.lemma_.lower() in word_list("deeds", "nouns")


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
        return True
    bare = verb.tag_ == "VBG" and not any(t.dep_ in ("aux", "nsubj") for t in verb.lefts)
    return verb.is_upper or (bare and verb.dep_ in ("pcomp", "xcomp", "acl", "csubj"))


def _is_pending(token: Token) -> bool:
    first = max(token.sent.start, token.i - _BEFORE)
    words = " ".join(t.lower_ for t in token.doc[first : token.i])
    return any(f" {cue} " in f" {words} " for cue in load("deeds")["pending"])


def _subjects(token: Token) -> list[Token]:
    """Who or what does it, or is so."""
    clause = token.head if token.pos_ == "ADJ" and token.head.pos_ in ("AUX", "VERB") else token
    found = [t for t in clause.children if t.dep_ in ("nsubj",)]
    found += [t for by in token.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"]
    if (
        not found
        and clause.dep_ in ("conj", "xcomp", "advcl")
        and not any(t.dep_ in ("nsubjpass", "auxpass") for t in clause.children)
    ):
        found = [t for t in clause.head.children if t.dep_ == "nsubj"]
    if not found and clause.dep_ == "acl" and clause.tag_ == "VBG":
        found = [clause.head]
    if clause.dep_ == "conj" and [t.lower_ for t in found] in (["it"], ["they"], ["he"], ["she"]):
        found = [t for t in clause.head.children if t.dep_ in ("nsubj", "nsubjpass")] or found
    return _all(_antecedents(clause, found))


def _objects(token: Token) -> list[Token]:
    """Who or what it is done to; of a predicate without an object, what its preposition leads to."""
    found = [t for t in token.children if t.dep_ in ("dobj", "nsubjpass", "dative")]
    if not found and token.dep_ == "conj":
        found = [t for t in token.head.children if t.dep_ == "nsubjpass"] if token.tag_ == "VBN" else []
    if not found and token.dep_ == "acl" and token.tag_ == "VBN":
        found = [token.head]
    if not found and any(t.dep_ == "auxpass" for t in token.children) and token.head.lemma_ == "be":
        found = [t for t in token.head.children if t.dep_ == "nsubj"]  # "two plants are to be closed"
    if not found:
        found = _of(token)
    return _all(_antecedents(token, found))


def _of(token: Token) -> list[Token]:
    """ "the closure of the plant", "plant closures", "voted against the cut"."""
    found = [t for p in token.children if p.dep_ == "prep" for t in p.children if t.dep_ == "pobj"]
    return [*(t for t in token.lefts if t.dep_ in ("compound", "poss")), *found]


def _antecedents(clause: Token, found: Iterable[Token]) -> list[Token]:
    pronouns = ("who", "which", "that", "whom")
    return [clause.head if clause.dep_ == "relcl" and t.lower_ in pronouns else t for t in found]


def _all(tokens: list[Token]) -> list[Token]:
    return [t for token in tokens for t in (token, *token.conjuncts)]


def _keys(heads: list[Token], article: Article, index: ActorIndex) -> Keys:
    """The keys of noun phrases: their heads and what narrows them."""
    return frozenset(key for head in heads for t in _phrase(head) for key in _key(t, article, index))


def _phrase(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in ("amod", "compound", "nmod", "poss", "nummod"):
            yield child
            yield from (c for c in child.children if c.dep_ in ("compound", "amod"))
        elif child.dep_ == "appos":
            yield child
        elif child.dep_ == "prep":
            yield from (t for kid in child.children if kid.dep_ == "pobj" for t in _phrase(kid))


def _key(token: Token, article: Article, index: ActorIndex) -> Keys:
    """The actor that a word names, else its concepts."""
    actor = index.at(article.id, Span(token.idx, token.idx + len(token)))
    if actor is not None:
        return frozenset({actor.id})
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "NUM"):
        return frozenset()
    if token.pos_ == "NUM" or token.like_num:
        return frozenset({f"#{token.lower_}"})
    return frozenset(f"w:{key}" for key in concepts.of_token(token))


def _around(token: Token, taken: list[Token], article: Article, index: ActorIndex) -> Keys:
    """The keys of the rest of the clause: when, where, for what."""
    held = {t.i for head in taken for t in head.subtree}
    clause = token.head if token.pos_ == "ADJ" and token.head.pos_ == "AUX" else token
    rest = [t for t in clause.subtree if t.i not in held and t.i != token.i]
    return frozenset(key for t in rest if not t.is_stop for key in _key(t, article, index))


def _lemma(token: Token) -> str:
    particle = next(
        (t.lower_ for t in token.children if t.dep_ == "prt" or (t.dep_ == "advmod" and t.lower_ == "aside")),
        "",
    )
    return f"{token.lemma_.lower()} {particle}".strip()


def _span(token: Token) -> Span:
    small = [t for t in token.children if t.dep_ in ("neg", "aux", "auxpass", "prt")]
    tokens = [token, *(t for t in small if abs(t.i - token.i) <= 4)]
    first = min(tokens, key=lambda t: t.i)
    last = max(tokens, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))
