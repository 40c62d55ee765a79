"""How the values of two claims relate under a rule: a draft is held literally against its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.claim import Claim
from checker.comparison import Policy, Route, compare
from checker.model import CAP, Relation, Role
from checker.propositions.topic import MOST

if TYPE_CHECKING:
    from checker.rules.rule import Rule


def relate(a: Claim, b: Claim, rule: Rule | None) -> Relation:
    """How the values of two claims of one thing relate, for a rule's tolerance and rounding."""
    if a.article is b.article:
        route = Route.WITHIN
    else:
        route = Route.SOURCES if a.article.role is b.article.role else Route.DRAFT
    policy = Policy(
        route,
        exact=rule is not None and rule.compare.rounding == "exact",
        within=rule.compare.within if rule is not None else None,
        capped=all(CAP in c.value.notes or MOST in c.topic.modifiers for c in (a, b)),
    )
    if route is Route.DRAFT and a.article.role is not Role.DRAFT:
        return compare(b.value, a.value, policy).swapped()
    return compare(a.value, b.value, policy)
