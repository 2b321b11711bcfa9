"""A view drawn line by line by hand: its styles, worked out once a theme."""

from rich.style import Style
from textual.scroll_view import ScrollView

from tui.panes.inks import style_of


class Drawn(ScrollView, can_focus=True):
    """Keeps the styles of its looks until the theme or the style sheet says otherwise."""

    def __init__(self, ident: str) -> None:
        super().__init__(id=ident)
        self._styles: dict[str, Style] = {}

    def forget_drawn(self) -> None:
        """Forget the lines drawn so far."""

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old colours."""
        super().notify_style_update()
        self.forget_drawn()
        self._styles.clear()

    @property
    def ground(self) -> Style:
        """How a plain line looks; Textual works it out anew from every ancestor whenever it is asked."""
        style = self._styles.get("")
        if style is None:
            style = self._styles[""] = self.rich_style
        return style

    def style_of(self, name: str) -> Style:
        """How something looks by the name of its look; KeyError for a name that is no look."""
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = style_of(self.app, name)
        return style
