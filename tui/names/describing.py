"""Knows plain words that only describe what they stand before, as a sentence begins: "Veteran Afghanistan reporter"."""

from tui.names.bare import is_acronym, is_side
from tui.names.gazetteer import COUNTRY, ORGANISATIONS, given_names, places, words
from tui.names.heads import HEADS
from tui.names.ownwords import BEFORE_ORGANISATIONS
from tui.names.token import Token
from tui.names.words import is_demonym, word_set


def describes_people(tokens: list[Token]) -> bool:
    """Whether a sentence begins with a plain word before a people: "Noticing Chinese ...", "Prominent Americans"."""
    first = tokens[0].folded
    people = len(tokens) > 1 and all(is_demonym(token.folded) for token in tokens[1:])
    return people and first in words() and first not in given_names() and not is_demonym(first)


def describes_land(tokens: list[Token]) -> bool:
    """Whether a sentence begins with a word on somebody before his country: "Veteran Afghanistan reporter"."""
    return (
        len(tokens) == 2
        and tokens[0].folded in _ON_SOMEBODY
        and tokens[1].gap == "space"
        and places().get(tokens[1].folded) == COUNTRY
    )


def describes_group(tokens: list[Token]) -> bool:
    """Whether a sentence begins with a plain word before a group everybody knows: "Young White House staffers"."""
    first, rest = tokens[0].folded, " ".join(token.folded for token in tokens[1:])
    if len(tokens) > 1 and first in _ASKS and is_acronym(tokens[1].word) and tokens[1].gap == "space":
        return True  # "Contact CBT Osh"
    if not rest or rest not in ORGANISATIONS or tokens[1].gap != "space" or (len(tokens) == 2 and rest in words()):
        return False
    named = (
        (first in given_names() and first != "young")
        or first in HEADS
        or first in BEFORE_ORGANISATIONS
        or is_demonym(first)
        or is_side(first)
    )
    return first in words() and not named and f"{first} {rest}" not in ORGANISATIONS


_ASKS = word_set("contact call visit ask try use follow join email phone write thank meet help support watch hear")
_ON_SOMEBODY = word_set(
    "veteran leading senior top longtime seasoned famed noted renowned acclaimed celebrated prominent fellow"
    " influential outspoken retired exiled jailed ousted star"
)
