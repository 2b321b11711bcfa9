"""backstory: a terminal reader for who, when, and what you think of it, across many articles."""

__version__ = "0.1.0"
