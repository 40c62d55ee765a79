"""What a value is a value of: the thing counted or measured, what befell it, what narrows it, whose it is.

Read from the noun phrase and the clause around the value: "30 critically wounded soldiers" counts soldiers
who are injured; "the call lasted more than two hours" times the call; "the toll rose to 45 from 38" counts
the killed, and 38 is the figure compared with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.clauses import subjects
from checker.data import load
from checker.lexical import concepts
from checker.lexical.concepts import Concepts, states
from checker.model import CAP, Kind, Span, Value
from checker.propositions.arguments import Argument, arguments
from checker.propositions.naming import name_of
from checker.propositions.proposition import Role
from checker.propositions.reckoning import is_baseline, is_depth, offset_of
from checker.propositions.scores import is_score, result
from checker.propositions.things import links, predicate_of, subject_of, thing_of, words_of
from checker.values.none_of import NOBODY, NONE

if TYPE_CHECKING:
    from checker.language import Doc, Token

MOST = "maximum"  # modifier of a term of imprisonment: the most there can be
_NOTHING: Concepts = frozenset()
_PEOPLE: Concepts = concepts.of_word("person", "n")
_NARROWING = frozenset({"amod", "compound", "nmod", "poss", "advmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CONTENT = frozenset({"NOUN", "ADJ", "PROPN", "VERB"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_NEAR = 6  # tokens


@dataclass(frozen=True, slots=True)
class Topic:
    """`core` is the thing counted or measured (empty where the words leave it out), `states` what befell
    it, `predicate` the verb it stands under, `modifiers` the lemmas that narrow it."""

    core: Concepts
    word: str
    states: frozenset[str]
    predicate: Concepts
    modifiers: frozenset[str]
    agents: tuple[Span, ...]  # words for who does what the verb says
    owners: tuple[Span, ...]  # words for whose thing it is: possessor, "of" phrase, or the verb's parties
    places: tuple[Span, ...]  # words that say where: "in Kherson", "near the border"
    clause: Span
    baseline: bool = False  # the figure compared with: "from 38", "than last year's 12"
    name: str = ""  # what readers call it: "storm surge", "wounded soldiers"
    untold: tuple[str, ...] = ()  # the states that the name does not tell
    noun: str = ""  # the lemma of the thing
    subject: str = ""  # of what the verb is said that stands in the thing's place: "a ticket costs"

    @property
    def empty(self) -> bool:
        """Whether the thing counted says nothing by itself: "seven times", "two others"."""
        return self.word.lower() in words_of("empty_things")

    @property
    def about_people(self) -> bool:
        return any(concepts.type_of(c) == "people" for c in self.core)


def topic_of(doc: Doc, value: Value) -> Topic:
    """The topic of a value found in `doc`."""
    inside = doc.char_span(*value.span, alignment_mode="expand")
    within = {token.i for token in inside} if inside is not None else set()
    number: Token = inside.root if inside is not None else doc[0]
    counted = value.counted and doc.char_span(*value.counted.span, alignment_mode="expand")
    node = counted.root if counted else number
    if is_score(value):
        ended = _Reader(value, number, node, within, None, frozenset({result(doc, value) or ""})).topic()
        return replace(ended, word="score", name="score", untold=())
    thing = thing_of(value, node, within)
    if NONE in value.notes and value.counted is not None and value.counted.head == NOBODY:
        people = _Reader(value, number, node, within, thing, _PEOPLE).topic()
        return replace(people, word=NOBODY, name="people")
    if value.kind is Kind.AGE and value.notes:  # an age that a law sets is its own thing
        ages = _Reader(value, number, node, within, None, frozenset(value.notes[:1])).topic()
        return replace(ages, word=value.notes[0])
    if offset := offset_of(doc, value):
        apart = _Reader(value, number, node, within, None, frozenset({offset})).topic()
        return replace(apart, word=offset[2:], name="", states=_NOTHING, modifiers=_NOTHING)
    core = concepts.of_token(thing) if thing is not None else _NOTHING
    if is_depth(doc, value):
        core = concepts.of_word("depth", "n")
    return _Reader(value, number, node, within, thing, core).topic()


class _Reader:
    """Reads the noun phrase of a thing and the clause of its verb."""

    def __init__(
        self, value: Value, number: Token, node: Token, within: set[int], thing: Token | None, core: Concepts
    ) -> None:
        self._value, self._number, self._node, self._within = value, number, node, within
        self._thing, self._core = thing, core
        self._verb = self._find_verb()
        self._told = _arguments(self._verb) if self._verb is not None else []

    def _find_verb(self) -> Token | None:
        """The verb that the value stands under: its own where it is the subject, else that of the thing."""
        thing, kind, number = self._thing, self._value.kind, self._number
        counted = self._value.counted
        alone = thing is None or (counted is not None and counted.span.start < self._value.span.start)
        if alone and number.dep_ in _SUBJECTS and number.head.pos_ == "VERB":
            return number.head  # "six were killed and 20 injured"
        if thing is None:
            return predicate_of(self._node)
        if thing.pos_ == "VERB" and thing.dep_ in ("relcl", "acl", "conj"):
            return thing  # "hits the shelves on 5 June and costs $449": the day is not that of the price
        if (kind is Kind.DATE and thing.pos_ == "NOUN") or (kind is Kind.MEASURE and thing.pos_ == "PROPN"):
            return None  # "the crash on Friday" is dated, whatever the sentence says of it
        above = predicate_of(self._node)
        before = (
            thing.i < self._node.sent.start
        )  # "It is worth $4bn" is said of the deal, not that it was signed
        return above if before else predicate_of(thing) or above

    def topic(self) -> Topic:
        thing, verb = self._thing, self._verb
        narrowing = self._narrowing()
        told = frozenset(c for t in narrowing for c in concepts.of_token(t)) | self._core
        said = concepts.of_token(verb) if verb is not None else _NOTHING
        befell = states(told) | states(c for t in self._clauses() for c in concepts.of_token(t))
        if verb is not None and links(verb):
            befell |= predicated(verb)
            said = said if states(said) else _NOTHING
        befell = befell or states(said)
        things = frozenset(c for c in self._core if concepts.type_of(c) != "state")
        things = frozenset(as_ for c in said if (as_ := load("topics")["counted_as"].get(c))) or things
        own = () if self._value.kind is Kind.COUNT else self._within
        noun = thing is not None and thing.pos_ in (*_NOUNS, "ADJ") and thing.i not in own
        subject = subject_of(thing, self._within) if thing is not None and thing.pos_ == "VERB" else None
        return Topic(
            core=things,
            word=thing.text if thing is not None else "",
            states=befell,
            predicate=said,
            modifiers=self._modifiers(narrowing, befell),
            agents=tuple(self._spans(a for a in self._told if a.role is Role.AGENT)) if said else (),
            owners=self._owners(),
            places=self._places(),
            clause=_clause(verb, self._node),
            baseline=is_baseline(self._number, self._within, self._value),
            name=name_of(thing if noun else None, thing if subject else verb, self._within),
            untold=tuple(sorted(befell - states(told))),
            noun=thing.lemma_.lower() if thing is not None else "",
            subject=subject.text.lower() if subject is not None else "",
        )

    def _narrowing(self) -> list[Token]:
        """The words that narrow the thing, those of its noun and those before the number."""
        over = [self._thing] if self._thing is not None else []
        found = [t for noun in (*over, self._node) for t in noun.children if t.dep_ in _NARROWING]
        found += [c for t in found for c in t.children if c.dep_ in ("compound", "amod", "conj")]
        found += [t for noun in over for t in noun.children if t.dep_ == "acl" and t.tag_ == "VBN"]
        found = [t for t in found if t.i not in self._within and t.pos_ != "NUM"]
        return [t for t in dict.fromkeys(found) if t.tag_ not in ("VBD", "VBZ", "VBP")]

    def _clauses(self) -> Iterator[Token]:
        """The verbs of relative clauses: "those who lost their lives"."""
        if self._thing is not None:
            inner = (k for t in self._thing.children if t.lower_ == "of" for k in t.children)
            for noun in (self._thing, *inner):
                yield from (t for t in noun.children if t.dep_ == "relcl" and t.pos_ == "VERB")

    def _modifiers(self, narrowing: list[Token], befell: Concepts) -> frozenset[str]:
        plain = [t for t in narrowing if not states(concepts.of_token(t)) and t.pos_ in _CONTENT]
        found = frozenset(t.lemma_.lower() for t in plain) - words_of("neutral_modifiers")
        if self._value.kind is not Kind.DURATION or "sentenced" not in befell:
            return found
        beside = self._verb.children if self._verb is not None else ()
        near = {t.lemma_.lower() for t in (*self._node.ancestors, *self._node.children, *beside)}
        most = CAP in self._value.notes or not near.isdisjoint(words_of("most_cues"))
        last = max(self._within)
        each = words_of("each").intersection(t.lower_ for t in self._node.doc[last : last + _NEAR])
        return found | ({MOST} if most else set()) | each

    def _owners(self) -> tuple[Span, ...]:
        """Whose it is: by possessor and "of", or those who act or are acted on."""
        thing, found = self._thing, list[Argument]()
        said_of = thing is not None and thing.dep_ in ("attr", "appos")
        if thing is not None and not said_of:  # "Russell, a veteran of the department": it is Russell's
            before = (t for t in thing.children if t.dep_ in _NARROWING)
            owned = (t for t in before if t.dep_ == "poss" or t.pos_ == "PROPN")
            behind = (t for p in thing.children if p.lower_ in ("of", "by", "from") for t in p.children)
            found = [Argument(Role.OTHER, t) for t in (*owned, *behind)]
        if thing is not None and thing.dep_ == "appos":
            found = [Argument(Role.OTHER, thing.head)]
        if not found or said_of:
            found += [a for a in self._told if a.role is Role.AGENT or a.token.dep_ == "nsubjpass"]
        own = self._within | ({thing.i} if thing is not None else set())
        return tuple(self._spans(a for a in found if a.token.i not in own))

    def _places(self) -> tuple[Span, ...]:
        over = [t for t in (self._thing, self._node, self._verb) if t is not None]
        behind = (p for t in over for p in t.children if p.lower_ in words_of("locatives"))
        where = (t for p in behind for t in p.children if t.dep_ == "pobj")
        return tuple(Span(t.left_edge.idx, t.idx + len(t)) for t in where)

    @staticmethod
    def _spans(found: Iterator[Argument]) -> Iterator[Span]:
        return (Span(a.token.idx, a.token.idx + len(a.token)) for a in found)


def _arguments(verb: Token) -> Sequence[Argument]:
    """What fills the roles of a verb; of "is" and "has" who it is said of."""
    if verb.pos_ == "VERB":
        return arguments(verb, nominal=False)
    return [Argument(Role.AGENT, t) for about in subjects(verb) for t in (about, *about.conjuncts)]


def predicated(verb: Token) -> frozenset[str]:
    """The states that are said of what a linking verb ties: "were missing", "left two people hurt"."""
    said = [t for t in verb.children if t.dep_ in ("acomp", "attr", "oprd")]
    said += [t for t in verb.children if t.dep_ == "xcomp" and t.tag_ == "VBN" and not t.n_lefts]
    said = [t for t in said if t.pos_ in ("ADJ", "VERB")]
    behind = [
        (prep, t) for prep in verb.children if prep.dep_ == "prep" for t in prep.children if t.dep_ == "pobj"
    ]
    said += [t for prep, t in behind if prep.lower_ == "among"]  # "two children were among the dead"
    found = {c for t in said for c in concepts.of_token(t) | concepts.of_word(t.lower_, "a")}
    return states(frozenset(found).union(*(concepts.placed(t) for _, t in behind)))  # "were without power"


def _clause(verb: Token | None, node: Token) -> Span:
    """The words of the clause; one that narrows a noun has the noun with it: "the captain, 39, survived".

    What stands beyond a semicolon is told of others, whatever the tree has it hang on.
    """
    top = verb if verb is not None else node
    first, last = top.left_edge, top.right_edge
    if top.dep_ in ("acl", "relcl") and top.head.pos_ in _NOUNS and top.head.i < first.i:
        first = next((t for t in top.head.lefts if t.dep_ == "compound"), top.head)
    if first.i <= node.i <= last.i:
        turns = [t.i for t in node.doc[first.i : last.i + 1] if t.text == ";"]
        first = node.doc[max((i + 1 for i in turns if i < node.i), default=first.i)]
        last = node.doc[min((i - 1 for i in turns if i > node.i), default=last.i)]
    return Span(first.idx, last.idx + len(last))
