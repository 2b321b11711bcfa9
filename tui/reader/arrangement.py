"""How the screen was left on a collection, kept in the state folder: the panes, and what the timeline shows."""

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.notes.errors import ReadError
from tui.notes.files import read_bytes, write_private
from tui.reader.articlesieve import ArticleSieve, Order, Which
from tui.reader.chronicle import Zoom
from tui.reader.eventsieve import EventSieve
from tui.reader.layout import LEFT, PANE_NAMES, RIGHT, Layout
from tui.reader.period import Period
from tui.reader.sieve import Sieve


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The panes and the timeline of one collection."""

    layout: Layout = field(default_factory=Layout)
    """Which panes stand on the screen, and which of them has the keyboard."""
    zoom: Zoom = Zoom.DAY
    """How much of the calendar a line of the timeline stands for."""
    sieve: EventSieve = field(default_factory=EventSieve)
    """Which events it shows."""
    articles: ArticleSieve = field(default_factory=ArticleSieve)
    """Which articles the library lists, and in which order."""
    front: bool = False
    """Whether the front page stood over the panes."""
    here_only: bool = False
    """Whether the entities listed are those of the article in view."""
    notes: Sieve = field(default_factory=Sieve)
    """Which notes are shown."""


def load(folder: Path, collection: str) -> Arrangement:
    """The arrangement kept for a collection (named by its absolute paths); as shipped if nothing usable is there."""
    try:
        data = read_bytes(_file(folder, collection))
        found = json.loads(data) if data is not None else {}
        return Arrangement(
            _layout(found["panes"]),
            Zoom(found["zoom"]),
            _sieve(found["sieve"]),
            _articles(found),
            found.get("front") is True,
            found.get("here_only") is True,
            _notes(found),
        )
    except (ReadError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        # A torn or foreign state file costs the arrangement, never the start.
        return Arrangement()


def keep(folder: Path, collection: str, arrangement: Arrangement) -> None:
    """Put the arrangement of a collection on disk; raises `WriteError` if that cannot be done."""
    body = {
        "collection": collection,
        "panes": asdict(arrangement.layout),
        "zoom": int(arrangement.zoom),
        "sieve": asdict(arrangement.sieve),
        "articles": asdict(arrangement.articles),
        "front": arrangement.front,
        "here_only": arrangement.here_only,
        "notes": asdict(arrangement.notes),
    }
    write_private(_file(folder, collection), json.dumps(body, indent=1).encode("ascii"))


def _layout(found: dict[str, Any]) -> Layout:
    names = {field: found[field] for field in ("active", "left", "right", "side")}
    if not all(name in PANE_NAMES for name in names.values()) or names["side"] == "text":
        return Layout()
    if names["left"] not in LEFT or names["right"] not in RIGHT:
        return Layout()
    return Layout(**names, zoomed=found["zoomed"] is True)


def _sieve(found: dict[str, Any]) -> EventSieve:
    return EventSieve(
        entity=str(found["entity"]),
        period=_period(found["period"]),
        words=str(found["words"]),
        article=str(found["article"]),
        conflicts=found["conflicts"] is True,
        several=found["several"] is True,
    )


def _articles(found: dict[str, Any]) -> ArticleSieve:
    kept = found.get("articles")
    if kept is None:
        return ArticleSieve()
    return ArticleSieve(Which(kept["which"]), Order(kept["order"]), _period(kept["period"]))


def _notes(found: dict[str, Any]) -> Sieve:
    kept = found.get("notes") or {}
    return Sieve(str(kept.get("by", "")), str(kept.get("value", "")))


def _period(found: dict[str, Any] | None) -> Period | None:
    return None if found is None else Period(int(found["first"]), int(found["last"]), str(found["words"]))


def _file(folder: Path, collection: str) -> Path:
    return folder / f"screen-{sha256(collection.encode(errors='surrogatepass')).hexdigest()[:16]}.json"
