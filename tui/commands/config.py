"""`backstory config`: where config.toml lies, and whether all of it can be used."""

import argparse
import sys

from tui import paths
from tui.commands.errors import DONE, NOTHING
from tui.commands.output import Result, emit, say
from tui.reader.bound import shipped
from tui.reader.settings import FILE, load


def add(parser: argparse.ArgumentParser) -> None:
    """Take what is wanted of it."""
    parser.add_argument("what", choices=("path", "check"), help="where it lies; or what in it cannot be used")


def run(options: argparse.Namespace) -> int:
    """Print the path, whether or not the file is there; `check` ends with 1 if something in it cannot be used."""
    path = paths.config() / FILE
    if options.what == "path":
        shown = {"path": str(path), "exists": paths.is_there(path)}
        emit(Result(shown, "", ("path",), [(str(path),)], text=str(path)), options.format, options.output)
        return DONE
    problems = load(path.parent, {one.name for one in shipped()}).problems
    for problem in problems:
        say(problem)
    if options.format != "table" or options.output:
        found = {"path": str(path), "exists": paths.is_there(path), "problems": list(problems)}
        emit(Result(found, "", ("problem",), [(one,) for one in problems]), options.format, options.output)
    elif not problems and not options.quiet:
        there = "all of it can be used" if paths.is_there(path) else "not there; everything is as shipped"
        say(f"{path}: {there}.", sys.stderr)
    return NOTHING if problems else DONE
