"""The panes, one file each. To add one: its file, its class here, its name in `tui.reader.layout.PANE_NAMES`."""

from collections.abc import Callable

from tui.panes.article import ArticlePane
from tui.panes.articles import ArticlesPane
from tui.panes.entities import EntitiesPane
from tui.panes.notes import NotesPane
from tui.panes.pane import Pane
from tui.panes.timeline import TimelinePane

PANES: tuple[Callable[[], Pane], ...] = (ArticlesPane, TimelinePane, ArticlePane, EntitiesPane, NotesPane)
"""How to make each pane, in the order they stand on the screen from left to right."""
