"""Knows whom each sentence is about: its subject by name, or by a pronoun where what was said before tells who."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from tui.events.places import has_pronoun
from tui.events.sentences import sentences_of
from tui.events.subjects import opening_names
from tui.events.verbs import is_verb
from tui.events.whose import Mentions
from tui.model import Part, PartKind

_PRONOUN = re.compile(r"(?:[A-Z][^.;:\n]{0,80}?,?\s)??(?P<who>[Hh]e|[Ss]he|[Tt]hey)\s+(?=[a-z])")
_INNER = re.compile(r"\b(?:he|she)\s+(?=[a-z])")
_ANY = re.compile(r"\b(?:he|him|his|she|her|himself|herself)\b", re.IGNORECASE)
_HIM = re.compile(r"\bhim\b")
_OBLIQUE = re.compile(
    r"\b(?:by|of|under|from|with|than|for|against|after|before|between|among|as|at|in|on|over|behind|like)\s+"
    r"(?:the\s+)?(?:[A-Z][\w.]*\s+){0,3}\Z"
)
_LEAD = 50
_TURN = re.compile(r";\s+|,\s+(?:and|but|so)\s+(?:then\s+|later\s+)?(?=(?:he|she|they)\s)")
_NEAR = 60
_WORD = re.compile(r"[\w’'-]+")


class Topic(NamedTuple):
    """Whom a stretch of text is about."""

    start: int
    """Offset from which this holds, to the next one's start or its own end."""
    end: int
    """Offset after the sentence or half sentence."""
    who: tuple[int, ...]
    """The entities that are its subject; empty if nobody is sure."""
    begin: int
    """Offset after the subject: where its verb may begin."""
    before: tuple[int, ...]
    """Whom the sentence before was about: what "him" means beside another subject."""
    pronoun: bool
    """Whether it says so with a pronoun."""


class Topics:
    """The topics of an article, asked for by a place in its text."""

    def __init__(self, found: Sequence[Topic]) -> None:
        self._found = found
        self._starts = [topic.start for topic in found]

    def at(self, place: int) -> Topic | None:
        """The topic that holds at an offset, if somebody is known."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._found[index].end:
            return None
        return self._found[index]


class Reading(NamedTuple):
    """One article as it is read for what became of whom."""

    told: Sequence[Sequence[tuple[int, int]]]
    """(start, end) of the sentences of each part that tells something."""
    topics: Topics
    """Whom each is about."""


def read(text: str, mentions: Mentions, parts: Sequence[Part], people: Container[int]) -> Reading:
    """Cut an article into sentences and tell whom each is about; titles, comments and footers are left out."""
    told = [
        sentences_of(text, part.start, part.end) for part in parts if part.kind in (PartKind.BODY, PartKind.TIMELINE)
    ]
    return Reading(told, Topics(list(topics(text, told, mentions, people))))


def topics(
    text: str, parts: Sequence[Sequence[tuple[int, int]]], mentions: Mentions, people: Container[int]
) -> Iterator[Topic]:
    """The topic of each sentence, in order; `parts` are the (start, end) of the sentences of each part.

    A pronoun goes on with whom the sentence before was about, in the same paragraph (the rule of centering, Grosz,
    Joshi and Weinstein 1995: who was the subject or a pronoun stays the topic before somebody newly named does).
    """
    starts = [mention[0] for mention in mentions]
    for part in parts:
        before: tuple[int, ...] = ()
        last = part[0][0] if part else 0
        for start, end in part:
            if "\n\n" in text[last:start]:
                before = ()
            last = end
            at = start
            for stop in [*(turn.end() for turn in _TURN.finditer(text, start, end)), end]:
                inside = mentions[bisect_left(starts, at) : bisect_left(starts, stop)]
                personal = has_pronoun(text, at, stop)
                topic = _topic(text, at, stop, inside, people, before, personal=personal)
                yield topic
                if personal:
                    yield from _inner(text, topic, inside, people)
                before = _next(text, topic, inside, people, personal=personal)
                at = stop


def _topic(
    text: str,
    start: int,
    end: int,
    inside: Mentions,
    people: Container[int],
    before: tuple[int, ...],
    *,
    personal: bool,
) -> Topic:
    """Whom a stretch is about; `personal` tells whether a pronoun stands in it."""
    pronoun = _PRONOUN.match(text, start, end) if personal else None
    if pronoun and not any(is_verb(word) for word in text[start : pronoun.start("who")].rpartition(",")[2].split()):
        many = pronoun["who"].casefold() == "they"
        fits = before and (len(before) > 1 or before[0] not in people if many else len(before) == 1)
        who = before if fits and (many or before[0] in people) else ()
        return Topic(start, end, who, pronoun.end(), before, pronoun=True)
    names, begin = opening_names(text, start, end, inside)
    return Topic(start, end, tuple(names), begin, before, pronoun=False)


def _inner(text: str, topic: Topic, inside: Mentions, people: Container[int]) -> Iterator[Topic]:
    """Later pronouns of the sentence that can only be the one person it names before them."""
    for pronoun in _INNER.finditer(text, max(topic.begin, topic.start + 1), topic.end):
        named = {mention[2] for mention in inside if mention[1] <= pronoun.start() and mention[2] in people}
        known = named | (set(topic.who) if topic.pronoun else set())
        if len(known) == 1:
            yield Topic(pronoun.start(), topic.end, tuple(known), pronoun.end(), topic.before, pronoun=True)


def _next(text: str, topic: Topic, inside: Mentions, people: Container[int], *, personal: bool) -> tuple[int, ...]:
    """Whom a pronoun in the next sentence means; `personal` tells whether one stands in this."""
    named = dict.fromkeys(mention[2] for mention in inside if mention[2] in people)
    others = [mention for mention in inside if mention[2] in people and mention[2] not in topic.who]
    if topic.who and any(_is_object(text, mention) for mention in others if mention[0] >= topic.begin):
        him = personal and topic.before and not topic.pronoun and _HIM.search(text, topic.begin, topic.end)
        return topic.before if him else ()
    if topic.pronoun:
        return topic.who
    if (
        personal
        and topic.before
        and _HIM.search(text, topic.begin, topic.end)
        and not set(topic.who) & set(topic.before)
    ):
        return topic.before
    if topic.who and (len(topic.who) > 1 or topic.who[0] in people or not named):
        return topic.who
    if len(named) == 1:
        first = next(mention for mention in inside if mention[2] in people)
        return tuple(named) if first[0] - topic.start <= _NEAR else ()
    if personal and not named and _ANY.search(text, topic.start, topic.end):
        return topic.before
    return ()


def _is_object(text: str, name: tuple[int, int, int]) -> bool:
    """Whether the name is neither after "by", "of" and the like nor an owner: whom "he" then means is open."""
    if text.startswith(("’s", "'s"), name[1]):
        return False
    return _OBLIQUE.search(text[max(0, name[0] - _LEAD) : name[0]]) is None
