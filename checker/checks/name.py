"""A name of a draft where the sentence it was taken from has another one's.

Where a sentence of the draft keeps the words of a source's sentence, a name in the same place must
name the same person or body, the one who says something among them. Other names of one actor, titles,
a people for its country and names that change places are not findings of this check; places have one
of their own.
So it is held between two sources that have a passage nearly word for word.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.copies.exchanges import exchanged
from checker.copies.names import name_exchanges
from checker.readings import SetReading
from checker.verdicts import Problem


def find(reading: SetReading) -> Iterator[Problem]:
    for exchange in name_exchanges(reading):
        if not exchange.swapped and not exchange.is_place:
            yield exchanged(exchange.parallel, exchange.draft_span, exchange.source_span)
