"""Whether a claim is one that a rule is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from checker.claims.claim import Claim, is_name
from checker.keeping import kept
from checker.lexical import concepts
from checker.model import Kind, Modality, Relation
from checker.rules.patterns import ClaimPattern, Conditions, Exclusion, ValuePattern
from checker.rules.phrases import says
from checker.rules.rule import Rule
from checker.values.calendar_words import is_calendar_name


def matches(claim: Claim, pattern: ClaimPattern) -> bool:
    return (
        _value(claim, pattern.value)
        and _conditions(claim, pattern.with_)
        and (not pattern.near or _near(claim, pattern.near))
        and not (pattern.except_ is not None and _excluded(claim, pattern.except_))
    )


def shares(a: Claim, b: Claim, same: Iterable[str]) -> bool:
    """Whether two claims have all of `same` in common; what a claim does not say is not held against it."""
    return all(_SHARES[key](a, b) for key in same)


_OPEN = frozenset({"proposed", "demanded", "considered"})
_AGAINST = frozenset({"rejected", "denied", "condemned", "suspended"})


def stance_side(claim: Claim) -> str:
    """for, against or open: on which side of the matter the claim's stance stands."""
    commitment = claim.commitment
    if commitment.stance in _OPEN or commitment.modality.value in ("proposed", "conditional", "possible"):
        return "open"
    return "against" if (commitment.stance in _AGAINST) != commitment.negated else "for"


def _one_actor(a: Claim, b: Claim) -> bool:
    """Whether one actor may be behind both: the holders of the stances where both are named, else anybody."""
    if a.holder and b.holder:
        return a.holder == b.holder
    if a.commitment.holder and b.commitment.holder:
        holders = (c.article.words(c.commitment.holder or c.value.span).split() for c in (a, b))
        names = [frozenset(filter(is_name, words)) for words in holders]
        # "the two leaders" and "Putin": the one may be of the other; "Shell" and "Vodafone" are not
        return not all(names) or bool(names[0] & names[1])
    others = a.participants - a.places, b.participants - b.places
    if all(others):
        return bool(others[0] & others[1])
    return bool(a.participants & b.participants) or not (a.participants or b.participants)


def _either_or_shared(a: Iterable[str], b: Iterable[str]) -> bool:
    a, b = set(a), set(b)
    return not a or not b or bool(a & b)


_LOCATED = re.compile(r"\b(?i:in|at|near|off|outside|over|for|hit|struck|shook) (?:the )?([A-Z][\w’'-]+)")


def _located(claim: Claim) -> frozenset[str]:
    """Names that stand where a place is named: "in Dakar"; the first word of each."""
    clause = claim.article.words(claim.topic.clause)
    return frozenset(name for name in _LOCATED.findall(clause) if not is_calendar_name(name.lower()))


_SHARES: dict[str, Callable[[Claim, Claim], bool]] = {
    "actor": _one_actor,
    # "agreed not to hit power plants" and "agreed to a truce" are one stance towards opposite things
    "stance": lambda a, b: (
        a.commitment.stance == b.commitment.stance is not None or stance_side(a) == stance_side(b)
    ),
    "speaker": lambda a, b: a.speaker == b.speaker,
    "counted": lambda a, b: concepts.same(a.topic.core | a.topic.states, b.topic.core | b.topic.states),
    "event": lambda a, b: concepts.same(a.topic.predicate, b.topic.predicate),
    "place": lambda a, b: (
        _either_or_shared(a.places, b.places) and _either_or_shared(_located(a), _located(b))
    ),
    "time": lambda a, b: not (a.when and b.when) or a.when.relation(b.when) is not Relation.DISJOINT,
    # whose it is: "a study from Oxford" and one from Stanford are two
    "owner": lambda a, b: _either_or_shared(a.owners, b.owners),
    "basis": lambda a, b: a.value.basis == b.value.basis,
    "modality": lambda a, b: a.commitment.modality == b.commitment.modality,
    "unit": lambda a, b: a.value.unit == b.value.unit,
    "sentence-topic": lambda a, b: len(a.context & b.context) >= 2,
}


def _speaker_names(claim: Claim) -> tuple[str, ...]:
    """The speaker's name and the words that name it there, with a title before them: "Mayor Lund"."""
    speaker = claim.statement.speaker if claim.statement else None
    if speaker is None:
        return (claim.article.name,)
    if speaker.span is None:
        return (speaker.name,)
    before = claim.article.text[max(0, speaker.span.start - 40) : speaker.span.start].split()[-2:]
    return speaker.name, claim.article.words(speaker.span), " ".join(before)


