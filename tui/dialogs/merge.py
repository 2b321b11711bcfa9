"""Two names side by side before they become one: how often, when, with whom, in whose words, and what comes of it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from tui.dialogs.dialog import Dialog, Hint
from tui.display import squeeze
from tui.reader.portrait import Portrait

SIDE_BY_SIDE = 90
"""Columns of the screen from which the two stand beside each other instead of below."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was decided about two names."""

    same: bool
    """Whether they are one."""
    swapped: bool = False
    """Whether the second name is to be kept instead of the first."""


def portrait_content(shown: Portrait, *, mark: str = "") -> Content:
    """An entity at a glance as styled text."""
    parts: list[Content | tuple[str, str] | str] = [
        (squeeze(shown.name), f"bold $kind-{shown.kind}"),
        (f"  {mark}" if mark else "", "$quiet"),
        "\n",
        (squeeze(shown.facts), "$quiet"),
    ]
    if shown.companions:
        parts += ["\n", ("with ", "$quiet"), squeeze(shown.companions)]
    for quote in shown.quotes:
        parts += ["\n\n", (quote.before, "$quiet"), (quote.said, "bold"), (quote.after, "$quiet")]
        parts += [("  " + squeeze(quote.title), "italic $quiet")]
    return Content.assemble(*parts)


class MergeNames(Dialog[Answer | None]):
    """Shows two entities and what they would be together; gives back what was decided, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,M,equals_sign", "merge", "Merge", id="merge.merge", tooltip="Make the two one"),
        Binding("s", "swap", "Other name", id="merge.swap", tooltip="Keep the other name instead"),
        Binding("U", "apart", "Two", id="merge.apart", tooltip="They are two: never ask again"),
        Binding("j,down", "scroll(1)", "Down", show=False, id="merge.down", tooltip="Read on"),
        Binding("k,up", "scroll(-1)", "Up", show=False, id="merge.up", tooltip="Read back"),
        Binding("escape,q", "close", "Close", id="merge.close", tooltip="Change nothing"),
    ]

    def __init__(self, kept: Portrait, gone: Portrait, why: str = "") -> None:
        """`kept` gives the name unless it is swapped; `why` says why they may be one."""
        super().__init__()
        self._two = (kept, gone)
        self._why = why
        self._swapped = False

    def compose(self) -> ComposeResult:
        """What comes of it, the two, the keys."""
        with Vertical(classes="card wide names roomy"):
            yield Static("", classes="card-title", markup=False)
            yield Static("", id="merged", markup=False)
            with VerticalScroll(id="portraits", can_focus=False):
                yield Static(classes="portrait", markup=False)
                yield Static(classes="portrait", markup=False)
            yield Hint(
                "{merge.merge} merge",
                "{merge.swap} keep the other name",
                "{merge.apart} they are two",
                "{merge.close} leave",
            )

    def on_mount(self) -> None:
        """Show the two as they stand."""
        self._tell()

    def on_resize(self, event: Resize) -> None:
        """Side by side where there is room."""
        self.query_one("#portraits").set_class(event.size.width >= SIDE_BY_SIDE, "beside")

    def _tell(self) -> None:
        kept, gone = reversed(self._two) if self._swapped else self._two
        why = f"  ({self._why})" if self._why else ""
        self.query_one(".card-title", Static).update(f"Merge {squeeze(gone.name)} into {squeeze(kept.name)}?{why}")
        others = list(dict.fromkeys(name for name in (*kept.aliases, gone.name, *gone.aliases) if name != kept.name))
        self.query_one("#merged", Static).update(
            Content.assemble(
                ("then ", "$quiet"), (squeeze(kept.name), f"bold $kind-{kept.kind}"), (f", {kept.kind}", "$quiet"),
                (", also written ", "$quiet"), squeeze(", ".join(others)),
            )
        )  # fmt: skip
        for card, shown in zip(self.query(".portrait").results(Static), self._two, strict=True):
            card.update(portrait_content(shown, mark="kept" if shown is kept else "becomes a spelling"))

    def action_swap(self) -> None:
        """Keep the other name."""
        self._swapped = not self._swapped
        self._tell()

    def action_scroll(self, by: int) -> None:
        """Move the two in view."""
        self.query_one("#portraits", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_merge(self) -> None:
        """They are one."""
        self.dismiss(Answer(True, self._swapped))

    def action_apart(self) -> None:
        """They are two."""
        self.dismiss(Answer(False))
