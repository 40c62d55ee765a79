"""A place of a draft where the sentence it was taken from has another place.

Where a sentence of the draft keeps the words of a source's sentence, a place in the same position
must be the same: a country for its people or capital is not a finding.
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
        if exchange.is_place and not exchange.swapped:
            yield exchanged(exchange.parallel, exchange.draft_span, exchange.source_span)
