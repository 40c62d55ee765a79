"""Limits of what is given: up to what a central bank lends, up to what a government guarantees losses."""

from __future__ import annotations

from checker.claims.claim import Claim


def one_backing(a: Claim, b: Claim) -> bool:
    """Whether two claims say up to what one and the same helps in one form."""
    return a.backing is not None and a.backing == b.backing


def backing(a: Claim, b: Claim) -> str | None:
    """Two who help, or two forms of help."""
    if a.backing and b.backing and a.backing != b.backing:
        return f"{a.backing} and {b.backing}"
    return None
