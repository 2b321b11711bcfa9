"""What each subcommand takes: apart from what it does, so that asking for help loads no engine."""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module

from tui.commands.options import add_paths
from tui.model import Kind

SYNTAX = """\
A query: raid irbil (both words) · "safe house" (a phrase) · kata* (a beginning) · raid OR arrest · raid NOT exercise ·
NEAR(raid irbil, 5) or raid ~5 irbil · ~quds (any spelling of that name) · in:title by:roggio source:x path:x
title:x date:2007-01..2007-06 entity:"Qods Force" is:noted is:dated tag:check. Case and diacritics are folded.
"""
"""What a query of `search` may hold."""


def add(command: str, parser: argparse.ArgumentParser) -> None:
    """Tell a parser what a subcommand of `COMMANDS` takes."""
    (_TAKES.get(command) or import_module(f"tui.commands.{command}").add)(parser)


def _list(parser: argparse.ArgumentParser) -> None:
    """Take the collection bare."""
    add_paths(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    """Take the article."""
    parser.add_argument("id", metavar="ID", help="the article: its path as `backstory list` prints it, or its title")


def _timeline(parser: argparse.ArgumentParser) -> None:
    """Take the filters, and the collection bare."""
    parser.add_argument("--entity", metavar="NAME", help="only events this entity is named in")
    parser.add_argument(
        "--from", dest="since", metavar="EDTF", help="only events that may be in or after 2007, 2007-03 …"
    )
    parser.add_argument(
        "--to", dest="until", metavar="EDTF", help="only events that may be in or before 2008, 2008-06 …"
    )
    parser.add_argument("--article", metavar="ID", help="only events this article tells")
    add_paths(parser)


def _entities(parser: argparse.ArgumentParser) -> None:
    """Take the filters, and the collection bare."""
    parser.add_argument("--kind", choices=[kind.value for kind in Kind], help="only entities of this kind")
    parser.add_argument("--min", type=_number(0), default=1, metavar="N", help="only entities with so many mentions")
    parser.add_argument("--suggestions", action="store_true", help="pairs of names that are perhaps the same, and why")
    add_paths(parser)


def _entity(parser: argparse.ArgumentParser) -> None:
    """Take the name."""
    parser.add_argument("name", metavar="NAME", help="its name or any of its spellings")


def _conflicts(parser: argparse.ArgumentParser) -> None:
    """Take the collection bare."""
    parser.add_argument("--all", action="store_true", help="also those you dismissed in the reader")
    add_paths(parser)


def _jump(parser: argparse.ArgumentParser) -> None:
    """Take the query and how many answers are wanted."""
    parser.add_argument(
        "query", metavar="QUERY", help='what you remember of it; "" is everything, "-" reads one query a line'
    )
    parser.add_argument(
        "--limit", type=_number(1), default=20, metavar="N", help="at most so many answers; 20 by default"
    )


def _search(parser: argparse.ArgumentParser) -> None:
    """Take the query and how many hits are wanted."""
    parser.add_argument("query", metavar="QUERY", nargs="+", help="what to look for; several words may go unquoted")
    parser.add_argument("--limit", type=_number(1), metavar="N", help="at most so many hits; all by default")
    parser.epilog = f"{SYNTAX}\n{parser.epilog or ''}"


def _doctor(parser: argparse.ArgumentParser) -> None:
    """Take nothing of its own."""
    parser.epilog = "Exit codes: 0 all is well, 1 something is wrong, 4 a file of notes or corrections is damaged."


def _index(parser: argparse.ArgumentParser) -> None:
    """Take how it is read, and the collection bare."""
    parser.add_argument("--full", action="store_true", help="read every file again, also those that did not change")
    parser.add_argument(
        "--jobs", metavar="N", type=_number(1, 256), help="how many processes read; one a processor by default"
    )
    add_paths(parser)


def _number(least: int, most: int | None = None) -> Callable[[str], int]:
    """What reads a whole number out of an argument; beyond what a machine counts to, all are one."""
    asked = f"{least} or more" if most is None else f"{least} to {most}"

    def read(words: str) -> int:
        number = min(int(words), sys.maxsize) if words.isascii() and words.isdigit() else -1
        if number < least or (most is not None and number > most):
            raise argparse.ArgumentTypeError(f"{words or 'nothing'} is not a number of {asked}")
        return number

    return read


_TAKES: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "list": _list,
    "show": _show,
    "timeline": _timeline,
    "entities": _entities,
    "entity": _entity,
    "conflicts": _conflicts,
    "jump": _jump,
    "search": _search,
    "doctor": _doctor,
    "index": _index,
}
"""Those that need more than a moment to load; the others say it themselves, with a function `add`."""
