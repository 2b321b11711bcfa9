"""The card of the first steps: one step at a time beneath the panes, while every key does what it always does."""

from textual.content import Content
from textual.widgets import Static

from tui.display import squeeze
from tui.reader.tour import Step


class TourCard(Static):
    """Shows a step of the tour; not there without one."""

    def __init__(self) -> None:
        super().__init__("", id="tour", markup=False)
        self.display = False

    def show(self, step: Step | None, number: int, total: int, keys: str, *, went_well: bool = False) -> None:
        """Show a step, or none; `keys` says how to go on, `went_well` that the step before was done."""
        self.display = step is not None
        self.screen.set_class(step is not None, "touring")
        if step is not None:
            sign = ("✓ ", "$success") if went_well else ""
            head = Content.assemble(sign, (f"{number} of {total}  {step.title}", "bold $accent-ink"))
            self.update(Content.assemble(head, "   ", (keys, "$quiet"), "\n", squeeze(step.words)))
