"""The nouns every part of backstory speaks: documents, articles, dates, entities, mentions, events.

All are frozen and slotted. Offsets are Unicode code points into an article's one text, end exclusive. Ids are dense
row numbers that hold within one `Corpus`; whatever is saved uses stable keys (paths, names, quotes) instead.
"""

from dataclasses import dataclass
from enum import StrEnum

OPEN_PAST = -10_000_000
"""The day number that stands for "no beginning": earlier than any date a text can name."""

OPEN_FUTURE = 10_000_000
"""The day number that stands for "no end": later than any date a text can name."""

CORRECTED = "corrected"
"""The rule of a date whose value a person set, and where a publication date came from that a person set."""


WHO, WHOM, WHERE = "who", "whom", "where"
"""The parts an entity can have in an event: who did it, to whom it was done, where."""


class PartKind(StrEnum):
    """What a stretch of an article is."""

    TITLE = "title"
    """The headline line."""
    BODY = "body"
    """Running prose."""
    TIMELINE = "timeline"
    """An entry under a dated heading such as "March 2007:"; runs to the next heading."""
    COMMENT = "comment"
    """What a reader of the article wrote beneath it."""
    FOOTER = "footer"
    """Appeals, author boxes, tags and link lists around the article proper."""

    @property
    def counts(self) -> bool:
        """Whether names and dates here may create entities and events (comments and footers may not)."""
        return self not in (PartKind.COMMENT, PartKind.FOOTER)


class Kind(StrEnum):
    """What an entity is; the values are the contract's `type`."""

    PERSON = "person"
    """A human being."""
    ORGANISATION = "organisation"
    """Groups, forces, governments, companies, networks."""
    PLACE = "place"
    """Countries, cities, regions, rivers."""
    WEAPON = "weapon"
    """Weapons and equipment."""
    FACILITY = "facility"
    """Buildings and installations."""
    EVENT = "event"
    """Named events: wars, treaties, conferences."""
    OTHER = "other"
    """A proper name whose kind the text does not settle."""

    @property
    def plural(self) -> str:
        """The heading over a list of this kind, for people."""
        return _KIND_PLURALS[self]

    @property
    def mark(self) -> str:
        """One letter that tells the kind where colour cannot."""
        return _KIND_MARKS[self]


_KIND_PLURALS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.PLACE: "Places",
    Kind.WEAPON: "Weapons",
    Kind.FACILITY: "Facilities",
    Kind.EVENT: "Named events",
    Kind.OTHER: "Other names",
}
_KIND_MARKS = {
    Kind.PERSON: "p",
    Kind.ORGANISATION: "o",
    Kind.PLACE: "l",
    Kind.WEAPON: "w",
    Kind.FACILITY: "f",
    Kind.EVENT: "e",
    Kind.OTHER: "·",
}


class Precision(StrEnum):
    """How finely a date is known; the values are the contract's `precision`."""

    DAY = "day"
    """One calendar day."""
    MONTH = "month"
    """One month, or a day of it that is not known."""
    SEASON = "season"
    """Spring, summer, autumn or winter of a year."""
    YEAR = "year"
    """One year."""
    PART = "part"
    """Early, mid or late in a month or year."""
    DECADE = "decade"
    """Ten years, or a century when the EDTF says so."""
    INTERVAL = "interval"
    """From one date to another, or open at one end."""
    UNKNOWN = "unknown"
    """A date expression the text gives no value for."""


