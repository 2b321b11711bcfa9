"""What one article adds to its collection, packed small: as it goes from the process that told it to the loom."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from tui.corpus.rows import Rows, rows_of
from tui.corpus.telling import Account
from tui.events.roles import Role as Tie
from tui.events.status import StatusRow
from tui.names.roles import Role


@dataclass(frozen=True, slots=True)
class Parcel:
    """An `Account`, in columns where there is much of something."""

    mentions: "array[int]"
    """Start, end and name of each mention, one after the other."""
    names: frozenset[int]
    """As in the account."""
    first: Sequence[tuple[int, str, int]]
    """As in the account."""
    rows: Rows
    """Its events, and what each can be recognised by."""
    statuses: Sequence[StatusRow]
    """What it says became of whom."""
    roles: Sequence[Role]
    """What it says people are to others."""
    ties: Sequence[Tie]
    """The kin and sole offices that sentences with a row state."""
    lost: str
    """As in the account."""


def parcel(account: Account) -> Parcel:
    """The same in columns."""
    telling = account.telling
    return Parcel(
        array("I", chain.from_iterable(account.spans)),
        account.names,
        account.first,
        rows_of(telling.rows, telling.traits),
        telling.statuses,
        telling.roles,
        telling.ties,
        account.lost,
    )
