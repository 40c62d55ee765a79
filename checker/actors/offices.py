"""Who holds which office in the set, and whom "the Russian president" therefore means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.actors.merging import Cluster
from checker.actors.names import Seen
from checker.actors.titles import Description, Title
from checker.actors.wording import wording
from checker.lexical.gazetteer import gazetteer
from checker.model import ActorKind

Holders = dict[tuple[str, str], list[Cluster]]
"""Who holds an office of a country or body, in order of appearance."""


def find_holders(held: Sequence[tuple[Seen, Title]], owner: dict[Seen, Cluster]) -> Holders:
    """Offices that are held now, by what stands beside names; "former" ones do not count."""
    holders: Holders = defaultdict(list)
    for seen, title in held:
        cluster = owner.get(seen)
        if cluster is None or cluster.kind is not ActorKind.PERSON or title.past or not title.of:
            continue
        offices = (title.office, *(["leader"] if title.office in wording().leader_offices else []))
        for known in (holders[office, title.of] for office in offices):
            if cluster not in known:
                known.append(cluster)
        if title.office in wording().heads and title.of in gazetteer().countries:
            cluster.speaks_for = cluster.speaks_for or title.of
    return holders


def holder(
    description: Description, holders: Holders, places: dict[int, dict[int, list[int]]]
) -> tuple[Cluster, str] | None:
    """The person whom "the Russian president" means, with the reason; None where it is not safe to say.

    `places` gives, by cluster and article, the tokens where it is named.
    """
    title = description.title
    if title.of is None:
        return None
    found = holders.get((title.office, title.of), [])
    here = [c for c in found if description.article in places.get(id(c), {})]
    chosen = found if len(found) == 1 else here
    return (chosen[0], f"{title.office} of {_shown(title.of)} in the set") if len(chosen) == 1 else None


def _shown(of: str) -> str:
    country = gazetteer().countries.get(of)
    return country.name if country else of.title()


def office_name(title: Title) -> str:
    """How an office without a known holder is shown: "the president of Russia"."""
    return f"the {title.office} of {_shown(title.of)}" if title.of else f"the {title.office}"
