"""Whether two values agree: one comparison for every route, with the reason for what it says."""

from checker.comparison.compare import compare, why
from checker.comparison.limits import meant
from checker.comparison.policy import DRAFT, SOURCES, WITHIN, Comparison, Policy, Reason, Route

__all__ = ["DRAFT", "SOURCES", "WITHIN", "Comparison", "Policy", "Reason", "Route", "compare", "meant", "why"]
