"""Knows what a clause says became of whom."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui.events.governs import dates_after, dates_before, governs, in_aside
from tui.events.places import may_tell_fate
from tui.events.sayings import (
    BY_SUBJECT,
    FATE_OF,
    FATE_OF_NOUN,
    KNOWN_AS,
    MOVED_TO,
    NAMED_AS,
    ONLY_PASSIVE,
    TRIGGERS,
    Saying,
    moving,
    naming,
    phrase,
)
from tui.events.subjects import goes_on, subject_of
from tui.events.topics import Topic, Topics
from tui.events.whose import BETWEEN, PASSIVE, Mentions, objects_of, owner_of
from tui.events.wordlist import word_set

_WORD = re.compile(r"[A-Za-z]+(?:['’]s)?")
_AROUND = word_set("after following since before until upon despite prior recent")
_UNDONE = word_set(
    """
    not never no nor would could should may might will can to if unless denied nearly almost attempted tried failed
    wanted plotted planned ordered refused claimed falsely
    """
)
_WISHED = word_set(
    """
    demand demands demanded demanding call calls called calling urge urged urging seek seeks sought seeking request
    requested requesting negotiate negotiated negotiating negotiations plan plans planned planning plot plots plotted
    plotting attempt attempts attempted failed offer offered order ordered ordering refuse refused reward warrant
    warrants would could will may might possible alleged rumours rumors prevent prevented avoid avoided threatened
    """
)
_UNTRUE = word_set("wrongly falsely mistakenly erroneously denied denies denying untrue disproved")
_RUMOUR = word_set("rumours rumors rumour rumor rumoured rumored")
_BELIEF = 10
_PUBLISHED = word_set("press news album film book video")
_HELD_TRUE = word_set("believed said known reported thought")
_HIM = (" him ", " him.", " him,", " them ", " her in", " her on")
_OPEN_ENDED = (KNOWN_AS, NAMED_AS, MOVED_TO)
_ARTICLE = 4
_ASIDES = (", ", ", also ", ", better ", ", best ", " (", ", then ", ", later ", " (also ", " (better ")
_TO_BE = word_set("was is were are been be become became came come to also better best now then later soon")
_PREPOSITION = re.compile(r"\s(?:in|on|by|at|near|during|of|after|while|when|from|outside|inside|as|with)\b")


Said = tuple[int, str, int, bool]
"""An entity, what became of it, the offset of the word that says so, and whether the clause's date says when."""


def fates(
    text: str,
    start: int,
    end: int,
    mentions: Mentions,
    dates: Sequence[int],
    known: Topics,
    wider: Mentions = (),
    subject: Topic | None = None,
) -> Iterator[Said]:
    """What the clause `text[start:end]` says became of whom.

    `mentions` are those inside it, `wider` those of its sentence; `dates` are the offset of the date it hangs on,
    none without one, and of the other dates there; `known` tells whom a sentence is about whose verb goes on after its
    subject or a pronoun, `subject` whom a clause is about that leaves its subject out. Undone, denied, wished for and
    merely possible deeds are left out.
    """
    if not may_tell_fate(text, start, end):
        return
    date = dates[0] if dates else None
    words = list(_WORD.finditer(text, start, end))
    last: tuple[int, list[int]] = (start, [])
    told = ""
    low_words = ["" if word[0] == "May" else word[0].casefold() for word in words]
    if TRIGGERS.isdisjoint(low_words) and FATE_OF_NOUN.keys().isdisjoint(low_words):
        return
    for place, word in enumerate(words):
        if low_words[place] not in TRIGGERS and word[0] not in FATE_OF_NOUN:
            continue
        edge = max(place - 4, bisect_right(words, text.rfind(",", start, word.start()), key=re.Match.start))
        before = low_words[edge:place]
        if word[0] in FATE_OF_NOUN:
            if _noun_counts(text, word, low_words[max(0, place - 4) : place], date):
                whom = owner_of(text, words, place, mentions)
                whom = whom or _his(before, known.at(word.start()), word.start())
                dated = governs(text, start, word, dates)
                yield from ((entity, FATE_OF_NOUN[word[0]], word.start(), dated) for entity in whom)
            continue
        said = _said(text, words, place, before, mentions)
        wished = said is not None and not said.fate.startswith(KNOWN_AS) and _undone(before)
        if said is None or wished or untrue(low_words[:place]):
            continue
        topic = known.at(word.start())
        if aside := _right_before(text, word, said, mentions):
            whom = aside
        elif said.active or _is_passive(before):
            verb = word.start()
            if said.fate.startswith(KNOWN_AS):
                verb = _chain(words, place)
                if which := next((one for one in mentions if text[one[1] : verb] in (", which ", ", who ")), None):
                    yield which[2], said.fate, word.start(), False
                    continue
                if verb == word.start() or text[start:verb].rstrip().endswith((",", "(")):
                    continue  # what goes before is no name, so somebody or something else is known as that
            whom = subject_of(text, start, verb, mentions)
            if not whom and topic and topic.start < start:
                whom = subject_of(text, topic.start, verb, wider)
            for about in (topic, subject):
                if not whom and about and about.begin <= verb and goes_on(text, about.begin, verb):
                    whom = list(about.who)
            last = (word.end(), whom)
        elif last[1] and _coordinate(text[last[0] : word.start()]):
            whom = last[1]
        elif said.fate.startswith(_OPEN_ENDED) or low_words[place] in ONLY_PASSIVE:
            continue
        else:
            whom = objects_of(text, word.end(), end, mentions)
            if not whom and topic and not topic.pronoun and text.startswith(_HIM, word.end()):
                whom = list(topic.before)
        dated = governs(text, start, word, dates) and not in_aside(text, word.start(), whom, mentions, dates[0])
        dated = dated and not said.fate.startswith(KNOWN_AS)
        told = said.fate if whom and not dated else told
        yield from ((entity, said.fate, word.start(), dated) for entity in whom)
    if told and date is not None and (gapped := _gapped(text, last[0], date, mentions)):
        yield gapped[2], told, gapped[0], True


