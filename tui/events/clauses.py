"""Knows how a sentence falls into clauses: at ";", at "and" before a verb, and between two dates."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from tui.events.places import first_verb
from tui.events.verbs import actions, is_verb
from tui.model import When

_SEMICOLON = re.compile(r";\s*")
_JOINT = re.compile(
    r",?\s+(?:and|but|then|while|whereas)\s+(?:(?:then|later|also|subsequently|again)\s+)?(?=([A-Za-z-]+))"
)
_SOFT = re.compile(r"(?:,\s+)?(?:\b(?:and|but|or|while|when|before|after|until|which|who)\b\s*)|,\s+")
_WORD = re.compile(r"[\w’'-]+")
_RELATIVE = re.compile(r"\b(?:who|which)\b")
_LONGEST_ANTECEDENT = 9
_BEFORE_ANTECEDENT = frozenset(
    ("by", "to", "with", "from", "for", "at", "in", "on", "against", "among", "and", "or", "that")
)
_DETERMINER = re.compile(r"\b(?:the|a|an|its|his|her|their|this|that)\s+\Z", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s+([A-Za-z][\w-]*)")
_AFTER_A_DATE = frozenset(
    ("and", "or", "but", "to", "in", "at", "of", "by", "for", "when", "while", "until", "from", "with", "as")
)
_FRESH = 14
_LONGEST_SUBJECT = 70
_FEWEST_WORDS = 3
_LONGEST_OPENING = 6
_LINKING = frozenset(("who", "which", "that", "whose", "where", "when", "to"))


class DatedPhrase(NamedTuple):
    """A valued date expression in a sentence; two that name one range count as one."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    when: When
    """Its value."""
    rule: str
    """The rule that valued it."""


