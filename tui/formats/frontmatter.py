"""Front matter: the facts at the top of a Markdown file, in YAML, TOML, JSON or bare "Key: value" lines."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tui import toml
from tui.dates.edtf import EdtfError, parse
from tui.formats import yamlish
from tui.formats.yamlish import DEEPEST, Items, Values
from tui.model import Part, PartKind, When

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_FENCE_OF_JSON = ";;;\n"
_BARE = re.compile(r"([A-Za-z][\w-]{0,40}):[ \t]*(.*)")
_BY = re.compile(r"^by[:\s]\s*", re.IGNORECASE)
_PACKED = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)")
_SIZE = 65_536
"""Front matter that does not end within so many characters is none."""

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=[T ]\d|$)")
_DATE_CHARACTERS = 60
"""A date is no longer than this."""

_TITLE = ("title", "headline")
_DATE = (
    "date",
    "published",
    "date_published",
    "publish_date",
    "publishdate",
    "pubdate",
    "publication_date",
    "datetime",
)
_AUTHOR = ("author", "authors", "byline", "by")
_SOURCE = ("source", "publication", "publisher", "newspaper", "site")
_URL = ("url", "link", "canonical_url", "canonical", "original", "source_url", "source")
_TAGS = ("tags", "tag", "keywords")
_OTHERS = (
    "modified",
    "category",
    "categories",
    "slug",
    "summary",
    "status",
    "lang",
    "subtitle",
    "description",
    "layout",
)
_NUMBER_BITS = 256
"""A number that is longer says nothing of an article; Python writes none of ten thousand bits."""

_TABLES = ("taxonomies", "extra", "params")
"""Tables some site makers put facts into that others keep at the top."""


def split(text: str) -> tuple[Values, str]:
    """Cut a Markdown text into its front matter and what follows it; without front matter the text stays whole."""
    opening = _FENCE.match(text)
    if opening:
        return _fenced(text, opening)
    if text.startswith("{"):
        return _json(text)
    if text.startswith(_FENCE_OF_JSON):
        values, rest = _json(text[len(_FENCE_OF_JSON) :].lstrip())
        if values and rest.startswith(_FENCE_OF_JSON.strip()):
            return values, rest.partition("\n")[2]
    return _bare(text)


def title(values: Values) -> str:
    """The title it states, or ""."""
    return " ".join(_first(values, _TITLE).split())


def published(values: Values) -> When | None:
    """The publication date, if what is written there is one: EDTF, an ISO date with a time behind it, or words."""
    said = _first(values, _DATE)
    iso = _ISO.match(said) or _PACKED.fullmatch(said)
    try:
        return parse(f"{iso[1]}-{iso[2]:0>2}-{iso[3]:0>2}" if iso else said)
    except EdtfError:
        pass
    from tui.dates.find import find_dates  # late: most front matter states its date plainly

    found = find_dates(said[:_DATE_CHARACTERS], [Part(PartKind.BODY, 0, len(said[:_DATE_CHARACTERS]))])
    return found[0].when if len(found) == 1 else None


def author(values: Values) -> str:
    """The author line, several joined with ", "; or ""."""
    key = next((key for key in _AUTHOR if values.get(key)), "")
    names = values.get(key, ())
    return ", ".join(without_by(name) for name in names) if key == "byline" else ", ".join(names)


def without_by(name: str) -> str:
    """A name without the "By" before it."""
    return _BY.sub("", name) or name


def source(values: Values) -> str:
    """Newspaper, site or archive, or ""."""
    found = _first(values, _SOURCE)
    return "" if found.startswith(("http://", "https://")) else found


def url(values: Values) -> str:
    """Where the original stands, if the value is a web address; else ""."""
    said = (value for key in _URL for value in values.get(key, ()))
    return next((value for value in said if value.startswith(("http://", "https://"))), "")


def tags(values: Values) -> tuple[str, ...]:
    """Its subjects; one text with commas is several, but not one that is an item of a list."""
    found = next((values[key] for key in _TAGS if values.get(key)), ())
    parts = found[0].split(",") if len(found) == 1 and not isinstance(found, Items) else found
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _first(values: Values, keys: Iterable[str]) -> str:
    return next((values[key][0] for key in keys if values.get(key)), "")


def _fenced(text: str, opening: re.Match[str]) -> tuple[Values, str]:
    """YAML between `---` lines or TOML between `+++` lines."""
    lines: list[str] = []
    at = opening.end()
    ends = ("---", "...") if opening[1] == "---" else ("+++",)
    while at < len(text) and at < _SIZE:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.rstrip() in ends:
            return (yamlish.read(lines) if opening[1] == "---" else _toml(lines)), text[end + 1 :]
        lines.append(line)
        at = end + 1
    return {}, text


def _toml(lines: Sequence[str]) -> Values:
    """The values of TOML; of a block that does not parse those of the lines that do."""
    try:
        return _flat(toml.loads("\n".join(lines)))
    except (ValueError, RecursionError):
        found: dict[str, object] = {}
        for line in lines:
            try:
                found = toml.loads(line) | found
            except (ValueError, RecursionError):
                continue
        return _flat(found)


def _json(text: str) -> tuple[Values, str]:
    """A JSON object at the top, if a line ends behind it and it states what front matter states."""
    try:
        found, end = json.JSONDecoder(strict=False).raw_decode(text[:_SIZE])
    except (ValueError, RecursionError):
        return {}, text
    values = _flat(found) if isinstance(found, dict) else {}
    rest = text[end:].lstrip(" \t")
    if not values.keys() & {*_TITLE, *_DATE} or (rest and not rest.startswith("\n")):
        return {}, text
    return values, rest[1:]


def _flat(found: Mapping[str, object], level: int = 0) -> Values:
    """Nested values as texts by lower-case key; tables that hold facts of the article are opened."""
    values: dict[str, tuple[str, ...]] = {}
    for key, value in found.items():
        if isinstance(value, dict) and key.lower() in _TABLES and level < DEEPEST:
            for inner, texts in _flat(value, level + 1).items():
                values.setdefault(inner, texts)
        else:
            values[key.lower()] = (Items if isinstance(value, list) else tuple)(_texts(value))
    return values


def _texts(value: object, level: int = 0) -> Iterable[str]:
    if level > DEEPEST:
        return []
    if isinstance(value, list):
        return [text for item in value for text in _texts(item, level + 1)]
    if isinstance(value, dict):
        return list(_texts(value.get("name") or value.get("title") or "", level + 1))
    if isinstance(value, date):
        return [value.isoformat()]
    if value is None or isinstance(value, bool) or (isinstance(value, int) and value.bit_length() > _NUMBER_BITS):
        return []
    # A surrogate that stands alone can be written as \ud800 in JSON, and nowhere else.
    text = str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    return [text] if text else []


def _bare(text: str) -> tuple[Values, str]:
    """Lines such as "Title: …" at the very top, as Pelican has them, down to the first empty line."""
    known = {*_TITLE, *_DATE, *_AUTHOR, *_TAGS, *_OTHERS}
    head = text[:_SIZE].split("\n")
    values: dict[str, tuple[str, ...]] = {}
    key = ""
    for row, line in enumerate(head):
        if not line.strip():
            stated = values.keys() & {*_TITLE, *_DATE}
            return (values, "\n".join(head[row + 1 :]) + text[_SIZE:]) if len(values) > 1 and stated else ({}, text)
        found = _BARE.fullmatch(line.rstrip())
        if (found and found[1].lower() in known | {*_SOURCE, *_URL}) or (found and values and " " not in found[1]):
            key = found[1].lower()
            values.setdefault(key, (found[2].strip(),) if found[2].strip() else ())
        elif key and line[:1] in (" ", "\t"):
            values[key] = (" ".join((*values[key], line.strip())),)
        else:
            return {}, text
    return {}, text
