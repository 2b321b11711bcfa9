"""Events: rows of the timeline from dates and names, and which rows tell the same event."""

from tui.events.find import find_events
from tui.events.merge import cluster
from tui.events.row import EventRow

__all__ = ["EventRow", "cluster", "find_events"]
