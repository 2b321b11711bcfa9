"""Cuts a run of capitalised words into the pieces that may be one name each, with titles and starters off."""

import re
from dataclasses import dataclass

from tui.names.bare import NAMES_TOO, holds_a_name, is_acronym
from tui.names.borders import stretches
from tui.names.gazetteer import COUNTRY, ORGANISATIONS, STATE, given_names, places, surnames, words
from tui.names.heads import HEADS, HEADS_ORGANISATION
from tui.names.hyphened import is_hyphened
from tui.names.ownwords import BEFORE_ORGANISATIONS
from tui.names.scan import PAPERS
from tui.names.titles import ANY_TITLE, is_given, is_posted, is_shared, title_size
from tui.names.token import Token
from tui.names.turns import begins_event
from tui.names.words import (
    CALENDAR,
    FAITHS,
    NOT_AFTER_GENERAL,
    ORDINALS,
    PARTICLES,
    POSTS,
    STARTERS,
    TITLE_MODIFIERS,
    TITLE_SURNAMES,
    TITLES,
    is_demonym,
    word_set,
)


@dataclass(slots=True)
class Piece:
    """A stretch of a run that may be one name."""

    tokens: list[Token]
    """Its words, at least one."""
    initial: bool
    """Whether it begins a sentence."""
    title: bool = False
    """Whether a person's title stood before it."""
    article: bool = False
    """Whether a capital "The" in mid-sentence belongs to it."""
    tail: int = 0
    """Offset after a lower-case noun that belongs to it ("Qazali network"); 0 without one."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.tail or self.tokens[-1].end


def cut(run: list[Token], initial: bool) -> list[Piece]:
    """The pieces of one run; `initial` tells whether the run begins a sentence. May be empty: "The General"."""
    if len(run) == 1 and run[0].folded in _NEVER and not is_acronym(run[0].word):
        return []  # half of all runs
    return [
        piece
        for stretch, first in stretches(run, initial)
        for half, begins in map(_without_post, _halves(stretch, first))
        for piece in _strip(half, begins)
        if holds_a_name(piece.tokens, titled=piece.title, article=piece.article)
    ]


def _halves(run: list[Token], initial: bool) -> list[tuple[list[Token], bool]]:
    """Cuts between an organisation and the person it is said of: "Apple CEO Steve Jobs"."""
    for at in range(len(run) - 2, 0, -1):
        word = run[at].folded
        within = run[at].gap in ("of", "for", "on", "and")  # "Society for General Systems Research"
        if word in POSTS and not within and run[at + 1].gap in ("space", "dot") and not _post_is_name(run, at):
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
    for at in range(of + 1, len(run) - 1) if of else ():
        tail = run[at:]
        within = f"{run[at - 1].folded} {run[at].folded}" in places()
        if run[at].gap == "space" and run[at].folded in given_names() and not within and not _common(tail):
            return [(run[:at], initial), (tail, False)]  # "the Mouth of the Potomac James Gordon Meek"
    return [(run, initial)]


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


def _without_post(half: tuple[list[Token], bool]) -> tuple[list[Token], bool]:
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


def _strip(run: list[Token], initial: bool) -> list[Piece]:
    tokens = list(run)
    article = False
    title = False
    if initial or tokens[0].folded in ("the", "a", "an"):
        while tokens and _only_starts(tokens):
            article = tokens[0].folded == "the" and not initial
            del tokens[0]
    elif (
        len(tokens) > 1
        and tokens[0].folded in _STARTERS_INSIDE
        and tokens[1].gap != "hyphen"
        and not is_acronym(tokens[0].word)
        and not _counted(tokens)
        and not _is_near_east(tokens)
    ):
        del tokens[0]
    if len(tokens) > 1 and tokens[1].folded == "century" and _ORDINAL_WORD.fullmatch(tokens[0].folded):
        del tokens[:2]
    while tokens and tokens[0].folded in CALENDAR and not is_acronym(tokens[0].word) and not _is_first(tokens):
        del tokens[0]
    while tokens:
        size = title_size(tokens)
        if not size or (title and len(tokens) == 1 and tokens[0].folded in TITLE_SURNAMES):
            break  # "Dr. King"
        title = True
        del tokens[:size]
        article = False
    while len(tokens) > 1 and (is_shared(tokens) or is_posted(tokens)):
        title = True
        del tokens[0]
    if len(tokens) > 2 and is_demonym(tokens[0].folded) and _is_full_name(tokens[1:]):
        del tokens[0]  # "Chinese Bernhard Karlgren"
    while len(tokens) > 1 and _ends_in_post(tokens):
        del tokens[-1]  # "the VII Corps Commander"
    while len(tokens) > 1 and tokens[0].word[0].isdigit() and not _unit(tokens):
        del tokens[0]
    while len(tokens) > 1 and (
        tokens[-1].folded in _NEVER_LAST or (tokens[-1].gap == "of" and is_demonym(tokens[-1].folded))
    ):
        if is_acronym(tokens[-1].word):
            break
        del tokens[-1]  # "Western Hemisphere of European powers"
    if not tokens or (initial and _describes_people(tokens)):
        return []
    if initial and (_describes_land(tokens) or _describes_group(tokens)):
        del tokens[0]  # "Veteran Afghanistan reporter Andrew North"
    if len(tokens) == 2 and _is_people(tokens[1].folded) and _is_realm(tokens[0].folded):
        del tokens[1]  # "Safavid Iranian"
    if tokens[0].word in _PARTIES and len(tokens) > 1 and tokens[1].gap == "hyphen":
        del tokens[0]  # "Rep. Grace Napolitano, D-Calif."
    return [Piece(tokens, initial=initial and tokens[0] is run[0], title=title, article=article)]


def _is_people(word: str) -> bool:
    """Whether a folded word is one people's adjective, and no faith."""
    return is_demonym(word) and word[-1] != "s" and word not in FAITHS


