"""One line of a .jsonl dump: an object that holds an article, under whichever of the usual names it keeps its facts."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from tui.formats import frontmatter
from tui.formats.text import Unreadable, decode, newlines
from tui.model import Document, When

Record = Mapping[str, object]
"""An object's values by key, in lower case and without "-", "_" and blanks."""

_TEXT = (
    *("text", "body", "content", "contents", "articlebody", "articletext", "maintext", "bodytext", "fulltext", "story"),
    *("cleanedtext", "cleantext", "plaintext", "rawtext", "rawcontent", "contenttext", "textcontent", "article"),
    *("document", "paragraphs", "transcript", "message", "selftext", "post", "leadparagraph"),
)
_HTML = ("html", "contenthtml", "bodyhtml", "htmlcontent", "articlehtml", "rawhtml", "htmlbody")
_SHORT = ("summary", "abstract", "description", "excerpt", "snippet", "lead")
_TITLE = ("title", "headline", "heading", "subject", "articletitle", "pagetitle", "headlines", "name")
_DATE = (
    *("date", "published", "datepublished", "publisheddate", "publisheddatetime", "publisheddateutc", "publishedat"),
    *("publishedon", "publishdate", "publicationdate", "pubdate", "datepublish", "publicationdatetime", "webdate"),
    *("webpublicationdate", "firstpublished", "firstpublicationdate", "issued", "dateissued", "articledate", "posted"),
    *("postedat", "dateposted", "publishtime", "publishedtime", "publishtimestamp", "datetime", "timestamp", "time"),
    *("created", "createdat", "createdutc", "datecreated", "year"),
)
_BYLINE = ("byline", "author", "authors", "authorname", "writer", "creator", "creators", "by")
_URL = ("url", "link", "canonicalurl", "weburl", "sourceurl", "permalink", "originalurl", "uri", "href", "source")
_SOURCE = (
    *("source", "publisher", "publication", "newspaper", "outlet", "site", "sitename", "sourcename", "website"),
    *("sourcedomain", "domain", "feed"),
)
_TAGS = ("tags", "tag", "keywords", "topics", "categories", "category", "subjects", "labels", "section")
_INNER = ("meta", "metadata", "article", "source", "fields", "data", "info", "extra")
"""Objects within the object that some dumps keep the facts in; a source may be a newspaper instead."""

_NAMED = (
    *("name", "fullname", "title", "main", "original", "text", "value", "content", "$date", "date", "url", "$t"),
    "label",
)
"""Where an object in the place of a text keeps it."""

_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|article|html|body|span)[\s/>]", re.IGNORECASE)
_TRUNCATED = 60
"""Characters of what stands at a fault that are shown."""

_MOMENTS = ((1e8, 5e9, 1), (1e11, 5e12, 1_000), (1e14, 5e15, 1_000_000))
"""Numbers that are a time since 1970: from, to, and how many make a second."""

_WORST_DEPTH = 6
"""How deep lists within lists are opened."""


def read(data: bytes, name: str) -> Document:
    """Read one line; raises `Unreadable` with file, line and column for what is no JSON, and for what holds no text.

    `name` ends in "#" and the number of the line.
    """
    record = _record(data, name)
    title = " ".join(_first(record, _TITLE).split())
    words, rough = _words(record, name)
    if not words.strip():
        raise Unreadable(f"{_where(name, 1)}: no text in it, only {_listed(record)}")
    head = "" if not title or words.lstrip().startswith(title) else f"{title}\n\n"
    return Document(
        text=head + words.strip("\n") + "\n",
        title=title,
        published=_published(record),
        byline=", ".join(dict.fromkeys(map(frontmatter.without_by, _lines(_value(record, _BYLINE))))),
        source=next((said for said in _all(record, _SOURCE) if not _is_address(said)), ""),
        url=next((said for said in _all(record, _URL) if _is_address(said)), ""),
        tags=_tags(record),
        rough=rough,
    )


