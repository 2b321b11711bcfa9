"""Knows where a run of capitalised words names two: an organisation and its holder of a post, a power and a land."""

from tui.names.gazetteer import STATE, given_names, places, surnames, words
from tui.names.heads import HEADS, HEADS_FACILITY, HEADS_PLACE
from tui.names.hyphened import is_hyphened
from tui.names.titles import ANY_TITLE, is_given
from tui.names.token import Token
from tui.names.words import NOT_AFTER_GENERAL, POSTS, STARTERS, TITLE_MODIFIERS, TITLES, word_set


def halves(run: list[Token], initial: bool) -> list[tuple[list[Token], bool]]:
    """Cuts between an organisation and the person it is said of: "Apple CEO Steve Jobs".

    Each half with whether it begins a sentence, as `initial` says of the run; one half where nothing is to be cut.
    """
    for at in range(len(run) - 2, 0, -1):
        word = run[at].folded
        within = run[at].gap in ("of", "for", "on", "and")  # "Society for General Systems Research"
        stays = within or (run[at].gap == "hyphen" and run[at - 1].folded not in TITLES)  # "Kata'ib al-Imam Ali"
        if word in POSTS and not stays and run[at + 1].gap in ("space", "dot") and not _post_is_name(run, at):
            left = at
            while left and (run[left - 1].folded in TITLE_MODIFIERS or run[left - 1].folded in POSTS):
                left -= 1
            if left:
                return [(run[: _long_post(run, left)], initial), (run[left:], False)]
    power = _power(run)
    if power:
        return [(run[:power], initial), (run[power:], False)]
    of = next((at for at in range(1, len(run)) if run[at].gap == "of"), 0)
    alone = of == 2 or (of > 2 and run[of - 3].folded in ANY_TITLE)
    if alone and is_given(run[of - 2]) and run[of - 1].folded in surnames() and run[of - 1].gap == "space":
        return [(run[:of], initial), (run[of:], False)]  # "Captain Robert Hill of the Royal Navy"
    led = of and run[of - 1].folded in _LED
    if led and _is_somebody(run[of:], led=True):
        return [(run[:of], initial), (run[of:], False)]  # "the Northumberland Fusiliers of Kingsley Foster"
    for at in range(1, len(run) - 1) if not of else ():
        if _may_be_given(run[at]) and _is_where(run[:at]) and _is_somebody(run[at:]):
            return [(run[:at], initial), (run[at:], False)]  # "On Castle Hill Philip Curtis"
    for at in range(of + 1, len(run) - 1) if of else ():
        tail = run[at:]
        within = f"{run[at - 1].folded} {run[at].folded}" in places()
        if run[at].gap == "space" and run[at].folded in given_names() and not within and not _common(tail):
            return [(run[:at], initial), (tail, False)]  # "the Mouth of the Potomac James Gordon Meek"
    return [(run, initial)]


_LED = word_set(
    "division brigade corps army regiment battalion squadron company fusiliers rifles hussars dragoons guards lancers"
    " artillery infantry cavalry battery troop platoon fleet militia grenadiers marines tanks centurions"
)
"""Units that are said to be somebody's: "the 1st Division of Kang Moon-bong"."""


def _is_somebody(tail: list[Token], *, led: bool = False) -> bool:
    """Whether words are somebody's name: two or three, the first a given name, or a given name of two syllables.

    Where a unit is `led` by him words that nobody knows will do.
    """
    if not 1 < len(tail) < 4 or any(token.gap not in ("space", "dot", "hyphen") for token in tail[1:]):
        return False
    last = tail[-1].folded
    asian = len(tail) == 2 and is_hyphened(tail[-1].word)
    if asian:
        return True
    unknown = tail[0].folded in given_names() or all(token.folded not in places() for token in tail)
    given = (
        is_given(tail[0])
        or (led and unknown and tail[0].folded not in words() and last not in places())
        or (tail[0].folded in surnames() and last in surnames() and tail[0].folded not in words())
    )
    return given and last not in HEADS and (last not in words() or last in surnames())


def _may_be_given(token: Token) -> bool:
    """Whether a word is a given name, be it a town's as well."""
    return token.folded in given_names() and token.folded not in words()


_LOCATING = ("at", "in", "near", "outside", "around", "from")


def _is_where(before: list[Token]) -> bool:
    """Whether words are the whole name of a place: a country or region, or they end as places do."""
    led = len(before) > 1 and before[0].folded in STARTERS
    within = led and before[0].folded in _LOCATING
    before = before[1:] if led else before
    key = " ".join(token.folded for token in before)
    if any(token.gap not in ("space", "dot") for token in before[1:]) or before[0].folded in given_names():
        return False
    headed = len(before) > 1 and before[-1].folded in HEADS_PLACE | HEADS_FACILITY
    if within and len(before) == 1 and key not in words() and key not in surnames():
        return True  # "At Samawah Arnold Bray's men held the bridges"
    return places().get(key, 0) >= STATE or headed


def _power(run: list[Token]) -> int:
    """How many words are a power or union before the one land that somebody sees to for it: "the U.N. Darfur envoy"."""
    size = len(run) - 1
    folded = [token.folded for token in run]
    land = 0 < size < _LONGEST_POWER and " ".join(folded[:size]) in _POWERS and places().get(folded[-1], 0) >= STATE
    return size if land and run[-1].gap == "space" and " ".join(folded) not in places() else 0


_LONGEST_POWER = 3


def _long_post(run: list[Token], end: int) -> int:
    """Where a post of many words begins whose last word stands at `end`: "CPJ Chief Global Affairs Officer"."""
    for at in range(end - 1, 0, -1):
        if run[at].folded not in words() or run[at].gap not in ("space", "and"):
            break
        if run[at].folded in _POST_BEGINS:
            return at
    return end


_POST_BEGINS = word_set("chief senior deputy assistant associate executive principal vice lead regional managing")
_POWERS = frozenset(("un", "us", "eu", "au", "uk", "nato", "united nations", "european union", "african union"))
_UNTITLED = POSTS - TITLES


def without_post(half: tuple[list[Token], bool]) -> tuple[list[Token], bool]:
    """A half without the post that it begins with, if that is no title: "Manager Ann Lee"."""
    run, initial = half
    size = 0
    while not initial and size < len(run) - 1 and run[size].folded in _UNTITLED and run[size + 1].gap == "space":
        size += 1
    person = 0 < len(run) - size < 4 and run[-1].folded not in HEADS and run[-1].folded not in words()
    return (run[size:], initial) if size and person else half


def _common(tail: list[Token]) -> bool:
    """Whether words after a given name speak against a person: "Virginia Beach", "Grace Church"."""
    return tail[-1].folded in HEADS or (len(tail) < 3 and tail[-1].folded in words())


def _post_is_name(run: list[Token], at: int) -> bool:
    """Whether a post word is part of a name here: "Attorney General", "General Motors", "Army General Staff"."""
    after = run[at + 1]
    if run[at].folded == "general" and after.folded in NOT_AFTER_GENERAL:
        return True
    if run[-1].folded in HEADS or any(token.gap not in ("space", "dot", "hyphen") for token in run[at + 1 :]):
        return True
    return at + 2 == len(run) and after.folded in words() and after.folded not in surnames()
