"""What leads out of the reader: an article's original in the browser, its file in an editor, words to the clipboard."""

import os
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType

from tui.corpus.errors import ArticleChanged
from tui.desk.commands import CommandScreen
from tui.panes.page import Page
from tui.panes.wishes import Said

if TYPE_CHECKING:  # for annotations alone: nobody waits for a browser or an editor before the first page
    from tui.corpus.files import File
    from tui.reader.browser import Browser
    from tui.reader.original import Original


class OutsideScreen(CommandScreen):
    """A screen one can go out of and come back to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "original", "Original", show=False, id="desk.original",
                tooltip="Open the original of this article in the browser; asks first and shows the whole address"),
        Binding("e", "edit_file", "Edit file", show=False, id="desk.edit-file",
                tooltip="Open the file of this article at this line in the editor that VISUAL or EDITOR names"),
    ]  # fmt: skip

    def file_of(self, article: int) -> "File | None":  # noqa: ARG002 - a screen over a folder knows
        """The file of an article; None for a screen that knows no folder."""
        return None

    def reread(self, article: int, text: str) -> None:
        """Read the collection again: the file of an article, whose text was `text`, may be another now."""

    def action_original(self) -> None:
        """Ask whether to open the original of the article in view."""
        if self.corpus is None or not self.corpus.articles:
            return
        from tui.dialogs.original import OpenOriginal
        from tui.reader.browser import find_browser
        from tui.reader.original import original

        found = original(self.corpus.articles[self.place.article].url)
        if isinstance(found, str):
            self.say(found)
            return
        browser = find_browser()

        def closed(answer: str | None) -> None:
            if answer == "open" and browser is not None:
                self._open(found, browser)
            elif answer == "copy":
                self.app.copy_to_clipboard(found.url)

        self.app.push_screen(OpenOriginal(found, browser.name if browser else ""), closed)

    def _open(self, found: "Original", browser: "Browser") -> None:
        from tui.reader.browser import start

        if browser.takes_terminal:
            try:
                with self.app.suspend():
                    wrong = start(browser, found.url)
            except SuspendNotSupported:
                wrong = f"{browser.name} needs the terminal, which cannot be lent here."
            self._opened(found, browser, wrong)
            return

        def beside() -> None:
            self._opened(found, browser, start(browser, found.url))

        # Some wait for a window that is slow to come: the reader does not.
        self.run_worker(beside, thread=True, group="browser", name="open the original")

    def _opened(self, found: "Original", browser: "Browser", wrong: str) -> None:
        """Say how it went; also from the thread that opened it, so by a message."""
        if wrong:
            self.post_message(Said(f"{wrong} The address is {found.url}", wrong=True))
        elif not browser.takes_terminal:
            self.post_message(Said(f"{browser.name} was asked to open {found.url}"))

    def action_edit_file(self) -> None:
        """Lend the terminal to an editor with the file of the article in view; read it again afterwards."""
        corpus = self.corpus
        if corpus is None or not corpus.articles:
            return
        from tui.reader.editing import NotEditable, at_line, line_of, path_of
        from tui.reader.handover import editor_of

        article = self.place.article
        file = self.file_of(article)
        if file is None:
            self.say("This article has no file here.")
            return
        try:
            text = corpus.text(article)
        except (ArticleChanged, OSError):
            text = ""
        try:
            line = line_of(file, text, self.query_one(Page).reading_at)
        except NotEditable as error:
            self.say(str(error))
            return
        command = at_line(editor_of(os.environ), path_of(file), line)
        try:
            before = Path(file.place).stat()
            with self.app.suspend():
                subprocess.call(command)
            after = Path(file.place).stat()
        except (OSError, SuspendNotSupported) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.say(f"{command[0]} cannot be started here: {reason}. EDITOR names another one.", wrong=True)
            return
        if (before.st_mtime_ns, before.st_size, before.st_ino) == (after.st_mtime_ns, after.st_size, after.st_ino):
            self.say("The file is as it was.")
            return
        self.say("The file has changed: it is read again.")
        self.call_later(partial(self.reread, article, text))
