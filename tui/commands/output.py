"""How results are printed: one document as JSON, or its rows as a table, tab-separated lines, CSV or Markdown."""

import contextlib
import csv
import io
import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import TextIO

from tui import paths
from tui.commands import SCHEMA
from tui.commands.errors import NO_SUCH, NOTHING, USAGE, Failure
from tui.display import safe, safe_lines, squeeze

_NOT_PLAIN = re.compile(r"[^\x20-\x7e\n]")
_GAP = "  "
_NARROWEST = 8

_AT_ONCE = 4096
"""Pieces of a JSON document that are printed together; each is a value or what stands between two."""


_REFUSED = {FileNotFoundError: NO_SUCH, NotADirectoryError: NO_SUCH, IsADirectoryError: USAGE}
"""Exit codes for files that cannot be written, where they are more than a refusal."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a command found, for every format at once."""

    document: Mapping[str, object]
    """The JSON document, without its "schema"."""
    items: str
    """Key of the document's main list: what JSON lines print one by one; "" if it has none."""
    columns: Sequence[str]
    """Heads of the columns."""
    rows: Sequence[Sequence[str]]
    """Cells, each as many as there are columns."""
    text: str | None = None
    """What is printed in place of a table, for people: an article, a dossier."""
    shown: Sequence[Sequence[str]] = field(default=())
    """The rows in words for people, where they differ on a terminal; else empty."""
    further_columns: Sequence[str] = ()
    """Heads of columns that only CSV has, after the others: what programs find by its head, as JSON names it."""
    further_rows: Sequence[Sequence[object]] = field(default=())
    """Their values: a row for each of `rows`."""


def emit(result: Result, style: str, target: Path | None = None) -> None:
    """Print a result in a format of `options.FORMATS`, on standard output or into a file. Raises `Failure`."""
    deliver(_pieces(result, style, terminal=target is None and sys.stdout.isatty()), target)


def deliver(pieces: Iterable[str], target: Path | None = None, *, answering: bool = False) -> None:
    """Put text on standard output or into a file. Raises `Failure`.

    What is longer than the terminal goes through the pager, if there is one, but not while `answering` line by line.
    """
    if target is None:
        if not answering and sys.stdout.isatty():
            from tui.commands.pager import paged  # late: pipes need none of it

            pieces = paged(pieces)
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
        return
    whose = _whose(target)
    if whose:
        raise Failure(f"{target} is {whose}, which no result is written over. Name a file elsewhere.", USAGE)
    try:
        with target.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
    except OSError as error:
        code = _REFUSED.get(type(error), NOTHING)
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"Cannot write {target}: {reason}. Name another file with -o.", code) from error


def _whose(target: Path) -> str:
    """What of the reader's own a file is, by whatever path or link it is named; "" for any other, or a new config."""
    above = Path(os.path.realpath(target)).parents
    if Path(os.path.realpath(paths.data())) in above:
        return "among your notes"
    if Path(os.path.realpath(paths.config())) in above and os.path.lexists(target):
        return "your config"
    return ""


def say(sentence: str, stream: TextIO | None = None) -> None:
    """A remark or an error on standard error, in one safe line; where nothing can be said, nothing is."""
    with contextlib.suppress(OSError):
        print(f"backstory: {squeeze(sentence)}", file=stream or sys.stderr, flush=True)


def dumps(document: Mapping[str, object], *, indent: int | None = None) -> str:
    """A JSON document with its schema first; control and format characters are escaped, everything else is itself."""
    return escaped(json.dumps({"schema": SCHEMA, **document}, ensure_ascii=False, indent=indent))


def escaped(text: str) -> str:
    """JSON that means the same, its control and format characters escaped: safe for every terminal."""
    return text if text.isascii() and "\x7f" not in text else _NOT_PLAIN.sub(_escaped, text)


def _pieces(result: Result, style: str, *, terminal: bool) -> Iterator[str]:
    """The output in pieces, line ends included."""
    if style == "json":
        yield from _document(result.document)
    elif style == "jsonl":
        found = result.document.get(result.items) if result.items else None
        items = found if isinstance(found, list) else [result.document]
        yield from (dumps(item) + "\n" for item in items)
    elif style == "csv":
        yield from _csv(result, terminal=terminal)
    elif style == "md":
        yield from _markdown(result)
    elif result.text is not None:
        text = result.text if result.text.endswith("\n") or not result.text else result.text + "\n"
        yield safe_lines(text) if terminal else text
    elif terminal:
        yield from _table(result.columns, result.shown or result.rows)
    else:
        yield from ("\t".join(squeeze(cell) for cell in row) + "\n" for row in result.rows)


def _document(document: Mapping[str, object]) -> Iterator[str]:
    """What `dumps` gives with an indent of 2 and a line end, some of it at a time: it may be longer than the memory."""
    some: list[str] = []
    for piece in json.JSONEncoder(ensure_ascii=False, indent=2).iterencode({"schema": SCHEMA, **document}):
        some.append(piece)
        if len(some) >= _AT_ONCE:
            yield escaped("".join(some))
            some.clear()
    yield escaped("".join(some)) + "\n"


def _csv(result: Result, *, terminal: bool) -> Iterator[str]:
    yield _csv_line((*result.columns, *result.further_columns), terminal=terminal)
    for row, further in zip_longest(result.rows, result.further_rows, fillvalue=()):
        yield _csv_line((*row, *further), terminal=terminal)


def _csv_line(values: Iterable[object], *, terminal: bool) -> str:
    """Values as one record: nothing for None, and truth values in the words of JSON."""
    line = io.StringIO()
    told = ("" if value is None else str(value).lower() if isinstance(value, bool) else str(value) for value in values)
    csv.writer(line, lineterminator="\n").writerow([safe(cell) if terminal else cell for cell in told])
    return line.getvalue()


def _markdown(result: Result) -> Iterator[str]:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(squeeze(cell).replace("\\", "\\\\").replace("|", "\\|") for cell in cells) + " |\n"

    yield line(result.columns)
    yield "|" + " --- |" * len(result.columns) + "\n"
    for row in result.rows:
        yield line(row)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Aligned columns that fit the terminal: the widest ones give way."""
    cells = [[squeeze(cell) for cell in row] for row in rows]
    widths = [max([len(head), *(len(row[at]) for row in cells)]) for at, head in enumerate(columns)]
    room = max(_width() - len(_GAP) * (len(columns) - 1), _NARROWEST * len(columns))
    while sum(widths) > room:
        widest = widths.index(max(widths))
        second = max([width for at, width in enumerate(widths) if at != widest], default=0)
        widths[widest] = max(_NARROWEST, second, widths[widest] - (sum(widths) - room))
        if widths[widest] == second or widths[widest] == _NARROWEST:
            widths[widest] -= 1
    for row in ([head.upper() for head in columns], *cells):
        yield _GAP.join(_fit(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"


def _fit(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else cell[: width - 1] + "…"


def _width() -> int:
    return shutil.get_terminal_size((100, 24)).columns if "COLUMNS" in os.environ or sys.stdout.isatty() else 100


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if character.isprintable() and safe(character) == character:
        return character
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"
