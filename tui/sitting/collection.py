"""Where the collection on the desk lies: its folders, its files, and its own folder in the cache."""

import tempfile
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from tui import paths
from tui.corpus.atonce import Kept
from tui.corpus.build import Scan
from tui.corpus.files import File, roots_of
from tui.corpus.made import Ahead
from tui.corpus.shelf import shelf
from tui.corpus.store import make_folder
from tui.courtesy import Courtesy
from tui.desk.desk import Desk
from tui.reader.scribe import Scribe


class CollectionDesk(Desk):
    """The desk, knowing where its collection comes from."""

    def __init__(
        self, scribe: Scribe, *, roots: Sequence[Path], found: Scan | None, kept: Kept | None, greeting: str = ""
    ) -> None:
        """`found` is what lies at `roots`, or `kept` what was read of it before."""
        super().__init__(scribe, greeting=greeting)
        self._found, self._kept = found, kept
        self._roots = tuple(roots)
        self._collection = "\n".join(str(root.folder.resolve()) for root in roots_of(roots))
        self._many = 0
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self.courtesy = Courtesy()
        """Keeps work beside the reader out of the way of keys."""
        self.whole = True
        """False while the names are as corrected and what follows from them is still being worked out."""

    def _files(self) -> Sequence[File]:
        """The files of the collection, each made when it is asked for where they were not looked at."""
        if self._found is not None:
            return self._found.listing.files
        kept = self._kept
        return () if kept is None else Ahead((), len(kept.corpus.articles), kept.file)

    def file_of(self, article: int) -> File | None:
        """The file of an article."""
        if self.corpus is None:
            return None
        path = self.corpus.articles[article].path
        if self._kept is not None:
            return self._kept.file_of(path)
        return next((file for file in self._files() if file.path == path), None)

    @cached_property
    def _folder(self) -> Path:
        """The collection's own folder in the cache, or one for this sitting alone where that cannot be written to."""
        folder = shelf(paths.cache(), self._roots)
        try:
            make_folder(folder)
            with tempfile.TemporaryFile(dir=folder):
                return folder
        except OSError:
            self._scratch = tempfile.TemporaryDirectory(prefix="backstory-", ignore_cleanup_errors=True)
            return Path(self._scratch.name)
