"""The help of the program as a whole: built by hand, so that asking for it costs no more than starting Python."""

from tui.commands import COMMANDS

_HEAD = """\
Usage: backstory [--watch] [PATH...]       open the reader on folders and files; --watch follows what changes there
       backstory COMMAND [--in PATH]...    print something; backstory COMMAND --help tells more

Reads articles (text, Markdown, web pages, mail, books) and shows who, when and what you think of it: three
linked panes over one text.
Without PATH the collection opened last is shown, and the bundled one at first. A folder that is named like a
command is opened as ./list.

Commands:
"""

_TAIL = """
Options for all commands:
  --in PATH        a folder or file of the collection; repeatable; "-" is one article on standard input
  --format FORMAT  table, json, jsonl, csv or md; a table is tab-separated when piped
  -o FILE          write to a file
  -q, -v           fewer, more remarks on standard error
  --no-color       no colour codes
  --debug          show where the program failed
  -h, --help       this help
  --version        the version

Exit codes: 0 done, 1 nothing found, 2 usage or no terminal, 3 no such path or nothing readable, 4 notes file damaged,
130 interrupted, 128 + n ended by signal n.
Folders: BACKSTORY_DATA_DIR (notes: back this one up), BACKSTORY_CONFIG_DIR, BACKSTORY_STATE_DIR, BACKSTORY_CACHE_DIR.
"""


def usage() -> str:
    """What `backstory --help` prints."""
    width = max(map(len, COMMANDS))
    lines = "".join(f"  {name.ljust(width)}  {summary}\n" for name, summary in COMMANDS.items())
    return _HEAD + lines + _TAIL


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
