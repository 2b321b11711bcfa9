"""What the desk does about the timeline's wishes: which events to show, sources side by side, verdicts on conflicts."""

from typing import TYPE_CHECKING

from textual import on

from tui.desk.names import NameScreen
from tui.model import Conflict
from tui.panes import wishes
from tui.panes.timeline import TimelinePane
from tui.reader.compared import compare
from tui.reader.eventsieve import EventSieve
from tui.reader.place import Goto

if TYPE_CHECKING:  # for annotations alone: dialogs are loaded when they are opened
    from tui.dialogs.compare import Judged
    from tui.jump import JumpIndex


class TimeScreen(NameScreen):
    """A screen over one place that has a timeline."""

    index: "JumpIndex | None" = None
    """What can be jumped to, once the collection is read."""

    @on(wishes.SiftEvents)
    def _wants_events(self, event: wishes.SiftEvents) -> None:
        event.stop()
        if self.corpus is None or not self.corpus.complete:
            self.say("The collection is still being read; its events can be filtered in a moment.")
            return
        from tui.dialogs.sift import Sift

        def chosen(sieve: EventSieve | None) -> None:
            if sieve is not None:
                self.query_one(TimelinePane).sieve = sieve

        self.app.push_screen(Sift(self.corpus, self.place, event.sieve, self.index), chosen)

    @on(wishes.CompareSources)
    def _compare(self, event: wishes.CompareSources) -> None:
        event.stop()
        from tui.dialogs.compare import Compare

        if self.corpus is None:
            return
        try:
            found = compare(self.corpus, event.event, event.conflict)
        except OSError as error:
            self.say(str(error), wrong=True)
            return
        self.app.push_screen(Compare(found, self.corpus), self._compared)

    def _compared(self, answer: "Goto | Judged | None") -> None:
        if isinstance(answer, Goto):
            self.go(answer)
        elif answer is not None:
            self._judge(answer.conflict, answer.verdict)

    @on(wishes.JudgeConflict)
    def _wants_verdict(self, event: wishes.JudgeConflict) -> None:
        event.stop()
        self._judge(event.conflict, event.verdict)

    # --- right dates

    @on(wishes.CorrectDate)
    def _wants_date(self, event: wishes.CorrectDate) -> None:
        from tui.dialogs.date import DateEditor, Redated

        event.stop()

        def closed(answer: Redated | None) -> None:
            if answer is not None:
                self.answer(lambda: self.scribe.redate(event.what, answer.when))

        self.app.push_screen(DateEditor(event.what), closed)

    # --- verdicts

    def _judge(self, conflict: Conflict, verdict: str) -> None:
        corpus = self.corpus
        if corpus is not None:
            self.answer(lambda: self.scribe.judge(corpus, conflict, verdict))
