"""Searches of the reader's own: those made lately, and those given a name; kept in the state folder."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from tui.notes.errors import ReadError
from tui.notes.files import read_bytes, write_private

FILE = "searches.json"
"""Name of the file, in the state folder."""

LATEST = 50
"""Searches remembered."""


@dataclass(frozen=True, slots=True)
class Searches:
    """What was searched for."""

    past: tuple[str, ...] = ()
    """Queries, the latest first, each once."""
    saved: tuple[tuple[str, str], ...] = ()
    """Name and query, in the order of the names."""

    def after(self, query: str) -> "Searches":
        """With a query that was just used before all others."""
        query = query.strip()
        others = [other for other in self.past if other != query]
        return replace(self, past=(query, *others)[:LATEST]) if query else self

    def named(self, name: str, query: str) -> "Searches":
        """With a query under a name; what had the name before is replaced."""
        name = " ".join(name.split())
        others = [pair for pair in self.saved if pair[0].casefold() != name.casefold()]
        return replace(self, saved=tuple(sorted([*others, (name, query.strip())], key=lambda pair: pair[0].casefold())))

    def without(self, query: str, name: str = "") -> "Searches":
        """Without a saved search, or without a past one."""
        if name:
            return replace(self, saved=tuple(pair for pair in self.saved if pair != (name, query)))
        return replace(self, past=tuple(other for other in self.past if other != query))


def load(folder: Path) -> Searches:
    """The searches kept; none if nothing usable is there."""
    try:
        data = read_bytes(folder / FILE)
        found = json.loads(data) if data is not None else {}
        past = tuple(str(query) for query in found.get("past", ()))
        return Searches(past[:LATEST], tuple((str(name), str(query)) for name, query in found.get("saved", ())))
    except (ReadError, ValueError, TypeError, AttributeError, RecursionError):
        # A torn or foreign state file costs the searches, never the start.
        return Searches()


def keep(folder: Path, searches: Searches) -> None:
    """Put them on disk; raises `WriteError` if that cannot be done."""
    body = {"past": searches.past, "saved": searches.saved}
    write_private(folder / FILE, json.dumps(body, indent=1).encode("ascii"))
