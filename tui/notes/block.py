"""A note as TOML: the table `tomllib` reads it as, and the block of text that is written for it."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import tomli_w

from tui.notes.model import NO_OFFSET, Anchor, ArticleRef, EntityRef, EventRef, Note

NAME = "note"
"""Name of the array of tables notes lie in."""

PARTS = {
    "article": ("path", "collection", "title", "sha256"),
    "target": ("quote", "prefix", "suffix", "start", "end", "twins"),
    "entity": ("name", "kind", "aliases"),
    "event": ("date", "precision", "quote"),
}
"""The tables below a note and their keys, in the order they are written."""

_KNOWN = frozenset(
    ("id", "on", "text", "tags", "created", "updated", "article", "target", "entity", "event", "conflict_of")
)


def to_table(note: Note) -> dict[str, Any]:
    """The note as nested dictionaries in the order they are written, without what is empty."""
    table: dict[str, Any] = {"id": note.id, "on": note.on}
    if note.conflict_of:
        table["conflict_of"] = note.conflict_of
    table["text"] = note.text
    table["tags"] = list(note.tags)
    if note.created:
        table["created"] = note.created
    if note.updated:
        table["updated"] = note.updated
    if note.article:
        table["article"] = {"path": note.article.path} | _filled(
            collection=note.article.collection, title=note.article.title, sha256=note.article.sha256
        )
    if note.target:
        table["target"] = {"quote": note.target.quote, "prefix": note.target.prefix, "suffix": note.target.suffix}
        if note.target.start >= 0:
            table["target"] |= {"start": note.target.start, "end": note.target.end}
        if note.target.twins >= 0:
            table["target"]["twins"] = note.target.twins
    if note.entity:
        table["entity"] = {"name": note.entity.name} | _filled(kind=note.entity.kind, aliases=list(note.entity.aliases))
    if note.event:
        table["event"] = {"date": note.event.date} | _filled(precision=note.event.precision, quote=note.event.quote)
    stored: dict[str, Any] = _storable({**note.extra, **table} if note.extra else table)
    return stored


def from_table(table: Mapping[str, Any]) -> Note:
    """The note a table says. A value of the wrong type is read as far as it makes sense; nothing is refused."""
    return Note(
        id=plain(table.get("id")),
        on=plain(table.get("on")),
        text=plain(table.get("text")),
        tags=_texts(table.get("tags")),
        created=_moment(table.get("created")),
        updated=_moment(table.get("updated")),
        article=_article(table.get("article")),
        target=_target(table.get("target")),
        entity=_entity(table.get("entity")),
        event=_event(table.get("event")),
        conflict_of=plain(table.get("conflict_of")),
        extra={key: value for key, value in table.items() if key not in _KNOWN},
    )


def amended(table: Mapping[str, Any], was: Note, now: Note) -> dict[str, Any]:
    """A note's table as a person may have written it, with only what differs between `was` and `now` changed."""
    before, after = to_table(was), to_table(now)
    changed = dict(table)
    changed.setdefault("id", now.id)
    for key in before.keys() | after.keys():
        if key not in after:
            changed.pop(key, None)
        elif key not in before or not same_table(before[key], after[key]):
            changed[key] = _amended_inner(table.get(key), before.get(key), after[key])
    return changed


def stored(note: Note) -> Note:
    """The note as it will come back from the file: without half characters, which no file holds."""
    return from_table(to_table(note))


def to_text(table: Mapping[str, Any], name: str = NAME) -> str:
    """The block of TOML for one table of an array of tables: its header, its pairs, then the tables below it.

    Line ends are line feeds.
    """
    lines = [f"[[{name}]]\n"]
    lines += [pair_text(key, value) for key, value in table.items() if not isinstance(value, dict)]
    for key, value in table.items():
        if isinstance(value, dict):
            lines.append(table_text((name, key), value))
    return "".join(lines)


def table_text(path: tuple[str, ...], table: Mapping[str, Any]) -> str:
    """A header such as "[note.target]" and its pairs; tables within it are written inline."""
    header = ".".join(_key_text(part) for part in path)
    return f"[{header}]\n" + "".join(pair_text(key, value) for key, value in table.items())


