"""Articles as LexisNexis and Nexis Uni give them out as text: fields such as "LENGTH: 834 words" around the body."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.formats import frontmatter
from tui.model import Document, When

_NUMBERED = (
    r"[ \t\f]*(?:(?:FOCUS - )?\d{1,4} (?:of|von|de|van) \d{1,4}[ \t]+(?:DOCUMENT|DOKUMENT)\w*"
    r"|(?:Do[ck]ument|DO[CK]UMENT)[ \t]+\d{1,4} (?:of|von|de|van) \d{1,4})[ \t]*\r?$"
)
_LENGTH = (
    r"^[ \t]*(?:LENGTH|Length|LÄNGE|Länge|LONGUEUR|Longueur|LENGTE|LONGITUD):[ \t]*[\d,.]+[ \t]+"
    r"(?:words?|Wörter|mots|woorden|palabras|parole)\b"
)

CLASSIC = (
    (re.compile(f"^{_NUMBERED}".encode(), re.MULTILINE), re.compile(_LENGTH.encode(), re.MULTILINE)),
    re.compile(f"^{_NUMBERED}".encode(), re.MULTILINE),
    True,
)
"""What the beginning of such a file has; the line that opens each article."""

ADVANCE = (
    (re.compile(_LENGTH.encode(), re.MULTILINE),),
    re.compile(rb"^[ \t]*End of Document[ \t]*\r?\n?", re.MULTILINE | re.IGNORECASE),
    False,
)
"""What the beginning of a file of the newer kind has; the line that closes each article."""

_FIELD = re.compile(r"(?P<name>[^\W\d_]+(?:[ -][^\W\d_]+){0,2}):(?:[ \t]+(?P<said>.*))?")
_LENGTHS = frozenset(("length", "länge", "longueur", "lengte", "longitud"))
_BYLINES = ("byline", "autor", "auteur")
_ABOVE = _LENGTHS | frozenset(
    (
        *_BYLINES,
        "headline",
        "title",
        "section",
        "rubrik",
        "rubrique",
        "dateline",
        "highlight",
        "body",
        "series",
        "edition",
    )
)
"""Fields before the body, in lower case."""
_BELOW = frozenset(
    {
        *(
            "load-date",
            "language",
            "sprache",
            "langue",
            "taal",
            "subject",
            "graphic",
            "url",
            "publication-type",
            "type",
        ),
        *("document-type", "industry", "organization", "company", "ticker", "person", "geographic", "city", "state"),
        *("country", "journal-code", "acc-no", "correction", "correction-date", "notes", "name", "classification"),
        *("pub-type", "pub-code", "isbn", "issn", "copyright", "publication", "category", "column", "word count"),
        *("last updated", "update", "product"),
    }
)
"""Fields after it."""
_KEPT = ("graphic", "correction", "notes")
"""Fields after the body whose words are the newspaper's."""
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?P<day>{_MONTHS} \d{{1,2}}, \d{{4}}|\d{{1,2}}\.? {_MONTHS},? \d{{4}}"
    rf"|{_MONTHS},? \d{{4}}|\d{{1,2}}\. \w+ \d{{4}})\b.*"
)
_NUMBER = re.compile(_NUMBERED, re.IGNORECASE)
_RIGHTS = re.compile(r"(?:Copyright\b|©|\(c\) |All Rights Reserved)", re.IGNORECASE)
_SHARE = re.compile(r" ?\(\d{1,3} ?%\)")
_HEAD_LINES = 60


class _Paragraph(NamedTuple):
    """Lines without a blank one between."""

    words: str
    """Its lines, joined with blanks if it is a field or a heading."""
    lines: tuple[str, ...]
    """Each line, bare."""


def is_one(head: str) -> bool:
    """Whether a text begins as one article of such a file does."""
    length = re.search(_LENGTH, head, re.MULTILINE)
    if not length:
        return False
    above = head[: length.start()]
    named = any(_NUMBER.fullmatch(line) for line in above.split("\n"))
    return named or any(_DAY.fullmatch(line.strip()) for line in above.split("\n")[-_HEAD_LINES:])