def _is_realm(word: str) -> bool:
    """Whether a word before a people's adjective is no word, given name or surname of this language."""
    return not (word in words() or word in given_names() or word in surnames() or word in places() or is_demonym(word))


def _describes_people(tokens: list[Token]) -> bool:
    """Whether a sentence begins with a plain word before a people: "Noticing Chinese ...", "Prominent Americans"."""
    first = tokens[0].folded
    people = len(tokens) > 1 and all(is_demonym(token.folded) for token in tokens[1:])
    return people and first in words() and first not in given_names() and not is_demonym(first)


def _describes_land(tokens: list[Token]) -> bool:
    """Whether a sentence begins with a word on somebody before his country: "Veteran Afghanistan reporter"."""
    return (
        len(tokens) == 2
        and tokens[0].folded in _ON_SOMEBODY
        and tokens[1].gap == "space"
        and places().get(tokens[1].folded) == COUNTRY
    )


def _describes_group(tokens: list[Token]) -> bool:
    """Whether a sentence begins with a plain word before a group everybody knows: "Young White House staffers"."""
    first, rest = tokens[0].folded, " ".join(token.folded for token in tokens[1:])
    if not rest or rest not in ORGANISATIONS or tokens[1].gap != "space" or (len(tokens) == 2 and rest in words()):
        return False
    named = (
        (first in given_names() and first != "young")
        or first in HEADS
        or first in BEFORE_ORGANISATIONS
        or is_demonym(first)
    )
    return first in words() and not named and f"{first} {rest}" not in ORGANISATIONS


_ON_SOMEBODY = word_set(
    "veteran leading senior top longtime seasoned famed noted renowned acclaimed celebrated prominent fellow"
    " influential outspoken retired exiled jailed ousted star"
)


def _only_starts(tokens: list[Token]) -> bool:
    """Whether the first word has its capital from the sentence alone; a title ("Mr.") is taken off as such."""
    word = tokens[0].folded
    if word in STARTERS:
        alone = word not in TITLES and not is_acronym(tokens[0].word)
        return alone and not _unit(tokens) and not _counted(tokens) and not _is_near_east(tokens)
    if word[-2:] != "ly" or len(tokens) < 2:
        return False
    return tokens[1].gap == "space" and word in words() and word not in _LY  # "Hopefully Annapolis"


def _is_near_east(tokens: list[Token]) -> bool:
    """Whether "Near" belongs to the East after it."""
    return len(tokens) > 1 and tokens[0].folded == "near" and tokens[1].folded == "east"


def _is_first(tokens: list[Token]) -> bool:
    """Whether a word of the calendar begins a person's name: "Sun Yat-sen", "Jan Egeland", "April Jones"."""
    if len(tokens) < 2 or tokens[1].gap != "space":
        return False
    if begins_event(tokens):
        return True
    if is_hyphened(tokens[1].word) or (len(tokens) == 2 and tokens[1].folded in PAPERS):
        return True
    given = tokens[0].folded in given_names() or tokens[0].folded in ("mar", "jun")
    return given and tokens[1].folded not in CALENDAR


def _counted(tokens: list[Token]) -> bool:
    """Whether a number begins the name of a war: "Seven Years' War"."""
    return (
        len(tokens) > 2
        and tokens[0].folded in _NUMBERS
        and tokens[1].folded in ("years", "days", "year", "day")
        and tokens[-1].folded in HEADS
    )


def _is_full_name(tokens: list[Token]) -> bool:
    """Whether words look like nothing but somebody's given name and surname."""
    first, last = tokens[0].folded, tokens[-1].folded
    given = first in given_names() and first not in words() and first not in places()
    return given and last not in words() and all(token.gap == "space" for token in tokens[1:])


def _ends_in_post(tokens: list[Token]) -> bool:
    """Whether the last word is a post in what the words before it name: "Apple CEO", "Seventh Fleet Commander"."""
    last, office = tokens[-1].folded, tokens[-2]
    if last in _CHIEFS or last not in TITLES:
        return last in _CHIEFS  # "Conservative MPs"
    led = office.folded in HEADS_ORGANISATION or is_acronym(office.word)
    return led and tokens[-1].gap == "space" and last not in TITLE_SURNAMES and office.folded not in TITLE_MODIFIERS


def _unit(tokens: list[Token]) -> bool:
    """Whether an ordinal begins the name of a unit: "First Army"."""
    ordinal = tokens[0].folded in ORDINALS or _ORDINAL.fullmatch(tokens[0].word)
    return bool(ordinal) and len(tokens) > 1 and any(token.folded in HEADS for token in tokens[1:])


_NUMBERS = word_set("three six seven eight nine ten thirty eighty hundred")
_STARTERS_INSIDE = STARTERS - PARTICLES - ORDINALS - TITLES - {"will"}
_NEVER = (STARTERS - NAMES_TOO) | {"the", "a", "an"}
_PARTIES = ("D", "R")
_CHIEFS = ("ceo", "cfo", "coo", "cto", "mps", "meps", "gis")
_LY = word_set("holy family daily weekly monthly assembly early italy july supply ally fly jelly lily reply")
_NEVER_LAST = word_set(
    "is are was were be has had have the a an and or but nor of in on at to for by with from because that this these"
    " those it he she they we you his her their its who whom whose which when where why how if as so than then not"
)
_ORDINAL_WORD = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+(?:teenth|tieth)|" + "|".join(sorted(ORDINALS)))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
