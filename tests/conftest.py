"""Ctrl-C is heard: a job in the background of a shell ignores it, and so would what a test starts."""

from __future__ import annotations

import signal

signal.signal(signal.SIGINT, signal.default_int_handler)
