"""Who and what a collection speaks of: names found, told apart, brought together under one name each.

Nothing is imported here: what corpus.toml says of names is read before the first page, and needs no engine.
"""
