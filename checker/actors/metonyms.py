"""What speaks for a state: the Kremlin, "Kyiv said", "the Russian side"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.actors.merging import Cluster
from checker.actors.names import Seen
from checker.actors.texts import Text
from checker.actors.wording import wording
from checker.lexical.gazetteer import fold, gazetteer

if TYPE_CHECKING:
    from checker.language import Token


def state_mentions(text: Text) -> Iterator[tuple[int, int, str]]:
    """Tokens and country code of "the Russian side", "Ukrainian forces" and the like."""
    words, demonyms = wording().state_bodies, gazetteer().demonyms
    for i, low in enumerate(text.lower):
        if low in words and i > 0 and text.words[i - 1][0].isupper():
            code = demonyms.get(fold(text.words[i - 1]))
            if code is not None:
                yield i - 1 - (text.lower[i - 2 : i - 1] == ["the"]), i + 1, code


def name_countries(clusters: Sequence[Cluster], texts: Sequence[Text]) -> None:
    """Note for which country a body or a capital speaks, where the set uses it so."""
    words, table = wording(), gazetteer()
    for cluster in clusters:
        for form in cluster.forms:
            joined = " ".join(form.key)
            code = words.metonyms.get(joined)
            if code is None and joined in table.capitals and any(_acts(texts, one) for one in form.seen):
                code = table.capitals[joined]
            if code is not None:
                cluster.speaks_for = code
                cluster.reasons.append(f"{form.shown} speaks for {table.countries[code].name}")
                break


def _acts(texts: Sequence[Text], one: Seen) -> bool:
    """Whether a city is the one who speaks or acts: "Kyiv said", "Moscow's position"."""
    if not one.subject:
        return False
    head: Token = texts[one.article].doc[one.last - 1].head
    return head.pos_ == "VERB"
