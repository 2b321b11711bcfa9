"""corpus.toml: what somebody wrote down about a collection, its articles and its entities; read, never written."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from tui import toml
from tui.dates.edtf import EdtfError, from_toml
from tui.model import DateOrder, Kind, KnownEntity, When
from tui.names.known import agree

NAME = "corpus.toml"
"""The file's name, in a collection's root."""

LIMIT = 8 * 1024 * 1024
"""Largest corpus.toml that is read, in bytes."""

_PLACE = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)
_ENTITY_HEAD = re.compile(r"\s*\[\[\s*entity\s*\]\]")
_CORPUS = ("title", "date_order", "comments")
_ARTICLE = ("path", "title", "byline", "source", "url", "published")
_ENTITY = ("name", "kind", "aliases", "about")


_Choice = TypeVar("_Choice", bound=StrEnum)


class Comments(StrEnum):
    """What is done with readers' comments; the values are those of corpus.toml."""

    SEPARATE = "separate"
    """Told apart: they make no entities and no events, but names in them are marked."""
    INCLUDE = "include"
    """Read like the article itself."""
    DROP = "drop"
    """Nothing in them is marked; the text still shows them."""


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What is known of one article beside its text; empty where nothing is said."""

    title: str = ""
    """Its title."""
    byline: str = ""
    """Its author line."""
    source: str = ""
    """Newspaper, site or archive."""
    url: str = ""
    """Where the original stands."""
    published: When | None = None
    """When it was published."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a corpus.toml says; an empty one is what a collection without it has."""

    title: str = ""
    """The collection's name for people."""
    date_order: DateOrder | None = None
    """How numeric dates are written; None: both readings are kept."""
    comments: Comments = Comments.SEPARATE
    """What is done with readers' comments."""
    articles: Mapping[str, ArticleFacts] = field(default_factory=lambda: MappingProxyType({}))
    """Facts about articles, by path relative to the file."""
    entities: tuple[KnownEntity, ...] = ()
    """Entities somebody wrote down."""
    unknown: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """Keys this program does not know, by dotted name, with their values."""
    problems: tuple[str, ...] = ()
    """Sentences about what is wrong with the file; nothing in it stops anything."""


