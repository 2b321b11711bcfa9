"""What the desk does about first steps: shows one after another, and sees when one was done."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.desk.readmarks import ReadScreen
from tui.panes import wishes
from tui.panes.tourcard import TourCard
from tui.reader.bound import shipped
from tui.reader.keys import show_key
from tui.reader.tour import NOTE, TIMELINE, Step, farewell, steps


class TourScreen(ReadScreen):
    """A screen one can be shown round on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "tour", "First steps", show=False, id="desk.tour",
                tooltip="A tour of five steps, tried out on the spot; again goes to the next step, Esc leaves"),
    ]  # fmt: skip

    keymap: dict[str, str]
    """The reader's own keys, by the name of what they do."""
    tour: tuple[Step, ...] = ()
    """The steps still to come, the one shown first; () outside the tour."""

    def show_panes(self, *, focus: bool = True) -> None:
        """Show the panes, and under them the step of the tour where there is room for both."""
        super().show_panes(focus=focus)
        self.query_one(TourCard).display = bool(self.tour and self.layout_wanted.shown(*self.size))

    def action_tour(self) -> None:
        """Begin the tour, or go to its next step."""
        if self.corpus is None:
            return
        if self.tour:
            self._turn_to(self.tour[1:])
        else:
            self._turn_to(steps(self.corpus, self._key))

    @on(wishes.Went)
    def _went_in_timeline(self) -> None:
        if self.layout_wanted.active == "timeline":
            self.did(TIMELINE)

    def note_written(self) -> None:
        """The editor was closed: that was the step, whatever became of the note."""
        self.did(NOTE)

    def did(self, deed: str) -> None:
        """The reader did something; if it is what the tour shows, the next step comes."""
        if self.tour and self.tour[0].deed == deed:
            self._turn_to(self.tour[1:], went_well=True)

    def leave_tour(self) -> bool:
        """Put the tour away; False if there is none."""
        if not self.tour:
            return False
        self.tour = ()
        self.query_one(TourCard).show(None, 0, 0, ())
        return True

    def _turn_to(self, left: tuple[Step, ...], *, went_well: bool = False) -> None:
        self.tour = left
        if not left:
            self.query_one(TourCard).show(None, 0, 0, ())
            self.say(("✓ " if went_well else "") + farewell(self._key))
            return
        keys = (f"{self._key('desk.tour')} {'next' if len(left) > 1 else 'end'}", f"{self._key('desk.clear')} leave")
        self.query_one(TourCard).show(left[0], _STEPS - len(left) + 1, _STEPS, keys, went_well=went_well)

    def _key(self, name: str) -> str:
        """The first key of a command, the reader's own if they have one, as people write it."""
        keys = self.keymap.get(name)
        if keys is None:
            keys = next((",".join(bound.keys) for bound in shipped() if bound.name == name), "")
        return " ".join(map(show_key, keys.split(",")[:1]))


_STEPS = 5
"""How many steps there are."""
