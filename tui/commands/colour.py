"""Whether commands may print in colour, and the two they use: for what was searched, and for where it stands."""

import os

_FOUND, _WHERE, _PLAIN = "\x1b[1;31m", "\x1b[35m", "\x1b[0m"


def wanted(*, terminal: bool, refused: bool) -> bool:
    """Whether to print in colour: to a terminal, or with CLICOLOR_FORCE; never with NO_COLOR, nor if `refused`.

    After no-color.org and the common reading of CLICOLOR_FORCE: any value but "0" forces.
    """
    if refused or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def found(words: str) -> str:
    """Words that were searched for, in colour."""
    return f"{_FOUND}{words}{_PLAIN}" if words else words


def where(words: str) -> str:
    """The name of an article, in colour."""
    return f"{_WHERE}{words}{_PLAIN}" if words else words
