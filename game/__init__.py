"""A dialogue card game about how we meet each other, for a group around one shared screen."""

__version__ = "0.1.0"
