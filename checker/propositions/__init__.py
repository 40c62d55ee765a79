"""Who did what to whom, as each clause of a text tells it: one extractor for all that ask.

Read in this order: proposition (the types), arguments (which words fill the roles), fillers (what they name),
extraction (one pass over a text).
"""

from checker.propositions.extraction import find_propositions
from checker.propositions.proposition import Filler, Keys, Kind, Proposition, Role, Status

__all__ = ["Filler", "Keys", "Kind", "Proposition", "Role", "Status", "find_propositions"]
