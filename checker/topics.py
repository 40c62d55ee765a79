"""What a value is a value of: the thing counted or measured, what befell it, and which one it was.

Read from the dependency tree around the value: "30 critically wounded soldiers" counts soldiers who
are injured; "the call lasted more than two hours" times the call; "the toll rose to 45 from 38"
counts the killed, and 38 is the figure compared with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from checker import befalling, concepts, naming
from checker.baselines import is_baseline
from checker.changed_things import changed
from checker.concepts import Concepts
from checker.data import load
from checker.groups import group_of
from checker.model import Kind, Span, Value
from checker.results import is_score, result

if TYPE_CHECKING:
    from checker.language import Doc, Token

_NARROWING = {"amod", "compound", "nmod", "poss", "advmod"}
_NOTHING: Concepts = frozenset()
MEASURED = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.MEASURE, Kind.DURATION})


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
    group: frozenset[str] = frozenset()  # the people it is told of: "by a fifth among those on oxygen"
    name: str = ""  # what readers call it: "storm surge", "wounded soldiers"
    untold: tuple[str, ...] = ()  # the states that the name does not tell

    @property
    def empty(self) -> bool:
        """Whether the thing counted says nothing by itself: "seven times", "two others"."""
        return self.word.lower() in words_of("empty_things")

    @property
    def about_people(self) -> bool:
        return any(concepts.type_of(c) == "people" for c in self.core)


@lru_cache(maxsize=8)
def words_of(key: str) -> frozenset[str]:
    """A word list of rules/vocabulary/topics.yaml."""
    return frozenset(load("topics")[key])


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
        ends = _assemble(value, node, None, ended, _predicate(node), set())
        return replace(ends, word="score", name="score", untold=())
    counted = value.counted is not None and node.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
    thing = node if counted else changed(value, node, within) or _measured(node, within)
    if value.kind is Kind.DURATION and thing is not None and thing.pos_ == "VERB":
        thing = _event_among(thing) or thing  # "fought the blaze for nine hours" times the blaze
    thing = _told_thing(value, thing, within)
    core = concepts.of_token(thing) if thing is not None else _NOTHING
    if value.kind is Kind.AGE and value.notes:  # an age that a law sets is its own thing
        ages = _assemble(value, node, None, frozenset(value.notes[:1]), _predicate(node), within)
        return replace(ages, word=value.notes[0])
    own = befalling.verb_of_its_own(value, inside)
    if own is not None and inside is not None:  # "six were killed and 20 injured": the 20 were not killed
        return _assemble(value, inside.root, thing, core, own, within)
    verb = _predicate(thing if thing is not None else node) or _predicate(node)
    if value.kind is Kind.DATE and thing is not None and thing.pos_ == "NOUN":
        verb = None  # "the crash on Friday" is dated, whatever the sentence says of it
    return _assemble(value, node, thing, core, verb, within)


def _told_thing(value: Value, thing: Token | None, within: set[int]) -> Token | None:
    """The thing behind a word for the number itself, and none where a name stands in its place."""
    if thing is None:
        return None
    named = any(concepts.type_of(c) for c in concepts.of_token(thing))  # "Turnout was 79%" names nobody
    if thing.lemma_.lower() in words_of("number_nouns"):
        return _of_object(thing, within) or (thing if named else None)  # "toll" says what it is a toll of
    if thing.pos_ == "PROPN" and value.kind in MEASURED and not named:
        return None  # "gave the Chiefs 90 yards": the Chiefs have no length
    return thing


def _assemble(
    value: Value, node: Token, thing: Token | None, core: Concepts, verb: Token | None, within: set[int]
) -> Topic:
    borrowed = thing is not None and value.counted is not None and node.i in within and verb is not None
    narrowing = _modifiers(thing, within) if thing is not None else []
    if borrowed:
        narrowing = [t for t in narrowing if t.dep_ != "acl"]
    narrowing += [child for child in node.children if child.dep_ == "amod" and child.i not in within]
    befallen = narrowing + (befalling.told_of(thing) if thing is not None and not borrowed else [])
    states = {c for token in befallen for c in befalling.states(concepts.of_token(token))}
    if verb is not None and verb.lemma_.lower() in words_of("linking_verbs"):
        states |= befalling.predicated(verb)
    states |= befalling.states(core)
    predicate: Concepts = _NOTHING
    if verb is not None and (not _links(verb, node) or befalling.states(concepts.of_token(verb))):
        predicate = concepts.of_token(verb)
        if not states:
            states |= befalling.states(predicate)
    things = frozenset(c for c in core if concepts.type_of(c) != "state")
    neutral = words_of("neutral_modifiers")
    modifiers = frozenset(
        token.lemma_.lower()
        for token in narrowing
        if token.lemma_.lower() not in neutral
        and token.pos_ in ("NOUN", "ADJ", "PROPN", "VERB")
        and not any(concepts.type_of(c) == "state" for c in concepts.of_token(token))
    )
    return Topic(
        core=things,
        word=thing.text if thing is not None else "",
        states=frozenset(states),
        predicate=predicate,
        modifiers=modifiers,
        agents=tuple(_agents(verb)) if predicate else (),
        owners=tuple(_owners(thing, node, verb, within)),
        places=tuple(_places(thing, node, verb)),
        baseline=is_baseline(node, within),
        group=group_of(node.doc, value),
        clause=_clause(verb, node),
        name=_name(value, node, thing, verb, within),
        untold=naming.states_untold(thing if thing is not None else node, frozenset(states)),
    )


def _name(value: Value, node: Token, thing: Token | None, verb: Token | None, within: set[int]) -> str:
    """What readers call it; the noun counted says it best: "counts of conspiracy"."""
    if value.counted is not None and node.pos_ in ("NOUN", "PROPN") and value.kind not in MEASURED:
        thing, within = node, within - {node.i}
    doing = thing if thing is not None and thing.pos_ == "VERB" else verb
    subject = _subject(doing, node) if doing is not None else None
    if thing is not None and doing is not None and thing.i not in within:
        acts = value.kind in naming.ABOUT_ACTS
        told = value.kind is Kind.COUNT and doing.i != thing.i and befalling.states(concepts.of_token(doing))
        if told or (doing.lemma_ in ("do", "have") if acts else _links(doing, node)):
            doing = None  # "people killed" says it by its states; "revenue rose", "the call lasted"
    return naming.name_of(value.kind, thing, doing, subject, within)


_ATTACHED = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "appos"})


def _measured(node: Token, within: set[int]) -> Token | None:
    """The noun whose size the value gives, or the verb whose length or amount it gives."""
    token = node
    while token.dep_ in _ATTACHED and token.head.i != token.i:
        token = token.head
        if token.i not in within and token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.i not in within and token.pos_ == "VERB":
            break
    over = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "prep" else None
    named = over if over is not None and over.pos_ in ("NOUN", "PROPN") and over.i not in within else None
    if named is not None and token.head.lower_ in ("in", "within", "over", "after", "during"):
        named = None  # "two extensions in seven months" are not seven months long
    if named is not None and token.head.lower_ == "of":
        return named  # "revenue of $94.9bn", "a ceasefire of two months in …"
    inner = _of_object(node, within)  # "$94.9 billion in revenue", "6% of voters"
    if inner is not None:
        return inner
    if named is not None:
        return named
    verb = _predicate(node)
    if verb is None:
        return None
    if verb.lemma_.lower() in words_of("setting_verbs") and token.dep_ == "pobj":
        set_down = [t for t in verb.children if t.dep_ in ("dobj", "nsubjpass") and t.i not in within]
        if set_down:
            return set_down[0]  # "officials put the death toll at 288"
    if verb.lemma_.lower() in words_of("spending_verbs"):
        return _purpose(verb, within) or verb
    if verb.lemma_.lower() in words_of("linking_verbs"):
        return _subject(verb, node) or _instrument(verb, node, within) or _event_among(verb)
    if node.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and _subject(verb, node) is None:
        return None
    return verb


def _purpose(verb: Token, within: set[int]) -> Token | None:
    """What money goes to: "spend $5m on a park", "pay $5m for repairing the roof"."""
    for prep in verb.rights:
        if prep.dep_ == "prep" and prep.lower_ in ("on", "for", "in", "into"):
            for kid in prep.children:
                if kid.dep_ == "pobj" and kid.i not in within:
                    return kid
                if kid.dep_ == "pcomp":
                    return next((t for t in kid.children if t.dep_ == "dobj"), kid)
    return None


def _event_among(verb: Token) -> Token | None:
    """The event that a verb is done to: the blaze that is fought, the strike that is held."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "xcomp", "advcl"):
            if child.pos_ == "VERB" and (found := _event_among(child)):
                return found
            if child.pos_ == "NOUN" and any(concepts.type_of(c) == "event" for c in concepts.of_token(child)):
                return child
    return None


