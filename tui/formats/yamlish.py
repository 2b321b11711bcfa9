"""The YAML people write into front matter, read line by line: texts and lists of texts by key; nothing makes it fail.

Of YAML 1.2 it knows block and flow lists, plain, quoted and block scalars over several lines, comments, anchors and
tags; of nested tables it keeps the name. A line it cannot place is passed over.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

Values = Mapping[str, tuple[str, ...]]
"""Keys in lower case, each with the texts it holds: none, one, or the items of a list."""


class Items(tuple[str, ...]):
    """The texts of a list, told from a text alone even where there is one item: a comma in it parts nothing."""

    __slots__ = ()


_KEY = re.compile(r"""(?:"([^"\n]{1,60})"|'([^'\n]{1,60})'|([A-Za-z_][\w.-]{0,60}))[ \t]*:(?:[ \t]+(.*)|[ \t]*)""")
_BLOCK = re.compile(r"([|>])([+-]?[1-9]?|[1-9][+-]?)[ \t]*(?:#.*)?")
_DECORATION = re.compile(r"(?:[&!][^\s,\[\]{}]*+(?:[ \t]++|$))*+")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\n[ \t]*)|(.))", re.DOTALL)
_ESCAPED = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "0": "",
    "e": "",
    "a": "",
    "b": "",
    "_": "\xa0",
    "N": "\n",
    "L": "\n",
    "P": "\n",
}
_ITEM = re.compile(r"-(?=[ \t]|$)")
_FAR = 50
"""Blanks that may stand before a quotation."""

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_NAMES = ("name", "title")
DEEPEST = 20
"""Lists within lists and tables within tables that are opened."""

_LONGEST = 100
"""Lines after which a quotation that has not ended is taken for a slip."""


def read(lines: Sequence[str]) -> Values:
    """The values of the lines between two fences; of a key said twice the first stands."""
    values: dict[str, tuple[str, ...]] = {}
    at = 0
    while at < len(lines):
        found = _KEY.fullmatch(lines[at].rstrip())
        at += 1
        if not found or lines[at - 1][:1] in " \t":
            continue
        block = [found[4] or ""]
        while at < len(lines) and (lines[at][:1] in ("", " ", "\t", "#") or _continues(lines[at], block)):
            block.append(lines[at])
            at += 1
        values.setdefault((found[1] or found[2] or found[3]).lower(), _value(block))
    return values


def _continues(line: str, block: Sequence[str]) -> bool:
    """Whether a line that is not indented belongs to the value above it: a list item, or the rest of a quotation."""
    if line.startswith(("- ", "-\t")) or line.rstrip() == "-":
        return True
    return len(block) < _LONGEST and _open(block) and not _KEY.fullmatch(line.rstrip())


def _open(block: Sequence[str]) -> bool:
    """Whether a quotation or bracket that begins a value has not ended yet."""
    first = _undecorated(block[0])
    if first[:1] in ("[", "{"):
        return not "".join(block).rstrip().endswith(("]", "}"))
    return first[:1] in ("'", '"') and _quoted("\n".join([first, *block[1:]])) is None


def _value(block: Sequence[str], level: int = 0) -> tuple[str, ...]:
    """The texts a value holds; `block` is what stands behind its colon and the lines below; `level`, how deep it is."""
    first = _undecorated(block[0])
    style = _BLOCK.fullmatch(first)
    if style:
        told = _scalar_block(block[1:], folded=style[1] == ">").strip()
        return (told,) if told else ()  # there, too, "null" is the word
    rest = [line for line in block[1:] if line.strip() and not line.lstrip().startswith("#")]
    if first[:1] in ("'", '"'):
        text = _quoted("\n".join([first, *block[1:]]))
        said = (text if text is not None else first[1:]).strip()
        return (said,) if said else ()  # a quoted "null" is the word
    if first[:1] in ("[", "{"):
        return _flow(" ".join([first, *(line.strip() for line in rest)]), level)
    plain = _uncommented(first)
    if plain == "" and rest:
        below = rest[0].strip()
        if _ITEM.match(below):
            return _items(rest, level)
        return _named(rest, level) if _KEY.fullmatch(below) else _value([below, *rest[1:]], level + 1)
    return _some(" ".join([plain, *(_uncommented(line.strip()) for line in rest)]))


def _undecorated(text: str) -> str:
    """A value without an anchor or a tag before it."""
    bare = text.strip()
    found = _DECORATION.match(bare)
    return bare[found.end() :] if found else bare


def _some(text: str) -> tuple[str, ...]:
    text = text.strip()
    return () if text in _EMPTY else (text,)


