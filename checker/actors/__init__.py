"""Who is named: one actor for each real person, body, place or office, across the whole set.

Read in this order: texts, names (what stands in a text), titles (offices beside names), forms (of what kind a
name is), merging (which names are one), surnames (whom one word names), offices and anaphora (what
stands for a name), metonyms, naming, finding (all of it together), index (look-up).
"""

from checker.actors.finding import find_actors
from checker.actors.index import ActorIndex

__all__ = ["ActorIndex", "find_actors"]