def in_scope(claim: Claim, rule: Rule) -> bool:
    """Whether this side of a finding is of the sources and speakers that the rule names."""
    scope = rule.scope
    return _named(scope.sources, (claim.article.id, claim.article.name)) and _named(
        scope.speakers, _speaker_names(claim)
    )


def _value(claim: Claim, pattern: ValuePattern) -> bool:
    value = claim.value
    if pattern.is_term:
        return (
            value.kind is Kind.TERM
            and value.dimension == f"term:{pattern.vocabulary}"
            and (not pattern.terms or value.stated[0] in pattern.terms)
        )
    return (
        value.kind is pattern.kind
        and (pattern.unit is None or value.unit == pattern.unit)
        and (pattern.dimension is None or value.dimension == pattern.dimension)
        and (not pattern.of or _is_of(claim, pattern.of))
    )


def _is_of(claim: Claim, words: Iterable[str]) -> bool:
    topic = claim.topic
    spoken = topic.core | topic.states | topic.predicate
    counted = claim.value.counted
    lemmas = {topic.word.lower()}
    if counted is not None:
        lemmas |= {counted.head, counted.text.lower(), *counted.modifiers}
    if topic.subject:  # "a ticket costs 3 euros" is of a ticket, too
        spoken |= _spoken(topic.subject)
    return any(word.lower() in lemmas or spoken & _spoken(word.lower()) for word in words)


@kept(2_000)
def _spoken(word: str) -> frozenset[str]:
    """The concepts a word may name, as whatever part of speech."""
    singular = word[:-1] if word.endswith("s") else word
    found = {word, singular}
    for form in (word, singular):
        for pos in "nva":
            found |= concepts.of_word(form, pos)
    return frozenset(found)


def _conditions(claim: Claim, wanted: Conditions) -> bool:
    statement = claim.statement
    said = {
        "stance": claim.commitment.stance,
        "modality": modality_of(claim),
        "attitude": statement and statement.attitude,
        "basis": claim.value.basis,
        "role": claim.article.role,
        "form": statement and statement.form,
    }
    return (
        all(not (asked := getattr(wanted, key)) or given in asked for key, given in said.items())
        and wanted.negated in (None, said_not_so(claim))
        and wanted.change in (None, claim.value.change)
        and _named(wanted.speaker, _speaker_names(claim))
        and _named(wanted.actor, claim.party_names)
    )


def modality_of(claim: Claim) -> Modality:
    """The modality that words beside the value give it: "demanded a recount" as a term is a fact."""
    modality, cues = claim.commitment.modality, claim.commitment.cues
    own = claim.value.kind is Kind.TERM and all(claim.value.span.contains(cue) for cue in cues)
    return Modality.FACT if own and modality is Modality.PROPOSED else modality


_OWN = frozenset({"without", "no"})
_NOT_SO = frozenset({"withheld", "rejected", "opposed", "denied", "banned"})


def said_not_so(claim: Claim) -> bool:
    """Whether the claim's value is denied, rejected or withheld by words beside it, not by its own.

    The term "denied bail" has its denial in itself; "has not signed a deal" has it outside.
    """
    commitment, value = claim.commitment, claim.value
    if commitment.negated and value.kind is Kind.TERM:
        own = [cue for cue in commitment.cues if value.span.contains(cue)]
        if own == list(commitment.cues) and any(claim.article.words(c).lower() in _OWN for c in own):
            return False
    outside = any(not claim.value.span.contains(cue) for cue in commitment.cues)
    return commitment.negated or (outside and commitment.stance in _NOT_SO)


def _named(wanted: Iterable[str], names: Iterable[str]) -> bool:
    """Whether one of the wanted words stands in one of the names; nothing wanted is always so."""
    wanted = tuple(wanted)
    given = [name.lower() for name in names]
    return not wanted or any(word.lower() in name for word in wanted for name in given)


def _near(claim: Claim, phrases: tuple[str, ...]) -> bool:
    return says(claim.article.words(claim.sentence), phrases)


def _excluded(claim: Claim, pattern: Exclusion) -> bool:
    """All that the exclusion names holds of the claim."""
    return (
        (not pattern.terms or claim.value.stated[0] in pattern.terms)
        and (not pattern.of or _is_of(claim, pattern.of))
        and (not pattern.near or _near(claim, pattern.near))
        and _conditions(claim, pattern.with_)
    )
