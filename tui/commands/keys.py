"""`backstory keys`: every key of the reader with what it does, as config.toml leaves them."""

import argparse

from tui import paths
from tui.commands.errors import DONE
from tui.commands.output import Result, deliver, emit, say
from tui.reader.bound import Bound, shipped
from tui.reader.keys import show_key
from tui.reader.settings import Settings, load


def add(parser: argparse.ArgumentParser) -> None:
    """Take `--print`, which is what it does anyway, and the form config.toml wants."""
    parser.add_argument("--print", action="store_true", help="print them: what it does anyway")
    parser.add_argument("--toml", action="store_true", help="as the [keys] table of config.toml, to be changed there")


def run(options: argparse.Namespace) -> int:
    """Print the keys; an entry of config.toml that cannot be used is named on standard error."""
    every = shipped()
    settings = load(paths.config(), {one.name for one in every})
    for problem in settings.problems if not options.quiet else ():
        say(problem)
    if options.toml:
        lines = (f'"{one.name}" = "{",".join(_keys(one, settings))}"  # {one.sentence}\n' for one in every)
        deliver(("[keys]\n", *lines), options.output)
        return DONE
    documents = [
        {"where": one.where, "name": one.name, "keys": _shown(one, settings), "does": one.sentence} for one in every
    ]
    rows = [(one.where, " ".join(_shown(one, settings)), one.sentence, one.name) for one in every]
    emit(Result({"keys": documents}, "keys", ("where", "keys", "does", "name"), rows), options.format, options.output)
    return DONE


def _keys(one: Bound, settings: Settings) -> tuple[str, ...]:
    own = settings.keymap.get(one.name)
    return tuple(own.split(",")) if own else one.keys


def _shown(one: Bound, settings: Settings) -> list[str]:
    return list(dict.fromkeys(show_key(key) for key in _keys(one, settings)))
