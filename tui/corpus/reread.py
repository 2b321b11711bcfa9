"""Fetches an article's text again when it is shown, and says so if its file is no longer what was read."""

from collections.abc import Callable, Sequence

from tui.corpus.article import digest
from tui.corpus.errors import FAULTS, ArticleChanged, ArticleGone, fault
from tui.corpus.files import File, load
from tui.formats import Unreadable, read_document
from tui.model import Article


def rereader(files: Sequence[File]) -> Callable[[Article], str]:
    """A function that gives the text of an article of these files; it raises `ArticleGone` or `ArticleChanged`."""
    by_path: dict[str, File] = {}

    def file_of(path: str) -> File:
        if not by_path:  # made when the first is asked for: of a hundred thousand few are
            by_path.update((file.path, file) for file in files)
        return by_path[path]

    return reread(file_of)


def reread(file_of: Callable[[str], File]) -> Callable[[Article], str]:
    """As `rereader`, of the files that `file_of` gives for a stable path."""

    def read(article: Article) -> str:
        file = file_of(article.path)
        try:
            text = read_document(load(file), article.path.rpartition("/")[2]).text
        except (OSError, Unreadable, *FAULTS) as error:
            raise ArticleGone(
                f"{article.path} cannot be read any more: {_reason(error)}. Open the collection again."
            ) from error
        if article.digest and digest(text) != article.digest:
            raise ArticleChanged(f"{article.path} was changed since it was read. Open the collection again.", text)
        return text

    return read


def _reason(error: BaseException) -> str:
    if isinstance(error, Unreadable):
        return error.reason
    return error.strerror or str(error) if isinstance(error, OSError) else fault(error)
