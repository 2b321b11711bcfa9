"""The rows of the timeline as they are drawn: heads, events, lines that stand for many of them, cards of conflicts."""

from collections.abc import Sequence

from rich.cells import cell_len

from tui.corpus.claims import DISMISSED, KEPT_OPEN
from tui.dates.words import describe
from tui.model import OPEN_PAST, Conflict
from tui.panes.rowlinks import RowLink, event_links, name_link
from tui.panes.rows import Piece, Rows, clip, pad
from tui.reader.chronicle import Chronicle, Line, Sort
from tui.reader.disputes import DisputeLine, Disputes
from tui.reader.gathered import Gathered, gather
from tui.reader.sheet import FOLD_CLOSED, FOLD_OPEN
from tui.reader.spread import bars

DATE_WIDTH = 13
"""Cells of the date column."""

_VERDICTS = {DISMISSED: "dismissed", KEPT_OPEN: "kept open"}
_LABEL_WIDTH = 18
_SPARK_WIDTH = 13
_COUNT_WIDTH = 5
_WIDE = 75
_MIDDLING = 41
_TALL = 17


def height_for(width: int, height: int) -> int:
    """Lines a row takes in a list of so many cells and lines: one if it is wide, else two, three if it is high too."""
    return 1 if width >= _WIDE else 2 if width >= _MIDDLING or height < _TALL else 3


