"""What a desk knows of actors, and how it spells names."""
