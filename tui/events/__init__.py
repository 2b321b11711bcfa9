"""Events: rows of the timeline from dates and names, which of them tell one event, and where they cannot both hold."""

from tui.events.conflicts import find_conflicts
from tui.events.find import find_events
from tui.events.merge import cluster
from tui.events.row import EventRow
from tui.events.sentences import sentence_at, sentences
from tui.events.status import StatusRow, find_statuses

__all__ = [
    "EventRow",
    "StatusRow",
    "cluster",
    "find_conflicts",
    "find_events",
    "find_statuses",
    "sentence_at",
    "sentences",
]
