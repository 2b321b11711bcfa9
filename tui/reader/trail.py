"""The way the reader came: places behind and ahead, as in a web browser."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tui.corpus.tables import Corpus
from tui.reader.place import Place

LONGEST = 200
"""Places kept behind; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Places behind the present one and, after going back, ahead of it. Each move gives a new trail."""

    behind: tuple[Place, ...] = ()
    """Places left, the latest last."""
    ahead: tuple[Place, ...] = ()
    """Places gone back from, the nearest last."""

    def leave(self, place: Place) -> "Trail":
        """The trail after leaving a place for somewhere new: what was ahead is gone, a repeat is not kept twice."""
        if self.behind and self.behind[-1] == place:
            return Trail(self.behind)
        return Trail((*self.behind, place)[-LONGEST:])

    def back(self, place: Place) -> tuple["Trail", Place] | None:
        """The trail and the place one step back from `place`, or None at its beginning."""
        if not self.behind:
            return None
        return Trail(self.behind[:-1], (*self.ahead, place)), self.behind[-1]

    def forward(self, place: Place) -> tuple["Trail", Place] | None:
        """The trail and the place one step forward from `place`, or None at its end."""
        if not self.ahead:
            return None
        return Trail((*self.behind, place), self.ahead[:-1]), self.ahead[-1]

    def renewed(self, corpus: Corpus, entity: Callable[[int | None], int | None] = lambda same: same) -> "Trail":
        """The trail in a collection that was read anew: events, and by `entity` entities, have other ids there."""
        behind, ahead = (
            tuple(
                replace(place, event=corpus.event_near(place.article, place.at), entity=entity(place.entity))
                for place in places
            )
            for places in (self.behind, self.ahead)
        )
        return Trail(behind, ahead)