def _items(lines: Sequence[str], level: int) -> tuple[str, ...]:
    """The items of a block list, those of lists in it too; of a table among them its name."""
    if level > DEEPEST:
        return ()
    indent = len(lines[0]) - len(lines[0].lstrip())
    items: list[list[str]] = []
    for line in lines:
        depth = len(line) - len(line.lstrip())
        if depth <= indent and line.lstrip().startswith("-"):
            items.append([line.lstrip()[1:].strip()])
        elif items:
            items[-1].append(line)
    found: list[str] = []
    for item in items:
        if _ITEM.match(item[0]):
            found += _items([" " * (indent + 2) + item[0], *item[1:]], level + 1)
            continue
        key = _KEY.fullmatch(item[0])
        found += _named(item, level) if key and item[0][:1] not in ("'", '"') else _value(item, level + 1)
    return Items(found)


def _named(lines: Sequence[str], level: int = 0) -> tuple[str, ...]:
    """What a nested table is called: its name, else its first text."""
    pairs = [found for line in lines if (found := _KEY.fullmatch(line.strip()))]
    named = [pair for pair in pairs if (pair[1] or pair[2] or pair[3]).lower() in _NAMES] or pairs
    return _value([named[0][4] or ""], level + 1) if named else ()


def _scalar_block(lines: Sequence[str], *, folded: bool) -> str:
    """A literal ("|") or folded (">") scalar."""
    if any(line[:1] in (" ", "\t") for line in lines):
        lines = list(takewhile(lambda line: not line.startswith("#"), lines))
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    cut = min(indents, default=0)
    bare = [line[cut:].rstrip() if line.strip() else "" for line in lines]
    return _folded(bare) if folded else "\n".join(bare)


def _folded(lines: Sequence[str]) -> str:
    """Lines as one: a line end is a blank, an empty line a line end (YAML 1.2, 6.5)."""
    text, gap = "", 0
    for line in lines:
        if not line:
            gap += 1
            continue
        text += ("\n" * gap if gap else " " if text else "") + line
        gap = 0
    return text


def _quoted(text: str) -> str | None:
    """The inside of the quotation a text begins with, folded; None if it does not end."""
    double = text[0] == '"'
    at = 1
    while True:
        end = text.find(text[0], at)
        if end < 0:
            return None
        if double and (end - len(text[:end].rstrip("\\"))) % 2:
            at = end + 1
        elif not double and text.startswith("'", end + 1):
            at = end + 2
        else:
            break
    inside = text[1:end]
    if not double:
        return _folded([line.strip() for line in inside.split("\n")]).replace("''", "'")
    lines = inside.split("\n")
    return _ESCAPE.sub(_unescaped, _folded([line.strip() for line in lines]) if len(lines) > 1 else inside)


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        number = int(code, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\N{REPLACEMENT CHARACTER}"
    return "" if found[4] else _ESCAPED.get(found[5], found[5])


def _flow(text: str, level: int = 0) -> tuple[str, ...]:
    """The items of "[a, 'b, c']"; of "{name: x}" the name; nothing of what is nested deeper than a person would."""
    if level > DEEPEST:
        return ()
    items, at, depth, start = [], 1, 0, 1
    while at < len(text):
        sign = text[at]
        if sign in "'\"" and _opens(text, start, at):
            inside = _quoted(text[at:])
            if inside is None:
                break
            at += _length(text[at:])
            continue
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            if depth == 0:
                break
            depth -= 1
        elif sign == "," and depth == 0:
            items.append(text[start:at])
            start = at + 1
        at += 1
    items.append(text[start:at])
    bare = [item.strip() for item in items if item.strip()]
    if text[0] == "{":
        return _named(bare, level + 1)
    return Items(
        part for item in bare for part in (_value([item], level + 1) if item[:1] != "[" else _flow(item, level + 1))
    )


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a quotation mark in an item that begins at `start` opens a quotation: first in it, or after a colon."""
    before = text[max(start, at - _FAR) : at].rstrip()
    return not before or (text[0] == "{" and before.endswith(":"))


def _length(text: str) -> int:
    """Length of the quotation a text begins with, quotation marks included."""
    at = 1
    while True:
        end = text.find(text[0], at)
        if text[0] == '"' and (end - len(text[:end].rstrip("\\"))) % 2:
            at = end + 1
        elif text[0] == "'" and text.startswith("'", end + 1):
            at = end + 2
        else:
            return end + 1


def _uncommented(text: str) -> str:
    """A plain scalar without the remark behind it."""
    return "" if text.startswith("#") else text.partition(" #")[0].rstrip()
