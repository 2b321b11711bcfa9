"""Cuts a run of capitalised words into the pieces that may be one name each, with titles and starters off."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tui.names.fold import names_more
from tui.names.gazetteer import COUNTRY, given_names, places, surnames, words
from tui.names.heads import HEADS, HEADS_ORGANISATION
from tui.names.token import Token
from tui.names.words import (
    CALENDAR,
    DIRECTIONS,
    NOT_AFTER_GENERAL,
    OFFICES,
    ORDINALS,
    PARTICLES,
    PLURAL_TITLES,
    POLITICAL,
    PORTFOLIOS,
    POSTS,
    ROLES,
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
    if len(run) == 1 and run[0].folded in _NEVER and not _acronym(run[0].word):
        return []  # half of all runs
    return [
        piece
        for stretch, first in _stretches(run, initial)
        for half, begins in _halves(stretch, first)
        for piece in _strip(half, begins)
        if _holds_a_name(piece)
    ]


def _stretches(run: list[Token], initial: bool) -> list[tuple[list[Token], bool]]:
    """Cuts at dashes between two things that are not one organisation, and hyphens between countries."""
    cuts = [0]
    for at in range(1, len(run)):
        gap = run[at].gap
        if (gap == "hyphen" and _national(run[at - 1].folded) and _national(run[at].folded)) or (
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
                return [(run[:left], initial), (run[left:], False)]
    of = next((at for at in range(1, len(run)) if run[at].gap == "of"), 0)
    for at in range(of + 1, len(run) - 1) if of else ():
        tail = run[at:]
        if run[at].gap == "space" and run[at].folded in given_names() and not _common(tail):
            return [(run[:at], initial), (tail, False)]  # "the Mouth of the Potomac James Gordon Meek"
    return [(run, initial)]


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
        and not _acronym(tokens[0].word)
        and not _counted(tokens)
    ):
        del tokens[0]
    if len(tokens) > 1 and tokens[1].folded == "century" and _ORDINAL_WORD.fullmatch(tokens[0].folded):
        del tokens[:2]
    while tokens and tokens[0].folded in CALENDAR and not _acronym(tokens[0].word):
        del tokens[0]
    while tokens:
        size = _title(tokens)
        if not size or (title and len(tokens) == 1 and tokens[0].folded in TITLE_SURNAMES):
            break  # "Dr. King"
        title = True
        del tokens[:size]
        article = False
    while len(tokens) > 1 and (_shared(tokens) or _posted(tokens)):
        title = True
        del tokens[0]
    if len(tokens) > 2 and is_demonym(tokens[0].folded) and _is_full_name(tokens[1:]):
        del tokens[0]  # "Chinese Bernhard Karlgren"
    while len(tokens) > 1 and tokens[-1].folded in _CHIEFS:
        del tokens[-1]
    while len(tokens) > 1 and tokens[0].word[0].isdigit() and not _unit(tokens):
        del tokens[0]
    while len(tokens) > 1 and (
        tokens[-1].folded in _NEVER_LAST or (tokens[-1].gap == "of" and is_demonym(tokens[-1].folded))
    ):
        if _acronym(tokens[-1].word):
            break
        del tokens[-1]  # "Western Hemisphere of European powers"
    if not tokens:
        return []
    if tokens[0].word in _PARTIES and len(tokens) > 1 and tokens[1].gap == "hyphen":
        del tokens[0]  # "Rep. Grace Napolitano, D-Calif."
    return [Piece(tokens, initial=initial and tokens[0] is run[0], title=title, article=article)]


def _only_starts(tokens: list[Token]) -> bool:
    """Whether the first word has its capital from the sentence alone; a title ("Mr.") is taken off as such."""
    word = tokens[0].folded
    if word in STARTERS:
        alone = word not in TITLES and not _acronym(tokens[0].word)
        return alone and not _unit(tokens) and not _counted(tokens)
    if word[-2:] != "ly" or len(tokens) < 2:
        return False
    return tokens[1].gap == "space" and word in words() and word not in _LY  # "Hopefully Annapolis"


def _counted(tokens: list[Token]) -> bool:
    """Whether a number begins the name of a war: "Seven Years' War"."""
    return (
        len(tokens) > 2
        and tokens[0].folded in _NUMBERS
        and tokens[1].folded in ("years", "days", "year", "day")
        and tokens[-1].folded in HEADS
    )


def _shared(tokens: list[Token]) -> bool:
    """Whether the first word is a title that several persons share: "Presidents Nixon and Ford"."""
    if len(tokens) < 2 or tokens[0].folded not in PLURAL_TITLES or tokens[1].gap != "space":
        return False
    after = tokens[1].folded
    return (after in given_names() or after in surnames()) and after not in words() and tokens[-1].folded not in HEADS


def _posted(tokens: list[Token]) -> bool:
    """Whether the first word is what the person named after it does: "Columnist Walter Lippmann"."""
    return (
        len(tokens) > 2
        and tokens[0].folded in _ROLES
        and tokens[1].gap == "space"
        and tokens[1].folded in given_names()
        and not (tokens[1].folded in words() and tokens[-1].folded in words())
        and tokens[-1].folded not in HEADS
    )


def _is_full_name(tokens: list[Token]) -> bool:
    """Whether words look like nothing but somebody's given name and surname."""
    first, last = tokens[0].folded, tokens[-1].folded
    given = first in given_names() and first not in words() and first not in places()
    return given and last not in words() and all(token.gap == "space" for token in tokens[1:])


