"""Entities somebody wrote down, once what two of them claim is taken from both: whatever order they stand in."""

from collections.abc import Sequence

from tui.model import KnownEntity

Clash = tuple[tuple[int, ...], str]
"""Numbers of the entities that clash, counted from 0 as given, and what is wrong."""


def agree(entities: Sequence[KnownEntity]) -> tuple[tuple[KnownEntity, ...], list[Clash]]:
    """The entities, each name once, and what they do not agree on: that is left to the text.

    A spelling that several entities claim is an alias of none of them; one that is an entity's own name stays its
    name. An entity written down twice is one, with both lists of aliases; if its kinds differ it has none.
    """
    owners: dict[str, set[str]] = {}
    at: dict[str, list[int]] = {}
    for number, entity in enumerate(entities):
        for spelling in dict.fromkeys(map(str.casefold, (entity.name, *entity.aliases))):
            owners.setdefault(spelling, set()).add(entity.name.casefold())
            at.setdefault(spelling, []).append(number)
    torn = {spelling for spelling, several in owners.items() if len(several) > 1}
    clashes: list[Clash] = [
        (tuple(at[spelling]), f"“{spelling}” is claimed by several entities, so it is an alias of none")
        for spelling in sorted(torn)
    ]
    names: dict[str, list[int]] = {}
    for number, entity in enumerate(entities):
        names.setdefault(entity.name.casefold(), []).append(number)
    agreed: list[KnownEntity] = []
    for name, numbers in names.items():
        same = [entities[number] for number in numbers]
        kinds = {entity.kind for entity in same if entity.kind is not None}
        if len(kinds) > 1:
            clashes.append((tuple(numbers), f"“{same[0].name}” is given different kinds, so the text decides"))
        aliases = dict.fromkeys(alias for entity in same for alias in entity.aliases)
        agreed.append(
            KnownEntity(
                same[0].name,
                next(iter(kinds)) if len(kinds) == 1 else None,
                tuple(alias for alias in aliases if alias.casefold() not in torn and alias.casefold() != name),
                next((entity.about for entity in same if entity.about), ""),
            )
        )
    return tuple(agreed), clashes