class EventRows(Rows):
    """Events, in calendar order or by the conflict they stand in, with the heads and lines between them."""

    def __init__(self) -> None:
        super().__init__("timeline-rows")
        self.shown: Chronicle | Disputes | None = None
        """What there is to show."""
        self.noted: frozenset[int] = frozenset()
        """Ids of events that carry a note."""
        self.lit: int | None = None
        """Entity whose events are lit."""
        self._gathered: dict[tuple[str, int, int], Gathered] = {}

    def fit_rows(self, width: int, height: int) -> None:
        """Take one line an event in a wide list, two or three in a narrower one."""
        self.row_height = height_for(width, height)

    def links(self, index: int) -> Sequence[RowLink]:
        """The date of an event and the names in its headline; the names on a line that stands for many."""
        if self.shown is None:
            return ()
        corpus, line, event = self.shown.corpus, self.line(index), self.event(index)
        if event is not None:
            return list(event_links(corpus, event))
        if not isinstance(line, Line):
            return ()
        named = ((name, corpus.entity_named(name)) for name, _ in self._gather(line).names)
        return [name_link(name, entity) for name, entity in named if entity is not None]

    def show(self, shown: Chronicle | Disputes, cursor: int | None = None) -> None:
        """Show other rows; the cursor goes to `cursor`, else stays as near as it can."""
        if shown is not self.shown:
            self._gathered.clear()
        self.shown = shown
        self.reset(cursor)

    def count(self) -> int:
        """Number of rows."""
        return len(self.shown.rows) if self.shown is not None else 0

    def line(self, index: int) -> Line | DisputeLine | None:
        """What a row is that is no event; None for an event."""
        return self.shown.line(index) if self.shown is not None and 0 <= index < self.count() else None

    def event(self, index: int) -> int | None:
        """Id of the event of a row; None for a head or a line that stands for many."""
        if self.shown is None or not 0 <= index < self.count():
            return None
        value = self.shown.rows[index]
        return value if value >= 0 else None

    def is_head(self, index: int) -> bool:
        """Whether a row is a head of a year, a month or a conflict."""
        line = self.line(index)
        return line is not None and line.is_head

    def is_group(self, index: int) -> bool:
        """Whether `{` and `}` stop at a row: at heads, and at lines that stand for a year or month."""
        line = self.line(index)
        return line is not None and not (isinstance(line, Line) and line.sort is Sort.REPORTED)

    def draw(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A head, a line that stands for many events, or an event."""
        line = self.line(index)
        if isinstance(line, DisputeLine):
            return self._dispute(line, width)
        if line is None:
            return self._event(index, width)
        if line.is_head:
            return self._head(line, width)
        if line.sort is Sort.REPORTED:
            return self._reported(line, width)
        return self._many(line, width)

    # --- what is no event

    def _head(self, line: Line, width: int) -> list[list[Piece]]:
        """A head; where a row has more than one line, a new year has a line of its own above its first month."""
        if self.row_height == 1 or line.sort is Sort.YEAR_HEAD:
            rule = " " + "─" * (width - len(line.words) - 2) if line.opens_year or line.sort is Sort.YEAR_HEAD else ""
            above: list[list[Piece]] = [[]] * (self.row_height - 1)
            return [*above, [(line.words, "head"), (rule, "rule")]]
        spare: list[list[Piece]] = [[]] * (self.row_height - 2)
        if line.opens_year and line.month and line.named:
            rule = " " + "─" * (width - len(line.year_words) - 2)
            return [*spare, [(line.year_words, "accent"), (rule, "rule")], [(line.words, "head")]]
        rule = " " + "─" * (width - len(line.words) - 2) if line.opens_year else ""
        return [*spare, [], [(line.words, "accent" if line.opens_year else "head"), (rule, "rule")]]

    def _reported(self, line: Line, width: int) -> list[list[Piece]]:
        sign = FOLD_OPEN if line.is_open else FOLD_CLOSED
        names = _names(self._gather(line))
        first: list[Piece] = [(f"{sign} ", "accent"), (f"{line.merely[1] - line.merely[0]} merely reported", "dim")]
        if self.row_height == 1:
            return [[*first, (f"   {names}", "dim")]]
        return [first, [("  ", ""), (clip(names, width - 2), "dim")]]

    def _many(self, line: Line, width: int) -> list[list[Piece]]:
        gathered = self._gather(line)
        merely = line.merely[1] - line.merely[0]
        sign = FOLD_OPEN if line.is_open else FOLD_CLOSED
        inner = "  " if line.sort is Sort.MONTH and self._under_year else ""
        words = line.words if line.named or line.sort is Sort.YEAR else f"in {line.year_words}"
        spark = bars(gathered.months) if line.sort is Sort.YEAR and line.year > OPEN_PAST else ""
        count = str(gathered.count) if gathered.count or not merely else f"{merely} reported"
        bang = "!" if gathered.disputed else ""
        names = _names(gathered)
        left: list[Piece] = [(f"{inner}{sign} ", "accent")]
        if self.row_height == 1:
            label = pad(words, _LABEL_WIDTH + 2 - len(inner))
            facts: list[Piece] = [(pad(spark, _SPARK_WIDTH), "dim"), (f"{count:>8} ", ""), (f"{bang:1}  ", "warning")]
            return [[*left, (label, "lit"), *facts, (names, "dim")]]
        room = max(0, width - 2 - len(inner) - len(words) - max(len(count), _COUNT_WIDTH) - 2)
        middle = spark.rjust(room) if len(spark) < room else " " * room
        tail: list[Piece] = [(f"{bang:>2}", "warning"), (count.rjust(_COUNT_WIDTH), "")]
        about: list[Piece] = [("  " + inner, ""), (clip(names, width - 2 - len(inner)), "dim")]
        return [[*left, (words, "lit"), (middle, "dim"), *tail], about]

    @property
    def _under_year(self) -> bool:
        """Whether lines for months stand under lines for years, which open and close them."""
        first = self.line(0)
        return isinstance(first, Line) and first.sort is Sort.YEAR

    def _gather(self, line: Line) -> Gathered:
        found = self._gathered.get(line.key)
        if found is None and isinstance(self.shown, Chronicle):
            found = self._gathered[line.key] = gather(self.shown.corpus, self.shown.events_under(line))
        return found or Gathered(0, 0, (), (), "")

    def _dispute(self, line: DisputeLine, width: int) -> list[list[Piece]]:
        if line.conflict is None:
            return [[(f"{FOLD_OPEN if line.is_open else FOLD_CLOSED} ", "accent"), (f"{line.count} dismissed", "dim")]]
        conflict = line.conflict
        verdict = _VERDICTS.get(self._verdict_on(conflict), "")
        name = self._named(conflict) or "One event, told twice"
        kind = f" · {conflict.fact}" if conflict.hard else f" · vague {conflict.fact}"
        if self.row_height == 1:
            said: list[Piece] = [(name, "head"), (f"{kind}: {conflict.reason}", "dim"), (f"  {verdict}", "accent")]
            return [said]
        spare: list[list[Piece]] = [[]] * (self.row_height - 2)
        name = clip(name, width - len(kind) - len(verdict) - 3)
        rule = " " + "─" * (width - cell_len(name) - len(kind) - len(verdict) - 3)
        title: list[Piece] = [
            (name, "head"),
            (kind, "dim"),
            (f"  {verdict}" if verdict else "", "accent"),
            (rule, "rule"),
        ]
        return [*spare, title, [(conflict.reason, "dim")]]

    def _verdict_on(self, conflict: Conflict) -> str:
        return self.shown.corpus.claims.verdicts.get(conflict, "") if self.shown is not None else ""

    def _named(self, conflict: Conflict) -> str:
        """Whom a conflict is about: the name both sides are about, else one that is named on both."""
        if self.shown is None:
            return ""
        corpus, entity = self.shown.corpus, conflict.entity
        if entity < 0:
            one, other = (corpus.events[event].entities for event in conflict.events)
            entity = next((name for name in one if name in other), -1)
        return corpus.entities[entity].name if entity >= 0 else ""

    # --- an event

    def _event(self, index: int, width: int) -> list[list[Piece]]:
        """Mark, date, headline, number of sources."""
        row = self.event(index)
        if self.shown is None or row is None:
            return []
        corpus = self.shown.corpus
        event = corpus.events[row]
        sources = len({corpus.events[other].article for other in corpus.sources(row)})
        tail = f" ×{sources}" if sources > 1 else ""
        note: Piece = ("◆", "note") if row in self.noted else (" ", "")
        bang: Piece = ("!", "warning") if corpus.is_disputed(row) else (" ", "")
        # The second cell stays free between a sign and the date, unless there are two signs.
        sign, next_sign = (bang, note) if bang[1] else (note, bang)
        date = describe(event.when) if not event.reported else f"reported {describe(event.when)}"
        name = "lit" if self.lit is not None and self.lit in event.entities else ""
        if self.row_height == 2 and width < _MIDDLING:
            # Beside a date a headline would have half of too little: it has a line of its own.
            return [
                [sign, next_sign, (date, "when"), (tail, "dim")],
                [("  ", ""), (clip(event.headline, width - 3), name)],
            ]
        if self.row_height >= 3:
            first, rest = _split(event.headline, max(4, width - 3))
            return [
                [sign, next_sign, (date, "when"), (tail, "dim")],
                [("  ", ""), (first, name)],
                [("  ", ""), (clip(rest, width - 3), name)],
            ]
        column = f"{clip(date, max(DATE_WIDTH, width // 3)):<{DATE_WIDTH}} "
        room = max(4, width - len(column) - 2)
        if self.row_height == 1:
            first, rest = event.headline, ""
        elif len(date) > DATE_WIDTH:
            # A long date has the first line to itself rather than push the headlines out of their column.
            indent = " " * (DATE_WIDTH + 3)
            return [
                [sign, next_sign, (clip(date, width - 2 - len(tail)), "when"), (tail, "dim")],
                [(indent, ""), (clip(event.headline, width - len(indent)), name)],
            ]
        else:
            first, rest = _split(event.headline, room - len(tail))
        lines: list[list[Piece]] = [
            [sign, next_sign, (column, "when"), (pad(first, room - len(tail)), name), (tail, "dim")]
        ]
        return [*lines, [(" " * (len(column) + 2), ""), (clip(rest, room), name)]] if rest else lines


def _names(gathered: Gathered) -> str:
    """Who is named in many events: "Qods Force 9, Iran 3, Hezbollah"; where nobody is, what is told first."""
    named = (f"{name} {times}" if times > 1 else name for name, times in gathered.names)
    return ", ".join(named) or gathered.headline


def _split(text: str, width: int) -> tuple[str, str]:
    """A headline on two lines, broken at a word."""
    if len(text) <= width:
        return text, ""
    at = text.rfind(" ", 0, width + 1)
    at = width if at <= 0 else at
    return text[:at], text[at:].strip()
