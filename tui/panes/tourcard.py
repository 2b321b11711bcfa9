"""The card of the first steps: one step at a time beneath the panes, while every key does what it always does."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.display import squeeze
from tui.reader.tour import Step


class TourCard(Static):
    """Shows a step of the tour; not there without one."""

    def __init__(self) -> None:
        super().__init__("", id="tour", markup=False)
        self.display = False

    def show(self, step: Step | None, number: int, total: int, keys: Sequence[str], *, went_well: bool = False) -> None:
        """Show a step, or none; `keys` say how to go on and how to leave, `went_well` that the step before was done."""
        self.display = step is not None
        self.screen.set_class(step is not None, "touring")
        if step is not None:
            sign = ("✓ ", "$success") if went_well else ""
            wide = self.app.size.width >= _WIDE
            place = f"{number} of {total}  " if wide else f"{number}/{total} "
            head = Content.assemble(sign, (f"{place}{step.title}", "bold $accent-ink"))
            gap = "   " if wide else "  "
            self.update(Content.assemble(head, gap, (gap.join(keys), "$quiet"), "\n", squeeze(step.words)))


_WIDE = 48
"""Columns from which the first line is spelt out."""
