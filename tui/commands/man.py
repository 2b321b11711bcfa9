"""`backstory man`: the manual page, made from the parsers, so that it says what the program takes."""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator

from tui import __version__
from tui.commands import COMMANDS
from tui.commands.errors import DONE
from tui.commands.examples import EXAMPLES
from tui.commands.output import Result, emit
from tui.commands.usage import ENVIRONMENT, EXITS

_ESCAPES = {"\\": "\\e", "-": "\\-", "~": "\\(ti", "^": "\\(ha", "`": "\\(ga", "'": "\\(aq", '"': "\\(dq"}
"""Characters that mean something to roff, or that it would print as others."""

_DESCRIPTION = """\
backstory shows a folder of articles, one timeline drawn from the prose of all of them, and everybody named in them
under one name each, all three linked; your notes stay in a plain TOML file on your own disk. With a PATH, or with
nothing, it opens the reader; with a COMMAND it prints something and ends. Articles are only ever read. Nothing is
sent anywhere.
"""

_FILES = (
    ("notes.toml, corrections.toml", "your notes, and what you set right, in the data folder: the one to back up"),
    ("config.toml", "keys, theme and width of the text, in the config folder; see backstory config path"),
    ("corpus.toml", "in the root of a folder of articles: facts about them; read, never written"),
)


def add(parser: argparse.ArgumentParser) -> None:
    """Take nothing of its own."""
    parser.epilog = "On a terminal the page is shown by man, if there is one; else it is printed as man reads it."


def run(options: argparse.Namespace) -> int:
    """Show the page on a terminal, print its source anywhere else."""
    viewer = shutil.which("man")
    if viewer and options.output is None and sys.stdin.isatty() and sys.stdout.isatty():
        shown = subprocess.run([viewer, "-l", "-"], input=page(), text=True, check=False)
        if shown.returncode == 0:
            return DONE
    made = page()
    emit(Result({"page": made}, "", ("page",), [(made,)], made), options.format, options.output)
    return DONE


def page() -> str:
    """The manual page in the macros of man(7), in ASCII."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    yield f'.TH BACKSTORY 1 "" "backstory {__version__}" "User Commands"'
    yield ".SH NAME"
    yield _text("backstory - reads many articles for who, when, and what you think of it")
    yield ".SH SYNOPSIS"
    yield from (".B backstory", ".RI [ PATH ...]", ".br", ".B backstory", ".I COMMAND", ".RB [ --in", ".IR PATH ]...")
    yield ".SH EXAMPLES"
    yield from _example("backstory ~/articles", "open the reader on a folder")
    for command in COMMANDS:
        yield from _example(*EXAMPLES[command][0])
    yield ".SH DESCRIPTION"
    yield _text(" ".join(_DESCRIPTION.split()))
    yield ".SH OPTIONS"
    yield _text("All commands take these, before or behind their own.")
    shared = _shared()
    yield from _taken(shared._actions)  # argparse names no other way
    known = {flag for action in shared._actions for flag in action.option_strings}
    yield ".SH COMMANDS"
    for command, summary in COMMANDS.items():
        yield from _section(command, summary, parser_of(command), known)
    yield ".SH EXIT STATUS"
    yield from _list(EXITS)
    yield ".SH ENVIRONMENT"
    yield from _list(ENVIRONMENT)
    yield ".SH FILES"
    yield from _list(_FILES)
    yield ".SH SEE ALSO"
    yield _text("less(1), rg(1), newsboat(1)")


def parser_of(command: str) -> argparse.ArgumentParser:
    """The parser of a subcommand with all that it takes."""
    from tui.commands import arguments, options  # late: neither is needed to print another command's output

    made = options.parser(command)
    arguments.add(command, made)
    return made


def acts_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of what a command can do, by their names."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):  # argparse gives this type no public name
            return dict(action.choices)
    return {}


def _shared() -> argparse.ArgumentParser:
    from tui.commands import options

    made = options.Parser(add_help=True, allow_abbrev=False)
    options.add_common(made)
    return made


def _section(command: str, summary: str, parser: argparse.ArgumentParser, known: set[str]) -> Iterator[str]:
    from tui.commands.arguments import SYNTAX

    yield f".SS {_text(f'backstory {command}')}"
    yield _text(f"{summary[0].upper()}{summary[1:]}.")
    acts = acts_of(parser)
    for name, made in acts.items():
        yield ".PP"
        yield f".B {_text(f'backstory {command} {name}')}"
        yield from _taken(_own(made, known))
    if not acts:
        yield from _taken(_own(parser, known))
    if command == "search":
        yield ".PP"
        yield _text(" ".join(SYNTAX.split()))
    for line, what in EXAMPLES[command][1:]:
        yield from _example(line, what)


def _own(parser: argparse.ArgumentParser, known: set[str]) -> list[argparse.Action]:
    """What a parser takes that not all take; `--format` again where it takes more than the usual ones."""
    own = [action for action in parser._actions if not known.intersection(action.option_strings)]
    from tui.commands.options import FORMATS

    return own + [
        action
        for action in parser._actions
        if "--format" in action.option_strings and tuple(action.choices or ()) != FORMATS
    ]


def _taken(actions: Iterable[argparse.Action]) -> Iterator[str]:
    for action in actions:
        if action.help == argparse.SUPPRESS:
            continue
        names = ", ".join(action.option_strings)
        value = "" if action.nargs == 0 else str(action.metavar or "|".join(map(str, action.choices or ("VALUE",))))
        yield ".TP"
        yield f".B {_text(names)} {_text(value)}".replace(".B  ", ".I ").rstrip()
        yield _text((action.help or "").replace("%%", "%"))


def _list(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, what in entries:
        yield ".TP"
        yield f".B {_text(name)}"
        yield _text(what)


def _example(line: str, what: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {_text(line)}"
    yield _text(what)


def _text(words: str) -> str:
    """Words as roff prints them: nothing in them is a request, nothing is lost on a terminal without Unicode."""
    told = "".join(
        _ESCAPES.get(sign) or (sign if sign.isascii() else f"\\[u{ord(sign):04X}]") for sign in words.replace("\n", " ")
    )
    return f"\\&{told}" if told.startswith(".") else told
