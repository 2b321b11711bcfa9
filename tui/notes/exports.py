"""Notes for elsewhere: Markdown to read, CSV to count, JSON to keep and to bring back."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from urllib.parse import quote

from tui.notes.anchor import Located
from tui.notes.model import NO_OFFSET, NOT_COUNTED, Anchor, ArticleRef, EntityRef, EventRef, Note

SCHEMA = "backstory/1"
"""What our JSON calls itself."""

COLUMNS = (
    "id",
    "on",
    "text",
    "tags",
    "created",
    "updated",
    "article",
    "quote",
    "start",
    "end",
    "entity",
    "event",
    "anchor",
)
"""The keys of a note in JSON and the columns of CSV, in order."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A note with what is known of its place now."""

    note: Note
    """The note."""
    located: Located | None = None
    """Where its passage stands, if it has one and the article is at hand."""
    line: int = 0
    """Line of the article's file on which it begins, from 1; 0 if not known."""
    title: str = ""
    """Title of the article now; "" for the one in the note."""
    byline: str = ""
    """Who wrote the article."""
    date: str = ""
    """When it was published, for people."""
    article: str = ""
    """Key of the article now, where its file was renamed or moved; "" for the one in the note."""
    event: str = ""
    """Key of the event now; "" if it is not known."""


def row(placed: Placed) -> dict[str, Any]:
    """A note as our JSON has it: `COLUMNS`, and behind them all that brings it back whole.

    `start` and `end` are where the passage is now, or None if that is not sure; `noted` is where it was.
    """
    note, target, located = placed.note, placed.note.target, placed.located
    sure = located is not None and located.placed and located.start >= 0
    values: dict[str, Any] = {
        "id": note.id,
        "on": note.on,
        "text": note.text,
        "tags": list(note.tags),
        "created": note.created and note.created.isoformat(),
        "updated": note.updated and note.updated.isoformat(),
        "article": placed.article or (note.article and note.article.path),
        "quote": target and target.quote,
        "start": located.start if located and sure else None,
        "end": located.end if located and sure else None,
        "entity": note.entity and note.entity.name,
        "event": placed.event or None,
        "anchor": located and located.state.value,
    }
    if target:
        values |= {"prefix": target.prefix, "suffix": target.suffix}
        values["noted"] = [target.start, target.end] if target.start >= 0 else None
        if target.twins >= 0:
            values["twins"] = target.twins
    if note.article:
        values |= {"collection": note.article.collection, "title": note.article.title, "sha256": note.article.sha256}
        if placed.article not in ("", note.article.path):
            values["noted_article"] = note.article.path
    if note.entity:
        values |= {"kind": note.entity.kind, "aliases": list(note.entity.aliases)}
    if note.event:
        values["told"] = {"date": note.event.date, "precision": note.event.precision, "quote": note.event.quote}
    if note.conflict_of:
        values["conflict_of"] = note.conflict_of
    return values


