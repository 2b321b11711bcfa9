"""Plain text that begins with labelled facts, "Headline: …", "Date: …": what they say, and the text without them."""

import re
from collections.abc import Mapping

from tui.formats.yamlish import Values

_LABELLED = re.compile(r"[ \t]*([A-Za-z][A-Za-z _-]{0,24}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)")
_KEYS: Mapping[str, str] = {
    **dict.fromkeys(("title", "headline", "head", "subject", "article title"), "title"),
    **dict.fromkeys(("date", "published", "publication date", "pub date", "date published", "posted"), "date"),
    **dict.fromkeys(("published on", "issue date", "story date", "publish date"), "date"),
    **dict.fromkeys(("author", "authors", "byline", "by", "from", "writer", "reporter"), "author"),
    **dict.fromkeys(("source", "publication", "newspaper", "publisher", "paper", "outlet", "site"), "source"),
    **dict.fromkeys(("url", "link", "source url", "web address", "web"), "url"),
    **dict.fromkeys(("tags", "keywords", "topics"), "tags"),
    **dict.fromkeys(("section", "page", "edition", "words", "word count", "language", "id", "to", "length"), ""),
}
"""What each label means; "" for what is known and says nothing to a reader."""

_MOST_LINES = 40
_FEWEST = 2
_ADDRESS = re.compile(r"[ \t]*<[^<>\s]*@[^<>\s]*>")


def split(text: str) -> tuple[Values, str]:
    """The facts at the top by what they mean, and what follows; none, and the whole text, where no such block stands.

    It begins with a known label, holds a second one, and one of them is the title or the day. Lines within it that are
    neither known nor go on stay in the text.
    """
    lines = text.split("\n", _MOST_LINES)
    values: dict[str, tuple[str, ...]] = {}
    kept: list[str] = []
    labels, end = 0, 0
    key: str | None = None
    for row, line in enumerate(lines[:_MOST_LINES]):
        if not line.strip():
            key = None
            continue
        found = _LABELLED.fullmatch(line)
        name = found[1].lower().replace("_", " ").replace("-", " ") if found else ""
        if found and name in _KEYS:
            key, labels, end = _KEYS[name], labels + 1, row + 1
            said = _ADDRESS.sub("", found[2] or "").strip()
            if key and said:
                values.setdefault(key, (said,))
        elif not labels:
            return {}, text
        elif key in values and line[:1] in (" ", "\t"):
            values[key] = (f"{values[key][0]} {line.strip()}",)
            end = row + 1
        elif found and key is not None:
            kept.append(line)
            end = row + 1
        else:
            break
    if labels < _FEWEST or not values.keys() & {"title", "date"}:
        return {}, text
    rest = "\n".join(lines[end:]).lstrip("\n")
    return values, "\n".join([*kept, "", rest]) if kept else rest
