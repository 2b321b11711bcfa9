"""Knows the line that says who wrote an article: "By Maria Höfl", among its first few."""

import re

_BYLINE = re.compile(r"(?:By:?|BY:?|Written by|(?:Author|AUTHOR|Byline|BYLINE)s?:)[ \t]+(?=[^\W\d_])([^\n]{2,78})")
_LOWER = re.compile(r"by[ \t]+([^\W\d_][^\n]{2,60})")
_POST = re.compile(
    r"([^\W\d_][^\n,|]{3,40}), (?:[A-Z][\w.&’' ]{1,40} )?"
    r"(?:[Ss]taff|STAFF|[Ss]pecial|[Cc]ontributing|[Ff]oreign|[Ss]enior)?\b ?"
    r"(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Cc]olumnist|[Ee]ditor|WRITER|REPORTER|[Ss]taff|to [Tt]he [\w ]{3,30})"
)
"""Who wrote it and as what: "Anna Smith, Staff Writer"."""

_DAY_BEHIND = re.compile(r" *[|•·–—-] +[^|•·]*\d{4}.*")
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
        found = _BYLINE.fullmatch(head[0])
        return found[1] if found else ""
    for line in head[1:]:
        found = _BYLINE.fullmatch(line)
        if found and not line.endswith((".", ",", ";", ":")) and len(line.split()) <= _MOST_WORDS:
            return _DAY_BEHIND.sub("", found[1])
    return authors(head[1]) if len(head) > 1 else ""


def authors(line: str) -> str:
    """Who a line right under a title names as the author without a "By" that is plain; "" if it names nobody."""
    found = _LOWER.fullmatch(line) or _POST.fullmatch(line)
    return found[1] if found and is_persons(found[1]) else ""


def is_persons(words: str) -> bool:
    """Whether words are nothing but two or more of persons' names with capitals, as far as their look tells."""
    each = [word for word in re.split(r"[ ,]+", words) if word not in ("and", "with", "&")]
    fits = _PERSONS.fullmatch(words) and not _NO_PERSON.match(words)
    return bool(fits) and 2 <= len(each) <= _MOST_WORDS and each[0][0].isupper() and each[-1][0].isupper()


def opens_with_authors(line: str) -> bool:
    """Whether an article's first line only names its authors: "By Ann Lee and Jan Kos", but not "By Any Means"."""
    found = _BYLINE.fullmatch(line)
    if not found or not _PERSONS.fullmatch(found[1]) or _NO_PERSON.match(found[1]):
        return False
    words = [word for word in re.split(r"[ ,]+", found[1]) if word not in ("and", "with", "&")]
    return words[0][0].isupper() and words[-1][0].isupper() and len(words) <= _MOST_WORDS
