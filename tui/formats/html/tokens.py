"""HTML cut into tags and text in one pass, whatever is broken in it, in linear time."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tui.formats.references import resolved

_TAG = re.compile(r"</?[A-Za-z][^\s/>]*+")
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++)))?+""")
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "template", "svg", "iframe"})
"""Elements whose inside is taken as one piece of text, tags and all."""

_LONGEST_TAG = 65_536
_REACH = 20
"""How many ">" are tried until the quotes of a tag are even; a ">" inside a quoted value is no end."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag."""

    name: str
    """Its name in lower case."""
    ends: bool
    """Whether it is an end tag."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Its attributes, names in lower case, references in values resolved; the first of a name counts."""


def cut(text: str) -> Iterator[Tag | str]:
    """The tags and the text between them, in order, references resolved; comments and declarations are left out."""
    at = 0
    spent: set[str] = set()
    while at < len(text):
        opening = text.find("<", at)
        if opening < 0:
            yield resolved(text[at:])
            return
        if opening > at:
            yield resolved(text[at:opening])
        name = _TAG.match(text, opening)
        if name is None:
            at = _after_markup(text, opening, spent)
            if at == opening:  # a bare "<", as in "a < b"
                yield "<"
                at += 1
            continue
        end = _end_of_tag(text, name.end(), spent)
        if end < 0:
            yield resolved(text[opening:])
            return
        word = name[0].lstrip("</").lower()
        ends = text.startswith("</", opening)
        yield Tag(word, ends, {} if ends else _values(text[name.end() : end]))
        at = end + 1
        if word in _RAW and not ends and not text.startswith("/", end - 1):
            closing = _closing(text, word, at, spent)
            if closing >= 0:
                if closing > at:
                    yield resolved(text[at:closing]) if word in ("title", "textarea") else text[at:closing]
                at = closing


def _after_markup(text: str, at: int, spent: set[str]) -> int:
    """Offset after a comment, declaration or instruction that begins here; `at` itself if none does."""
    if not text.startswith(("<!", "<?"), at):
        return at
    comment = text.startswith("<!--", at)
    stop = "-->" if comment else ">"
    if stop in spent:
        return at
    end = text.find(stop, at + (4 if comment else 2))
    if end < 0:
        spent.add(stop)
        return at
    return end + len(stop)


def _end_of_tag(text: str, at: int, spent: set[str]) -> int:
    """Offset of the ">" that ends a tag whose name ends at `at`; -1 if none does."""
    first = end = -1 if ">" in spent else text.find(">", at)
    if end < 0:
        spent.add(">")
        return -1
    for _ in range(_REACH):
        if end < 0 or end - at > _LONGEST_TAG:
            break
        inside = text[at:end]
        if inside.count('"') % 2 == 0 and (inside.count("'") % 2 == 0 or '"' in inside):
            return end
        end = text.find(">", end + 1)
    return first


def _closing(text: str, name: str, at: int, spent: set[str]) -> int:
    """Offset of the end tag of a raw element; -1 if it never ends."""
    if name in spent:
        return -1
    found = re.compile(rf"</{name}", re.IGNORECASE).search(text, at)
    if found is None:
        spent.add(name)
        return -1
    return found.start()


def _values(inside: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        values.setdefault(name.lower(), resolved(double or single or bare))
    return values
