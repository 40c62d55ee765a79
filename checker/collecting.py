"""How often Python looks for garbage in cycles.

What is read of a set is kept until it is reported: to walk it all again and again, as Python does by default,
took a fifth of the time. It goes when the next set is begun, if there is much of it.
"""

from __future__ import annotations

import gc

_SELDOM = (1_000_000, 20, 50)
_MUCH = 250_000  # objects made since


def collect_seldom() -> None:
    """Look for garbage between two sets from now on, unless the process looks more seldom or never."""
    if 0 < gc.get_threshold()[0] < _SELDOM[0]:
        gc.set_threshold(*_SELDOM)
    collect_much()


def collect_much() -> None:
    """Look for garbage now, if much was made; who answers somebody does it while nobody waits."""
    made, times, more = gc.get_count()
    first, second, _ = gc.get_threshold()
    if gc.isenabled() and made + (times + more * second) * first >= _MUCH:
        gc.collect()
