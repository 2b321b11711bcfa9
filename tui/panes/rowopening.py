"""Opening things in a list without the cursor: by a letter put on each row and name in view, or by the mouse."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from tui.panes.rowlinks import RowLink, Spot, spots
from tui.panes.rowmoves import RowMoves
from tui.reader.labels import LETTERS, labels

Lettered = tuple[int, int, int]
"""What a letter stands on: a row, a line of it, a cell of that line."""


class RowOpening(RowMoves):
    """A list in whose rows names and dates can be opened by themselves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "label", "Letters", show=False, id="rows.label",
                tooltip="Put a letter on every row in view, and on the names and dates in it: that letter opens it"),
    ]  # fmt: skip

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self.letters: dict[Lettered, str] = {}
        """The letters still to be typed of what is in view, while one of them is asked for."""
        self._spots: dict[Lettered, Spot] = {}

    def links(self, index: int) -> Sequence[RowLink]:  # noqa: ARG002  # the plain list has none
        """What can be opened by itself in a row, wherever in it it stands."""
        return ()

    @abstractmethod
    def drawn(self, index: int) -> list[str]:
        """The lines of a row as they are drawn."""

    def spots_in(self, index: int) -> list[Spot]:
        """Where in a row something can be opened by itself."""
        found = self.links(index)
        return spots(self.drawn(index), found) if found else []

    # --- letters

    def action_label(self) -> None:
        """Put a letter on every row in view and on the names and dates in them; the letter typed then opens that."""
        first = -(-self.scroll_offset.y // self.row_height)
        last = min(self.count(), (self.scroll_offset.y + self.size.height) // self.row_height)
        rows = [row for row in range(first, last) if not self.is_head(row)]
        seen = self._to_letter(rows, dates=True)
        if len(seen) > len(LETTERS):
            # Where one letter each would not do, a date goes without: i shows it.
            seen = self._to_letter(rows, dates=False)
        given = labels(len(seen))
        long = len(given[0]) if given else 1
        self._spots = {}
        letters: dict[Lettered, str] = {}
        for (_, spot), at in zip(seen, _places(seen, long), strict=True):
            if at is None:
                continue
            letters[at] = given[len(letters)]
            if spot is not None:
                self._spots[at] = spot
        self._put_letters(letters)

    def _to_letter(self, rows: Sequence[int], *, dates: bool) -> list[tuple[int, Spot | None]]:
        """What gets a letter: each row, and each name in them where it first stands."""
        found: list[tuple[int, Spot | None]] = []
        goals: set[tuple[str, int]] = set()
        for row in rows:
            found.append((row, None))
            for spot in self.spots_in(row):
                goal = spot.link.goal
                if goal not in goals and (dates or goal[0] != "date"):
                    goals.add(goal)
                    found.append((row, spot))
        return found

    def on_key(self, event: events.Key) -> None:
        """While there are letters: one more of them; one that leads nowhere, and any other key, takes them away."""
        if not self.letters:
            return
        event.stop()
        event.prevent_default()
        left = {at: label for at, label in self.letters.items() if event.is_printable and label[0] == event.character}
        at = next((at for at, label in left.items() if len(label) == 1), None)
        self._put_letters({} if at is not None else {at: label[1:] for at, label in left.items()})
        if at is not None:
            self._open(at[0], self._spots.get(at))

    def on_blur(self) -> None:
        """The keyboard is elsewhere."""
        self._put_letters({})

    def _put_letters(self, letters: dict[Lettered, str]) -> None:
        changed = {row for row, _, _ in (*self.letters, *letters)}
        self.letters = letters
        for row in changed:
            self.redraw_row(row)

    # --- the mouse

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a second click on the same row opens it, or the name or date it falls on."""
        self._put_letters({})
        place = event.get_content_offset(self)
        if place is None:
            return
        index, line = divmod(place.y + self.scroll_offset.y, self.row_height)
        if not 0 <= index < self.count() or self.is_head(index):
            return
        if index == self.cursor and event.chain > 1:
            here = (spot for spot in self.spots_in(index) if spot.line == line)
            self._open(index, next((one for one in here if one.column <= place.x < one.column + one.cells), None))
        elif index != self.cursor:
            # A list that moved would have the second click fall on another row.
            self._go(index, 1, still=True)

    def _open(self, index: int, spot: Spot | None) -> None:
        self._go(index, 1, still=True)
        if spot is None:
            self.action_choose()
        else:
            self.post_message(spot.link.wish())


def _places(seen: Sequence[tuple[int, Spot | None]], long: int) -> Iterator[Lettered | None]:
    """Where the letters go, so many for each: a row's at its beginning, a link's over its own, a cell between two.

    None for a link that has no room for its letters after those before it.
    """
    free = (-1, -1, 0)
    for row, spot in seen:
        line, column, end = (0, 0, long) if spot is None else (spot.line, spot.column, spot.column + spot.cells)
        if free[:2] == (row, line):
            column = max(column, free[2])
        if column + long > end:
            yield None
            continue
        free = (row, line, column + long + 1)
        yield row, line, column
