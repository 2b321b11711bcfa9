"""One sitting: the desk with a collection on it, read beside the reader, left where it can be taken up again.

Each file adds a class to the one before: where the collection lies, its indexes, its reading, what is kept of the
sitting; `sitting` is the last of them, and `opening` makes one.
"""
