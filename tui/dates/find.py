"""Finds the date expressions of an article and gives each its value, in reading order."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress, count

from tui.dates.anchor import anchor
from tui.dates.blocks import blocks
from tui.dates.builders import build
from tui.dates.combine import combine
from tui.dates.dense import most_dates
from tui.dates.expressions import KNOWN_DAY, Apart, Expression, Shape
from tui.dates.grammar import GRAMMAR, START
from tui.dates.lexicon import LANGUAGES, Lexicon, language_of, load
from tui.dates.row import Row
from tui.dates.story import Setting, Story, Told, Value
from tui.dates.tokens import Tokens, has_trigger, tokenise
from tui.dates.traps import is_trap
from tui.model import CORRECTED, DateOrder, DateSpan, Part, PartKind, When

_HEADING_END = re.compile(r"\s*[:.–—-]|\s*$", re.MULTILINE)
_LONGEST_HEADING = 90
_AHEAD = 12
_IDLE = ("quarter",)
"""Rules whose words are no date where nothing gives them a year: the first half of a match."""
_QUOTES = re.compile(r"[“”«»„\"]")


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Words of time that are no date: a duration, a repeated time, a time of day, "recently"."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    kind: Apart
    """Which of them."""
    value: str
    """ISO 8601 duration ("P3Y", for a set that of its period), PAST_REF and the like, or "" for a time of day."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All the words of time of an article."""

    dates: list[DateSpan]
    """Dates, in order of start, not overlapping."""
    apart: list[KeptApart]
    """What is no date, likewise."""


def find_dates(
    text: str,
    parts: Sequence[Part],
    published: When | None = None,
    order: DateOrder | None = None,
    corrected: Mapping[str, When] | None = None,
) -> list[DateSpan]:
    """The date expressions of an article, in order of start, not overlapping; comments and footers included.

    Of an absurdly dense text the first `most_dates` are read.

    Args:
        text: the article's one text.
        parts: its parts, in order; a TIMELINE part that opens with a date counts bare days and the like from that.
        published: when it was published, for what is relative to it; may be approximate.
        order: how numeric dates are written; None keeps every reading the calendar allows.
        corrected: values a person set, by the words of a date with single spaces; what counts from such a date counts
            from the value set.
    """
    return read(text, parts, published, order, corrected=corrected).dates


