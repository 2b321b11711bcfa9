"""Joins groups whose spellings sound the same, looking only at groups that share a rare word."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tui.model import Kind
from tui.names.compare import SAME, may_be_same, same_name
from tui.names.gazetteer import given_names, places, surnames, words
from tui.names.groups import Group
from tui.names.merge import Forest
from tui.names.rules import compatible
from tui.names.sounds import alike, sound_class
from tui.names.words import PARTICLES

_SURE = 0.9
_CAPITALS = re.compile(r"\w[A-Z]")  # "SaaS", "IRA": letters that stand for words
_CLOSE = 0.7
_MOST_IN_BUCKET = 60
_LEAST_LETTERS = 4
_LONG, _RARE, _LITTLE = 7, 2, 2.0


def join_spellings(forest: Forest) -> list[tuple[str, str, str]]:
    """Joins what surely is one name in two spellings; returns (key, key, reason) for pairs worth asking about."""
    weak: list[tuple[str, str, str]] = []
    names: dict[str, str] = {}
    for left, right in _pairs(forest):
        if forest.root(left.key) == forest.root(right.key) or not (compatible(left, right) or _slip(left, right)):
            continue
        for group in (left, right):
            if group.key not in names:
                names[group.key] = group.name
        one, other = names[left.key], names[right.key]
        score = same_name(one, other) if may_be_same(one, other) else 0.0
        if score < SAME:
            continue
        few, many = sorted((left, right), key=lambda group: (group.count, group.key))
        if score >= _SURE and _is_sure(left, right):
            forest.join(few.key, many.key, "spelling")
        else:
            weak.append((few.key, many.key, "similar spelling"))
    return weak


def _slip(left: Group, right: Group) -> bool:
    """Whether one of two long words is so rare, and its kind so unsure, that it may be the other misspelt."""
    few, many = sorted((left, right), key=lambda group: group.count)
    alone = len(few.base) == len(many.base) == 1 and len(few.base[0]) >= _LONG
    return alone and few.count * _RARE <= many.count and max(few.votes) < _LITTLE


def _letters(word: str) -> str:
    """An index key that two words share whose inner letters stand in another order: "Chrysler", "Chrylser"."""
    return f"{word[0]}~{''.join(sorted(word[1:]))}"


def _is_sure(left: Group, right: Group) -> bool:
    """Whether a good score may be trusted: two single words must not both be names in their own right."""
    if len(left.base) > 1 or len(right.base) > 1:
        return len(left.base) == len(right.base) or left.kind is Kind.PERSON
    from rapidfuzz.distance import Levenshtein

    one, other = left.base[0], right.base[0]
    if min(len(one), len(other)) < _LEAST_LETTERS or _CAPITALS.search(left.name) or _CAPITALS.search(right.name):
        return False
    if alike(one, other) < _SURE or Levenshtein.normalized_similarity(one, other) < _CLOSE:
        return False
    return not any(one in known and other in known for known in (places(), given_names(), surnames(), words()))


def _pairs(forest: Forest) -> Iterator[tuple[Group, Group]]:
    """Pairs of accepted groups that share a word by sound, each by the rarest word it has in company."""
    buckets: dict[str, list[tuple[Group, tuple[str, ...], frozenset[str]]]] = defaultdict(list)
    families = {group.base[-1] for group in forest.groups.values() if group.kind is Kind.PERSON and len(group.base) > 1}
    for group in forest.groups.values():
        base = group.base
        # A bare surname follows its bearer: two families with similar names are not one.
        if group.accepted and not (len(base) == 1 and base[0] in families):
            for word in base:
                plain = word in words() and len(base) > 1
                if len(word) >= _LEAST_LETTERS - 1 and word not in PARTICLES and not plain:
                    others = frozenset(sound_class(other)[0] for other in base if other != word)
                    buckets[sound_class(word)].append((group, base, others))
                    if len(base) == 1 and len(word) >= _LONG:
                        buckets[_letters(word)].append((group, base, others))
    for bucket in buckets.values():
        if len(bucket) <= _MOST_IN_BUCKET:
            for at, (left, one, few) in enumerate(bucket):
                for right, other, many in bucket[at + 1 :]:
                    # The other words must begin alike too: that spares nearly every pair the full comparison.
                    if few and many and few.isdisjoint(many):
                        continue
                    if (len(one) > 1) == (len(other) > 1) and one != other:
                        yield left, right
