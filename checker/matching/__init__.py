"""Which mentions in two accounts speak of one thing: what surrounds them, compared and weighed."""
