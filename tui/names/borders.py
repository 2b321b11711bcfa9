"""Knows where a hyphen or dash stands between two things, as two countries, and not inside one name."""

from itertools import pairwise

from tui.names.bare import is_side
from tui.names.gazetteer import COUNTRY, places
from tui.names.heads import HEADS, HEADS_ORGANISATION
from tui.names.titles import is_national
from tui.names.token import Token
from tui.names.words import is_demonym

_CITY = 7


def stretches(run: list[Token], initial: bool) -> list[tuple[list[Token], bool]]:
    """Cuts at dashes between two things that are not one organisation, and hyphens between countries."""
    cuts = [0]
    for at in range(1, len(run)):
        gap = run[at].gap
        if (gap == "hyphen" and _are_lands(run[cuts[-1] : at], run[at:])) or (
            gap == "dash" and run[-1].folded not in HEADS_ORGANISATION
        ):
            cuts.append(at)
    cuts.append(len(run))
    if (
        len(cuts) > 2
        and any(token.gap == "space" for token in run[cuts[-2] + 1 :])
        and _adjective(run[cuts[-2]].folded)
    ):
        return [(run, initial)]  # "Franco-Prussian War", "US-Iraqi Commission": one name
    return [(run[a:b], initial and a == 0) for a, b in pairwise(cuts)]


def _are_lands(left: list[Token], right: list[Token]) -> bool:
    """Whether a hyphen stands between two countries or peoples: "US-Iraqi", "Laos-North Vietnam", "U.S.-Florida"."""
    if is_national(left[-1].folded) and is_national(right[0].folded):
        return True
    before, after = [token.folded for token in left], [token.folded for token in right[:2]]
    whole = " ".join((*before, *after[: len(right)]))
    land = before[0] in ("us", "uk") or places().get(" ".join(before)) == COUNTRY
    named = len(right) > 1 and (right[1].gap == "hyphen" or right[-1].folded in HEADS)
    if not land or named or whole in places():
        return False
    return any(
        places().get(" ".join(after[:size]), 0) >= _CITY or (size == 2 and is_national(after[-1]) and is_side(after[0]))
        for size in (1, 2)
    )


def _adjective(word: str) -> bool:
    return is_demonym(word)
