"""What words mean to each other: same, broader, opposed, of one sort; each relation answered once."""
