"""Knows where a sentence ends in running prose, and where a full stop only shortens a word."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from tui.events.wordlist import word_set

LONGEST = 2000
"""The most characters taken for one sentence: tables and lists without a full stop must not cost their square."""

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(\\[*_—–-"
_STOP = re.compile(rf"[.!?…]++[{_CLOSERS}]*+")
"""A run of stops, read once whatever follows it."""

_BREAK = re.compile(r"\n[ \t\r]*\n\s*|\n(?=[ \t]*(?:[-*•+#>]|\d{1,3}[.)])[ \t])")
_LINE = re.compile(r"\n")
_SHORT_LINE = 50
_REMEMBERED = 64
_SAYS = re.compile(r"\w")
_LONGEST_SHORT = 20
_WORD_BACKWARDS = re.compile(rf"\n?([^\s\"'“‘(\[—–]{{1,{_LONGEST_SHORT}}})")
_NEXT = re.compile(rf"\s*(?:<?/?(?:a\b[^<>\n]{{0,300}}|em|b|i|p|strong|span)>)?[{_OPENERS}]{{0,4}}(\w+)?")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")

_BEFORE_A_NAME = word_set(
    """
    gen lt col sgt maj capt cpt cmdr cdr adm brig pvt cpl spc mr mrs ms messrs mme dr prof rev hon sen rep reps sens
    gov pres amb sec insp supt det fr sr st ste mt ft vs cf fig figs no nos art vol pp op cit ca approx est viz
    """
)
_ANYWHERE = word_set(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc ltd co corp
    bros jr dept univ assn ave blvd rd etc al e.g i.e a.m p.m u.s u.k u.n u.s.a u.a.e d.c ph.d b.c a.d b.c.e c.e eds
    ed trans
    """
)
_STARTERS = word_set(
    """
    the a an in on at by for from with as after before since until when while if although though because during he
    she it they we i you his her its their our my this that these those there here but and or so yet nor however
    meanwhile moreover then later according many most some several both all one two no not what who how why where
    instead also despite under among such each another other once earlier today yesterday now nearly about more
    """
)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of `text[start:end]` in order, blank ends cut off, offsets in code points.

    A blank line or a list mark always ends a sentence, and so does a short line that stops without punctuation
    (a heading). What runs on for more than `LONGEST` is cut at a blank. Linear in the length of the stretch.
    """
    stop = len(text) if end is None else end
    at = start
    for edge, after in _edges(text, start, stop):
        yield from _trimmed(text, at, edge)
        at = after
    yield from _trimmed(text, at, stop)


def sentences_of(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The same as `sentences`, kept for those who ask again while they are at one article."""
    return _cut(text)(start, end)


@lru_cache(maxsize=1)
def _cut(text: str) -> Callable[[int, int], tuple[tuple[int, int], ...]]:
    """What gives the sentences of stretches of a text: only of the last text, for one may be of many megabytes."""
    return lru_cache(maxsize=_REMEMBERED)(lambda start, end: tuple(sentences(text, start, end)))


def sentence_at(text: str, at: int, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """(start, end) of the sentence of `text[start:end]` that holds the offset, else of the first one after it.

    Only the paragraph around the offset is read. Without any sentence there, (at, at).
    """
    stop = len(text) if end is None else end
    before, after = text.rfind("\n\n", start, at), text.find("\n\n", at, stop)
    found = sentences(text, before + 2 if before >= 0 else start, after if after >= 0 else stop)
    return next((span for span in found if span[1] > at), (at, at))


def _edges(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    edges = [(m.start(), m.end()) for m in _BREAK.finditer(text, start, stop)]
    edges += _stops(text, start, stop)
    last = start
    for line in _LINE.finditer(text, start, stop):
        short = 0 < line.start() - last < _SHORT_LINE
        if short and text[line.start() - 1] not in ",;:-–—.!?" and text[line.end() : line.end() + 1].isupper():
            edges.append((line.start(), line.end()))
        last = line.end()
    edges.sort()
    return edges


def _stops(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The ends of sentences by their full stops; one without a word before it since the last ends nothing."""
    seen, said = start, False
    for found in _STOP.finditer(text, start, stop):
        if found.end() < stop and not text[found.end()].isspace():
            continue
        said = said or _SAYS.search(text, seen, found.start()) is not None
        seen = found.end()
        if said and _ends(text, found, start, stop):
            yield seen, seen
            said = False


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = blank if blank >= 0 else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    piece = text[start:end]
    body = piece.strip()
    if body:
        lead = len(piece) - len(piece.lstrip())
        yield start + lead, start + lead + len(body)


def _ends(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    following = _NEXT.match(text, stop.end(), end)
    word = (following[1] or "") if following else ""
    if not word:
        return True
    if word[0].islower():
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return True
    starter = word.casefold() in _STARTERS and not word.isupper()
    at = stop.start()
    if at - start > 1 and text[at - 2] in " \n" and (letter := text[at - 1]).isalpha() and letter.isascii():
        return starter and letter not in "Ii"  # an initial, as most short words are
    # Read from its end: sought from in front, a word would be tried from each of its letters.
    before = _WORD_BACKWARDS.match(text[max(start, stop.start() - _LONGEST_SHORT) : stop.start()][::-1])
    token = before[1][::-1].casefold() if before else ""
    if token in _BEFORE_A_NAME:
        return False
    if token in _ANYWHERE:
        return starter
    if _INITIALS.fullmatch(token):
        return starter and token != "i"
    return True
