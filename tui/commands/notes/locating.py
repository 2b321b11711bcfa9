"""`backstory notes locate`: the finder of the notes for scripts, a JSON object a line in and out."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

from tui.commands.errors import DONE, NO_SUCH, USAGE, Failure
from tui.commands.output import deliver
from tui.corpus.files import STDIN
from tui.notes.anchor import locate
from tui.notes.model import NO_OFFSET, NOT_COUNTED, Anchor


def run_locate(options: argparse.Namespace) -> int:
    """Answer each line as soon as it is read; a line that cannot be understood ends it with exit code 2."""
    deliver(_answers(options.files or [STDIN]), options.output, answering=True)
    return DONE


def _answers(files: list[Path]) -> Iterator[str]:
    for file in files:
        with ExitStack() as stack:
            lines = sys.stdin.buffer if file == STDIN else stack.enter_context(_opened(file))
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _answer(line, number)
                    sys.stdout.flush()


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise Failure(
            f"Cannot read {file}: {(error.strerror or str(error)).lower()}. Check the path.", NO_SUCH
        ) from error


def _answer(line: bytes, number: int) -> str:
    try:
        asked = json.loads(line)
        anchor = _anchor(asked)
        text = asked["text"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        wanted = '{"text": "...", "quote": "..."} and, if known, prefix, suffix, start, end, twins'
        raise Failure(f"Line {number} is not what is wanted: a JSON object with {wanted}.", USAGE) from error
    found = locate(text, anchor)
    start, end = (found.start, found.end) if found.placed else (None, None)
    return json.dumps({"anchor": found.state.value, "start": start, "end": end}) + "\n"


def _anchor(asked: dict[str, Any]) -> Anchor:
    """What is to be found. Raises KeyError, TypeError or ValueError for anything that is not so."""
    quote = _checked(asked["quote"], str)
    _checked(asked["text"], str)
    prefix, suffix = (_checked(asked.get(key) or "", str) for key in ("prefix", "suffix"))
    start, end = (NO_OFFSET if asked.get(key) is None else _checked(asked[key], int) for key in ("start", "end"))
    if start < 0:
        start = end = NO_OFFSET
    elif end < start:
        end = start + len(quote)
    twins = NOT_COUNTED if asked.get("twins") is None else max(_checked(asked["twins"], int), NOT_COUNTED)
    return Anchor(quote, prefix, suffix, start, end, twins)


def _checked(value: Any, kind: type) -> Any:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(value)
    return value