class Clause(NamedTuple):
    """The stretch of a sentence that one date governs."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    date: DatedPhrase
    """The date it hangs on."""
    subject: tuple[int, int] | None = None
    """Where its subject stands if it was said before, in the clause it was cut from; None if it has its own."""


def cut(text: str, start: int, end: int, dates: Sequence[DatedPhrase]) -> list[Clause]:
    """The dated clauses of the sentence `text[start:end]`, in order; `dates` are those inside it, in order."""
    found: list[Clause] = []
    for piece_start, piece_end in _split(_SEMICOLON, text, start, end):
        inside = [date for date in dates if piece_start <= date.start < piece_end]
        if inside:
            found += _by_verb(text, piece_start, piece_end, inside)
    return [_relative(text, clause) for clause in found]


def words(text: str, start: int, end: int) -> int:
    """How many words stand in `text[start:end]`."""
    return sum(1 for _ in _WORD.finditer(text, start, end))


def _split(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces, at = [], start
    for match in pattern.finditer(text, start, end):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, end))
    return [(a, b) for a, b in pieces if a < b]


def _by_verb(text: str, start: int, end: int, dates: Sequence[DatedPhrase]) -> list[Clause]:
    verb = first_verb(text, start, end)
    cuts = [m for m in _JOINT.finditer(text, start, end) if _joins_verbs(text, start, end, m)]
    if len(dates) == 1 and dates[0].start < verb:
        cuts = []  # a date before the verb governs everything that follows
    edges = [(start, start), *((m.start(), m.end()) for m in cuts), (end, end)]
    found: list[Clause] = []
    open_at = start
    for (_, after), (before, resume) in pairwise(edges):
        if _own_subject(text, after, before):
            open_at = after
        inside = [date for date in dates if after <= date.start < before]
        if not inside:
            continue
        borrowed = _subject(text, start, verb, dates) if found and open_at == after else None
        found += _by_date(text, open_at, before, inside, borrowed)
        open_at = resume
    return found


def _joins_verbs(text: str, start: int, end: int, joint: re.Match[str]) -> bool:
    """Whether a verb, or after a comma a subject with its verb, follows the joint, and a clause goes before it."""
    if not is_verb(joint[1]) and not (joint[0].startswith(",") and _own_subject(text, joint.end(), end)):
        return False
    before = [word[0] for word in _WORD.finditer(text, max(start, joint.start() - 60), joint.start())]
    return len(before) > 1 and not is_verb(before[-1])


def _own_subject(text: str, start: int, end: int) -> bool:
    """Whether the stretch opens with a subject of a few words and its verb, no comma between."""
    comma = text.find(",", start, end)
    end = end if comma < 0 else comma
    if first_verb(text, start, end) == end:
        return False
    opening = list(islice(_WORD.finditer(text, start, end), _LONGEST_OPENING))
    verb = next((place for place, word in enumerate(opening) if is_verb(word[0])), 0)
    return verb > 0 and opening[0][0].casefold() not in _LINKING


def _subject(text: str, start: int, verb: int, dates: Sequence[DatedPhrase]) -> tuple[int, int] | None:
    fronted = [date.end for date in dates if date.end <= verb]
    begin = fronted[-1] if fronted else start
    while begin < verb and not text[begin].isalnum():
        begin += 1
    finish = verb
    while finish > begin and text[finish - 1].isspace():
        finish -= 1
    return (begin, finish) if 0 < finish - begin <= _LONGEST_SUBJECT else None


def _by_date(
    text: str, start: int, end: int, dates: Sequence[DatedPhrase], subject: tuple[int, int] | None
) -> list[Clause]:
    """One clause a date, cut between the dates; "the 1932 uprising" only names a thing and cuts nothing."""
    naming = [date for date in dates if _names_a_thing(text, start, end, date)]
    telling = [date for date in dates if date not in naming] or naming[:1]
    pieces = _between(text, start, end, telling)
    found: list[Clause] = []
    for date in dates:
        a, b = next((piece for piece in pieces if date.start < piece[1]), pieces[-1])
        found.append(Clause(a, b, date, subject if a == start else None))
    return found


def _between(text: str, start: int, end: int, dates: Sequence[DatedPhrase]) -> list[tuple[int, int]]:
    """The stretch cut at one joint between each two dates; a piece that would say nothing stays with the one before."""
    edges = [start]
    for first, second in pairwise(dates):
        joints = list(_SOFT.finditer(text, first.end, second.start))
        fresh = [m for m in joints if second.start - m.end() <= _FRESH]
        fronted = first is dates[0] and first.end < first_verb(text, start, second.start) < second.start
        pick = fresh[-1] if fresh else joints[-1 if fronted else 0] if joints else None
        edges.append(pick.end() if pick else second.start)
    edges.append(end)
    kept: list[int] = [start]
    for (a, b), date in zip(pairwise(edges), dates, strict=True):
        if a > kept[-1] and _says_something(text, a, b, date) and _says_something(text, kept[-1], a, date):
            kept.append(a)
    kept.append(end)
    return [(a, b if b == end else _rstrip(text, a, b)) for a, b in pairwise(kept)]


def _says_something(text: str, start: int, end: int, date: DatedPhrase) -> bool:
    own = start <= date.start < end
    rest = words(text, start, end) - (words(text, date.start, date.end) if own else 1)
    acts = first_verb(text, start, end) < end or actions(text[start:end])
    return rest >= _FEWEST_WORDS and bool(acts)


def _names_a_thing(text: str, start: int, end: int, date: DatedPhrase) -> bool:
    """Whether the date stands between an article and a noun: "the 1932 uprising"."""
    before = _DETERMINER.search(text, max(start, date.start - 8), date.start)
    after = _NOUN_AFTER.match(text, date.end, end)
    return bool(before and after and after[1] not in _AFTER_A_DATE and not is_verb(after[1]))


def _relative(text: str, clause: Clause) -> Clause:
    """The clause cut down to "agents who were held in 2006" where the date says when that was, and not the rest."""
    verb = first_verb(text, clause.start, clause.date.start)
    pronouns = list(_RELATIVE.finditer(text, verb, clause.date.start))
    if not pronouns or "," in text[pronouns[-1].end() : clause.date.start]:
        return clause
    pronoun = pronouns[-1]
    begin = pronoun.start()
    for word in reversed(list(_WORD.finditer(text, verb, pronoun.start()))[-_LONGEST_ANTECEDENT:]):
        if (
            is_verb(word[0])
            or word[0] in _BEFORE_ANTECEDENT
            or (text[word.end()] in ',;:“”"' and word.end() < begin - 2)
        ):
            break
        begin = word.start()
    return clause._replace(start=begin, subject=None) if begin < pronoun.start() else clause


def _rstrip(text: str, start: int, end: int) -> int:
    piece = re.sub(r"[\s,]+(?:and|but|or|while|when|before|after|until|which|who)?[\s,]*\Z", "", text[start:end][-400:])
    return end - len(text[start:end][-400:]) + len(piece)
