"""The options every subcommand knows, and how its command line is read."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tui import __version__
from tui.commands import COMMANDS
from tui.commands.errors import USAGE
from tui.commands.examples import told
from tui.commands.output import say

FORMATS = ("table", "json", "jsonl", "csv", "md")
"""What `--format` takes; a table on a terminal is tab-separated lines when piped."""

MORE_FORMATS = {"timeline": ("ics", "timelinejs", "html"), "entities": ("graphml",)}
"""What `--format` takes besides for some commands: modules of `tui.commands.exports`."""

_EPILOGUE = """\
A collection is folders and files, given with --in (more than once if need be); without it, the one opened last, and
at first the bundled one. A single "-" reads one article from standard input. Piped tables are tab-separated.
Exit codes: 0 done, 1 nothing found or a check failed, 2 wrong use, 3 no such path or nothing readable, 4 notes file or
index damaged, 130 interrupted.
"""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence and what to do next."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and exit with the code for usage."""
        say(f"{message}. Try: {self.prog} --help")
        raise SystemExit(USAGE)

    def format_help(self) -> str:
        """The help: what to type comes first."""
        return told(self.prog.removeprefix("backstory ")) + super().format_help()


def parser(command: str) -> Parser:
    """The parser of a subcommand with the options that all have; those of `notes` belong to what it does."""
    made = Parser(
        prog=f"backstory {command}",
        description=f"Print {COMMANDS[command]}.",
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    if command == "notes":
        made.add_argument("--version", action="version", version=f"backstory {__version__}")
    else:
        add_common(made, (*FORMATS, *MORE_FORMATS.get(command, ())))
    return made


def add_common(made: argparse.ArgumentParser, formats: Sequence[str] = FORMATS) -> None:
    """Give a parser the options that all subcommands have; the first of `formats` is used if none is asked for.

    In the help they stand behind those that a subcommand has for itself.
    """
    shared = made.add_argument_group("options of every command")
    shared.add_argument(
        "--in",
        dest="roots",
        metavar="PATH",
        action="append",
        type=path_named,
        default=[],
        help="a folder or file of the collection; repeatable",
    )
    shared.add_argument("--format", choices=formats, default=formats[0], help=f"how to print; {formats[0]} by default")
    shared.add_argument("-o", "--output", metavar="FILE", type=_file, help='write to this file; "-" is standard output')
    shared.add_argument("--no-color", action="store_true", help="no colour codes")
    shared.add_argument("-q", "--quiet", action="store_true", help="no remarks on standard error")
    shared.add_argument(
        "-v", "--verbose", action="store_true", help="say more: what is being read, why a date is what it is"
    )
    shared.add_argument("--debug", action="store_true", help="show where the program failed, if it does")
    shared.add_argument("--version", action="version", version=f"backstory {__version__}")


def path_named(words: str) -> Path:
    """A path that is named; "" is none, though Python takes it for the folder one is in."""
    if not words:
        raise argparse.ArgumentTypeError("no path is named")
    return Path(words)


def _file(name: str) -> Path | None:
    """The file a result goes to; None is standard output, as it is without the option."""
    if not name:
        raise argparse.ArgumentTypeError("no file is named")
    return None if name == "-" else Path(name)


def add_paths(made: argparse.ArgumentParser) -> None:
    """Let a subcommand that takes no other argument be given its collection bare."""
    made.add_argument("paths", metavar="PATH", nargs="*", type=path_named, default=[], help="the same as --in PATH")
