"""The shipped rules with all packs on, with none but the general ones, or as the articles ask for them."""

from __future__ import annotations

import argparse
from dataclasses import replace

from checker.rules.rulesets import Ruleset, load_ruleset


def add_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--packs",
        choices=("auto", "on", "off"),
        default="auto",
        help="the packs beside the general rules: as the articles ask for them (default), all or none",
    )


def switched(packs: str) -> Ruleset:
    """The shipped rules with every pack that can be switched at `packs`."""
    shipped = load_ruleset()
    can = [pack.id for pack in shipped.packs if pack.file and (pack.file.words or pack.file.tags)]
    return replace(shipped, switches=dict.fromkeys(can, packs))
