"""The rules of the game as pure functions: no clock, no chance, no input or output."""