def _instrument(verb: Token, node: Token, within: set[int]) -> Token | None:
    """ "It took them two hours on the telephone": what they were at."""
    for over in (node, verb):
        for prep in over.rights:
            if prep.dep_ == "prep" and prep.lower_ in ("on", "in", "at") and prep.i not in within:
                for kid in prep.children:
                    if any(concepts.type_of(c) == "event" for c in concepts.of_token(kid)):
                        return kid
    return None


def _of_object(token: Token, within: set[int]) -> Token | None:
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "for") and child.i not in within:
            paid_in = words_of("payment_forms") if child.lower_ == "in" else frozenset()
            for kid in child.children:
                if kid.dep_ != "pobj" or kid.i in within or kid.lemma_.lower() in paid_in:
                    continue
                if kid.pos_ in ("NOUN", "ADJ", "VERB"):
                    return kid
            if child.lower_ == "of":
                return None
    return None


def _predicate(token: Token) -> Token | None:
    """The nearest verb above that is not an auxiliary."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


_CARRIED = frozenset({"conj", "xcomp", "advcl", "acl"})  # a verb that shares the subject of the one above


def _subject(verb: Token, but: Token) -> Token | None:
    """The noun that a verb is said of; a relative clause is said of the noun before it."""
    while True:
        own = [t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass", "csubj") and t.i != but.i]
        relative = verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN")
        if relative and (not own or own[0].tag_ in ("WDT", "WP")):
            return verb.head
        if own:
            return own[0] if own[0].pos_ in ("NOUN", "PROPN", "ADJ") else None
        if verb.dep_ not in _CARRIED or verb.head.i == verb.i or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head


def _modifiers(thing: Token, within: set[int]) -> list[Token]:
    found = [t for t in thing.children if t.dep_ in _NARROWING and t.i not in within and t.pos_ != "NUM"]
    found = [
        t for t in found if t.tag_ not in ("VBD", "VBZ", "VBP")
    ]  # verbs that the parser took for part of it
    for child in list(found):
        found += [t for t in child.children if t.dep_ in ("compound", "amod", "conj") and t.i not in within]
    found += [t for t in thing.children if t.dep_ == "acl" and t.tag_ == "VBN"]  # "soldiers wounded in …"
    return found


def _links(verb: Token, node: Token) -> bool:
    """Whether a verb only ties a figure to its subject; "hit by seven bullets" tells what they did."""
    if verb.lemma_.lower() not in words_of("linking_verbs"):
        return False
    while node.i != verb.i and node.head.i != node.i:
        if node.dep_ == "agent":
            return False
        node = node.head
    return True


def _agents(verb: Token | None) -> Iterator[Span]:
    for token in verb.children if verb is not None else ():
        if token.dep_ == "nsubj":
            yield Span(token.idx, token.idx + len(token))


def _owners(thing: Token | None, node: Token, verb: Token | None, within: set[int]) -> list[Span]:
    found: list[Token] = []
    if thing is not None:
        found += [
            t for t in thing.children if t.dep_ == "poss" or (t.dep_ in _NARROWING and t.pos_ == "PROPN")
        ]
        for prep in thing.children:
            if prep.dep_ == "prep" and prep.lower_ in ("of", "by", "from"):
                found += [t for t in prep.children if t.dep_ == "pobj"]
    said_of = thing is not None and thing.dep_ in ("attr", "appos")
    if said_of:
        found.clear()  # "Russell, a 20-year veteran of the department": the years are Russell's
    if thing is not None and thing.dep_ == "appos":
        found.append(thing.head)
    if verb is not None and (said_of or not found):
        subjects = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")]
        found += [t for subject in subjects for t in (subject, *subject.conjuncts)]
        for by in verb.children:
            if by.dep_ == "agent":
                found += [t for t in by.children if t.dep_ == "pobj"]
    own = within | ({thing.i} if thing is not None else set())
    return [Span(t.idx, t.idx + len(t)) for t in found if t.i not in own]


def _places(*over: Token | None) -> Iterator[Span]:
    """What the locative phrases of the thing, the number or the verb name."""
    for token in over:
        for prep in token.children if token is not None else ():
            if prep.dep_ == "prep" and prep.lower_ in words_of("locatives"):
                for place in prep.children:
                    if place.dep_ == "pobj":
                        yield Span(place.left_edge.idx, place.idx + len(place))


def _clause(verb: Token | None, node: Token) -> Span:
    top = verb if verb is not None else node
    last = top.right_edge
    return Span(top.left_edge.idx, last.idx + len(last))
