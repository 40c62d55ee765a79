"""What speaks for a state: the Kremlin, "Kyiv said", "the Russian side"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.actors.merging import Cluster
from checker.actors.texts import Text
from checker.actors.wording import wording
from checker.gazetteer import fold, gazetteer
from checker.model import ActorKind

if TYPE_CHECKING:
    pass


def state_mentions(text: Text) -> Iterator[tuple[int, int, str]]:
    """Tokens and country code of "the Russian side", "Ukrainian forces" and the like."""
    words, demonyms = wording().state_bodies, gazetteer().demonyms
    for i, low in enumerate(text.lower):
        if low in words and i > 0 and text.words[i - 1][0].isupper():
            code = demonyms.get(fold(text.words[i - 1]))
            if code is not None:
                yield i - 1 - (i > 1 and text.lower[i - 2] == "the"), i + 1, code


def name_countries(clusters: Sequence[Cluster]) -> None:
    """Note for which country a body or a capital speaks, where the set uses it so."""
    words, table = wording(), gazetteer()
    for cluster in clusters:
        for form in cluster.forms:
            joined = " ".join(form.key)
            code = words.metonyms.get(joined)
            if code is None and joined in table.capitals and any(one.subject for one in form.seen):
                code = table.capitals[joined]
            if code is not None and cluster.kind is not ActorKind.PERSON:
                cluster.speaks_for = code
                cluster.reasons.append(f"{form.shown} speaks for {table.countries[code].name}")
                break
