"""Knows that "the Treaty" alone names nothing: in an article with one treaty it is that one, elsewhere no entity."""

from collections import defaultdict

from tui.names.counts import NameCounts
from tui.names.heads import GENERIC, head_of
from tui.names.merge import Forest


def bind_heads(forest: Forest, found: NameCounts) -> dict[int, dict[str, str]]:
    """By article: the key of the one full name that a head noun alone, as written, goes back to there."""
    alone: dict[int, list[str]] = defaultdict(list)
    for word in GENERIC:
        group = forest.groups.get(word)
        if group is not None and not group.accepted:
            for article in group.articles:
                alone[article].append(word)
    bound: dict[int, dict[str, str]] = {}
    for article, words in alone.items():
        full = _full_names(forest, found, article, frozenset(words))
        for word in words:
            owners = {forest.root(key): key for key, _ in full[word]}
            if len(owners) == 1 and full[word][0][1]:
                (key,) = owners.values()
                for surface in forest.groups[word].surfaces:
                    bound.setdefault(article, {})[surface] = key
    return bound


def _full_names(
    forest: Forest, found: NameCounts, article: int, words: frozenset[str]
) -> dict[str, list[tuple[str, bool]]]:
    """By head noun: the full names of an article it ends, each with whether it stands before the noun alone."""
    full: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    first = {key: at for key, at, _ in found.names_in(article)}
    for key, at in first.items():
        if " " not in key:
            continue
        head = head_of(key.split())
        if head in words and forest.groups[key].accepted:
            full[head].append((key, at < first.get(head, 0)))
    return full