def _right_before(text: str, word: re.Match[str], said: Saying, mentions: Mentions) -> list[int]:
    """The name with only a comma between it and a bare participle: "X, captured in 1985, ..."."""
    following = _PREPOSITION.match(text, said.end)
    if said.active and not said.fate.startswith(KNOWN_AS):
        return []
    near = next((mention for mention in mentions if text[mention[1] : word.start()] in _ASIDES), None)
    return [near[2]] if near and (following or said.fate.startswith(KNOWN_AS)) else []


def _chain(words: Sequence[re.Match[str]], place: int) -> int:
    """Offset where "came to be widely known" begins, asked for "known"."""
    while place and (words[place - 1][0] in _TO_BE or words[place - 1][0].endswith("ly")):
        place -= 1
    return words[place].start()


def _gapped(text: str, start: int, date: int, mentions: Mentions) -> tuple[int, int, int] | None:
    """The name that shares the verb before it and has only a date of its own: "and Jacobsen in May"."""
    for mention in mentions:
        if mention[0] > start and text[mention[1] : date] in (" on ", " in ", " "):
            return mention if text[: mention[0]].endswith((" and ", ", ", "; ")) else None
    return None


def _said(
    text: str, words: Sequence[re.Match[str]], place: int, before: Sequence[str], mentions: Mentions
) -> Saying | None:
    """What the word at `place` says became of somebody, by itself or with what follows."""
    word = words[place]
    low = word[0].casefold()
    passive = _is_passive(before)
    if found := phrase(text, low, word.end(), passive=passive) or naming(text, low, word.end(), passive=passive):
        return found
    if low in FATE_OF:
        return None if low == "shot" else Saying(FATE_OF[low], word.end(), low in BY_SUBJECT)
    to = moving(text, low, word.end(), passive=passive)
    if to is not None:
        name = next((mention for mention in mentions if to <= mention[0] <= to + _ARTICLE), None)
        return Saying(f"{MOVED_TO} {text[to : name[1]]}", name[1], not passive) if name else None
    return None


def _is_passive(before: Sequence[str]) -> bool:
    """Whether "was" or the like goes before, adverbs aside."""
    for word in reversed(before):
        if word not in BETWEEN and not word.endswith("ly"):
            return word in PASSIVE
    return False


def _undone(before: Sequence[str]) -> bool:
    """Whether the words before a deed say that it was not done; "is believed to have died" says that it was."""
    if tuple(before[-2:]) == ("to", "have") and before[-3:-2] and before[-3] in _HELD_TRUE:
        return False
    return not _UNDONE.isdisjoint(before)


def _noun_counts(text: str, word: re.Match[str], before: Sequence[str], date: int | None) -> bool:
    """Whether the noun of a deed says that it was done, and here.

    "After the death of X, ..." is dated by what follows, unless the date stands right there; without any date only
    such words make sure that there was one.
    """
    around = not _AROUND.isdisjoint(before)
    near = date is not None and (dates_after(text, word.end(), date) or dates_before(text, word.start(), date))
    if (around and not near) if date is not None else not around:
        return False
    return _WISHED.isdisjoint(before) and not (before and before[-1] in _PUBLISHED)


def _his(before: Sequence[str], topic: Topic | None, noun: int) -> list[int]:
    """Whose "his capture" is where the sentence begins with it or goes on after a pronoun: the topic's."""
    if topic is None or not before or before[-1] not in ("his", "her"):
        return []
    if topic.pronoun and topic.begin <= noun:
        return list(topic.who)
    return list(topic.before) if len(before) == 1 and not topic.who else []


def untrue(before: Sequence[str]) -> bool:
    """Whether the words before a deed say that it was only believed: "wrongly reported that", "denied that"."""
    near = before[-_BELIEF:]
    rumour = "that" in near and not _RUMOUR.isdisjoint(near)
    return rumour or not _UNTRUE.isdisjoint(near)


def _coordinate(between: str) -> bool:
    """Whether only "and" joins two verbs: "was arrested and ultimately killed", "had escaped and been killed"."""
    words = between.split()
    rest = words[1:]
    return words[:1] == ["and"] and all(word in BETWEEN or word in PASSIVE or word.endswith("ly") for word in rest)
