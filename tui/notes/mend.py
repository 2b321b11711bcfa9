"""A damaged notes file made whole again: what reads is kept word for word, what does not becomes comments."""

import tomllib

from tui.notes import block, reading, splice

_MARK = "# damaged: "


def mended(data: bytes) -> bytes:
    """The file with every note that reads on its own as it stands, and the rest as comments for a person to look at.

    The result always parses. A file that can be written to is returned as it is.
    """
    if _parses(data):
        return _listed(data)
    first = _first_note(data)
    opening = data[:first]
    parts = [opening if _parses(opening) else reading.HEADER.encode() + _comment(opening)]
    for part in reading.stretches(data):
        parts.append(_comment(part.own) if part.table is None else _ended(part.own))
        parts.append(part.after if _parses(part.after) else _comment(part.after))
    whole = b"".join(_ended(part) for part in parts if part)
    if _parses(whole):
        return whole
    notes = [block.to_text(block.to_table(note)) for note in reading.salvage(data)]
    return "\n".join([reading.HEADER, *notes]).encode() + b"\n" + _comment(data)


def _listed(data: bytes) -> bytes:
    """A file that parses, with its notes under headers of their own if they were listed in another way."""
    whole = tomllib.loads(block.decode(data))
    if block.NAME not in whole or (reading.read(data).problem == "" or set(whole) - {block.NAME, "format", "version"}):
        return data
    if whole.get("format", reading.FORMAT) != reading.FORMAT or whole.get("version", 1) != reading.VERSION:
        return data
    listed = whole[block.NAME]
    tables = [table for table in (listed if isinstance(listed, list) else [listed]) if isinstance(table, dict)]
    notes = [block.to_text(block.to_table(block.from_table(table))) for table in tables]
    return "\n".join([reading.HEADER, *notes]).encode() + b"\n" + _comment(data)


def _first_note(data: bytes) -> int:
    pieces = splice.pieces(data, block.NAME)
    return pieces[0].spans[0][0] if pieces else len(data)


def _parses(data: bytes) -> bool:
    try:
        tomllib.loads(block.decode(data))
    except (ValueError, RecursionError):
        return False
    return True


def _ended(data: bytes) -> bytes:
    return data if data.endswith(b"\n") else data + b"\n"


def _comment(data: bytes) -> bytes:
    """The lines as comments, with what may not stand in a comment replaced."""
    lines = data.decode("utf-8", "replace").split("\n")
    clean = [
        "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in line) for line in lines
    ]
    return "".join(f"{_MARK}{line}\n" for line in clean if line.strip("\N{REPLACEMENT CHARACTER} ")).encode()