def _unit(tokens: list[Token]) -> bool:
    """Whether an ordinal begins the name of a unit: "First Army"."""
    ordinal = tokens[0].folded in ORDINALS or _ORDINAL.fullmatch(tokens[0].word)
    return bool(ordinal) and len(tokens) > 1 and any(token.folded in HEADS for token in tokens[1:])


def _title(tokens: list[Token]) -> int:
    """How many leading tokens are a person's title with its adjectives; 0 if the name begins at once."""
    at = 0
    while at < len(tokens) and (tokens[at].folded in _BEFORE_TITLES or _national(tokens[at].folded)):
        at += 1
    while at >= 0:
        if at < len(tokens) and tokens[at].folded in _ANY_TITLE:
            break
        at -= 1
    if at < 0:
        return 0
    size = at + 1
    if size < len(tokens) and tokens[size].gap == "of" and tokens[at].folded in OFFICES:
        if tokens[size].folded in PORTFOLIOS:
            size += 1
        else:
            return len(tokens)
    elif size < len(tokens) and tokens[size].gap == "of":
        return len(tokens) if tokens[at].folded not in ("house", "court") else 0
    elif tokens[at].folded == "general" and size < len(tokens) and tokens[size].folded in NOT_AFTER_GENERAL:
        return 0
    elif size < len(tokens) and at == 0 and names_more([token.folded for token in tokens]):
        return 0  # "Prince Sultan Airbase", "Judge Advocate Corps": a name that begins with a title word
    elif size < len(tokens) and tokens[size].gap == "hyphen":
        return 0 if tokens[size].folded not in TITLES else size + 1
    return size


def _holds_a_name(piece: Piece) -> bool:
    tokens = piece.tokens
    folded = [token.folded for token in tokens]
    if all(word in CALENDAR or word.isdigit() for word in folded):
        return False
    adjectives = all(is_demonym(word) or word in _DIRECTIONS for word in folded)
    if adjectives and " ".join(folded) not in places() and not (len(folded) == 1 and folded[0] in DIRECTIONS):
        return False
    if len(folded) == 1:
        word = folded[0]
        if (
            len(word) < 2
            or word[0].isdigit()
            or word in _NOT_ALONE
            or (word in TITLES and not _acronym(tokens[0].word) and not (piece.title and word in TITLE_SURNAMES))
            or (word in STARTERS and word not in _NAMES_TOO and not _acronym(tokens[0].word) and not piece.article)
        ):
            return False
        return not _glued(word)
    if len(folded) == 2 and folded[0] in _SECTIONS and _ROMAN.fullmatch(tokens[1].word):
        return False  # "Article X", "Part II"
    if sum(word in _SHARING for word in folded) > 1:
        return False  # the buttons of a page
    return not any(_glued(word) for word in folded)


@lru_cache(maxsize=20_000)
def _glued(word: str) -> bool:
    """Whether a blank was lost: "Cellsfrom" is "Cells" and "from"."""
    if word in words():
        return False
    return any(word.endswith(tail) and len(word) > len(tail) + 2 and word[: -len(tail)] in words() for tail in _TAILS)


_ROLES = POSTS | ROLES
_SECTIONS = word_set(
    "part article chapter section title figure table appendix volume act scene schedule category annex clause exhibit"
    " phase stage page paragraph item step level grade tier"
)
_ROMAN = re.compile(r"[IVXLC]+|[A-Z]|\d+")
_NUMBERS = word_set("three six seven eight nine ten thirty eighty hundred")
_NAMES_TOO = word_set("will mark dear others")
_BEFORE_TITLES = TITLE_MODIFIERS | POLITICAL
_ANY_TITLE = TITLES | OFFICES
_STARTERS_INSIDE = STARTERS - PARTICLES - ORDINALS - {"will"}
_NEVER = (STARTERS - _NAMES_TOO) | {"the", "a", "an"}
_PARTIES = ("D", "R")
_LY = word_set("holy family daily weekly monthly assembly early italy july supply ally fly jelly lily reply")
_SHARING = word_set(
    "facebook twitter whatsapp email telegram linkedin pinterest reddit print instagram youtube share tweet copy link"
    " tumblr pocket flipboard"
)
_NEVER_LAST = word_set(
    "is are was were be has had have the a an and or but nor of in on at to for by with from because that this these"
    " those it he she they we you his her their its who whom whose which when where why how if as so than then not"
)
_DIRECTIONS = word_set(
    "north south east west central middle northern southern eastern western latin native northeastern"
    " northwestern southeastern southwestern"
)
_CHIEFS = ("ceo", "cfo", "coo", "cto")
_NOT_ALONE = word_set(
    "st ave blvd rd hwy jr sr inc ltd llc co corp etc vs mr mrs tel fax email mt ft dept univ fig ed eds vol"
)
_ORDINAL_WORD = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+(?:teenth|tieth)|" + "|".join(sorted(ORDINALS)))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_TAILS = ("from", "with", "that", "this", "were", "which", "their", "have", "after", "before", "when", "into")


def _national(word: str) -> bool:
    return word in ("us", "uk", "eu", "un") or is_demonym(word) or places().get(word) == COUNTRY


def _adjective(word: str) -> bool:
    return is_demonym(word)


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
