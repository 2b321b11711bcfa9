"""Dates: found in a text, valued in EDTF, put into words, and able to say why."""

from tui.dates.explain import explain
from tui.dates.find import KeptApart, Reading, find_dates, read
from tui.dates.words import describe

__all__ = ["KeptApart", "Reading", "describe", "explain", "find_dates", "read"]
