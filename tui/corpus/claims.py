"""What a collection claims of its people and groups, and which of its events cannot both be right, found by id."""

from collections.abc import Iterable, Sequence

from tui.model import Conflict, Status


class ClaimTable:
    """Statuses found by entity and conflicts found by event."""

    def __init__(self, statuses: Iterable[Status] = (), conflicts: Iterable[Conflict] = ()) -> None:
        """Take both in any order; conflicts keep theirs."""
        self.conflicts = tuple(conflicts)
        """Every conflict."""
        self._of_entity: dict[int, list[Status]] = {}
        self._of_event: dict[int, list[Conflict]] = {}
        for status in statuses:
            self._of_entity.setdefault(status.entity, []).append(status)
        for said in self._of_entity.values():
            said.sort(key=_life_order)
        for conflict in self.conflicts:
            for event in dict.fromkeys(conflict.events):
                self._of_event.setdefault(event, []).append(conflict)

    def of_entity(self, entity: int) -> Sequence[Status]:
        """What became of an entity, in calendar order, what has no date last."""
        return self._of_entity.get(entity, ())

    def of_event(self, event: int) -> Sequence[Conflict]:
        """The conflicts an event stands in."""
        return self._of_event.get(event, ())

    @property
    def disputed(self) -> Iterable[int]:
        """Ids of the events that stand in a conflict."""
        return self._of_event.keys()


def _life_order(status: Status) -> tuple[bool, tuple[int, int, str], int, int]:
    return (status.when is None, status.when.key if status.when else (0, 0, ""), status.article, status.start)
