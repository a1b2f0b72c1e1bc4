"""Building blocks for drawing with pygame; they know nothing of the game, its rules or its cards."""
