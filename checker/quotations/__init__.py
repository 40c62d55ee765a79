"""Quoted words held against every account: where they stand, who says them there, what was altered."""
