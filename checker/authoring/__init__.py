"""What helps who writes rules: tests beside them, lint, trial on two sentences, templates, manual pages."""

KINDS = ("count", "money", "time", "vocabulary", "one-text")
"""What `checker rules new` writes rules about: each has its files in starters/."""
