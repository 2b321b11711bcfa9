"""Knows what part the names of a row have in its event: who did it, to whom, where."""

import re
from collections.abc import Container, Iterator

from tui.events.places import action_verbs, first_verb
from tui.events.row import EventRow
from tui.events.subjects import goes_on, subject_of
from tui.events.topics import Topics
from tui.events.whose import BETWEEN, PASSIVE, Mentions, objects_of
from tui.model import WHERE, WHO, WHOM

_WORD = re.compile(r"[\w’'-]+")
_BY = re.compile(r"\bby (?:the |a |an |one of the )?(?:[A-Za-z-]+ ){0,3}?\Z")
_THERE = re.compile(
    r"\b(?:in|at|near|on|from|to|into|inside|outside|off|through|around|across|over|north of|south of|east of|west of|"
    r"outside of|aboard|toward|towards) (?:the |a |an )?(?:[\w’'-]+ ){0,3}?\Z"
)
"""Searched for in lower case: a search that heeds no case takes twice as long."""

_NEAR = 60


def parts_of(
    text: str, row: EventRow, mentions: Mentions, topics: Topics, places: Container[int]
) -> tuple[tuple[int, str], ...]:
    """The (entity, part) of a row, as far as its words tell, each entity once: `WHO`, `WHOM` or `WHERE`.

    `mentions` are those inside the row, `places` the entities that are places. The subject of "was seized" is whom,
    a name after "by" who; a subject that is left out or a pronoun is whom the sentence is about.
    """
    found: dict[int, str] = {}
    beings = [mention for mention in mentions if mention[2] not in places]
    for start, end in _verbs(text, row):
        for entity, part in _around(text, row, start, end, mentions, beings, topics):
            found.setdefault(entity, part)
    for mention in mentions:
        if mention[2] not in places or mention[2] in found:
            continue
        if _THERE.search(text[max(row.start, mention[0] - _NEAR) : mention[0]].lower()):
            found[mention[2]] = WHERE
    return tuple(found.items())


def _verbs(text: str, row: EventRow) -> Iterator[tuple[int, int]]:
    verbs = [(start, end) for start, end, _ in action_verbs(text, row.start, row.end)]
    if not verbs and (first := first_verb(text, row.start, row.end)) < row.end:
        word = _WORD.match(text, first)
        verbs = [(first, word.end())] if word else []
    yield from verbs


def _around(
    text: str, row: EventRow, start: int, end: int, mentions: Mentions, beings: Mentions, topics: Topics
) -> Iterator[tuple[int, str]]:
    passive = _passive(text, row.start, start)
    subject = subject_of(text, row.start, start, mentions)
    topic = topics.at(start)
    if not subject and topic and topic.begin <= start and goes_on(text, topic.begin, start):
        subject = list(topic.who)
    yield from ((entity, WHOM if passive else WHO) for entity in subject)
    if not passive:
        yield from ((entity, WHOM) for entity in objects_of(text, end, row.end, mentions))
        return
    for mention in beings:
        if end <= mention[0] <= end + _NEAR and _BY.search(text, end, mention[0]):
            yield mention[2], WHO
            return


def _passive(text: str, start: int, verb: int) -> bool:
    for word in reversed(_WORD.findall(text, max(start, verb - _NEAR), verb)):
        low = word.casefold()
        if low not in BETWEEN and not low.endswith("ly"):
            return low in PASSIVE
    return False
