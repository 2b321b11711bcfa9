"""Prints results one by one as they are found, in every format, for what may be long in coming."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.commands import SCHEMA
from tui.commands.output import dumps, escaped
from tui.display import safe, squeeze


@dataclass(frozen=True, slots=True)
class Item:
    """One result."""

    document: Mapping[str, object]
    """It as JSON."""
    row: Sequence[str]
    """It as cells."""


def stream(
    style: str, head: Mapping[str, object], items: str, columns: Sequence[str], found: Iterable[Item], *, terminal: bool
) -> Iterator[str]:
    """The output in pieces, one an item, in a format of `options.FORMATS`; a table is lines of cells between tabs.

    A JSON document holds `head` and then the list named `items`.
    """
    if style == "json":
        yield from _json(head, items, found)
    elif style == "jsonl":
        yield from (dumps(item.document) + "\n" for item in found)
    elif style == "csv":
        for row in _rows(columns, found):
            line = io.StringIO()
            csv.writer(line, lineterminator="\n").writerow([safe(cell) if terminal else cell for cell in row])
            yield line.getvalue()
    elif style == "md":
        rows = _rows(columns, found)
        yield _markdown(next(rows))
        yield "|" + " --- |" * len(columns) + "\n"
        yield from map(_markdown, rows)
    else:
        yield from ("\t".join(squeeze(cell) for cell in item.row) + "\n" for item in found)


def _rows(columns: Sequence[str], found: Iterable[Item]) -> Iterator[Sequence[str]]:
    yield columns
    yield from (item.row for item in found)


def _json(head: Mapping[str, object], items: str, found: Iterable[Item]) -> Iterator[str]:
    whole = json.dumps({"schema": SCHEMA, **head}, ensure_ascii=False, indent=2)
    yield escaped(f"{whole[:-2]},\n  {json.dumps(items)}: [")
    comma = "\n"
    for item in found:
        yield comma + "    " + escaped(json.dumps(item.document, ensure_ascii=False))
        comma = ",\n"
    yield "\n  ]\n}\n" if comma != "\n" else "]\n}\n"


def _markdown(row: Sequence[str]) -> str:
    return "| " + " | ".join(squeeze(cell).replace("\\", "\\\\").replace("|", "\\|") for cell in row) + " |\n"
