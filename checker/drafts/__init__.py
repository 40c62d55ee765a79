"""What a draft says beside its sources: its items, names, words, and the passages it was made from."""
