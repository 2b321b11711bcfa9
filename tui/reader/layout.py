"""Which panes stand on the screen at which size: pure, so that every size can be tested without a screen."""

from dataclasses import dataclass

PANE_NAMES = ("articles", "text", "timeline", "entities", "notes")
"""The panes in the order of the keys 1 to 5."""

SMALLEST = (30, 8)
"""Columns and lines below which nothing useful fits."""

THREE_COLUMNS = 120
"""Columns from which three panes stand side by side."""

TWO_PANES = 80
"""Columns from which the text has a second pane with it."""

STACK_LINES = 20
"""Lines from which that pane stands under the text, where both have the whole width; in fewer, right of it."""

LEFT = ("articles", "timeline")
"""Panes that stand left of the text."""

RIGHT = ("entities", "notes")
"""Panes that stand right of it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which panes the reader wants, whether or not there is room for all of them."""

    active: str = "text"
    """The pane with the keyboard."""
    left: str = "timeline"
    """The pane shown left of the text when there is room: articles or timeline."""
    right: str = "entities"
    """The pane shown right of the text when there is room: entities or notes."""
    side: str = "timeline"
    """The pane shown with the text when there is room for one."""
    zoomed: bool = False
    """Whether the active pane has the whole screen."""

    def turn_to(self, pane: str) -> "Layout":
        """The layout after giving a pane the keyboard: it takes its column, and the text stays where it is."""
        return Layout(
            active=pane,
            left=pane if pane in LEFT else self.left,
            right=pane if pane in RIGHT else self.right,
            side=pane if pane != "text" else self.side,
            zoomed=self.zoomed,
        )

    def zoom(self) -> "Layout":
        """The layout with the active pane alone, or, if it is alone, with its neighbours back."""
        return Layout(self.active, self.left, self.right, self.side, not self.zoomed)

    def shown(self, columns: int, lines: int) -> tuple[str, ...]:
        """Names of the panes on a screen of this size, left to right or downwards; none if it is too small for any."""
        if columns < SMALLEST[0] or lines < SMALLEST[1]:
            return ()
        if self.zoomed or columns < TWO_PANES:
            return (self.active,)
        if columns < THREE_COLUMNS:
            # Always in this order: the text stays where it is, whichever pane stands with it.
            return ("text", self.side)
        return (self.left, "text", self.right)

    def stands(self, columns: int, lines: int) -> str:
        """How the panes stand on a screen of this size: "alone", "stacked", "paired" (side by side) or "three"."""
        if self.zoomed or columns < TWO_PANES:
            return "alone"
        if columns < THREE_COLUMNS:
            return "stacked" if lines >= STACK_LINES else "paired"
        return "three"

    def step(self, by: int, columns: int, lines: int) -> "Layout":
        """The layout with the keyboard in the next or previous pane; with one pane shown, through all of them."""
        shown = self.shown(columns, lines)
        ring = shown if len(shown) > 1 else PANE_NAMES
        at = ring.index(self.active) if self.active in ring else 0
        return self.turn_to(ring[(at + by) % len(ring)])
