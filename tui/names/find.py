"""Finds in one article the spellings that may be names, with what the article says about each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from tui.model import Part, PartKind
from tui.names.candidate import Candidate, Stated, Voter
from tui.names.cues import cues
from tui.names.cut import Piece, cut, is_empty
from tui.names.dense import most_names
from tui.names.fold import fold
from tui.names.gazetteer import ORGANISATIONS, given_names, places, words
from tui.names.heads import HEADS, head_of
from tui.names.listed import beside
from tui.names.postings import by_holder, by_side
from tui.names.scan import runs
from tui.names.stated import also, link, may_state
from tui.names.token import Token
from tui.names.weapons import lower_case_weapons
from tui.names.widgets import is_widget, may_ask
from tui.names.words import DETERMINERS, DIRECTIONS, STARTERS, TITLE_SURNAMES, TITLES, is_demonym, word_set

MOST_CUES = 12
"""How many cues one spelling keeps in one article: more of the same teach nothing."""

_LOWER = re.compile(r"(?<![\w'’-])[a-z]{2,}")
_TAIL = re.compile(r" (?:network|cartel|clan|militia|gang|faction|dynasty)(s?)\b")
_REFERENCE = re.compile(r"\[\d{1,4}\] ?$")
_TITLE_CASE = 0.6
_FAR = 60
_SHORT_LINE = 120
_SHORTEST_HEADING = 14
"""Characters of three longer words: with fewer, only what stands as the title is one."""
_LABEL = 3


def find_candidates(text: str, parts: Sequence[Part], voter: Voter | None = None) -> list[Candidate]:
    """Every spelling of `text` that may be a name, in order of first occurrence, once each.

    Only parts that count are read; comments and footers never bring forth a name, neither do headings in title case
    or capitals, whose capital letters prove nothing. What `voter` says of a spelling becomes one more cue for it.
    Of an absurdly dense text the first `most_names` places are looked at.
    """
    said = voter(text) if voter else {}
    prose = (span for part in parts if part.kind.counts for span in _prose(text, part))
    every = (piece for start, end in prose for piece in _pieces(text, start, end))
    if asking := may_ask(text):
        every = (piece for piece in every if not is_widget(text, piece.start, asking))
    groups: dict[str, _Group] = {}
    stated: dict[str, list[Stated]] = {}
    for piece, listed in beside(text, _stating(text, islice(every, most_names(len(text))), stated)):
        name = _spelling(text, piece)
        if (group := groups.get(name)) is None:
            group = groups[name] = _Group()
        group.add(piece, listed)
    lower = Counter(_LOWER.findall(text))
    found = [_candidate(text, name, group, lower, stated.get(name, ())) for name, group in groups.items()]
    if said:
        found = [
            replace(one, cues=(*one.cues, f"={said[one.name].value}")) if one.name in said else one for one in found
        ]
    found.extend(lower_case_weapons(text, parts, {candidate.name for candidate in found}))
    return sorted(found, key=lambda candidate: candidate.first)


class _Group:
    """The places of one spelling: of many places only the first are held."""

    __slots__ = ("count", "initial", "pieces")

    def __init__(self) -> None:
        self.pieces: list[tuple[Piece, Sequence[str]]] = []
        self.count = 0
        self.initial = 0

    def add(self, piece: Piece, listed: Sequence[str]) -> None:
        self.count += 1
        self.initial += piece.initial
        if self.count <= MOST_CUES:
            self.pieces.append((piece, listed))


def _prose(text: str, part: Part) -> Iterator[tuple[int, int]]:
    """The stretches of a part whose capital letters mean something: headings in title case are left out."""
    start = part.start
    at = part.start
    while at < part.end:
        stop = text.find("\n", at, part.end)
        stop = part.end if stop < 0 else stop
        if stop - at <= _SHORT_LINE and _heading(text[at:stop], part.kind is PartKind.TITLE):
            if start < at:
                yield start, at
            start = stop
        at = stop + 1
    if start < part.end:
        yield start, part.end


def _heading(line: str, title: bool) -> bool:
    """Whether a line's capitals prove nothing: no full stop, and most of its longer words capitalised."""
    if not title and len(line) < _SHORTEST_HEADING:
        return False
    bare = line.strip()
    if not bare or (bare[-1] in '.,;:”"' and not title):
        return False
    if bare[-1] in "?!" and any(word.islower() and word not in _SMALL_IN_TITLES for word in bare.split()):
        return False  # a question asked in an interview
    if bare.startswith("The ") and fold(bare.partition(",")[0]) in ORGANISATIONS:
        return False  # whom a speaker writes for: "The Guardian, Getty Images"
    long = [word for word in bare.split() if len(word) > 3 and word[0].isalpha()]
    if len(long) < 3:
        return title and len(long) < 2
    capital = sum(word[0].isupper() for word in long)
    plain = sum(_is_plain(word.lower().strip(".,:?!")) for word in long if word[0].isupper())
    if title and capital == len(long) and plain:
        return True
    return capital / len(long) > _TITLE_CASE and plain >= 2 and plain >= capital / 2


_SMALL_IN_TITLES = word_set("a an and as at but by for from if in nor of on or per so the to via vs with yet v")


def _is_plain(word: str) -> bool:
    """Whether a capitalised word of a heading would otherwise be written in lower case."""
    return (word in words() or word.removesuffix("s") in words()) and word not in HEADS and word not in given_names()