def pair_text(key: str, value: object) -> str:
    """One `key = value` with its line end."""
    return f"{_key_text(key)} = {value_text(value)}\n"


def value_text(value: object) -> str:
    """A value in TOML. Lists go on one line; a text of several lines is written as several lines."""
    if isinstance(value, list):
        return f"[{', '.join(_inline(item) for item in value)}]"
    # A multi-line string does not bring back "\r": TOML readers make every line end of it "\n".
    several = isinstance(value, str) and "\n" in value and "\r" not in value
    return _value_part(tomli_w.dumps({"k": value}, multiline_strings=True)) if several else _inline(value)


def decode(data: bytes) -> str:
    """The text of a TOML file, without the mark some editors begin it with. Raises `UnicodeDecodeError`."""
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")


def parse_block(text: bytes, name: str = NAME) -> dict[str, Any] | None:
    """The one table a block on its own says, or None if it is not exactly one."""
    try:
        whole = tomllib.loads(text.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    tables = whole.get(name)
    if len(whole) != 1 or not isinstance(tables, list) or len(tables) != 1 or not isinstance(tables[0], dict):
        return None
    table: dict[str, Any] = tables[0]
    return table


def same_note(one: Note, other: Note) -> bool:
    """Whether two notes would be written the same."""
    return one == other or same_table(to_table(one), to_table(other))


def same_table(one: object, other: object) -> bool:
    """Whether two values are the same in TOML: `1`, `1.0` and `true` differ, and nan is itself."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_table(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(same_table(a, b) for a, b in zip(one, other, strict=True))
    return type(one) is type(other) and (one == other or (one != one and other != other))


def _inline(value: object) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{_key_text(key)} = {_inline(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_inline(item) for item in value)}]"
    if isinstance(value, datetime):
        return value.isoformat()
    return _value_part(tomli_w.dumps({"k": value}))


def _value_part(written: str) -> str:
    return written.removeprefix("k = ").removesuffix("\n")


def _key_text(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def _amended_inner(old: object, before: object, after: object) -> object:
    """The new value; in the place of a table it takes over the keys that nobody here knows."""
    if not (isinstance(old, dict) and isinstance(before, dict) and isinstance(after, dict)):
        return after
    return {key: value for key, value in old.items() if key not in before} | after


def _filled(**values: str | list[str]) -> dict[str, str | list[str]]:
    return {key: value for key, value in values.items() if value}


def _storable(value: Any) -> Any:
    """The same with what TOML cannot hold (lone surrogates) as replacement characters."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_storable(item) for item in value]
    return value


def _article(value: object) -> ArticleRef | None:
    if not isinstance(value, dict):
        return None
    path, collection, title, sha256 = (plain(value.get(key)) for key in ("path", "collection", "title", "sha256"))
    return ArticleRef(path, collection, title, sha256)


def _target(value: object) -> Anchor | None:
    if not isinstance(value, dict):
        return None
    quote, prefix, suffix = (plain(value.get(key)) for key in ("quote", "prefix", "suffix"))
    return Anchor(quote, prefix, suffix, *(_offset(value.get(key)) for key in ("start", "end", "twins")))


def _entity(value: object) -> EntityRef | None:
    if not isinstance(value, dict):
        return None
    return EntityRef(plain(value.get("name")), plain(value.get("kind")), _texts(value.get("aliases")))


def _event(value: object) -> EventRef | None:
    if not isinstance(value, dict):
        return None
    return EventRef(plain(value.get("date")), plain(value.get("precision")), plain(value.get("quote")))


def plain(value: object) -> str:
    """Any TOML value as text for people; "" for none."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    try:
        return str(value)
    except ValueError:  # a hexadecimal number too long to be said in tens
        return ""


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(plain(item) for item in value) if isinstance(value, Iterable) else ()


def _offset(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else NO_OFFSET


def _moment(value: object) -> datetime | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime):
        try:
            return value if value.tzinfo else value.astimezone()
        except (ValueError, OverflowError, OSError):  # the first and last days of the calendar have no local time
            return None
    return _moment(datetime(value.year, value.month, value.day)) if isinstance(value, date) else None
