"""A feed of articles sorted into events, in one pass and with bounded memory.

Read in this order: sketch (what of an article is held against others), rarity (how rare its words are among
the articles at hand), likeness (what speaks for one event), recent (which articles come into question),
events (which article joins which event, when an event is closed), feed and written (in and out).
"""
