"""Rules applied to pairs of claims: who agrees, who disagrees, and the findings that come of it."""
