"""Who holds which office in the set, and whom "the Russian president" therefore means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.actors.merging import Cluster
from checker.actors.names import Seen
from checker.actors.titles import Description, Title
from checker.actors.wording import wording
from checker.lexical.gazetteer import gazetteer
from checker.model import ActorKind

_FAR = 90  # tokens


@dataclass(slots=True)
class Holders:
    """Holders by office and country or body, and by office alone, in order of appearance."""

    of: dict[tuple[str, str], list[Cluster]] = field(default_factory=lambda: defaultdict(list))
    any: dict[str, list[Cluster]] = field(default_factory=lambda: defaultdict(list))


def find_holders(held: Sequence[tuple[Seen, Title]], owner: dict[Seen, Cluster]) -> Holders:
    """Offices that are held now, by what stands beside names; "former" ones do not count."""
    holders = Holders()
    for seen, title in held:
        cluster = owner.get(seen)
        if cluster is None or cluster.kind is not ActorKind.PERSON or title.past:
            continue
        leads = title.office in wording().leader_offices
        for office in (title.office, *(["leader"] if leads else [])):
            _add(holders.any[office], cluster)
            if title.of:
                _add(holders.of[office, title.of], cluster)
        if title.office in wording().heads and title.of in gazetteer().countries:
            cluster.speaks_for = cluster.speaks_for or title.of
    return holders


def _add(clusters: list[Cluster], cluster: Cluster) -> None:
    if not any(known is cluster for known in clusters):
        clusters.append(cluster)


def infer_holders(
    described: Sequence[Description], holders: Holders, people: dict[int, list[tuple[int, Cluster]]]
) -> None:
    """Heads of states whom the set never calls by office and name together, by elimination.

    Where each time that the Russian president is spoken of one and the same person was named just before who
    holds no office elsewhere, and this at least twice, it is he. `people`: where they are named, by article.
    """
    heads = wording().leader_offices | {"leader"}
    abroad = {id(c): of for (_, of), found in holders.of.items() for c in found}
    votes: dict[str, list[tuple[str, Cluster]]] = defaultdict(list)
    for one in described:
        office, of = one.title.office, one.title.of
        if of in gazetteer().countries and office in heads and not holders.of.get((office, of)):
            named = people.get(one.article, ())
            near = {id(c): c for at, c in named if one.first - _FAR < at < one.first}
            fitting = [c for c in near.values() if abroad.get(id(c), of) == of]
            votes[of] += [(office, c) for c in fitting if len(fitting) == 1]
    for of, found in votes.items():
        if len(found) > 1 and len({id(c) for _, c in found}) == 1:
            best = found[0][1]
            holders.of |= {(office, of): [best] for office in ("leader", *(office for office, _ in found))}
            best.speaks_for = best.speaks_for or of
            best.reasons.append(f"the only one named just before, {len(found)} times")


def holder(
    description: Description, holders: Holders, places: dict[int, dict[int, list[int]]]
) -> tuple[Cluster, str] | None:
    """The person a description means, with the reason; None where it is not safe to say.

    `places` gives, by cluster and article, the tokens where it is named.
    """
    title, article = description.title, description.article
    if title.of is not None:
        found = holders.of.get((title.office, title.of), [])
        here = [c for c in found if article in places.get(id(c), {})]
        chosen = found if len(found) == 1 else here
        if len(chosen) == 1:
            return chosen[0], f"{title.office} of {_shown(title.of)} in the set"
        return None
    here = [c for c in holders.any.get(title.office, ()) if article in places.get(id(c), {})]
    if len(here) == 1 and title.office != "leader" and places[id(here[0])][article][0] < description.first:
        return here[0], f"the only {title.office} named in the article"
    return None


def _shown(of: str) -> str:
    country = gazetteer().countries.get(of)
    return country.name if country else of.title()


def office_name(title: Title) -> str:
    """How an office without a known holder is shown: "the president of Russia"."""
    return f"the {title.office} of {_shown(title.of)}" if title.of else f"the {title.office}"
