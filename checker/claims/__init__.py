"""Claims: a value with its topic, parties, place, time and statement; events and positions."""
