"""Brings a few articles that changed into a collection that was woven before, without weaving it anew."""
