"""Knows which statements of an article become rows of the timeline."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tui.events.clauses import Clause, DatedPhrase, cut
from tui.events.counted import counts
from tui.events.dated import heading_of, phrases
from tui.events.elsewhen import elsewhen
from tui.events.headline import headline
from tui.events.listed import listed
from tui.events.places import action_verbs, first_verb, past_verbs
from tui.events.row import EventRow
from tui.events.sentences import sentences_of
from tui.events.speakers import is_spoken
from tui.events.verbs import is_told
from tui.model import DateSpan, Part, PartKind, When

_BEFORE_NO_EVENT = (
    "would",
    "could",
    "will",
    "may",
    "might",
    "should",
    "be",
    "to",
    "not",
    "had",
    "who",
    "which",
    "that",
)
_LONGEST_HEADING = 100
_SHORTEST = 20
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
_HAPPENED = frozenset(
    {
        "kill",
        "capture",
        "release",
        "handover",
        "wound",
        "attack",
        "agree",
        "meet",
        "appoint",
        "leave",
        "found",
        "end",
        "try",
        "move",
        "find",
        "win",
        "pass",
        "buy",
        "say",
    }
)
_DONE_TO = _HAPPENED - {"say", "meet", "find"}
_FORCE = re.compile(
    r"\b(?:forces|troops|soldiers|police|officers|agents|militants|rebels|insurgents|gunmen|fighters|militiamen|marines|"
    r"paratroopers|commandos|authorities|officials|guerrillas|terrorists|crowds|protesters|demonstrators|workers)\b"
)


def find_events(
    text: str,
    parts: Sequence[Part],
    dates: Sequence[DateSpan],
    mentions: Sequence[tuple[int, int, int]],
    published: When | None,
) -> list[EventRow]:
    """The rows of one article, in the order of its text.

    `dates` and `mentions` ((start, end, entity)) are in text order, offsets in code points. Titles, comments and
    footers give no rows. `published` is what undated news is dated by, as `reported` rows.
    """
    date_starts = [date.start for date in dates]
    mention_starts = [mention[0] for mention in mentions]
    rows: list[EventRow] = []
    for part in parts:
        if part.kind not in (PartKind.BODY, PartKind.TIMELINE):
            continue
        near_dates = dates[bisect_left(date_starts, part.start) : bisect_left(date_starts, part.end)]
        near = mentions[bisect_left(mention_starts, part.start) : bisect_left(mention_starts, part.end)]
        if near_dates or (near and published):
            rows += _Stretch(text, part, near_dates, near, published).rows()
    return rows


class _Stretch:
    """One part of an article with its dates and mentions."""

    def __init__(
        self,
        text: str,
        part: Part,
        dates: Sequence[DateSpan],
        mentions: Sequence[tuple[int, int, int]],
        published: When | None,
    ) -> None:
        self.text = text
        self.part = part
        self.dates = dates
        self.date_starts = [date.start for date in dates]
        self.mentions = mentions
        self.mention_starts = [mention[0] for mention in mentions]
        self.published = published
        self.elsewhen = elsewhen(text, part, dates, published) if published else []

    def rows(self) -> Iterator[EventRow]:
        begin, head = self.part.start, None
        if self.part.kind is PartKind.TIMELINE:
            begin, head = heading_of(self.text, self.part, self.dates)
        for number, (start, end) in enumerate(sentences_of(self.text, begin, self.part.end)):
            inside = self.dates[bisect_left(self.date_starts, start) : bisect_left(self.date_starts, end)]
            own = phrases(self.text, inside) if inside else []
            if head is not None:
                yield from self._under_heading(start, end, own, head, first=number == 0)
            elif own and not _is_heading(self.text, start, end) and not _is_date_alone(self.text, start, end, own):
                clauses = cut(self.text, start, end, own)
                yield from map(self._row, clauses)
                if self.published:
                    yield from self._beside(start, end, clauses, self.published)
            elif self.published and not inside:
                yield from self._reported(start, end, self.published)

    def _under_heading(
        self, start: int, end: int, own: list[DatedPhrase], head: DatedPhrase, *, first: bool
    ) -> Iterator[EventRow]:
        finer = [date for date in own if head.when.first <= date.when.first and date.when.last <= head.when.last]
        if not own or (first and not finer):
            if first or self._acts(start, end) or self._goes_on(start, end):
                yield self._governed(start, end, head.when, head.start, "heading")
            own = [date for date in own if not date.when.overlaps(head.when)]
        yield from map(self._row, cut(self.text, start, end, own))

    def _reported(self, start: int, end: int, published: When) -> Iterator[EventRow]:
        around = bisect_right(self.elsewhen, (start, end))
        if around and end <= self.elsewhen[around - 1][1]:
            return
        if self._tells(start, end):
            yield self._governed(start, end, published, start, "reported")

    def _beside(self, start: int, end: int, clauses: Sequence[Clause], published: When) -> Iterator[EventRow]:
        """What a sentence says before its first dated clause, if that clause is only an aside to it."""
        before = min(clause.start for clause in clauses)
        if before - start > _SHORTEST and all(clause.end < end for clause in clauses):
            yield from self._reported(start, end, published)

    def _tells(self, start: int, end: int) -> bool:
        """Whether the sentence tells something as plain past and outside quotes, of anybody."""
        verbs = past_verbs(self.text, start, end)
        if not verbs or self.text[end - 1] == "?" or is_spoken(self.text, self.part.start, start):
            return False
        speaker = _FIRST_PERSON.search(self.text, start, end)
        if speaker and not _quoted(self.text, start, speaker.start()):
            return False  # who writes of himself writes no news
        return any(not _quoted(self.text, start, verb) and is_told(self.text, start, verb) for verb in verbs)

    def _acts(self, start: int, end: int) -> bool:
        """Whether a named actor does or suffers something in the sentence, told as plain past and outside quotes."""
        named = self._named(start, end)
        if not named or self.text[end - 1] == "?":
            return False
        for verb_start, _, action in action_verbs(self.text, start, end):
            doing = action in _HAPPENED and any(mention[1] <= verb_start for mention in named)
            if doing and not _quoted(self.text, start, verb_start) and is_told(self.text, start, verb_start):
                return True
        return False

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a sentence under a heading tells of a deed of people who are not named: how many, or which force."""
        if any(count.action for count in counts(self.text[start:end])):
            return not _quoted(self.text, start, end - 1)
        if any(listed(self.text, start, end, self._named(start, end))):
            return True
        for verb_start, _, action in action_verbs(self.text, start, end):
            acting = action in _DONE_TO and _FORCE.search(self.text, start, verb_start)
            if acting and not _quoted(self.text, start, verb_start) and is_told(self.text, start, verb_start):
                return True
        return False

    def _named(self, start: int, end: int) -> Sequence[tuple[int, int, int]]:
        return self.mentions[bisect_left(self.mention_starts, start) : bisect_left(self.mention_starts, end)]

    def _governed(self, start: int, end: int, when: When, at: int, rule: str) -> EventRow:
        return EventRow(
            when=when,
            start=start,
            end=end,
            at=at,
            headline=headline(self.text, start, end, None, None),
            entities=self._entities((start, end)),
            rule=rule,
            reported=rule == "reported",
        )

    def _row(self, clause: Clause) -> EventRow:
        date = clause.date
        stretches = [clause.subject] if clause.subject else []
        return EventRow(
            when=date.when,
            start=clause.start,
            end=clause.end,
            at=date.start,
            headline=headline(self.text, clause.start, clause.end, (date.start, date.end), clause.subject),
            entities=self._entities(*stretches, (clause.start, clause.end)),
            rule=date.rule,
        )

    def _entities(self, *stretches: tuple[int, int]) -> tuple[int, ...]:
        named = (mention[2] for start, end in stretches for mention in self._named(start, end))
        return tuple(dict.fromkeys(named))


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a heading within the prose: a paragraph of its own, with no verb and no full stop."""
    if end - start > _LONGEST_HEADING or text[end - 1] in ".!?…”\"':" or not text[start].isupper():
        return False
    alone = text[max(0, start - 2) : start] in ("", "\n\n") and text.startswith("\n", end)
    return alone and first_verb(text, start, end) == end


def _is_date_alone(text: str, start: int, end: int, dates: Sequence[DatedPhrase]) -> bool:
    """Whether a sentence is a date and nothing else, as under a title: it tells nothing."""
    (date,) = dates if len(dates) == 1 else (None,)
    return date is not None and not any(map(str.isalnum, text[start : date.start] + text[date.end : end]))


def _quoted(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return quoted or before.count("``") > before.count("''")
