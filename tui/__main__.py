"""The entrance: a subcommand or the reader; imports the screen only when one is wanted."""

import contextlib
import os
import sys

from tui import __version__
from tui.commands import COMMANDS
from tui.commands.streams import mend_streams
from tui.commands.usage import first_word, usage


def run() -> None:
    """The console script: ends with the exit code of `main`; a fault of the program is one sentence and exit code 1."""
    mend_streams()
    if "--debug" not in sys.argv:
        sys.excepthook = _confess
    _leave(main(sys.argv[1:]))


def _leave(code: int) -> None:
    """End with an exit code, and at once: what threads are still at work on can be made again."""
    threading = sys.modules.get("threading")
    if threading is not None and any(not one.daemon for one in threading.enumerate()[1:]):
        # Leaving the usual way waits for them.
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
    sys.exit(code)


def main(arguments: list[str]) -> int:
    """Do what a command line says and return its exit code; errors are one sentence on standard error."""
    word = first_word(arguments)
    name = None if word is None else arguments[word]
    if name == "help" and word is not None and not os.path.lexists(name):  # as git has it
        rest = [*arguments[:word], *arguments[word + 1 :]]
        asked = first_word(rest)
        if asked is not None and rest[asked] not in COMMANDS:
            from tui.commands.output import say

            say(f"There is no command {rest[asked]}. See them all with: backstory --help")
            return 2
        return main([*rest, "--help"])
    if name not in COMMANDS:
        if {"-h", "--help"} & set(arguments):
            return _print(usage())
        if "--version" in arguments:
            return _print(f"backstory {__version__}\n")
    if name in COMMANDS and word is not None and "--" not in arguments[:word]:
        from tui.commands.entrance import command  # --help and --version need none of it

        return command(name, arguments[:word] + arguments[word + 1 :])
    return _read(arguments)


def _print(text: str) -> int:
    """Print a text; the exit code."""

    def act() -> int:
        sys.stdout.write(text)
        sys.stdout.flush()
        return 0

    try:
        return act()
    except OSError:
        from tui.commands.entrance import guarded  # late: --help and --version need none of it

        return guarded(act)


def _read(given: list[str]) -> int:
    """Open the reader."""
    from tui.commands import reading
    from tui.commands.entrance import guarded

    def act() -> int:
        wanted = reading.wanted(given)
        if wanted.plain:
            from tui.plain.opening import open_plain

            code = open_plain(wanted.paths, wanted.first_run, wanted.link)
        else:
            from tui.app import open_reader  # last: it is slow, and there may be nothing to show

            code = open_reader(wanted.paths, wanted.first_run, wanted.link, watch=wanted.watch)
        reading.remember(wanted, code)
        return code

    return guarded(act)


def _confess(kind: type[BaseException], error: BaseException, trace: object) -> None:  # noqa: ARG001 - the hook's form
    """What is said of a fault in the program itself, in place of a traceback."""
    if issubclass(kind, KeyboardInterrupt):
        return
    from tui.display import squeeze

    words = squeeze(f"{kind.__name__}: {error}")
    sys.stderr.write(f"backstory: a fault in the program ({words}). Run it again with --debug to see where.\n")


if __name__ == "__main__":
    run()