_NO_NAME_FIRST = STARTERS - DETERMINERS - TITLES


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    for run in _runs(text, start, end):
        if is_empty(run):
            continue
        if len(run) > 3 and sum(token.word.isupper() for token in run) > 3:
            continue  # a headline in capitals
        begins = _begins_sentence(text, run[0].start, start)
        rest = run[1:] if len(run) == 2 and begins and run[0].folded in _NO_NAME_FIRST else run
        if len(rest) == 1 and rest[0].folded in TITLE_SURNAMES and not _is_office(text, rest[0]):
            yield Piece.of(rest, initial=begins and rest is run)
            continue
        for piece in cut(run, begins):
            match = _TAIL.match(text, piece.end)
            if match and _may_have_tail(piece):
                shared = text[max(0, piece.start - 5) : piece.start] == " and "
                if shared or not match[1]:
                    piece.end = match.end()  # "the Qazali network", "the Qazali and Sheibani networks"
            if _is_label(text, piece):
                continue
            yield piece


def _runs(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """The runs of capitalised words, cut where a post ends and its holder begins."""
    for run in runs(text, start, end):
        if len(run) > 2:
            halves = by_side(text, run)
            yield from halves if len(halves) > 1 else by_holder(text, run)
        else:
            yield run


def _is_label(text: str, piece: Piece) -> bool:
    """Whether initials only say who speaks next: "DS: Thank you ..." at the start of a line, or "((WN))"."""
    word = piece.tokens[0].word
    if len(piece.tokens) > 1 or len(word) > _LABEL or not word.isupper():
        return False
    before = text[piece.start - 1 : piece.start]
    return (before in ("", "\n") and text.startswith(":", piece.end)) or (
        text[piece.start - 2 : piece.start] == "((" and text.startswith("))", piece.end)
    )


def _is_office(text: str, token: Token) -> bool:
    """Whether a word that is a title and a surname stands as the title: "the King", "Pope of Rome"."""
    before = text[max(0, token.start - 12) : token.start].split()
    led = bool(before) and before[-1].lower() in DETERMINERS
    return led or text.startswith((" of ", "-"), token.end)


def _may_have_tail(piece: Piece) -> bool:
    """Whether a lower-case noun may belong to the name: to a man's ("Qazali network"), not to a country's."""
    last = piece.tokens[-1]
    known = last.folded in words() or last.folded in places() or is_demonym(last.folded)
    return len(piece.tokens) < 3 and not known and not last.word.isupper() and head_of([last.folded]) not in HEADS


def _begins_sentence(text: str, at: int, floor: int) -> bool:
    """Whether a sentence, line, bullet or quotation begins at `at`."""
    back = at - 1
    while (
        back > floor
        and text[back - (text[back] == " ")] == "]"
        and (mark := _REFERENCE.search(text[max(floor, back - 7) : back + 1]))
    ):
        back -= len(mark[0])  # "... were sold.[22] Most recently"
    quoted = False
    while back >= floor and text[back] in " \t\xa0\"'“‘([*•-–—":
        if text[back] in "-–—" and text[back + 1] != " ":
            return False
        quoted = quoted or text[back] in "\"“‘'"
        back -= 1
    if back < floor or text[back] in "\n!?…•":
        return True
    if text[back] == "." or (text[back] in '”"’' and text[back - 1] in ".!?"):
        return True
    return text[back] == ":" or (quoted and text[back] == ",")


def _spelling(text: str, piece: Piece) -> str:
    name = " ".join(text[piece.start : piece.end].split())
    return "The " + name if piece.article and len(piece.tokens) == 1 else name


def _candidate(text: str, name: str, group: _Group, lower: Counter[str], stated: Sequence[Stated]) -> Candidate:
    around: list[str] = []
    for piece, listed in group.pieces:
        if piece.title:
            around.append("title")
        around.extend(cues(text, piece.start, piece.end))
        around.extend(listed)
    first, _ = group.pieces[0]
    folded = [token.folded for token in first.tokens]
    return Candidate(
        name=name,
        first=first.start,
        count=group.count,
        initial=group.initial,
        lower=min(lower[word] for word in folded),
        cues=tuple(around[: 3 * MOST_CUES]),
        stated=tuple(stated),
    )


def _stating(text: str, pieces: Iterable[Piece], found: dict[str, list[Stated]]) -> Iterator[Piece]:
    """The pieces as they come; what is stated about neighbours is put into `found`, by the first of the two names."""
    before: Piece | None = None
    left: Piece | None = None
    right: Piece | None = None
    for third in chain(pieces, (None, None)):
        if left and right:
            _state(text, before, left, right, third, found)
        before, left, right = left, right, third
        if third:
            yield third


def _state(
    text: str,
    before: Piece | None,
    left: Piece,
    right: Piece,
    third: Piece | None,
    found: dict[str, list[Stated]],
) -> None:
    """Put down what is stated of the names `left` and `right`, between one before and one after them."""
    if right.start - left.end > _FAR or not may_state(between := text[left.end : right.start]):
        return
    first, second = _spelling(text, left), _spelling(text, right)
    said = link(between, first, second, text[right.end : right.end + 3])
    if said == "or" and before and text[before.end : left.start] == ", ":
        return  # "47th Place, 47th Street, or Florence Place, ...": a list
    if said and first != second and first.lower() not in DIRECTIONS:
        found.setdefault(first, []).append(Stated(second, said))
        if said not in ("in brackets", "or") and third and also(text[right.end : third.start]):
            found[first].append(Stated(_spelling(text, third), "or"))
