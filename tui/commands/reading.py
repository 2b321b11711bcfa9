"""What the reader is to be opened on, and whether there is a terminal to open it in."""

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from tui import paths
from tui.commands import COMMANDS
from tui.commands.errors import NO_SUCH, USAGE, Failure
from tui.corpus.errors import NoSuchPath
from tui.corpus.files import STDIN, distinct, roots_of
from tui.notes.errors import NotesError
from tui.reader.last import last_collection, remember_collection
from tui.reader.links import SCHEME, Link, parse


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to open."""

    paths: tuple[Path, ...]
    """The collection."""
    first_run: bool
    """Whether the reader was never opened before."""
    bundled: bool
    """Whether it is the bundled collection."""
    link: Link | None = None
    """The passage to open it at, if a link was named."""
    plain: bool = False
    """Whether it is to be read line by line instead of on a screen."""
    watch: bool = False
    """Whether what changes in it is followed."""


def wanted(arguments: list[str]) -> Wanted:
    """What a command line without a subcommand asks for. Raises `Failure`: no such path, no terminal."""
    links = [argument for argument in arguments if argument.startswith(SCHEME)]
    arguments = [argument for argument in arguments if argument not in links]
    link = parse(links[-1]) if links else None
    if links and link is None:
        raise Failure(f"The link {links[-1]} names no article.", USAGE)
    watch = "--watch" in arguments[: arguments.index("--") if "--" in arguments else None]
    given = distinct(_paths(arguments))
    last = last_collection(paths.state())
    chosen = given or last or (paths.seeds(),)
    plain = "--plain" in arguments or _is_dumb()
    if STDIN in chosen:
        raise Failure("The reader cannot read both keys and an article from standard input. Save it as a file.", USAGE)
    try:
        roots_of(chosen)
    except NoSuchPath as error:
        hint = _hint(arguments) if given else "It was opened last; name another folder: backstory PATH"
        raise Failure(f"{error}. {hint}", NO_SUCH) from error
    if "--plain" not in arguments and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Failure(
            "The reader needs a terminal. In pipes and scripts use a command, or --plain: backstory --help", USAGE
        )
    return Wanted(chosen, last is None, not given and not last, link, plain, watch)


def _is_dumb() -> bool:
    """Whether the terminal cannot place text: what is printed there is read line by line."""
    return os.environ.get("TERM") == "dumb"


def _hint(arguments: list[str]) -> str:
    """What to do about a path that is not there: it may be a command misspelt."""
    from difflib import get_close_matches

    near = get_close_matches(arguments[0], COMMANDS, 1, cutoff=0.75)
    return f"Did you mean the command {near[0]}?" if near else "Check the path."


def remember(opened: Wanted, code: int) -> None:
    """Keep what was opened for the next start, if it could be; a disk that will not take it costs only that."""
    if code == NO_SUCH:
        return
    with contextlib.suppress(NotesError):
        remember_collection(paths.state(), () if opened.bundled else opened.paths)


def _paths(arguments: list[str]) -> tuple[Path, ...]:
    """The paths a command line names, with or without --in. Raises `SystemExit` with a sentence for other options."""
    if all(argument and not argument.startswith("-") for argument in arguments):
        return tuple(Path(argument) for argument in arguments)
    from tui.commands.options import Parser, path_named  # late: most command lines are a folder or nothing

    parser = Parser(prog="backstory", add_help=False, allow_abbrev=False)
    parser.add_argument("--in", dest="roots", action="append", type=path_named, default=[])
    parser.add_argument("paths", nargs="*", metavar="PATH", type=path_named, default=[])
    for flags in (("--debug",), ("--no-color",), ("-q", "--quiet"), ("-v", "--verbose"), ("--plain",), ("--watch",)):
        parser.add_argument(*flags, action="store_true")
    options = parser.parse_intermixed_args(arguments)
    if options.no_color:
        os.environ["NO_COLOR"] = "1"  # what the screen goes by
    return (*options.roots, *options.paths)
