"""Knows the line that says who wrote an article: "By Maria Höfl", among its first few."""

import re

_BYLINE = re.compile(r"(?:By|BY)[ \t]+(?=[^\W\d_])([^\n]{2,78})")
_PERSONS = re.compile(r"[^\W\d_][\w.’'-]*(?:,? (?:(?:and|with|&) )?(?:de|van|von|al|bin|der|la|[^\W\d_][\w.’'-]*))+")
_NO_PERSON = re.compile(r"(?i:the|an?|any|all|his|her|their|our|your|my|no|what|which|some)\b")
_HEAD = 2_000
_LINES = 4
_MOST_WORDS = 12


def find_byline(text: str) -> str:
    """The author of a "By ..." line among the first lines that are not blank, or ""."""
    lines = [line.strip() for line in text[:_HEAD].split("\n")]
    head = [line for line in lines if line][:_LINES]
    if head and opens_with_authors(head[0]):
        return head[0].split(maxsplit=1)[1]
    for line in head[1:]:
        found = _BYLINE.fullmatch(line)
        if found and not line.endswith((".", ",", ";", ":")) and len(line.split()) <= _MOST_WORDS:
            return found[1]
    return ""


def opens_with_authors(line: str) -> bool:
    """Whether an article's first line only names its authors: "By Ann Lee and Jan Kos", but not "By Any Means"."""
    found = _BYLINE.fullmatch(line)
    if not found or not _PERSONS.fullmatch(found[1]) or _NO_PERSON.match(found[1]):
        return False
    words = [word for word in re.split(r"[ ,]+", found[1]) if word not in ("and", "with", "&")]
    return words[0][0].isupper() and words[-1][0].isupper() and len(words) <= _MOST_WORDS
