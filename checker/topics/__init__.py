"""What a value is a value of."""

from checker.topics.sentences import MOST
from checker.topics.things import MEASURED
from checker.topics.topic import Topic, topic_of
from checker.topics.words import words_of

__all__ = ["MEASURED", "MOST", "Topic", "topic_of", "words_of"]
