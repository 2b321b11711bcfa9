"""Has the events of a very large collection brought together by several processes, a stretch of the calendar each."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property

from tui.corpus.marked import Bounds, SpoolMarks
from tui.corpus.pool import NoWorkers, work_through
from tui.corpus.roll import Handed
from tui.corpus.spool import Spool
from tui.corpus.spooled import Spooled
from tui.events.stretches import Stretch, Swept, cut, sweep, together
from tui.events.sweep import Known
from tui.mapped import airing

MANY = 200_000
"""Events from which on it is worth the start of processes."""

_SECONDS, _CLOCK, _MEMORY = 3600.0, 6 * 3600.0, 1 << 34
"""What it may take: it is no single article, and a machine that is short of memory says so itself."""

_FEW = 1 << 15
"""Events after which a process lets go of the columns: several of them hold these at once."""

_UNWANTED = frozenset({"end", "at", "rule", "said", "said_ends"})


@dataclass(frozen=True)
class Sweeper:
    """Sweeps stretches; goes to another process whole."""

    columns: Mapping[str, Handed]
    """The columns of the rows."""
    terms: Sequence[str]
    """Their terms."""
    bounds: Bounds
    """Those of their dates."""
    known: Known
    """What else is known of them."""

    @cached_property
    def _marks(self) -> SpoolMarks:
        columns = {name: column.opened() for name, column in self.columns.items()}
        return SpoolMarks(Spooled(columns, self.terms), self.bounds)

    def __call__(self, stretch: Stretch) -> Swept | None:
        """What the rows of a stretch tell together; None where their columns cannot be opened."""
        try:
            marks = self._marks
        except (OSError, ValueError):
            return None
        return sweep(marks, stretch, self.known, breathe=airing(every=_FEW))


def bring_together(
    spool: Spool,
    marks: SpoolMarks,
    bounds: Bounds,
    known: Known,
    jobs: int,
    breathe: Callable[[], None] = lambda: None,
) -> "array[int]":
    """For each row, in calendar order, the first that tells the same; `marks` are those of the spool, made of `bounds`.

    `jobs` processes sweep the calendar of many rows; what they cannot do is done here.
    """
    parts = jobs if len(marks) >= MANY and jobs > 1 else 1
    stretches = cut(marks.first, parts)
    swept: dict[Stretch, Swept] = {}
    if parts > 1:
        columns = {name: roll.handed() for name, roll in spool.rolls.items() if name not in _UNWANTED}
        sweeper = Sweeper(columns, spool.terms.values, bounds, known)
        swept = _swept_apart(sweeper, stretches, jobs, breathe)
    here = airing(breathe)
    found = (swept[one] if one in swept else sweep(marks, one, known, breathe=here) for one in stretches)
    return together(marks, found)


def _swept_apart(
    sweeper: Sweeper, stretches: Sequence[Stretch], jobs: int, breathe: Callable[[], None]
) -> dict[Stretch, Swept]:
    try:
        with closing(
            work_through(
                sweeper, stretches, jobs, large=True, seconds=_SECONDS, clock=_CLOCK, memory=_MEMORY, breathe=breathe
            )
        ) as coming:
            return {stretch: came for stretch, came in coming if isinstance(came, Swept)}
    except NoWorkers:
        return {}
