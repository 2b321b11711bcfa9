"""The timeline and the entities in the formats of other programs: a module a format, its text given in pieces."""

from collections.abc import Sequence

from tui.corpus.tables import Corpus


def told_once(corpus: Corpus, rows: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Rows of the timeline with those that tell the same as one: the first of them, and all of them, in order."""
    once: dict[int, list[int]] = {}
    for row in rows:
        once.setdefault(corpus.events[row].cluster, []).append(row)
    return [(same[0], same) for same in once.values()]
