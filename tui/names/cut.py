"""Cuts a run of capitalised words into the pieces that may be one name each, with titles and starters off."""

import re
from dataclasses import dataclass

from tui.names.bare import NAMES_TOO, holds_a_name, is_acronym
from tui.names.borders import stretches
from tui.names.describing import describes_group, describes_land, describes_people
from tui.names.fold import fold_word
from tui.names.gazetteer import COUNTRY, ORGANISATIONS, given_names, places, surnames, words
from tui.names.halves import halves, without_post
from tui.names.heads import HEADS, HEADS_ORGANISATION, HEADS_PLACE
from tui.names.hyphened import is_hyphened
from tui.names.ownwords import is_levied
from tui.names.remembered import remembered
from tui.names.scan import PAPERS
from tui.names.titles import is_posted, is_shared, title_size
from tui.names.token import Token
from tui.names.turns import begins_event
from tui.names.words import (
    CALENDAR,
    FAITHS,
    LETTERED,
    ORDINALS,
    PARTICLES,
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
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character, a lower-case noun that belongs to it ("Qazali network") included."""
    initial: bool
    """Whether it begins a sentence."""
    title: bool = False
    """Whether a person's title stood before it."""
    article: bool = False
    """Whether a capital "The" in mid-sentence belongs to it."""

    @classmethod
    def of(cls, tokens: list[Token], initial: bool, title: bool = False, article: bool = False) -> "Piece":
        """The piece made of `tokens` and nothing else."""
        return cls(tokens, tokens[0].start, tokens[-1].end, initial, title, article)


def is_empty(run: list[Token]) -> bool:
    """Whether a run is a lone word that begins sentences, as half of all runs are: no piece comes of it."""
    return len(run) == 1 and run[0].folded in _NEVER and not is_acronym(run[0].word)


def cut(run: list[Token], initial: bool) -> list[Piece]:
    """The pieces of one run; `initial` tells whether the run begins a sentence. May be empty: "The General"."""
    written = tuple([(token.word, token.gap) for token in run])
    return [Piece.of(run[at:end], *said) for at, end, *said in _cuts(written, initial)]


@remembered(20_000)
def _cuts(written: tuple[tuple[str, str], ...], initial: bool) -> tuple[tuple[int, int, bool, bool, bool], ...]:
    """Where the pieces of a run are, by the places of their words in it, with `initial`, `title` and `article` of each.

    They hang on nothing but the words and their gaps, and the same runs come again and again.
    """
    run = [Token(at, at + 1, word, fold_word(word), gap) for at, (word, gap) in enumerate(written)]
    if len(run) == 1:
        parts = [(run, initial)]
    else:
        parts = [without_post(half) for stretch, first in stretches(run, initial) for half in halves(stretch, first)]
    return tuple(
        (piece.start, piece.end, piece.initial, piece.title, piece.article)
        for half, begins in parts
        for piece in _strip(half, begins)
        if holds_a_name(piece.tokens, titled=piece.title, article=piece.article)
    )


def _strip(run: list[Token], initial: bool) -> list[Piece]:
    tokens = list(run)
    article = False
    title = False
    valley = not initial and tokens[0].word == "A" and len(tokens) > 2 and tokens[-1].folded in HEADS_PLACE  # A Shau
    lettered = len(tokens) == 2 and tokens[0].word == "A" and tokens[1].folded in LETTERED
    valley = valley or (lettered and tokens[1].word.istitle())
    if not valley and (initial or tokens[0].folded in ("the", "a", "an")):
        while tokens and _only_starts(tokens):
            article = tokens[0].folded == "the" and not initial
            del tokens[0]
    elif (
        len(tokens) > 1
        and not valley
        and tokens[0].folded in _STARTERS_INSIDE
        and tokens[1].gap != "hyphen"
        and not is_acronym(tokens[0].word)
        and not (tokens[0].word == "I" and _unit(tokens))
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
        if size == len(tokens) and (land := _ruled(tokens)):
            return [Piece.of(land, initial=False)]
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
    if _is_their_town(tokens):
        del tokens[0]  # "the Australian Canberra"
    if not tokens or (initial and describes_people(tokens)):
        return []
    # After "The" a capital is the writer's own: "The Tiny Central Bank".
    if initial and tokens[0] is run[0] and (describes_land(tokens) or describes_group(tokens)):
        del tokens[0]  # "Veteran Afghanistan reporter Andrew North"
    if len(tokens) > 1 and tokens[0].folded in FAITHS and tokens[1].gap == "space" and _is_known(tokens[1:]):
        del tokens[0]  # "the Islamist Boko Haram"
    if len(tokens) == 2 and _is_people(tokens[1].folded) and _is_realm(tokens[0].folded):
        del tokens[1]  # "Safavid Iranian"
    if tokens[0].word in _PARTIES and len(tokens) > 1 and tokens[1].gap == "hyphen":
        del tokens[0]  # "Rep. Grace Napolitano, D-Calif."
    return [Piece.of(tokens, initial=initial and tokens[0] is run[0], title=title, article=article)]


def _is_their_town(tokens: list[Token]) -> bool:
    """Whether a people's adjective stands before the name of a large town that goes without it."""
    if len(tokens) != 2 or not is_demonym(tokens[0].folded) or tokens[1].gap != "space":
        return False
    town = tokens[1].folded
    large = _LARGE <= places().get(town, 0) < COUNTRY and town not in words() and town not in given_names()
    return large and f"{tokens[0].folded} {town}" not in places()


def _is_known(tokens: list[Token]) -> bool:
    """Whether words are the whole name of a group everybody knows, and not common ones alone."""
    folded = [token.folded for token in tokens]
    return " ".join(folded) in ORGANISATIONS and not all(word in words() for word in folded)


def _ruled(tokens: list[Token]) -> list[Token]:
    """The land in what somebody is called by his office alone: "the King of Jordan"; empty without one."""
    of = next((at for at in range(1, len(tokens)) if tokens[at].gap == "of"), 0)
    land = tokens[of:] if of and tokens[of - 1].folded in _RULERS else []
    return land if places().get(" ".join(token.folded for token in land)) == COUNTRY else []


_RULERS = word_set(
    "king queen president presidents chancellor emperor empress sultan emir shah tsar premier ambassador"
)


def _is_people(word: str) -> bool:
    """Whether a folded word is one people's adjective, and no faith."""
    return is_demonym(word) and word[-1] != "s" and word not in FAITHS


def _is_realm(word: str) -> bool:
    """Whether a word before a people's adjective is no word, given name or surname of this language."""
    return not (word in words() or word in given_names() or word in surnames() or word in places() or is_demonym(word))


def _only_starts(tokens: list[Token]) -> bool:
    """Whether the first word has its capital from the sentence alone; a title ("Mr.") is taken off as such."""
    word = tokens[0].folded
    if word in STARTERS:
        alone = word not in TITLES and not is_acronym(tokens[0].word)
        return alone and not _unit(tokens) and not _counted(tokens) and not _is_near_east(tokens)
    if word[-2:] != "ly" or len(tokens) < 2:
        return False
    return (
        tokens[1].gap == "space" and word in words() and word not in _LY and word not in _CALLED_LY
    )  # "Hopefully Annapolis"


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
    if tokens[0].word == "I":
        return len(tokens) > 1 and tokens[-1].folded == "corps"
    ordinal = tokens[0].folded in ORDINALS or _ORDINAL.fullmatch(tokens[0].word)
    if ordinal and tokens[0].word[0].isdigit() and is_levied([token.folded for token in tokens]):
        return True
    least = 2 if tokens[0].folded in _CARDINALS else 1  # "Two Union armies"
    return bool(ordinal) and len(tokens) > least and any(token.folded in HEADS for token in tokens[1:])


_CARDINALS = ("two", "three", "four")
_NUMBERS = word_set("three six seven eight nine ten thirty eighty hundred")
_STARTERS_INSIDE = STARTERS - PARTICLES - ORDINALS - TITLES - {"will"}
_NEVER = (STARTERS - NAMES_TOO) | {"the", "a", "an"}
_LARGE = 6
_PARTIES = ("D", "R")
_CHIEFS = ("ceo", "cfo", "coo", "cto", "mps", "meps", "gis")
_CALLED_LY = word_set("billy sally molly holly polly kelly dolly lilly willy emily lily milly")
_LY = word_set("holy family daily weekly monthly assembly early italy july supply ally fly jelly lily reply")
_NEVER_LAST = word_set(
    "is are was were be has had have the a an and or but nor of in on at to for by with from because that this these"
    " those it he she they we you his her their its who whom whose which when where why how if as so than then not"
)
_ORDINAL_WORD = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+(?:teenth|tieth)|" + "|".join(sorted(ORDINALS)))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
