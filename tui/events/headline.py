"""Knows how to say a clause in one short line that starts with its subject."""

import re

from tui.events.places import first_verb
from tui.events.speakers import past_label
from tui.events.verbs import is_verb
from tui.events.wordlist import word_set

LONGEST = 100
"""The most characters a headline has."""

_READ = 800
_MARKUP = re.compile(r"<[^<>\n]{1,300}>|\b(?:a href=[^<>\n]{0,300}|em|strong|blockquote)>")
_CONNECTIVE = re.compile(
    r"(?:(?:however|meanwhile|also|moreover|then|but|and|so|furthermore|in addition|indeed|in fact|finally|thus|"
    r"therefore|nevertheless|nonetheless|still|yet|subsequently|consequently|similarly|additionally),?\s+)+",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[\s\-*•+>#|:,.;–—]+")
_INTRO = re.compile(
    r"(?:(?:and|but|then|later|also|back|only|just|again|sometime|early|late|on|in|during|throughout|around|about|at|"
    r"of|the|evening|morning|afternoon|night)\s+)*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:[,:]|\s[–—-]+(?=\s))\s*")
_WORD = re.compile(r"[\w’'-]+")
_COMMA = re.compile(r",\s+")
_FARTHEST = 220
_CIRCUMSTANCE = word_set(
    """
    although though while with after when as since because despite unable under following given upon once if headed led
    unlike without amid among by for from instead rather before until where whereas throughout during
    """
)
_PREPOSITION = re.compile(r"\b(?:on|in|during|throughout|around|about|at)\b", re.IGNORECASE)
_SUBJECT_WORD = word_set(
    """
    the a an he she it they we i his her its their our my this that these those some several many most both all one
    two three four five six seven eight nine ten another other more about over nearly at dozens hundreds thousands
    """
)


def headline(text: str, start: int, end: int, date: tuple[int, int] | None, subject: tuple[int, int] | None) -> str:
    """The clause `text[start:end]` as one line of at most `LONGEST` characters.

    `date` is where its date expression stands: dropped where it opens the clause and the rest reads well without.
    `subject` is where a subject said earlier stands; it is put before a clause that begins with its verb.
    """
    begin = _past_date(text, _past_lead(text, start, end), end, date)
    if end - begin > LONGEST:
        begin = _past_circumstance(text, begin, end, date)
    said = _clean(text[begin : min(end, begin + _READ)])
    if subject and _starts_with_verb(said):
        said = f"{_clean(text[subject[0] : subject[1]])} {said}"
    said = said.rstrip(" ,;:.–—-") or _clean(text[start : min(end, start + _READ)])
    if said[:1].islower() and not _odd_capitals(said):
        said = said[0].upper() + said[1:]
    return shorten(said)


def shorten(line: str, longest: int = LONGEST) -> str:
    """The line, cut at a word with "…" if it has more than `longest` characters."""
    if len(line) <= longest:
        return line
    kept = line[: longest - 1]
    at = kept.rfind(" ") if line[longest - 1] != " " else len(kept)
    kept = kept[:at] if at > longest // 2 else kept
    return kept.rstrip(' ,;:–—-("“') + "…"


def _clean(piece: str) -> str:
    return " ".join((_MARKUP.sub(" ", piece) if ">" in piece else piece).split())


def _past_lead(text: str, start: int, end: int) -> int:
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    at = past_label(text, at, end)
    connective = _CONNECTIVE.match(text, at, end)
    return connective.end() if connective else at


def _past_date(text: str, start: int, end: int, date: tuple[int, int] | None) -> int:
    if date is None or not start <= date[0] < end:
        return start
    intro = _INTRO.match(text, start, end)
    if intro is None or intro.end() < date[0]:
        return start
    lead = text[start : date[0]]
    mark = _AFTER.match(text, date[1], end)
    rest = mark.end() if mark else date[1] + len(text[date[1] : end]) - len(text[date[1] : end].lstrip())
    word = _WORD.match(text, rest, end)
    if word is None or is_verb(word[0]) or not _WORD.search(text, word.end(), end):
        return start
    opens = word[0][0].isupper() or word[0][0].isdigit() or word[0].casefold() in _SUBJECT_WORD
    if mark or (opens and _PREPOSITION.search(lead) and not lead.casefold().rstrip().endswith("the")):
        return rest
    return start


def _past_circumstance(text: str, start: int, end: int, date: tuple[int, int] | None) -> int:
    """Where the subject begins in a long clause that opens with its circumstances ("Although ..., the king ...")."""
    opening = _WORD.match(text, start, end)
    if opening is None or not (opening[0].casefold() in _CIRCUMSTANCE or opening[0].endswith("ing")):
        return start
    limit = min(date[0] if date and date[0] > start else end, start + _FARTHEST)
    for comma in _COMMA.finditer(text, start, limit):
        words = [word[0] for word in _WORD.finditer(text, comma.end(), min(end, comma.end() + 80))][:8]
        named = bool(words) and (words[0][0].isupper() or words[0].casefold() in _SUBJECT_WORD)
        stop = text.find(",", comma.end(), end)
        verb = first_verb(text, comma.end(), end if stop < 0 else stop)
        if named and verb < (end if stop < 0 else stop) and len(_WORD.findall(text, comma.end(), verb)) < 8:
            return comma.end()
    return start


def _starts_with_verb(said: str) -> bool:
    first = _WORD.match(said)
    return first is not None and is_verb(first[0])


def _odd_capitals(said: str) -> bool:
    first = said.split(" ", 1)[0]
    return any(letter.isupper() for letter in first)
