"""The nouns of note keeping: a note, and what it can be attached to.

Offsets are code points into an article's one text, end exclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

SPAN = "span"
"""`Note.on` of a note on a passage."""
ARTICLE = "article"
"""`Note.on` of a note on a whole article."""
ENTITY = "entity"
"""`Note.on` of a note on a person, group, place or thing."""
EVENT = "event"
"""`Note.on` of a note on a row of the timeline."""

NO_OFFSET = -1
"""Stands for an offset nobody recorded."""

NOT_COUNTED = -1
"""Stands for a number nobody recorded."""


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """The article a note belongs to, told in several ways so that a renamed file can be found again."""

    path: str
    """Stable key of the article: path relative to its collection's root."""
    collection: str = ""
    """Name of the collection, or ""."""
    title: str = ""
    """Title at the time of writing, or ""."""
    sha256: str = ""
    """SHA-256 of the article's text in hex, or ""; equal to the present one: offsets hold without any search."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage: its words, the words around it, and where it stood; the offsets are a hint, never the truth."""

    quote: str
    """The passage itself, as it stood in the text."""
    prefix: str = ""
    """About 32 characters before it."""
    suffix: str = ""
    """About 32 characters after it."""
    start: int = NO_OFFSET
    """Offset of its first character then; `NO_OFFSET` if nobody recorded it."""
    end: int = NO_OFFSET
    """Offset after its last character then; `NO_OFFSET` if nobody recorded it."""
    twins: int = NOT_COUNTED
    """How many other places of the text read alike then, 0 if it stood alone; `NOT_COUNTED` if nobody looked.

    Where there were some, prefix and suffix are so long that either tells the passage from them."""


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity by its names, which outlive any row number."""

    name: str
    """The name shown at the time of writing."""
    kind: str = ""
    """Its kind (a value of `tui.model.Kind`), or ""."""
    aliases: tuple[str, ...] = ()
    """Its other spellings then."""


@dataclass(frozen=True, slots=True)
class EventRef:
    """A row of the timeline by its date and words."""

    date: str
    """Its date in EDTF."""
    precision: str = ""
    """A value of `tui.model.Precision`, or ""."""
    quote: str = ""
    """The clause that tells it."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note. A note without text is a highlight."""

    id: str
    """Unique for ever."""
    on: str
    """What it is attached to: `SPAN`, `ARTICLE`, `ENTITY`, `EVENT`; kinds of a later version are kept as they are."""
    text: str = ""
    """What the person wrote."""
    tags: tuple[str, ...] = ()
    """Words to find it by."""
    created: datetime | None = None
    """When it was written, with offset; None if the file does not say."""
    updated: datetime | None = None
    """When it was last changed, with offset; None if the file does not say."""
    article: ArticleRef | None = None
    """The article it belongs to."""
    target: Anchor | None = None
    """The passage it is on."""
    entity: EntityRef | None = None
    """The entity it is on."""
    event: EventRef | None = None
    """The event it is on."""
    conflict_of: str = ""
    """Id of the note this is another version of, when both sides changed it; "" otherwise."""
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
    """Keys this version does not know, as `tomllib` gives them; they stay in the file whatever is changed here."""