class DateOrder(StrEnum):
    """How a collection writes numeric dates such as 03/04/2007; the values are those of corpus.toml."""

    MDY = "mdy"
    """Month first."""
    DMY = "dmy"
    """Day first."""
    YMD = "ymd"
    """Year first."""


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of the calendar as far as the text supports it."""

    first: int
    """First day it can mean, as a proleptic Gregorian day number (1 is 0001-01-01); `OPEN_PAST` if open."""
    last: int
    """Last day it can mean, inclusive; `OPEN_FUTURE` if open."""
    precision: Precision
    """How finely it is known."""
    approximate: bool
    """Whether the text says "about", "early", "late" or the like."""
    edtf: str
    """The value in EDTF (ISO 8601-2): what is printed, stored and compared."""
    said: str = ""
    """The words of the text, if it came from one."""
    rule: str = ""
    """The rule that gave it, for the reader who asks why."""

    @property
    def key(self) -> tuple[int, int, str]:
        """Sort key: by first day, the narrower first, then by value so that order never wavers."""
        return (self.first, self.last, self.edtf)

    def overlaps(self, other: "When") -> bool:
        """Whether some day belongs to both."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of a text that its file sets apart: for the eye alone, no engine looks at it."""

    kind: str
    """"heading", "quote" or "code"."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a format reader returns: one article as its file gives it. Every offset everywhere points into `text`."""

    text: str
    """The whole text, line ends as `\\n`."""
    title: str = ""
    """Title the file itself states, or "" where it states none."""
    published: When | None = None
    """Publication date the file itself states."""
    byline: str = ""
    """Author line."""
    source: str = ""
    """Newspaper, site or archive."""
    url: str = ""
    """Where the original stands; never opened without asking."""
    tags: tuple[str, ...] = ()
    """Its subjects as the file states them."""
    rough: bool = False
    """Whether the text was cut out of a page by a rule of thumb and may hold what does not belong to it."""
    comments_at: int | None = None
    """Offset where readers' comments begin, if the file tells them apart; None leaves that to the text."""
    commenters: tuple[tuple[int, str], ...] = ()
    """Offset of each of these comments and who wrote it, "" where that is not said; empty where they run together."""
    shapes: tuple[Shape, ...] = ()
    """What the file sets apart in its text, in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article and what it is; parts are in order, do not overlap, and leave out only blank space."""

    kind: PartKind
    """What it is."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    by: str = ""
    """Who wrote it, for a comment whose writer is named."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article's facts; its text is asked of the corpus when it is shown."""

    id: int
    """Row number in the corpus, in the collection's reading order."""
    path: str
    """Stable key: path relative to the collection's root, with "/"."""
    digest: str
    """SHA-256 of the text in UTF-8, in hex."""
    title: str
    """Title for people; the file's name if it has none."""
    published: When | None
    """Publication date, if anything supports one."""
    published_from: str
    """Where `published` came from: corpus.toml, file, name, dateline, text, corrected; "" without one."""
    byline: str
    """Author line, or ""."""
    source: str
    """Newspaper, site or archive, or ""."""
    url: str
    """Where the original stands, or ""."""
    chars: int
    """Length of the text in code points."""
    parts: tuple[Part, ...]
    """The text cut into title, body, timeline entries, comments and footer."""
    tags: tuple[str, ...] = ()
    """Its subjects as the file states them."""
    rough: bool = False
    """Whether the text was cut out of a page by a rule of thumb and may hold what does not belong to it."""
    shapes: tuple[Shape, ...] = ()
    """What its file sets apart in the text, in order."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the corpus, and why."""

    path: str
    """As an article's path would be."""
    reason: str
    """A short sentence for people."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date expression found in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    when: When | None
    """Its value, or None where the text supports none."""
    rule: str
    """The rule that found and valued it."""
    basis: int | None = None
    """For a relative or completed date: offset of the date expression it was counted from; None if there is none."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another spelling of an entity, and why it is taken for the same."""

    name: str
    """The spelling as written."""
    reason: str
    """Why, in a few words for people: "surname", "stated: better known as", "corpus.toml"."""


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity somebody wrote down (corpus.toml), as opposed to one found in the text."""

    name: str
    """The name to show."""
    kind: Kind | None = None
    """Its kind, or None to let the text decide."""
    aliases: tuple[str, ...] = ()
    """Other spellings."""
    about: str = ""
    """One line for the dossier."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, group, place or thing, under one name."""

    id: int
    """Row number in the corpus."""
    name: str
    """The name shown."""
    kind: Kind
    """What it is."""
    aliases: tuple[Alias, ...]
    """Its other spellings with reasons; the name itself is not among them."""
    count: int
    """Number of mentions in the corpus, comments and footers included."""
    articles: int
    """Number of articles with a mention."""
    about: str = ""
    """One line somebody wrote about it in corpus.toml."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named."""

    article: int
    """Article id."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    entity: int
    """Entity id."""


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the timeline. Ids run in calendar order, so an id is also its row in the full timeline."""

    id: int
    """Row number in the corpus and in the full timeline."""
    when: When
    """When it happened, as far as the text says."""
    article: int
    """Article id."""
    start: int
    """Offset of the clause that tells it."""
    end: int
    """Offset after that clause."""
    at: int
    """Offset of the date expression it hangs on; the clause's start if the date came from elsewhere."""
    headline: str
    """One line of it, from its subject, at most 100 characters, without line breaks."""
    entities: tuple[int, ...]
    """Ids of the entities named in it, in order of appearance."""
    cluster: int
    """Id of the first event that tells the same; its own id if it stands alone."""
    rule: str
    """The rule that dated it."""
    reported: bool = False
    """Dated only by the article's publication: shown as "reported", never as "happened"."""
    parts: tuple[tuple[int, str], ...] = ()
    """(entity id, `WHO`, `WHOM` or `WHERE`) of those whose part in it the words tell; a pronoun's are among them."""


@dataclass(frozen=True, slots=True)
class Status:
    """One statement of what became of a person or group: captured, released, killed and the like."""

    entity: int
    """Id of the entity it is said of."""
    fate: str
    """What became of it, in words for people: "captured", "handed over", "left office" ..."""
    when: When | None
    """When, as far as the text says; None where it gives no date."""
    event: int | None
    """Id of the event that tells it; None where no dated event does."""
    article: int
    """Id of the article that says so."""
    start: int
    """Offset of the word that says so."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two events, told by one article or by two, that cannot both be right; which of them is right is left open."""

    hard: bool
    """Whether both sides are exact (dates of a month or finer, excluding outcomes); otherwise one of them is vague."""
    fact: str
    """What kind of fact it is: "date", "fate", "number" or "role"."""
    events: tuple[int, int]
    """Ids of the two events, the one told as earlier first."""
    reason: str
    """Why both cannot hold, in a few words."""
    entity: int = -1
    """Id of the entity both speak of; -1 where that is not one alone."""
