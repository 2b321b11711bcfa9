"""The app around the desk: wears the theme, shows something at once, ends cleanly on any signal."""

import asyncio
import os
import signal
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.events import Event, InputEvent
from textual.filter import LineFilter
from textual.widgets import Static

from tui import paths
from tui.colourless import WithoutColour
from tui.panes.wishes import OpenDossier, Said, ShowCard
from tui.reader import worn
from tui.reader.links import Link
from tui.reader.settings import load
from tui.themes import DARK, LIGHT, fallbacks
from tui.tidying import Tidying

if TYPE_CHECKING:  # for annotations alone: the desk is loaded once the frame is on the screen
    from tui.sitting.sitting import Sitting


class Backstory(App[int]):
    """The reader. Its frame is painted first; the desk and its text are loaded behind it and take its place."""

    TITLE = "backstory"
    ENABLE_COMMAND_PALETTE = False
    # Dragging a selection scrolls on the first and last line only, and slowly: what is dragged over stays in place.
    SELECT_AUTO_SCROLL_LINES = 1
    SELECT_AUTO_SCROLL_SPEED = 15.0
    CSS_PATH: ClassVar[list[str | PurePath]] = sorted(paths.styles().glob("*.tcss"))

    def __init__(
        self, roots: Sequence[Path], *, first_run: bool = False, link: Link | None = None, watch: bool = False
    ) -> None:
        """`roots` are the folders and files of the collection; the very first run greets the reader.

        `link` is the passage to open the collection at, in the place of where it was left. With `watch` what changes
        in the collection is followed.
        """
        super().__init__()
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        # Set without its watcher: the style sheets are read once, in these colours, instead of twice.
        self.set_reactive(App.theme, self._theme_kept())
        self.stylesheet.set_variables(self.get_css_variables())
        self._roots = roots
        self._first_run = first_run
        self._link, self._follow = link, watch
        self.sitting: Sitting | None = None
        """The desk, once it is loaded."""
        self.keymap: dict[str, str] = {}
        """The reader's own keys, by the name of what they do."""
        self.failure: OSError | None = None
        """Why it could not be: no such path."""
        self._tidying = Tidying()

    def _theme_kept(self) -> str:
        """The theme config.toml names, else the one chosen at an earlier sitting, else the dark one of our own."""
        wanted = (load(paths.config(), ()).theme, worn.load(paths.state()), DARK.name)
        return next(name for name in wanted if name in self.available_themes)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of kinds, dates, notes and conflicts in themes that do not know them."""
        return fallbacks(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is printed: under NO_COLOR, only the taking out of colours."""
        return [WithoutColour()] if self.no_color else super().get_line_filters()

    def compose(self) -> ComposeResult:
        """The frame: the desk's first line, where it will stand."""
        yield Static("backstory", id="tabs", markup=False)

    def on_mount(self) -> None:
        """Load the desk as soon as the frame is on the screen."""
        self._catch_signals()
        self._tidying.start()
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        from tui.corpus.errors import NoSuchPath, NothingReadable
        from tui.sitting.opening import open_sitting

        try:
            self.sitting = open_sitting(
                self._roots,
                first_run=self._first_run,
                link=self._link,
                themes=self.available_themes,
                watch=self._follow,
            )
        except NothingReadable as error:
            from tui.empty import EmptyPlace
            from tui.reader.bound import shipped

            self._take_keys(load(paths.config(), {one.name for one in shipped()}).keymap)
            self.push_screen(EmptyPlace(str(error), error.skipped))
        except NoSuchPath as error:
            self.failure = error
            self.exit()
        else:
            self._take_keys(self.sitting.keymap)
            self.push_screen(self.sitting)

    def _take_keys(self, keymap: dict[str, str]) -> None:
        self.keymap = keymap
        self.set_keymap(keymap)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy text every way there is, and say which way it went: the terminal, a program beside it, a file."""
        from tui.reader import clipboard

        self._clipboard = text
        asked = clipboard.request(text, os.environ)
        if asked and self._driver is not None:
            self._driver.write(asked)

        def beside() -> None:
            tool = clipboard.hand_over(text, clipboard.tools(os.environ))
            kept = None if tool else clipboard.keep(text, paths.state())
            if self.sitting is not None:
                self.sitting.post_message(Said(clipboard.told(len(text), tool, bool(asked), kept)))

        # A program that waits for a window keeps nobody from reading on.
        self.run_worker(beside, thread=True, group="clipboard", name="copy")

    async def on_event(self, event: Event) -> None:
        """Let work beside the reader, and what tidies up, know of every key before it is answered."""
        if isinstance(event, InputEvent):
            self._tidying.touched()
            if self.sitting is not None:
                self.sitting.courtesy.touched()
        await super().on_event(event)

    @on(OpenDossier)
    def _opens_dossier(self, event: OpenDossier) -> None:
        """A name opened in a dialog: its dossier, over that."""
        if self.sitting is not None:
            self.sitting.show_dossier(event.entity)

    @on(ShowCard)
    def _shows_card(self, event: ShowCard) -> None:
        """A date opened in a dialog: its card, over that."""
        from tui.dialogs.peek import Peek

        self.push_screen(Peek(event.card))

    def action_help_quit(self) -> None:
        """Ctrl-C stops long work; it is no way out of a reader: say which key is."""
        if self.sitting is not None and self.sitting.is_reading:
            self.sitting.action_stop()
        elif self.sitting is not None:
            self.sitting.say("q quits.")

    def _catch_signals(self) -> None:
        """End as on quitting when told to: drafts and place on disk, terminal restored, exit code 128 + n."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, getattr(signal, "SIGHUP", None), signal.SIGINT):
            if number is not None:
                try:
                    loop.add_signal_handler(number, self._end, number)
                except (NotImplementedError, RuntimeError):
                    # No such handlers on Windows, nor outside the main thread.
                    return

    def _end(self, number: int) -> None:
        if self.sitting is not None:
            self.sitting.keep_draft()
        self.exit(return_code=128 + number)


def open_reader(roots: Sequence[Path], first_run: bool, link: Link | None = None, *, watch: bool = False) -> int:
    """Open the reader on a collection and return the exit code; raises `NoSuchPath`."""
    app = Backstory(roots, first_run=first_run, link=link, watch=watch)
    loop = asyncio.new_event_loop()
    # A loop of our own is left without waiting for the threads still at work on it: on a large collection that takes
    # seconds, and all they make can be made again.
    app.run(loop=loop)
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
