"""The ends a command can come to, with their exit codes."""

DONE = 0
"""All is well."""
NOTHING = 1
"""Nothing was found, or a check failed."""
USAGE = 2
"""The command line makes no sense, or a screen is wanted where there is no terminal."""
NO_SUCH = 3
"""No such path, or nothing readable there."""
DAMAGED = 4
"""The notes file is damaged."""
INTERRUPTED = 130
"""Somebody pressed Ctrl-C."""
PIPE_CLOSED = 141
"""Whoever read the output went away: 128 + SIGPIPE, what a shell shows for git or grep then."""


class Failure(Exception):  # noqa: N818 - it ends a command, and carries the code it ends with
    """A command cannot go on: one sentence, what to do next, and the exit code."""

    def __init__(self, sentence: str, code: int = NOTHING) -> None:
        """Take the sentence and the code."""
        super().__init__(sentence)
        self.code = code
        """The exit code."""