def read(data: bytes) -> Manifest:
    """What the bytes of a corpus.toml say; never fails: whatever is wrong is in `problems`."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
        document = toml.loads(text)
    except UnicodeDecodeError as error:
        return _broken(*_position(data, error.start), "not UTF-8")
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.fullmatch(str(error))
        if found and found["line"]:
            return _broken(int(found["line"]), int(found["column"]), found["what"])
        return _broken(*_position(data, len(data)), found["what"] if found else str(error))
    except (ValueError, RecursionError) as error:
        reason = "brackets nested too deep" if isinstance(error, RecursionError) else str(error)
        return Manifest(problems=(f"{NAME}: {_sentence(reason)}; opened without it.",))
    headers = [number for number, line in enumerate(text.splitlines(), start=1) if _ENTITY_HEAD.match(line)]
    return _Reading(document, headers).manifest()


class _Reading:
    """One pass over a parsed file, collecting what is unknown or wrong."""

    def __init__(self, document: dict[str, object], headers: Sequence[int]) -> None:
        self.document = document
        self.headers = headers
        self.unknown: dict[str, object] = {}
        self.problems: list[str] = []

    def manifest(self) -> Manifest:
        self._keep_unknown("", self.document, ("corpus", "article", "entity"))
        corpus = self._table("corpus")
        self._keep_unknown("corpus.", corpus, _CORPUS)
        articles = dict(self._articles())
        entities, clashes = agree(list(self._entities()))
        for numbers, what in clashes:
            self._wrong(self._lines(numbers), what)
        title = self._text(corpus, "title", "[corpus]")
        order = self._choice(corpus, "date_order", DateOrder)
        comments = self._choice(corpus, "comments", Comments)
        if self.unknown:
            names = ", ".join(sorted(self.unknown))
            self.problems.append(f"{NAME}: unknown and left alone: {names}.")
        return Manifest(
            title=title,
            date_order=order,
            comments=comments or Comments.SEPARATE,
            articles=MappingProxyType(articles),
            entities=entities,
            unknown=MappingProxyType(self.unknown),
            problems=tuple(self.problems),
        )

    def _articles(self) -> Iterator[tuple[str, ArticleFacts]]:
        for where, table in self._tables("article"):
            self._keep_unknown("article.", table, _ARTICLE)
            path = self._text(table, "path", where).removeprefix("./")
            if not path:
                self._wrong(where, "has no path, so it says nothing about any file")
                continue
            yield (
                path,
                ArticleFacts(
                    title=self._text(table, "title", where),
                    byline=self._text(table, "byline", where),
                    source=self._text(table, "source", where),
                    url=self._text(table, "url", where),
                    published=self._date(table, where),
                ),
            )

    def _entities(self) -> Iterator[KnownEntity]:
        for where, table in self._tables("entity"):
            self._keep_unknown("entity.", table, _ENTITY)
            name = self._text(table, "name", where)
            if not name:
                self._wrong(where, "has no name")
                continue
            aliases = table.get("aliases", [])
            if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
                self._wrong(where, "aliases must be a list of strings")
                aliases = []
            kind = self._choice(table, "kind", Kind, where)
            spelt = tuple(" ".join(alias.split()) for alias in aliases if alias.strip())
            yield KnownEntity(name, kind, spelt, self._text(table, "about", where))

    def _lines(self, numbers: Sequence[int]) -> str:
        """Where entities stand: by line if the headers can be told apart, else by number; `numbers` count from 0."""
        found = self.document.get("entity")
        if not isinstance(found, list) or len(found) != len(self.headers):
            return " and ".join(f"[[entity]] {number + 1}" for number in numbers)
        lines = [str(self.headers[number]) for number in numbers]
        return ("line " if len(lines) == 1 else "lines ") + " and ".join(lines)

    def _tables(self, name: str) -> Iterator[tuple[str, dict[str, object]]]:
        """The tables of an array, each with the words that say where it stands."""
        found = self.document.get(name, [])
        if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
            self._wrong(name, f"must be written as [[{name}]]")
            return
        for number, table in enumerate(found, start=1):
            yield f"[[{name}]] {number}", table

    def _table(self, name: str) -> dict[str, object]:
        found = self.document.get(name, {})
        if isinstance(found, dict):
            return found
        self._wrong(name, f"must be written as [{name}]")
        return {}

    def _text(self, table: Mapping[str, object], key: str, where: str) -> str:
        value = table.get(key, "")
        if isinstance(value, str):
            return " ".join(value.split()) if key != "path" else value
        self._wrong(where, f"{key} must be a string")
        return ""

    def _date(self, table: Mapping[str, object], where: str) -> When | None:
        if "published" not in table:
            return None
        try:
            return from_toml(table["published"])
        except EdtfError as error:
            self._wrong(where, f"published: {_sentence(str(error))}")
            return None

    def _choice(
        self, table: Mapping[str, object], key: str, kind: type[_Choice], where: str = "[corpus]"
    ) -> _Choice | None:
        if key not in table:
            return None
        value = table[key]
        found = next((choice for choice in kind if choice.value == value), None)
        if found is None:
            self._wrong(where, f"{key} must be one of {', '.join(choice.value for choice in kind)}")
        return found

    def _keep_unknown(self, prefix: str, table: Mapping[str, object], known: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                self.unknown.setdefault(prefix + key, table[key])

    def _wrong(self, where: str, what: str) -> None:
        self.problems.append(f"{NAME}: {where}: {what}.")


def _broken(line: int, column: int, what: str) -> Manifest:
    return Manifest(problems=(f"{NAME}, line {line}, column {column}: {_sentence(what)}; opened without it.",))


def _position(data: bytes, at: int) -> tuple[int, int]:
    """Line and column of a byte, both from 1."""
    before = data[:at]
    return before.count(b"\n") + 1, at - before.rfind(b"\n")


def _sentence(text: str) -> str:
    """A message without its full stop and with a small first letter, to stand inside a sentence."""
    bare = text.strip().removesuffix(".")
    return bare[:1].lower() + bare[1:]
