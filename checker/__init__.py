"""Fact-consistency checker across statements.

The two public functions read an article set and return plain data:

>>> from checker import check, explain                      # doctest: +SKIP
>>> report = check(["cases/2025-03-18-ceasefire-call"])     # doctest: +SKIP
"""

__version__ = "0.1.0"
