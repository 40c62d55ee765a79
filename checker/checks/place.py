"""A place of a draft where the sentence it was taken from has another place.

Where a sentence of the draft keeps the words of a source's sentence, a place in the same position
must be the same: a country for its people or capital is not a finding.
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
        if exchange.is_place and not exchange.swapped:
            yield named(rule, exchange)
