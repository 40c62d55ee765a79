"""A name of a draft where the sentence it was taken from has another one's.

Where a sentence of the draft keeps the words of a source's sentence, a name in the same place must
name the same person or body, the one who says something among them. Other names of one actor, titles,
a people for its country and names that change places are not findings of this check; places have one
of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.drafts.exchanges import named
from checker.drafts.name_exchanges import name_exchanges
from checker.model import Finding
from checker.readings import SetReading
from checker.rules.rule import Rule


def find(reading: SetReading, rule: Rule) -> Iterator[Finding]:
    for exchange in name_exchanges(reading):
        if not exchange.swapped and not exchange.is_place:
            yield named(rule, exchange)