def to_json(notes: Sequence[Placed]) -> str:
    """One JSON document of the contract's shape."""
    document = {"schema": SCHEMA, "notes": [row(placed) for placed in notes]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_csv(notes: Sequence[Placed]) -> str:
    """A table with a line of headings; tags parted by "; ", an event by its date."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for placed in notes:
        values = row(placed)
        values["tags"] = "; ".join(placed.note.tags)
        values["event"] = placed.note.event.date if placed.note.event else None
        writer.writerow("" if values[key] is None else _harmless(str(values[key])) for key in COLUMNS)
    return out.getvalue()


def to_markdown(notes: Sequence[Placed]) -> str:
    """The notes under a heading for each article, each with its quote, date, link back and file:line."""
    parts = ["# Notes\n"]
    ordered = sorted(notes, key=lambda placed: (_heading(placed), _start(placed), placed.note.id))
    for heading, group in groupby(ordered, key=_heading):
        parts.append(f"## {_line(heading)}\n")
        parts += [_markdown(placed) for placed in group]
    return "\n".join(parts)


def link(placed: Placed) -> str:
    """A link that leads back to a note's article and passage: "backstory:PATH#char=START,END" (after RFC 5147).

    Where somebody looked for the passage in vain, it leads to the article alone.
    """
    note, located = placed.note, placed.located
    if note.article is None:
        return f"backstory:#note={quote(note.id)}"
    start, end = (note.target.start, note.target.end) if note.target else (NO_OFFSET, NO_OFFSET)
    if located is not None:
        start, end = (located.start, located.end) if located.placed else (NO_OFFSET, NO_OFFSET)
    return f"backstory:{quote(placed.article or note.article.path)}" + (f"#char={start},{end}" if start >= 0 else "")


def from_json(text: str) -> list[Note]:
    """The notes of our JSON. Raises ValueError, with a sentence for people, for anything else."""
    try:
        rows = json.loads(text)["notes"]
        if not isinstance(rows, list) or not all(map(_says_something, rows)):
            raise TypeError(rows)
        return [_note(values) for values in rows]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError("This is not a JSON document of backstory's notes.") from error


def _says_something(values: dict[str, Any]) -> bool:
    """Whether this is a note at all: it has words, or is about something."""
    return any(values.get(key) for key in ("text", "article", "quote", "entity", "told"))


def moment(value: object) -> datetime | None:
    """A date and time as JSON documents write them, with offset; None for anything else."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
        return found.astimezone() if found and found.tzinfo is None else found
    except (ValueError, OverflowError, OSError):
        return None


def _note(values: dict[str, Any]) -> Note:
    def text(key: str) -> str:
        value = values.get(key)
        return value if isinstance(value, str) else ""

    event = values.get("told")
    noted = values.get("noted") or [values.get("start"), values.get("end")]
    start, end = (offset if isinstance(offset, int) else NO_OFFSET for offset in noted)
    twins = counted if isinstance(counted := values.get("twins"), int) and counted >= 0 else NOT_COUNTED
    path = text("noted_article") or text("article")
    return Note(
        text("id"),
        text("on") or "article",
        text("text"),
        tuple(map(str, values.get("tags") or ())),
        moment(values.get("created")),
        moment(values.get("updated")),
        ArticleRef(path, text("collection"), text("title"), text("sha256")) if path else None,
        Anchor(text("quote"), text("prefix"), text("suffix"), start, end, twins) if text("quote") else None,
        EntityRef(text("entity"), text("kind"), tuple(map(str, values.get("aliases") or ())))
        if text("entity")
        else None,
        EventRef(*(str(event.get(key) or "") for key in ("date", "precision", "quote"))) if event else None,
        text("conflict_of"),
    )


def _heading(placed: Placed) -> str:
    note = placed.note
    if note.article:
        return placed.title or note.article.title or note.article.path
    return note.entity.name if note.entity else "Without an article"


def _start(placed: Placed) -> int:
    if placed.located and placed.located.placed:
        return placed.located.start
    return placed.note.target.start if placed.note.target else NO_OFFSET


def _markdown(placed: Placed) -> str:
    note = placed.note
    lines: list[str] = []
    said = note.target.quote if note.target else note.event.quote if note.event else ""
    if said:
        lines += [f"> {_line(part)}" if part.strip() else ">" for part in said.strip().split("\n")] + [""]
    if note.text.strip():
        lines += [note.text.strip(), ""]
    facts = [
        note.entity.name if note.entity and note.article else "",
        note.event.date if note.event else "",
        " ".join(f"#{tag.replace(' ', '-')}" for tag in note.tags),
        note.created.date().isoformat() if note.created else "",
        placed.byline,
        placed.date,
        f"{placed.article or note.article.path}:{placed.line}" if note.article and placed.line else "",
        placed.located.state.value if placed.located and not placed.located.placed else "",
    ]
    shown = " · ".join(_line(fact) for fact in facts if fact)
    return "\n".join([*lines, f"{shown} · <{link(placed)}>" if shown else f"<{link(placed)}>", ""])


def _line(text: str) -> str:
    return " ".join(text.split())


def _harmless(cell: str) -> str:
    """A cell no spreadsheet takes for a formula."""
    return (
        f"'{cell}" if cell[:1] in ("=", "+", "@", "\t", "\r") or (cell[:1] == "-" and not cell[1:2].isdigit()) else cell
    )
