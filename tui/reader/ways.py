"""The reader's ways through a collection, kept in the state folder: the trail, marks, and what was jumped to."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.corpus.tables import Corpus
from tui.notes.errors import ReadError
from tui.notes.files import read_bytes, write_private
from tui.reader.place import Looked, Place
from tui.reader.trail import LONGEST, Trail

Key = tuple[str, int | str]
"""Kind and row or stable key of something jumped to, as the ranking knows it."""

Kept = Mapping[str, Any]
"""A place by what stays the same when a collection is read anew."""

RECENT = 20
"""Jumps remembered."""

_FAR = 2**31


@dataclass(frozen=True, slots=True)
class Ways:
    """Places by their stable keys."""

    behind: tuple[Kept, ...] = ()
    """The trail behind the reader, the latest last."""
    ahead: tuple[Kept, ...] = ()
    """The trail ahead, the nearest last."""
    marks: Mapping[str, Kept] = field(default_factory=dict)
    """Marked places by their letter."""
    recent: tuple[tuple[str, str], ...] = ()
    """Kind and stable key of what was jumped to, the latest first."""

    def trail(self, corpus: Corpus) -> Trail:
        """The trail in a collection; places in articles that have gone are left out."""
        behind, ahead = (
            tuple(place for kept in places if (place := place_of(corpus, kept)) is not None)
            for places in (self.behind, self.ahead)
        )
        return Trail(behind[-LONGEST:], ahead[-LONGEST:])

    def places(self, corpus: Corpus) -> dict[str, Place]:
        """The marked places that are still there, by letter."""
        found = ((letter, place_of(corpus, kept)) for letter, kept in sorted(self.marks.items()))
        return {letter: place for letter, place in found if place is not None}

    def jumps(self, corpus: Corpus) -> tuple[Key, ...]:
        """What was jumped to, as the ranking of this collection knows it."""
        found = (_target(corpus, kind, key) for kind, key in self.recent)
        return tuple(one for one in found if one is not None)


def ways_of(corpus: Corpus, trail: Trail, marks: Mapping[str, Kept], recent: Iterable[Key]) -> Ways:
    """What to keep of a sitting."""
    told = (_stable(corpus, kind, ref) for kind, ref in recent)
    return Ways(
        tuple(kept_of(corpus, place) for place in trail.behind),
        tuple(kept_of(corpus, place) for place in trail.ahead),
        dict(marks),
        tuple(one for one in told if one is not None)[:RECENT],
    )


def kept_of(corpus: Corpus, place: Place) -> Kept:
    """A place by its stable keys."""
    article = corpus.articles[place.article].path if place.article < len(corpus.articles) else ""
    kept: dict[str, Any] = {"article": article, "at": place.at}
    if place.entity is not None and place.entity < len(corpus.entities):
        kept["entity"] = corpus.entities[place.entity].name
    if place.event is not None and place.event < len(corpus.events):
        kept["event"] = corpus.event_key(place.event)
    if place.search is not None:
        kept["search"] = [place.search.query, place.search.article, place.search.at]
    if place.front:
        kept["front"] = True
    return kept


def place_of(corpus: Corpus, kept: Kept) -> Place | None:
    """The place that was kept; None if its article has gone."""
    article = corpus.article_at(str(kept.get("article", "")))
    if article is None:
        return None
    at = kept.get("at", 0)
    at = min(at, corpus.articles[article].chars or _FAR) if isinstance(at, int) and at >= 0 else 0
    name, event = kept.get("entity"), kept.get("event")
    return Place(
        article,
        at,
        corpus.entity_named(name) if isinstance(name, str) else None,
        corpus.event_at(event) if isinstance(event, str) else corpus.event_near(article, at),
        _search_of(kept.get("search")),
        kept.get("front") is True,
    )


def _search_of(kept: object) -> Looked | None:
    match kept:
        case [str(query), str(article), int(at)]:
            return Looked(query, article, max(0, at))
    return None


def load(folder: Path, collection: str) -> Ways:
    """The ways kept for a collection (named by its absolute paths); none if nothing usable is there."""
    try:
        data = read_bytes(_file(folder, collection))
        found = json.loads(data) if data is not None else {}
        return Ways(
            _places(found.get("behind", ())),
            _places(found.get("ahead", ())),
            {str(letter): dict(kept) for letter, kept in dict(found.get("marks", {})).items()},
            tuple((str(kind), str(key)) for kind, key in found.get("recent", ())),
        )
    except (ReadError, ValueError, TypeError, AttributeError, RecursionError):
        # A torn or foreign state file costs the way back, never the start.
        return Ways()


def keep(folder: Path, collection: str, ways: Ways) -> None:
    """Put the ways of a collection on disk; raises `WriteError` if that cannot be done."""
    body = {
        "collection": collection,
        "behind": [dict(kept) for kept in ways.behind],
        "ahead": [dict(kept) for kept in ways.ahead],
        "marks": {letter: dict(kept) for letter, kept in ways.marks.items()},
        "recent": ways.recent,
    }
    write_private(_file(folder, collection), json.dumps(body, indent=1).encode("ascii"))


def _places(found: Iterable[Kept]) -> tuple[Kept, ...]:
    return tuple(dict(kept) for kept in found)[-LONGEST:]


def _file(folder: Path, collection: str) -> Path:
    return folder / f"ways-{sha256(collection.encode(errors='surrogatepass')).hexdigest()[:16]}.json"


def _stable(corpus: Corpus, kind: str, ref: int | str) -> tuple[str, str] | None:
    if isinstance(ref, str):
        return kind, ref
    match kind:
        case "entity" if ref < len(corpus.entities):
            return kind, corpus.entities[ref].name
        case "article" if ref < len(corpus.articles):
            return kind, corpus.articles[ref].path
        case "event" if ref < len(corpus.events):
            return kind, corpus.event_key(ref)
    return None


def _target(corpus: Corpus, kind: str, key: str) -> Key | None:
    match kind:
        case "entity":
            row = corpus.entity_named(key)
        case "article":
            row = corpus.article_at(key)
        case "event":
            row = corpus.event_at(key)
        case _:
            return kind, key
    return None if row is None else (kind, row)
