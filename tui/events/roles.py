"""Knows when two statements of what people are to each other, or of who holds an office, cannot both hold."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from tui.dates.words import describe
from tui.events.traits import Dated
from tui.events.whose import Mentions
from tui.model import Conflict, Precision

_KIN = {
    "brother": "sibling",
    "sister": "sibling",
    "half-brother": "sibling",
    "half-sister": "sibling",
    "cousin": "cousin",
    "son": "child",
    "daughter": "child",
    "father": "parent",
    "mother": "parent",
    "wife": "spouse",
    "husband": "spouse",
    "uncle": "uncle",
    "aunt": "uncle",
    "nephew": "nephew",
    "niece": "nephew",
    "grandson": "grandchild",
    "grandfather": "grandparent",
    "brother-in-law": "in-law",
    "sister-in-law": "in-law",
    "son-in-law": "child-in-law",
    "father-in-law": "parent-in-law",
}
_SEEN_FROM_THERE = {
    "child": "parent",
    "uncle": "nephew",
    "grandchild": "grandparent",
    "child-in-law": "parent-in-law",
}
_TURNED = _SEEN_FROM_THERE | {there: here for here, there in _SEEN_FROM_THERE.items()}
_MAY_BE_BOTH = frozenset({"in-law", "child-in-law", "parent-in-law", "spouse"})
_OFFICE = (
    r"commander|commander-in-chief|chief of staff|president|prime minister|king|queen|governor|mayor|chairman|"
    r"secretary general|chief executive|head|leader"
)
_KIN_WORD = "|".join(sorted(_KIN, key=len, reverse=True))
_OF_AGE = r"(?:(?:elder|younger|older|eldest|youngest|twin|first|second|late) )?"
_AFTER = re.compile(rf"(?:, (?:who (?:is|was) )?| (?:is|was) )(?:the |a )?{_OF_AGE}(?P<kin>{_KIN_WORD}) of ")
_OWNED = re.compile(rf"(?:['’]s?) {_OF_AGE}(?P<kin>{_KIN_WORD}),? (?:was |is )?")
_HOLDS = re.compile(rf"(?:, | (?:is|was) )the (?P<office>{_OFFICE}) of (?:the )?")
_FINE = frozenset({Precision.DAY, Precision.MONTH})


class Role(NamedTuple):
    """One statement of what somebody is to somebody or something, in a row."""

    one: int
    """The entity it is said of."""
    role: str
    """The word of the text."""
    other: int
    """Whose kin, or what the office is held of."""
    row: int
    """Number of the row whose sentence says so."""


def roles_in(text: str, start: int, end: int, row: int, mentions: Mentions, people: Container[int]) -> Iterator[Role]:
    """The kin and the sole offices stated between neighbouring names of the sentence `text[start:end]`."""
    for left, right in pairwise(mentions):
        if left[0] < start or right[1] > end or left[2] == right[2] or left[2] not in people:
            continue
        if right[2] in people:
            if kin := _AFTER.fullmatch(text, left[1], right[0]):
                yield Role(left[2], kin["kin"], right[2], row)
            elif kin := _OWNED.fullmatch(text, left[1], right[0]):
                yield Role(right[2], kin["kin"], left[2], row)
        elif office := _HOLDS.fullmatch(text, left[1], right[0]):
            yield Role(left[2], office["office"], right[2], row)


def role_conflicts(roles: Sequence[Role], rows: Sequence[Dated], names: Sequence[str]) -> Iterator[Conflict]:
    """What two rows say of one pair that excludes each other, and offices two people hold at once.

    `names` are the names of the entities. An office is held by one at a time, so rows of one time must say so; kin is
    for ever. In-laws may be cousins as well, so that is soft, and so is an office.
    """
    by_pair: dict[tuple[int, int], dict[str, Role]] = defaultdict(dict)
    by_office: dict[tuple[str, int], list[Role]] = defaultdict(list)
    for role in roles:
        kin = _KIN.get(role.role)
        if kin is None:
            by_office[role.role, role.other].append(role)
        elif role.one < role.other:
            by_pair[role.one, role.other].setdefault(kin, role)
        else:
            by_pair[role.other, role.one].setdefault(_TURNED.get(kin, kin), role)
    for told in by_pair.values():
        for (kin, one), (other, two) in combinations(told.items(), 2):
            if one.row != two.row:
                yield _kin_conflict(one, two, names, hard=_MAY_BE_BOTH.isdisjoint((kin, other)))
    for (office, held), holders in by_office.items():
        for one, two in combinations(holders[:_MOST], 2):
            when, then = rows[one.row].when, rows[two.row].when
            if one.one != two.one and {when.precision, then.precision} <= _FINE and when.overlaps(then):
                reason = f"{office} of {names[held]} {describe(when)}: {names[one.one]}, but {names[two.one]}"
                yield Conflict(False, "role", (one.row, two.row), reason)


def _kin_conflict(one: Role, two: Role, names: Sequence[str], *, hard: bool) -> Conflict:
    first, second = sorted((one, two), key=lambda role: role.row)
    told = f"{first.role} of {names[first.other]}, but {second.role} of {names[second.other]}"
    return Conflict(hard, "role", (first.row, second.row), told, first.one if first.one == second.one else -1)


_MOST = 40
"""How many holders of one office are compared."""
