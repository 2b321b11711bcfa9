"""Makes standard input, output and error fit for use: they may be closed, or speak a code that lacks most letters."""

import os
import sys

TYPE_CHECKING = False  # as `typing` has it, which takes longer to load than all that --help needs
if TYPE_CHECKING:
    from typing import TextIO


def mend_streams() -> None:
    """Give each standard stream that is closed a stand-in, and let the others speak UTF-8.

    A closed stream leaves its number free for the next file that is opened, which may be a person's notes; the stand-in
    takes it. What is written to a closed output fails, as it does for `cat`; remarks go nowhere. What cannot be decoded
    is read as the replacement character, and names of files that are no UTF-8 are written as the bytes they are.
    """
    for number, mode in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)  # takes the lowest number that is free: this one
    sys.stdin = _spoken(sys.stdin, 0, "r", "replace")
    sys.stdout = _spoken(sys.stdout, 1, "w", "surrogateescape")
    sys.stderr = _spoken(sys.stderr, 2, "w", "backslashreplace")


def _spoken(stream: "TextIO | None", number: int, mode: str, errors: str) -> "TextIO":
    if stream is None:
        return os.fdopen(number, mode, encoding="utf-8", errors=errors, closefd=False)  # type: ignore[return-value]
    if hasattr(stream, "reconfigure"):  # a stream put in its place, as tests do, may not have it
        stream.reconfigure(encoding="utf-8", errors=errors)
    return stream
