"""Runs one subcommand, and turns whatever ends it into a sentence and an exit code."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from tui.commands.errors import DAMAGED, INTERRUPTED, NO_SUCH, NOTHING, PIPE_CLOSED, Failure
from tui.commands.output import say
from tui.commands.usage import first_word
from tui.corpus.errors import ArticleChanged, ArticleGone, NoSuchPath, NothingReadable
from tui.notes.errors import NotesError, ReadError, ReadOnlyError


def command(name: str, arguments: list[str]) -> int:
    """Run a subcommand of `COMMANDS` with its arguments and return its exit code."""
    from tui.commands import arguments as takes  # late: the reader needs no parser of options
    from tui.commands import options

    parser = options.parser(name)
    takes.add(name, parser)
    if name == "notes":  # what it does comes first, so that its options may stand anywhere
        act = first_word(arguments)
        ordered = arguments if act is None else [arguments[act], *arguments[:act], *arguments[act + 1 :]]
        return guarded(lambda: _run(name, parser.parse_args(ordered)))
    return guarded(lambda: _run(name, parser.parse_intermixed_args(arguments)))


def _run(name: str, options: argparse.Namespace) -> int:
    return int(importlib.import_module(f"tui.commands.{name}").run(options))


def guarded(act: Callable[[], int]) -> int:
    """Do something; the exit code it returns, or that of the error it ends with, said in one sentence."""
    try:
        code = _done(act)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except Failure as failure:
        say(str(failure))
        return failure.code
    except (NoSuchPath, NothingReadable) as error:
        say(_ended(str(error)))
        return NO_SUCH
    except (ArticleGone, ArticleChanged) as error:
        say(str(error))
        return NO_SUCH
    except (ReadError, ReadOnlyError) as error:
        say(str(error))
        return DAMAGED
    except NotesError as error:
        say(str(error))
        return NOTHING
    except OSError as error:
        _drop_output()
        where = f" {error.filename}" if error.filename else ""
        say(f"The system refused{where}: {(error.strerror or str(error)).lower()}.")
        return NOTHING
    return code


def _done(act: Callable[[], int]) -> int:
    """The exit code of what was done, also where the reader of the command line ends it, as `--help` does."""
    try:
        return act()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else NOTHING


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?")) else f"{sentence}. Check the path."


def _drop_output() -> None:
    """Nobody reads on: what is still to be flushed at the end goes nowhere, quietly."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