def _record(data: bytes, name: str) -> Record:
    """The object, with what objects within it say of the article beside what it says itself."""
    line = decode(data).strip()
    try:
        found = json.loads(line, strict=False)
    except json.JSONDecodeError as error:
        there = line[error.pos : error.pos + _TRUNCATED].split("\n")[0]
        said = f"{error.msg[:1].lower()}{error.msg[1:]}".removesuffix(" at")
        raise Unreadable(
            f"{_where(name, error.pos + 1)}: not JSON: {said}{f' at {there!r}' if there else ''}"
        ) from None
    except (ValueError, RecursionError) as error:
        fault = "nested too deep" if isinstance(error, RecursionError) else "a number too large"
        raise Unreadable(f"{_where(name, 1)}: not JSON that can be read: {fault}") from None
    if not isinstance(found, dict):
        raise Unreadable(f"{_where(name, 1)}: not an object but {_called(found)}")
    record = _keyed(found)
    for key in _INNER:
        inner = record.get(key)
        if isinstance(inner, dict) and (key != "source" or _keyed(inner).keys() & {*_TEXT, *_HTML}):
            record = {**_keyed(inner), **{name: value for name, value in record.items() if value not in (None, "")}}
    return record


def _keyed(found: Mapping[str, object]) -> dict[str, object]:
    keyed: dict[str, object] = {}
    for key, value in found.items():
        keyed.setdefault(key.lower().replace("_", "").replace("-", "").replace(" ", ""), value)
    return keyed


def _words(record: Record, name: str) -> tuple[str, bool]:
    """The text of an article, and whether it was cut out of a page by a rule of thumb."""
    words = next((text for key in _TEXT if (text := "\n\n".join(_lines(record.get(key))).strip())), "")
    marked = not words or bool(_MARKUP.search(words[:2_000]) and "</" in words)
    page = words or next((text for key in _HTML if (text := "\n".join(_lines(record.get(key))).strip())), "")
    if page and marked:
        from tui.formats import html  # late: most dumps hold plain text

        found = html.read(page.encode("utf-8"), name)
        return found.text, found.rough
    return newlines(words or next((text for text in _all(record, _SHORT)), "")), False


def _published(record: Record) -> When | None:
    """The first date given that can be read: in words or digits, or as a time since 1970."""
    for key in _DATE:
        for said in _lines(record.get(key)):
            when = frontmatter.published({"date": (_moment(said) or said,)})
            if when:
                return when
    return None


def _moment(said: str) -> str:
    """The day, in universal time, of a number that is a time since 1970; else ""."""
    try:
        number = float(said)
    except ValueError:
        return ""
    for least, most, unit in _MOMENTS:
        if least <= number < most:
            return datetime.fromtimestamp(number / unit, UTC).date().isoformat()
    return ""


def _tags(record: Record) -> tuple[str, ...]:
    found = _lines(_value(record, _TAGS))
    parts = found[0].split(",") if len(found) == 1 else found
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


def _value(record: Record, keys: Iterable[str]) -> object:
    return next((record[key] for key in keys if _lines(record.get(key))), None)


def _first(record: Record, keys: Iterable[str]) -> str:
    return next(iter(_lines(_value(record, keys))), "")


def _all(record: Record, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield from _lines(record.get(key))


def _lines(value: object, depth: int = 0) -> list[str]:
    """Whatever stands where a text is expected as texts: lists opened, objects by the name or text in them."""
    if depth > _WORST_DEPTH:
        return []
    if isinstance(value, list):
        return [text for one in value for text in _lines(one, depth + 1)]
    if isinstance(value, dict):
        keyed = _keyed(value)
        return next((found for key in _NAMED if (found := _lines(keyed.get(key), depth + 1))), [])
    if value is None or isinstance(value, bool):
        return []
    # A surrogate that stands alone can be written as \ud800 in JSON, and nowhere else.
    text = str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    return [text] if text else []


def _is_address(said: str) -> bool:
    return said.startswith(("http://", "https://"))


def _where(name: str, column: int) -> str:
    """The place of a fault, as compilers and editors name it."""
    file, _, line = name.rpartition("#")
    return f"{file}:{line}:{column}" if file else f"{name}:1:{column}"


def _listed(record: Record) -> str:
    keys = [key[:20] for key in record][:5]
    return ", ".join(keys) + (" …" if len(record) > len(keys) else "") if keys else "an empty object"


def _called(found: object) -> str:
    if isinstance(found, list):
        return "a list"
    return "a text" if isinstance(found, str) else "a single value"
