"""The corpus: a collection's files read, tied together, and held as columns."""
