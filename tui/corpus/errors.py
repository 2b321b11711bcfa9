"""What can be wrong with a collection or one of its articles, by name; light, so that the entrance can catch it."""

from collections.abc import Sequence

from tui.model import Skipped


class NoSuchPath(OSError):  # noqa: N818 - it names what was met, in the words of the contract
    """A path of a collection does not exist or cannot be entered."""


class NothingReadable(OSError):  # noqa: N818 - it names what was met, in the words of the contract
    """A collection holds no article; `skipped` says what is there instead."""

    def __init__(self, message: str, skipped: Sequence[Skipped] = ()) -> None:
        """Take the sentence and what was skipped."""
        super().__init__(message)
        self.skipped = tuple(skipped)
        """What is there and why it is not an article."""


class ArticleGone(OSError):  # noqa: N818 - it names what was met, in the words of the contract
    """An article's file cannot be read any more."""


class ArticleChanged(OSError):  # noqa: N818 - it names what was met, in the words of the contract
    """An article's file was rewritten since the collection was read: offsets would point at other words."""

    def __init__(self, message: str, text: str = "") -> None:
        """Take the sentence, and what the file says now."""
        super().__init__(message)
        self.text = text
        """The article's text as its file has it now."""


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """Reading was stopped on request; nothing was kept."""


FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
)
"""What a fault of the program looks like while it reads one article: it costs that article, not the collection."""


def fault(error: BaseException) -> str:
    """What is said of an article that was lost to one of `FAULTS`."""
    return f"a fault in the program while reading it ({type(error).__name__})"
