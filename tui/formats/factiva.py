"""Articles as Factiva gives them out, as text or page: under tags such as HD, BY, PD and LP, or without them."""

import re
from collections.abc import Mapping, Sequence

from tui.formats import frontmatter
from tui.model import Document

_WORDS = r"^(?:WC[ \t\n]+)?[\d,.]+ (?:words|mots|Wörter|palabras|parole)[ \t]*\r?$"
_CODE = r"[A-Z][A-Z0-9]{2,9}\d{6,}\w{2,16}"
_CLOSING = rf"^(?:AN[ \t\n]+)?(?:Document|Documento|Dokument)[ \t]+{_CODE}[ \t]*\r?\n?"

EXPORT = (
    (re.compile(_WORDS.encode(), re.MULTILINE),),
    re.compile(_CLOSING.encode(), re.MULTILINE),
    False,
)
"""What the beginning of such a file has; the line that closes each article."""

PAGE = (
    (re.compile(rb'<div class="article \w\w?Article"'),),
    re.compile(rb'<div class="article \w\w?Article"'),
    True,
)
"""What the beginning of a page of many articles has; the element that opens each."""

_TAG = re.compile(
    r"^(SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|CX|CLM|ART|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|DE|ATH)"
    r"(?:[ \t]+|$)"
)
_DAY = re.compile(r"\d{1,2} [^\W\d_]+\.? \d{4}")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: [A-Z]{3,4})?")
_SHORT = re.compile(r"[A-Z0-9]{2,10}|\d{1,4}|[A-Z]\d{1,3}")
_RIGHTS = re.compile(r"(?:Copyright\b|©|\(c\) |All Rights Reserved)", re.IGNORECASE)
_LANGUAGES = frozenset(
    ("english", "french", "german", "spanish", "italian", "arabic", "russian", "portuguese", "dutch")
)
_HEAD_LINES = 28
_SERVICE = "Factiva"
"""What is above the first article of a page."""


def is_one(head: str) -> bool:
    """Whether a text begins as one article of such a file does."""
    words = re.search(_WORDS, head, re.MULTILINE)
    return words is not None and _DAY.search(head, words.end(), words.end() + 120) is not None


def read(text: str) -> Document:
    """One article: its title, lead and body; what the database added is left out."""
    closing = re.search(_CLOSING, text, re.MULTILINE)
    whole = text[: closing.start()] if closing else text
    lines = [line.rstrip() for line in whole.split("\n")]
    tags = {found[1] for line in lines if (found := _TAG.match(line))}
    return _tagged(lines) if {"HD", "WC"} <= tags else _untagged(lines)


def of_page(blocks: Sequence[str]) -> Document:
    """The same from a page, by the words of its blocks in order."""
    first = next((at for at, words in enumerate(blocks) if words != _SERVICE), len(blocks))
    said = ["".join((words, " " if _TAG.fullmatch(words) else "\n\n")) for words in blocks[first:]]
    return read("".join(said))


def _tagged(lines: list[str]) -> Document:
    fields: dict[str, list[str]] = {}
    tag = ""
    for line in lines:
        found = _TAG.match(line)
        if found:
            tag, line = found[1], line[found.end() :]
        fields.setdefault(tag, []).append(line.strip())
    said: Mapping[str, str] = {tag: " ".join(" ".join(part).split()) for tag, part in fields.items()}
    body = [paragraph for tag in ("LP", "TD", "CT") for paragraph in _paragraphs(fields.get(tag, []))]
    return _document(
        said.get("HD", ""), said.get("BY", ""), said.get("PD", ""), said.get("SN", ""), body, said.get("NS", "")
    )


def _untagged(lines: list[str]) -> Document:
    """The same without tags: title, perhaps byline, so many words, date, time, source, code, rights."""
    at = next((row for row, line in enumerate(lines) if re.fullmatch(_WORDS, line)), 0)
    head = [one.replace("\n", " ") for one in _paragraphs(lines[:at])]
    flat = [line.strip() for line in lines[:at] if line.strip()]
    day = source = ""
    row = at + 1
    for row in range(at + 1, min(len(lines), at + _HEAD_LINES)):
        line = lines[row].strip()
        if not day and _DAY.fullmatch(line):
            day = line
        elif day and not source and line and not _CLOCK.fullmatch(line):
            source = line
        elif _RIGHTS.match(line):
            row += 1
            break
        elif not line and source and not any(_facts(other) for other in lines[row + 1 : row + 3]):
            break
    byline = flat[-1] if len(flat) > 1 and flat[-1].lower().startswith("by ") else ""
    title = head[0] if len(head) > 1 or not byline else " ".join(flat[:-1])
    return _document(title, byline, day, source, _paragraphs(lines[row:]), "")


def _facts(line: str) -> bool:
    """Whether a line is one of the short facts above the body."""
    bare = line.strip()
    return bool(_SHORT.fullmatch(bare) or _RIGHTS.match(bare) or bare.lower() in _LANGUAGES)


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines as paragraphs, without blank ends."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return ["\n".join(one) for one in found if one]


def _document(title: str, byline: str, day: str, source: str, body: list[str], subjects: str) -> Document:
    title = " ".join(title.split())
    names = (one.partition(" : ")[2].strip() for one in subjects.split(" | "))
    return Document(
        text="\n\n".join(filter(None, [title, *body])) + "\n",
        title=title,
        published=frontmatter.published({"date": (day,)}) if day else None,
        byline=frontmatter.without_by(byline).strip(),
        source=source,
        tags=tuple(dict.fromkeys(filter(None, names))),
    )
