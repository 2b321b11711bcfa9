"""Events: rows of the timeline from dates and names, which of them tell one event, and where they cannot both hold."""

from tui.events.conflicts import Conflict, find_conflicts
from tui.events.find import find_events
from tui.events.merge import cluster
from tui.events.row import EventRow
from tui.events.sentences import sentences
from tui.events.status import Status, find_statuses

__all__ = [
    "Conflict",
    "EventRow",
    "Status",
    "cluster",
    "find_conflicts",
    "find_events",
    "find_statuses",
    "sentences",
]
