"""Who stands how to what: stance, its holder, denial and modality of each value, term and event.

`read_cues(doc)` once for each article, then `commitment(cues, span)` for what stands at a character
span, `event_commitment(cues, token_index)` for a predicate. Words and their effect are data:
rules/vocabulary/stance.yaml, modality.yaml, negation.yaml.

Read a `Commitment` so: a stance carries its own polarity, and `negated` speaks of what it is held
towards: "agreed not to hit power plants" is agreed and negated, "rejected a ceasefire" is rejected and
not negated, "did not agree to a ceasefire" is withheld. `modality` is that of the stance where there is
one, else that of the event.
"""

from checker.cues.commitments import Cues, commitment, event_commitment, read_cues

__all__ = ["Cues", "commitment", "event_commitment", "read_cues"]
