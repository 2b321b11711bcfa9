"""Front matter: the facts between two `---` lines at the top of a Markdown file, read leniently and without failing."""

import re
from collections.abc import Mapping

from tui.dates.edtf import EdtfError, parse
from tui.model import Part, PartKind, When

_OPEN = re.compile(r"---[ \t]*\n")
_KEY = re.compile(r"([A-Za-z_][\w-]{0,60})[ \t]*:(?:[ \t]+(.*))?")
_SIZE = 65_536
"""Front matter that does not end within so many characters is none."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?=[T ]\d)")
_DATE_CHARACTERS = 60
"""A date is no longer than this."""

_TITLE = ("title", "headline")
_DATE = ("date", "published", "date_published", "publish_date", "pubdate", "publication_date")
_AUTHOR = ("author", "authors", "byline", "by")
_SOURCE = ("source", "publication", "publisher", "newspaper", "site")
_URL = ("url", "link", "canonical_url", "canonical", "original", "source_url", "source")


def split(text: str) -> tuple[Mapping[str, str], str]:
    """Cut a Markdown text into its front matter (lower-case keys, lists joined with ", ") and what follows it.

    Lines that are no "key: value" are passed over; without both `---` lines there is no front matter.
    """
    opening = _OPEN.match(text)
    if not opening:
        return {}, text
    lines: list[str] = []
    at = opening.end()
    while at < len(text) and at < _SIZE:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.rstrip() in ("---", "..."):
            return _values(lines), text[end + 1 :]
        lines.append(line)
        at = end + 1
    return {}, text


def title(values: Mapping[str, str]) -> str:
    """The title it states, or ""."""
    return _first(values, _TITLE)


def published(values: Mapping[str, str]) -> When | None:
    """The publication date, if what is written there is one: EDTF, an ISO date with a time behind it, or words."""
    said = _first(values, _DATE)
    iso = _ISO.match(said)
    try:
        return parse(iso[0] if iso else said)
    except EdtfError:
        pass
    from tui.dates.find import find_dates  # late: most front matter states its date plainly

    found = find_dates(said[:_DATE_CHARACTERS], [Part(PartKind.BODY, 0, len(said[:_DATE_CHARACTERS]))])
    return found[0].when if len(found) == 1 else None


def author(values: Mapping[str, str]) -> str:
    """The author line, or ""."""
    return _first(values, _AUTHOR)


def source(values: Mapping[str, str]) -> str:
    """Newspaper, site or archive, or ""."""
    found = _first(values, _SOURCE)
    return "" if found.startswith(("http://", "https://")) else found


def url(values: Mapping[str, str]) -> str:
    """Where the original stands, if the value is a web address; else ""."""
    return next((values[key] for key in _URL if values.get(key, "").startswith(("http://", "https://"))), "")


def _first(values: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((values[key] for key in keys if values.get(key)), "")


def _values(lines: list[str]) -> dict[str, str]:
    values: dict[str, list[str]] = {}
    key = ""
    for line in lines:
        found = _KEY.fullmatch(line.rstrip())
        if found:
            key = found[1].lower()
            if key in values:
                key = ""  # said twice: the first one stands
                continue
            value = _plain(found[2] or "")
            values[key] = [] if value in ("", "|", ">", "|-", ">-") else [value]
        elif key and line[:1] in (" ", "\t", "-") and line.strip():
            values[key].append(_plain(_item(line.strip())))
    return {key: ", ".join(part for part in found if part) for key, found in values.items()}


def _item(line: str) -> str:
    """What a list item or the first field of a nested table says: "- name: X" is X."""
    line = line[1:].strip() if line.startswith("-") else line
    found = _KEY.fullmatch(line)
    return (found[2] or "") if found and found[1].lower() in ("name", "title") else line


def _plain(value: str) -> str:
    """A value without quotes, inline list brackets and trailing remark."""
    value = value.strip()
    if value[:1] in ('"', "'"):
        quote = value[0]
        end = value.find(quote, 1)
        while end > 0 and quote == '"' and value[end - 1] == "\\":
            end = value.find(quote, end + 1)
        if end > 0:
            inside = value[1:end]
            return inside.replace('\\"', '"').replace("\\\\", "\\") if quote == '"' else inside
        return value[1:]
    value = value.partition(" #")[0].rstrip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_plain(part) for part in value[1:-1].split(",") if part.strip())
    return value
