"""What a value is a value of: the thing counted or measured, what befell it, and which one it was.

Read from the dependency tree around the value: "30 critically wounded soldiers" counts soldiers who
are injured; "the call lasted more than two hours" times the call; "the toll rose to 45 from 38"
counts the killed, and 38 is the figure compared with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker import befalling
from checker.data import load
from checker.lexical import concepts
from checker.lexical.concepts import Concepts
from checker.model import Kind, Span, Value
from checker.topics import naming
from checker.topics.baselines import is_baseline
from checker.topics.changed_things import changed
from checker.topics.groups import group_of
from checker.topics.lengths import reckoned_from
from checker.topics.of_verbs import TIMED, event_among, stands_in
from checker.topics.order import distance_from, is_depth, noun_before_comma
from checker.topics.results import is_score, result
from checker.topics.sentences import limits, prison
from checker.topics.surroundings import agents_of, clause_of, modifiers_of, owners_of, places_of
from checker.topics.things import MEASURED, measured, told_thing
from checker.topics.verbs import links, only_links, predicate_of, subject_of
from checker.topics.words import words_of
from checker.values.none_of import NOBODY, NONE

if TYPE_CHECKING:
    from checker.language import Doc, Token


_NOTHING: Concepts = frozenset()
_PEOPLE: Concepts = concepts.of_word("person", "n")


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
    owners: tuple[Span, ...]  # words for whose thing it is: possessor, "of" phrase, or the verb's subject
    places: tuple[Span, ...]  # words that say where: "in Kherson", "near the border"
    clause: Span
    baseline: bool = False  # the figure compared with: "from 38", "than last year's 12"
    numbered: bool = False  # a noun for the number says what is counted: "the number of nurses rose to 510"
    group: frozenset[str] = frozenset()  # the people it is told of: "by a fifth among those on oxygen"
    name: str = ""  # what readers call it: "storm surge", "wounded soldiers"
    untold: tuple[str, ...] = ()  # the states that the name does not tell
    noun: str = ""  # the lemma of the thing
    plural: bool = False  # "the 7.6 and 7.5 magnitude quakes"
    several: bool = False  # of several things together: "her three flights come to 608 days"
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
    node: Token = inside.root if inside is not None else doc[0]
    if value.counted is not None:
        noun = doc.char_span(*value.counted.span, alignment_mode="expand")
        if noun is not None:
            node = noun.root
    within = {token.i for token in inside} if inside is not None else set()
    if is_score(value):
        ended = frozenset({result(doc, value) or ""})
        ends = _assemble(value, node, None, ended, predicate_of(node), set())
        return replace(ends, word="score", name="score", untold=())
    thing, core, numbered = _thing_of(value, node, within)
    if NONE in value.notes and value.counted is not None and value.counted.head == NOBODY:
        people = _assemble(value, node, thing, _PEOPLE, predicate_of(node), within)
        return replace(people, word=NOBODY, name="people")
    if value.kind is Kind.AGE and value.notes:  # an age that a law sets is its own thing
        ages = _assemble(value, node, None, frozenset(value.notes[:1]), predicate_of(node), within)
        return replace(ages, word=value.notes[0])
    own = befalling.verb_of_its_own(value, inside)
    if own is not None and inside is not None:  # "six were killed and 20 injured": the 20 were not killed
        if value.counted is None:
            thing, core = None, _NOTHING  # nor are those "more than 300" the ones killed
        return _assemble(value, inside.root, thing, core, own, within)
    if value.kind is Kind.DURATION and (apart := reckoned_from(doc, value)) is not None:
        return _since(value, node, apart, within)
    if value.dimension == "length" and (far := distance_from(node, within)):
        return _distance(value, node, far, within)
    verb = predicate_of(thing if thing is not None else node) or predicate_of(node)
    if thing is not None and stands_in(node, thing):
        verb = predicate_of(node)  # "It is worth $4bn" is said of the deal, not that it was signed
    if thing is not None and (_of_clause(thing) or (thing.pos_ == "VERB" and thing.dep_ == "conj")):
        verb = thing  # "hits the shelves on 5 June and costs $449": the day is not that of the price
    if value.kind is Kind.DATE and thing is not None and thing.pos_ == "NOUN":
        verb = None  # "the crash on Friday" is dated, whatever the sentence says of it
    if value.kind is Kind.MEASURE and thing is not None and thing.pos_ == "PROPN":
        verb = None  # the Dali is 948 feet long, whatever it does
    return replace(_assemble(value, node, thing, core, verb, within), numbered=numbered)


def _thing_of(value: Value, node: Token, within: set[int]) -> tuple[Token | None, Concepts, bool]:
    """The thing of a value, its concepts, and whether a noun for the number led to it."""
    counted = value.counted is not None and node.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
    aside = noun_before_comma(node, within) if value.kind in (Kind.MEASURE, Kind.MONEY) else None
    thing = node if counted else changed(value, node, within) or aside or measured(value, node, within)
    if value.kind is Kind.DURATION and thing is not None and thing.pos_ == "VERB":
        thing = event_among(thing) or thing  # "fought the blaze for nine hours" times the blaze
    spent_in = prison(value, within, node)
    told = spent_in or aside or told_thing(value, thing, within)
    numbered = spent_in is None and told is not None and thing is not None and told.i != thing.i
    core = concepts.of_token(told) if told is not None else _NOTHING
    if spent_in is not None:
        core = concepts.of_word("prison", "n")
    if value.dimension == "length" and is_depth(node, within):
        core = concepts.of_word("depth", "n")
    return told, core, numbered


def _distance(value: Value, node: Token, far: str, within: set[int]) -> Topic:
    """A distance is that of what is so far off: of the quake that struck there, not of the town."""
    verb = predicate_of(node)
    subject = subject_of(verb, node) if verb is not None else None
    of = "".join(sorted(concepts.of_token(subject))[:1]).removeprefix("n:") if subject is not None else ""
    apart = _assemble(value, node, None, frozenset({f"n:{far}, {of}"}), verb, within)
    return replace(apart, word="distance", name="distance", modifiers=_NOTHING)


def _since(value: Value, node: Token, apart: tuple[Token, Token], within: set[int]) -> Topic:
    """How long after an event something came is no length of the event or of what came, but of the two."""
    event, verb = apart
    told = {f"n:{come} since {then}" for come in concepts.of_token(verb) for then in concepts.of_token(event)}
    found = _assemble(value, node, None, frozenset(told), verb, within)
    subject = subject_of(verb, node)
    whose = frozenset({subject.lemma_.lower()} if subject is not None and subject.pos_ == "NOUN" else ())
    return replace(found, word=event.text, states=_NOTHING, modifiers=whose)


def _assemble(
    value: Value, node: Token, thing: Token | None, core: Concepts, verb: Token | None, within: set[int]
) -> Topic:
    borrowed = thing is not None and value.counted is not None and node.i in within and verb is not None
    narrowing = modifiers_of(thing, within) if thing is not None else []
    if borrowed:
        narrowing = [t for t in narrowing if t.dep_ != "acl"]
    narrowing += [child for child in node.children if child.dep_ == "amod" and child.i not in within]
    acts = thing is not None and thing.pos_ == "VERB" and value.kind in MEASURED
    subject = subject_of(thing, node) if thing is not None and acts else None
    befallen = narrowing + (befalling.told_of(thing) if thing is not None and not borrowed else [])
    states = {c for token in befallen for c in befalling.states(concepts.of_token(token))}
    if verb is not None and links(verb):
        states |= befalling.predicated(verb)
    states |= befalling.states(core)
    predicate: Concepts = _NOTHING
    aside = thing is not None and verb is not None and thing.i == verb.i and _of_clause(thing)
    dated_act = value.kind in TIMED and thing is not None and verb is not None and thing.i == verb.i
    if (
        verb is not None
        and not aside
        and (not only_links(verb, node) or dated_act or befalling.states(concepts.of_token(verb)))
    ):
        predicate = concepts.of_token(verb)
        if not states:
            states |= befalling.states(predicate)
    things = frozenset(c for c in core if concepts.type_of(c) != "state")
    things = frozenset(as_ for c in predicate if (as_ := load("topics")["counted_as"].get(c))) or things
    neutral = words_of("neutral_modifiers")
    modifiers = frozenset(
        token.lemma_.lower()
        for token in narrowing
        if token.lemma_.lower() not in neutral
        and token.pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
        and not any(concepts.type_of(c) == "state" for c in concepts.of_token(token))
    )
    states = _implied(things, states)
    if value.kind is Kind.DURATION and "sentenced" in states:
        modifiers |= limits(value, within, node, verb)
    return Topic(
        core=things,
        word=thing.text if thing is not None else "",
        states=frozenset(states),
        predicate=predicate,
        modifiers=modifiers,
        agents=tuple(agents_of(verb)) if predicate else (),
        owners=tuple(owners_of(thing, node, verb, within)),
        places=tuple(places_of(thing, node, verb)),
        baseline=is_baseline(_number(value, node), within),
        group=group_of(node.doc, value),
        clause=clause_of(verb, node),
        several=thing is not None and any(t.dep_ == "nummod" and t.i not in within for t in thing.lefts),
        subject=subject.text.lower() if subject is not None else "",
        name=_name(value, node, thing, verb, within),
        untold=naming.states_untold(thing if thing is not None else node, frozenset(states)),
        noun=thing.lemma_.lower() if thing is not None else "",
        plural=thing is not None and thing.tag_ in ("NNS", "NNPS"),
    )


def _number(value: Value, node: Token) -> Token:
    """The token of the number where what it counts is named before it: "600 flights, compared with 90"."""
    if value.counted is None or value.counted.span.start > value.span.start:
        return node
    inside = node.doc.char_span(*value.span, alignment_mode="expand")
    return inside.root if inside is not None else node


def _of_clause(thing: Token) -> bool:
    """Whether it is the verb of a clause about a noun: "the start-up, which raised $35m, was bought"."""
    return thing.pos_ == "VERB" and thing.dep_ in ("relcl", "acl")


def _implied(things: Concepts, states: set[str]) -> set[str]:
    """What befell somebody; of some things what must have befallen them before: sentenced on five counts."""
    table = load("topics")["implied_states"]
    before = {state: told for thing in things for state, told in table.get(thing, {}).items()}
    return {before.get(state, state) for state in states}


def _name(value: Value, node: Token, thing: Token | None, verb: Token | None, within: set[int]) -> str:
    """What readers call it; the noun counted says it best: "counts of conspiracy"."""
    if value.counted is not None and node.pos_ in ("NOUN", "PROPN") and value.kind not in MEASURED:
        thing, within = node, within - {node.i}
    doing = thing if thing is not None and thing.pos_ == "VERB" else verb
    subject = subject_of(doing, node) if doing is not None else None
    if thing is not None and doing is not None and thing.i not in within:
        acts = value.kind in naming.ABOUT_ACTS
        told = value.kind is Kind.COUNT and doing.i != thing.i and befalling.states(concepts.of_token(doing))
        idle = doing.i != thing.i and only_links(doing, node)
        if told or (doing.lemma_ in ("do", "have") if acts else idle):
            doing = None  # "people killed" says it by its states; "revenue rose", "the call lasted"
    return naming.name_of(value.kind, thing, doing, subject, within)
