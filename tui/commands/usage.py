"""The help of the program as a whole: built by hand, so that asking for it costs no more than starting Python."""

from tui.commands import COMMANDS

_HEAD = """\
Examples:
  backstory                                   the collection opened last; at first the bundled one
  backstory ~/articles                        the reader on a folder
  backstory timeline ~/articles               all events, in the order of time
  backstory entity Petraeus --in ~/articles   everything about one name
  backstory jump daqduk --in ~/articles       what a half-remembered name may mean

Usage: backstory [--watch] [PATH...]       open the reader on folders and files; --watch follows what changes there
       backstory --plain [PATH...]         the same line by line, for screen readers, pipes and TERM=dumb
       backstory COMMAND [--in PATH]...    print something; backstory COMMAND --help (or help COMMAND) tells more

Reads articles (text, Markdown, web pages, mail, books) and shows who, when and what you think of it: three
linked panes over one text. A folder that is named like a command is opened as ./list.

Commands:
"""

_OPTIONS = """
Options for all commands:
  --in PATH        a folder or file of the collection; repeatable; "-" is one article on standard input
  --format FORMAT  table, json, jsonl, csv or md; a table is tab-separated when piped
  -o FILE          write to a file
  -q, -v           fewer, more remarks on standard error
  --no-color       no colour codes
  --debug          show where the program failed
  -h, --help       this help
  --version        the version
"""

EXITS = (
    ("0", "done"),
    ("1", "nothing found, or a check failed"),
    ("2", "wrong use, or no terminal where one is needed"),
    ("3", "no such path, or nothing readable there"),
    ("4", "a file of notes or the index is damaged"),
    ("130", "interrupted"),
    ("128+n", "ended by signal n"),
)
"""Every exit code with what it means."""

ENVIRONMENT = (
    ("BACKSTORY_DATA_DIR", "folder of notes and corrections: back this one up"),
    ("BACKSTORY_CONFIG_DIR", "folder of config.toml"),
    ("BACKSTORY_STATE_DIR", "folder of reading positions, history, drafts"),
    ("BACKSTORY_CACHE_DIR", "folder of what can be made again; delete it at any time"),
    ("BACKSTORY_THEME, BACKSTORY_COLUMNS", "theme and widest line of the text, before config.toml"),
    ("NO_COLOR, CLICOLOR_FORCE, TERM", "no colours at all; colours also in a pipe; dumb: no screen"),
    ("PAGER", "shows what is longer than the terminal; unset: nothing does"),
    ("VISUAL, EDITOR", "what Ctrl-E in a note opens, and notes edit"),
)
"""Every variable that is honoured, with what it is for."""


def usage() -> str:
    """What `backstory --help` prints."""
    width = max(map(len, COMMANDS))
    lines = "".join(f"  {name.ljust(width)}  {summary}\n" for name, summary in COMMANDS.items())
    return _HEAD + lines + _OPTIONS + _listed("Exit codes:", EXITS) + _listed("Environment:", ENVIRONMENT)


def _listed(title: str, entries: tuple[tuple[str, str], ...]) -> str:
    width = max(len(name) for name, _ in entries)
    return f"\n{title}\n" + "".join(f"  {name.ljust(width)}  {what}\n" for name, what in entries)


def first_word(given: list[str]) -> int | None:
    """Index of the first argument that is neither an option nor the value of one; None if there is none."""
    valued = False
    for index, argument in enumerate(given):
        if valued:
            valued = False
        elif argument == "--":
            return index + 1 if index + 1 < len(given) else None
        elif argument in ("--in", "--format", "-o", "--output"):
            valued = True
        elif not argument.startswith("-") or argument == "-":
            return index
    return None
