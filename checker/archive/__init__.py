"""What a house has published, read once and kept: articles, whom they name, what they say, every figure.

Read in this order: schema (the tables), rows (an article as rows of them), store (the file: opened, brought
up to date, written, cleared), indexing (which articles are new), retrieval (the few articles that speak of
what a draft speaks of), against (they become sources of its check), history and shown (who gave which figure
when).
"""
