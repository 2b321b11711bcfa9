"""Knows how far a person's titles reach before the name: "Lt. Gen.", "Secretary of State", "Presidents"."""

from tui.names.fold import names_more
from tui.names.gazetteer import COUNTRY, given_names, places, surnames, words
from tui.names.heads import HEADS
from tui.names.token import Token
from tui.names.words import (
    NOT_AFTER_GENERAL,
    OFFICES,
    ORDINALS,
    PLURAL_TITLES,
    POLITICAL,
    PORTFOLIOS,
    POSTS,
    ROLES,
    TITLE_MODIFIERS,
    TITLES,
    is_demonym,
)

_ROLES = POSTS | ROLES
_BEFORE_TITLES = TITLE_MODIFIERS | POLITICAL
ANY_TITLE = TITLES | OFFICES
"""Every word that may stand before a person as a title."""


def title_size(tokens: list[Token]) -> int:
    """How many leading tokens are a person's title with its adjectives; 0 if the name begins at once."""
    at = 0
    while at < len(tokens) and (tokens[at].folded in _BEFORE_TITLES or is_national(tokens[at].folded)):
        at += 1
    while at >= 0:
        if at < len(tokens) and tokens[at].folded in ANY_TITLE:
            break
        at -= 1
    if at < 0:
        return 0
    size = at + 1
    if size + 1 < len(tokens) and tokens[size].folded in ORDINALS and tokens[size + 1].folded == "class":
        size += 2  # "Sergeant First Class"
    if size < len(tokens) and tokens[size].gap == "of" and tokens[at].folded in OFFICES:
        if tokens[size].folded not in PORTFOLIOS:
            return len(tokens)
        size += 1
        while size < len(tokens) and tokens[size].folded in PORTFOLIOS and tokens[size].gap in ("space", "and"):
            size += 1  # "Minister of Industry and Commerce Ann Lee"
    elif size < len(tokens) and tokens[size].gap == "of":
        return len(tokens) if tokens[at].folded not in ("house", "court") else 0
    elif size < len(tokens) and tokens[size].gap == "possessive":
        return 0  # "King's College"
    elif tokens[at].folded == "general" and size < len(tokens) and tokens[size].folded in NOT_AFTER_GENERAL:
        return 0
    elif size < len(tokens) and at == 0 and not is_given(tokens[size]) and names_more([t.folded for t in tokens]):
        return 0  # "Prince Sultan Airbase", "Judge Advocate Corps": a name that begins with a title word
    elif size < len(tokens) and tokens[size].gap == "hyphen":
        return 0 if tokens[size].folded not in TITLES else size + 1
    return size


def is_shared(tokens: list[Token]) -> bool:
    """Whether the first word is a title that several persons share: "Presidents Nixon and Ford"."""
    if len(tokens) < 2 or tokens[0].folded not in PLURAL_TITLES or tokens[1].gap != "space":
        return False
    after = tokens[1].folded
    somebody = after in given_names() or after in surnames() or after not in places()
    return somebody and after not in words() and not is_demonym(after) and tokens[-1].folded not in HEADS


def is_posted(tokens: list[Token]) -> bool:
    """Whether the first word is what the person named after it does: "Columnist Walter Lippmann"."""
    return (
        len(tokens) > 2
        and tokens[0].folded in _ROLES
        and tokens[1].gap == "space"
        and tokens[1].folded in given_names()
        and not (tokens[1].folded in words() and tokens[-1].folded in words())
        and tokens[-1].folded not in HEADS
    )


def is_given(token: Token) -> bool:
    """Whether a word is somebody's given name and nothing else."""
    return token.folded in given_names() and token.folded not in words() and token.folded not in places()


def is_national(word: str) -> bool:
    """Whether a folded word is a people, a country or a union of them."""
    return word in ("us", "uk", "eu", "un") or is_demonym(word) or places().get(word) == COUNTRY
