"""The desk: the screen with the panes on it, a file for each of the things one can do there.

Each file adds a class to the one before; `desk` is the last of them and what is opened.
"""
