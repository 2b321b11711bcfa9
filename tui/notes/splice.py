"""Changes to the bytes of a TOML file that touch one table of an array of tables and leave every other byte alone."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from tui.notes import block
from tui.notes.statements import Section, outline, sections

_BOM = b"\xef\xbb\xbf"
_BLANK_LINE = re.compile(rb"[ \t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Where one table of an array of tables stands; usually one span, more if a person put other tables between."""

    spans: tuple[tuple[int, int], ...]
    """Byte offsets of its stretches in order, ends exclusive; the first begins with its `[[name]]` header."""

    def cut(self, data: bytes) -> bytes:
        """Its bytes, stretches joined."""
        return b"".join(
            data[start:end] if data[end - 1 : end] == b"\n" else data[start:end] + b"\n" for start, end in self.spans
        )


def pieces(data: bytes, name: str) -> list[Piece]:
    """The tables `[[name]]` of a file, in order, each with the tables below it."""
    found: list[list[tuple[int, int]]] = []
    joined = False
    for path, array, start, end in outline(data):
        if path[0] != name:
            joined = False
        elif array and len(path) == 1:
            found.append([(start, end)])
            joined = True
        elif found and joined:
            found[-1][-1] = (found[-1][-1][0], end)
        elif found:
            found[-1].append((start, end))
            joined = True
    return [Piece(tuple(spans)) for spans in found]


def append(data: bytes, added: bytes) -> bytes:
    """The file with a block at its end, after a blank line."""
    if len(data) <= len(_BOM) and not data.strip(_BOM):
        return data + added
    newline = line_end(data)
    gap = b"" if data.endswith(b"\n") else newline
    last_line = data[data.rfind(b"\n", 0, len(data) - 1) + 1 :] if not gap else b"x"
    return b"".join((data, gap, newline if last_line.strip() else b"", added))


def remove(data: bytes, piece: Piece) -> bytes:
    """The file without one table; comments above it, and after its last pair, stay."""
    for start, end in reversed(piece.spans):
        blank = _BLANK_LINE.match(data, end)
        data = data[:start] + data[blank.end() if blank else end :]
    return data


def replace(data: bytes, piece: Piece, text: bytes) -> bytes:
    """The file with other bytes where one table stood."""
    (start, end), *others = piece.spans
    for stretch in reversed(others):
        data = remove(data, Piece((stretch,)))
    return data[:start] + text + data[end:]


def revise(old: bytes, table: Mapping[str, Any], name: str) -> bytes:
    """The bytes of one table changed so that it says `table`; what it says already keeps its bytes and comments.

    `old` is the table's own block. Where the values cannot be changed one by one (inline tables, dotted keys), the
    block is written anew.
    """
    newline = line_end(old)
    old = old if old.endswith(b"\n") else old + newline
    before = block.parse_block(old, name)
    if before is not None:
        if block.same_table(before, dict(table)):
            return old
        changed = _revised(old, before, table, name, newline)
        after = block.parse_block(changed, name)
        if after is not None and block.same_table(after, dict(table)):
            return changed
    return encode(block.to_text(table, name), newline)


def line_end(data: bytes) -> bytes:
    """The line end a file uses: that of its first line."""
    first = data.find(b"\n")
    return b"\r\n" if first > 0 and data[first - 1 : first] == b"\r" else b"\n"


def encode(text: str, newline: bytes) -> bytes:
    """Written TOML as bytes, with the line ends of the file it goes into."""
    data = text.encode("utf-8")
    return data.replace(b"\n", newline) if newline != b"\n" else data


def _revised(old: bytes, before: Mapping[str, Any], after: Mapping[str, Any], name: str, newline: bytes) -> bytes:
    """The block with the values that differ replaced, new keys put in, and keys and tables that are gone taken out."""
    edits: list[tuple[int, int, str]] = []
    tail = ""
    found = {section.path[1:]: section for section in sections(old) if section.path[:1] == (name,)}
    inline = {pair.path[0] for pair in found[()].pairs if len(pair.path) == 1}
    edits += _pair_edits(found[()], _plain(before, inline), _plain(after, inline))
    for key in before.keys() | after.keys():
        was, now = before.get(key), after.get(key)
        if not isinstance(was, dict) and not isinstance(now, dict):
            continue
        section = found.get((key,))
        if isinstance(was, dict) and section is not None:
            if isinstance(now, dict):
                edits += _pair_edits(section, was, now)
            else:
                edits.append((section.start, section.end, ""))
    for key, now in after.items():
        if isinstance(now, dict) and not isinstance(before.get(key), dict):
            tail += block.table_text((name, key), now)
    for start, end, text in sorted(edits, reverse=True):
        old = old[:start] + encode(text, newline) + old[end:]
    return old + encode(tail, newline)


def _plain(table: Mapping[str, Any], inline: AbstractSet[str]) -> dict[str, Any]:
    """What stands in the block's own pairs: all but the tables below it."""
    return {key: value for key, value in table.items() if key in inline or not isinstance(value, dict)}


def _pair_edits(section: Section, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    pairs = {pair.path[0]: pair for pair in section.pairs if len(pair.path) == 1}
    edits: list[tuple[int, int, str]] = []
    for key, pair in pairs.items():
        if key not in after:
            edits.append((pair.start, pair.end, ""))
        elif not block.same_table(before.get(key), after[key]):
            edits.append((pair.value_start, pair.value_end, block.value_text(after[key])))
    new = "".join(block.pair_text(key, value) for key, value in after.items() if key not in before)
    if new:
        edits.append((section.end, section.end, new))
    return edits