def read(text: str) -> Document:
    """One article: its title and body, with dateline and captions; what the database added is left out."""
    paragraphs = list(_paragraphs(text))
    top = _first_field(paragraphs)
    heading = paragraphs[:top]
    above, body, below = _fields(paragraphs[top:])
    said = next((at for at, one in enumerate(heading) if any(map(_DAY.fullmatch, one.lines))), len(heading))
    title = above.get("headline") or above.get("title") or _title(heading, said)
    pieces = [title, above.get("dateline", ""), above.get("highlight", ""), *body]
    pieces += [below[name] for name in _KEPT if below.get(name)]
    subjects = (_SHARE.sub("", one).strip().capitalize() for one in below.get("subject", "").split(";"))
    return Document(
        text="\n\n".join(filter(None, pieces)) + "\n",
        title=title,
        published=_published(heading),
        byline=frontmatter.without_by(next((above[name] for name in _BYLINES if name in above), "")).strip(),
        source=_source(heading, said),
        url=below.get("url", "") if below.get("url", "").startswith("http") else "",
        tags=tuple(dict.fromkeys(filter(None, subjects))),
    )


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    lines: list[str] = []
    for line in [*text.replace("\f", "\n").split("\n"), ""]:
        bare = line.strip()
        if bare and not (lines and _field(bare)):
            lines.append(bare)
            continue
        if lines:
            yield _Paragraph(" ".join(lines), tuple(lines))
        lines = [bare] if bare else []
    if lines:
        yield _Paragraph(" ".join(lines), tuple(lines))


def _field(words: str) -> str:
    """The name of the field a line opens, in lower case; "" for any other."""
    found = _FIELD.match(words)
    name = found["name"].lower() if found else ""
    if words == "Body":
        return "body"
    return name if name in _ABOVE or name in _BELOW else ""


def _first_field(paragraphs: list[_Paragraph]) -> int:
    return next((at for at, one in enumerate(paragraphs) if _field(one.words)), len(paragraphs))


def _fields(paragraphs: list[_Paragraph]) -> tuple[Mapping[str, str], list[str], Mapping[str, str]]:
    """The fields above the body, its paragraphs, and the fields below it."""
    above: dict[str, str] = {}
    below: dict[str, str] = {}
    body: list[str] = []
    last = max((at for at, one in enumerate(paragraphs) if _field(one.words) in _LENGTHS), default=-1)
    held = ""
    for at, one in enumerate(paragraphs):
        name = _field(one.words)
        if name in _ABOVE and not body and (at <= last or name not in ("headline", "title", "series")):
            above[name] = one.words.partition(":")[2].strip()
            held = name
            if name == "body" and above[name]:
                body.append(above[name])
        elif name in _BELOW and (body or at > last):
            held = name
            below[name] = one.words.partition(":")[2].strip()
        elif at < last or _RIGHTS.match(one.words) or one.words.lower() in ("end of document", "classification"):
            continue
        elif held in _BELOW:
            below[held] = f"{below[held]} {one.words}".strip()
        elif not _NUMBER.fullmatch(one.words):
            body.append("\n".join(one.lines))
    return above, body, below


def _title(heading: list[_Paragraph], said: int) -> str:
    """The heading without a field of its own: the last words above the fields, or what stands above source and date."""
    after = [one for one in heading[said + 1 :] if not _RIGHTS.match(one.words)]
    if after:
        return after[-1].words
    lines = [line for one in heading[: said + 1] for line in one.lines]
    day = next((at for at, line in enumerate(lines) if _DAY.fullmatch(line)), len(lines))
    return lines[day - 2] if day > 1 and not _NUMBER.fullmatch(lines[day - 2]) else ""


def _source(heading: list[_Paragraph], said: int) -> str:
    """The newspaper: what stands right above the date."""
    lines = [line for one in heading[: said + 1] for line in one.lines]
    day = next((at for at, line in enumerate(lines) if _DAY.fullmatch(line)), 0)
    bare = [line for line in lines[:day] if not _NUMBER.fullmatch(line) and not _RIGHTS.match(line)]
    return bare[-1] if bare else ""


def _published(heading: list[_Paragraph]) -> When | None:
    for one in heading:
        for line in one.lines:
            if found := _DAY.fullmatch(line):
                return frontmatter.published({"date": (found["day"].rstrip("."),)})
    return None
