"""How often Python looks for garbage in cycles.

What is read of a set is kept until it is reported, and hardly anything of it lies in cycles: to walk it all
again and again, as Python does by default, took a fifth of the time.
"""

from __future__ import annotations

import gc

_SELDOM = (50_000, 20, 50)


def collect_seldom() -> None:
    """Look for garbage more seldom from now on, unless the process does so already or never."""
    if 0 < gc.get_threshold()[0] < _SELDOM[0]:
        gc.set_threshold(*_SELDOM)
