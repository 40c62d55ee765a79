"""Terms of imprisonment: what a court gave, and the most that it may give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import CAP, Kind, Value
from checker.topics.verbs import subject_of
from checker.topics.words import words_of

if TYPE_CHECKING:
    from checker.language import Token

MOST, EACH = "maximum", "each"  # modifiers of a term: the most there can be, that of one count of several
_NEAR = 4  # tokens behind a value in which "each" goes with it


def prison(value: Value, within: set[int], node: Token) -> Token | None:
    """The prison that a length of time is spent in: "110 years in prison", "12 years behind bars"."""
    last = max(within, default=node.i) + 1
    if value.kind is not Kind.DURATION or last + 1 >= len(node.doc):
        return None
    place: Token = node.doc[last + 1]
    told = node.doc[last].lower_ in ("in", "behind", "of") and place.lower_ in words_of("prisons")
    return place if told else None


def limits(value: Value, within: set[int], node: Token, verb: Token | None) -> frozenset[str]:
    """The modifiers by which a term of imprisonment is not simply the one that somebody got."""
    subject = subject_of(verb, node) if verb is not None else None
    near = (
        verb,
        subject,
        *(subject.children if subject is not None else ()),
        *node.children,
        *node.ancestors,
    )
    above = {t.lemma_.lower() for t in near if t is not None}
    most = CAP in value.notes or not above.isdisjoint(words_of("most_cues"))
    last = max(within, default=node.i) + 1
    said_of = subject.subtree if subject is not None else ()
    each = any(t.lower_ in (EACH, "apiece") for t in (*node.doc[last : last + _NEAR], *said_of))
    return frozenset(name for name, so in ((MOST, most), (EACH, each)) if so)
