"""Jumping: ranks everything that can be jumped to for what was typed, half-remembered spellings included."""

from tui.jump.dates import read_date, read_dates
from tui.jump.index import JumpIndex
from tui.jump.target import Hit, Target, Tier

__all__ = ["Hit", "JumpIndex", "Target", "Tier", "read_date", "read_dates"]