def read(
    text: str,
    parts: Sequence[Part],
    published: When | None = None,
    order: DateOrder | None = None,
    language: str | None = None,
    corrected: Mapping[str, When] | None = None,
) -> Reading:
    """As `find_dates`, with the durations, sets and times of day that were kept apart; `language` None is found out."""
    lexicon = load(language if language in LANGUAGES else language_of(text))
    result = Reading([], [])
    story = Story(text, published)
    block, most = 0, most_dates(len(text))
    for part in parts or [Part(PartKind.BODY, 0, len(text))]:
        story.leave_heading()
        if not part.kind.counts:
            story.forget()
        for start, end in blocks(text, part.start, part.end):
            if len(result.dates) >= most:
                break
            block += not _is_heading(text, start, end)
            if has_trigger(text, start, end, lexicon):
                tokens = tokenise(text, start, end, lexicon)
                opens = part.kind is PartKind.TIMELINE and not text[part.start : start].strip()
                found = _expressions(tokens, lexicon, order)
                _place(found, tokens, lexicon, story, block, opens, result, corrected or {})
    del result.dates[most:]
    return result


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether a block is a heading by its look, so that what stands above it is still the paragraph before."""
    return end - start < _LONGEST_HEADING and text[end - 1].isalnum()


def _expressions(tokens: Tokens, lexicon: Lexicon, order: DateOrder | None) -> list[Expression]:
    """The expressions of a block, not yet anchored."""
    row = Row(tokens, order)
    found: list[Expression] = []
    at = 0
    classes = tokens.classes
    while start := START.search(classes, at):
        match = GRAMMAR.match(classes, start.start())
        if match is None:
            at = start.end()
            continue
        rule, (i, j) = match.lastgroup or "", match.span()
        built = [one for one in build(row, rule, i, j) if not is_trap(one, tokens, lexicon)]
        found += built
        at = max(built[-1].stop, i + 1) if built else i + 1
    return combine(found, tokens, lexicon)


def _place(
    found: list[Expression],
    tokens: Tokens,
    lexicon: Lexicon,
    story: Story,
    block: int,
    opens: bool,
    result: Reading,
    corrected: Mapping[str, When],
) -> None:
    """Anchor the expressions of a block and add them to the result."""
    quoted = _quoted(tokens, found)
    ahead_words = _ahead_words(tokens, found, lexicon)
    for index, one in enumerate(found):
        start, end = tokens.starts[one.first], tokens.ends[one.stop - 1]
        if one.apart is not None:
            result.apart.append(KeptApart(start, end, one.apart, one.iso))
            continue
        said = tokens.text[start:end]
        right = corrected.get(" ".join(said.split())) if corrected else None
        if one.shape is Shape.FIXED and one.when and right is None and not one.bound:
            rule = _rule(one.rule, "")
            when = _as_said(one.when, said, rule)
            aside = _is_aside(tokens, one)
            story.remember(Told(start, block, one.when, not (aside and one.rule == KNOWN_DAY), aside))
            result.dates.append(DateSpan(start, end, when, rule, None))
            if index == 0 and one.first == 0:
                _stand_under(story, tokens, start, end, block, when, opens)
            continue
        ahead = one.shape is not Shape.FIXED and _looks_ahead(tokens, one, lexicon, ahead_words)
        if right is None and one.rule == "ahead" and not ahead:
            result.apart.append(KeptApart(start, end, Apart.DURATION, one.iso))
            continue
        setting = Setting(start, block, index in quoted, ahead, _is_aside(tokens, one))
        if right is not None:
            story.remember(Told(start, block, right, True, setting.aside))
            one.shape, one.rule, one.bound = Shape.FIXED, CORRECTED, ""
            value = Value(right)
        else:
            value = anchor(story, one, setting)
        if value.when is None and one.rule in _IDLE:
            continue
        rule = _rule(one.rule, value.source)
        told = _as_said(value.when, said, rule) if value.when else None
        result.dates.append(DateSpan(start, end, told, rule, value.basis))
        if right is not None and told and index == 0 and one.first == 0:
            _stand_under(story, tokens, start, end, block, told, opens)


@cache
def _rule(rule: str, source: str) -> str:
    """The name of a rule for people, with what its value was counted from."""
    return rule.replace("_", " ") + (f", from {source}" if source else "")


def _as_said(when: When, said: str, rule: str) -> When:
    """A value with the words and the rule that gave it."""
    return _valued(when.first, when.last, when.precision, when.approximate, when.edtf, said, rule)


_valued = lru_cache(4096)(When)


def _stand_under(story: Story, tokens: Tokens, start: int, end: int, block: int, when: When, opens: bool) -> None:
    """Take a date that opens a block for a heading if it looks like one."""
    if tokens.text[end : end + 1] == ":" or (opens and _HEADING_END.match(tokens.text, end)):
        story.stand_under(start, block, when)


def _quoted(tokens: Tokens, found: list[Expression]) -> set[int]:
    """Numbers of the expressions that stand inside quotation marks."""
    if not found:
        return set()
    marks = _marks(tokens)
    inside: set[int] = set()
    opening, mark = False, next(marks, None)
    for index, one in enumerate(found):
        start = tokens.starts[one.first]
        while mark is not None and mark[0] < start:
            opening = mark[1] if mark[1] is not None else not opening
            mark = next(marks, None)
        if opening:
            inside.add(index)
    return inside


def _marks(tokens: Tokens) -> Iterator[tuple[int, bool | None]]:
    """Quotation marks of a block: offset, and whether each opens; None for one that may do either."""
    for match in _QUOTES.finditer(tokens.text, tokens.starts[0], tokens.ends[-1]):
        yield match.start(), {"“": True, "«": True, "„": True, "”": False, "»": False}.get(match[0])


def _ahead_words(tokens: Tokens, found: list[Expression], lexicon: Lexicon) -> list[int]:
    """Indices of the tokens that look ahead, in order; none are sought where no date asks for them."""
    if all(one.shape is Shape.FIXED for one in found):
        return []
    return list(compress(count(), map(lexicon.future.__contains__, tokens.words)))


def _looks_ahead(tokens: Tokens, one: Expression, lexicon: Lexicon, ahead_words: list[int]) -> bool:
    """Whether a word shortly before, in the same sentence, or right after looks ahead."""
    if one.bound == "before" or tokens.word(one.stop) in lexicon.future:
        return True
    first = max(0, one.first - _AHEAD)
    first = max(first, tokens.classes.rfind(".", first, one.first) + 1)
    last = bisect_left(ahead_words, one.first)
    return last > 0 and ahead_words[last - 1] >= first


def _is_aside(tokens: Tokens, one: Expression) -> bool:
    """Whether an expression stands after an article, or not within the first words of its sentence."""
    classes = tokens.classes
    if one.first == 0:
        return False
    if classes[one.first - 1] == "T":
        return True
    return one.first > 2 and "." not in classes[max(0, one.first - 3) : one.first]
