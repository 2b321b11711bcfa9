"""One sitting: the desk with a collection on it, read beside the reader, left where it can be taken up again."""

import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from tui import paths
from tui.corpus.atonce import Kept, open_kept, relabel_kept
from tui.corpus.beside import Beside, Progress, Wrong
from tui.corpus.beside import Read as WasRead
from tui.corpus.build import Cancelled, Correction, Scan, open_quickly, read, scan
from tui.corpus.corrected import DateCorrection
from tui.corpus.errors import NothingReadable
from tui.corpus.files import STDIN, File, roots_of
from tui.corpus.made import Ahead
from tui.corpus.pace import Pace
from tui.corpus.shelf import shelf
from tui.corpus.store import make_folder
from tui.corpus.tables import Corpus
from tui.courtesy import Courtesy
from tui.desk.desk import Desk
from tui.notes.corrections import Corrections
from tui.notes.drafts import Drafts
from tui.notes.notebook import Notebook
from tui.notes.undo import History
from tui.panes.articles import ArticlesPane
from tui.panes.lines import StatusLine
from tui.panes.page import Page
from tui.panes.timeline import TimelinePane
from tui.reader import arrangement, positions, readmarks, ways
from tui.reader.arrangement import Arrangement
from tui.reader.bound import shipped
from tui.reader.command import Command
from tui.reader.editing import left_after, place_after
from tui.reader.gauge import work_line
from tui.reader.keeping import Keeping, Left
from tui.reader.keys import show_key
from tui.reader.links import Link
from tui.reader.naming import name_corrections
from tui.reader.place import Goto, Place, resolve
from tui.reader.placed import PlacedNote
from tui.reader.redate import date_corrections
from tui.reader.renumbered import Renumbered
from tui.reader.scribe import Scribe
from tui.reader.settings import load
from tui.reader.trail import LONGEST, Trail
from tui.reader.verdicts import judged
from tui.voter import find_voter

if TYPE_CHECKING:  # for annotations alone: they load engines the first page does not need
    from tui.corpus.reading import Reading
    from tui.jump import JumpIndex
    from tui.reader.searcher import Searcher

MANY = 2000
"""Files from which on the index of full text is made at once, in a process of its own."""

LARGER = 100
"""Articles from which on a collection is landed in on its front page, the first time it is opened."""

READING = "read the collection"
"""What the work is called that reads it."""

SETTLED = 2.0
"""Seconds between two looks at whether the reader has stayed where they were."""

BESIDE = 500
"""Files from which on a collection is read by another program, so that the reader never waits for the interpreter."""

AT_ONCE = 500
"""Articles from which on a collection that was read before is shown as it was, before its files are looked at."""

KEYS_TO_KNOW = "p jump to a name   a write a note   ? all keys   Ctrl-N shows you round"
"""What stands on the status line at the very first start."""

BUNDLED = "This is the bundled collection, two articles on Iran in Iraq."
"""What stands before it when no folder was named."""


class Sitting(Desk):
    """The desk, knowing where its collection comes from. Workers only post messages; one handler owns each change."""

    @dataclass
    class Read(Message):
        """The collection has been read whole."""

        corpus: Corpus
        """It."""
        reading: "Reading | None" = None
        """What its articles say one by one, if they were read here."""
        kept: Kept | None = None
        """Where it is kept, if another program read it."""
        whole: bool = True
        """False if only the names are as they will be, and the rest follows."""

    @dataclass
    class Working(Message):
        """The collection is being read."""

        words: str
        """How far it is; "" when that is over."""
        done: int = 0
        """How many articles are read."""
        total: int = 0
        """How many there are; 0 where the work cannot be counted."""

    @dataclass
    class Failed(Message):
        """The collection could not be read."""

        reason: str
        """Why, in a sentence for people."""

    @dataclass
    class Indexed(Message):
        """What can be jumped to was put in order."""

        corpus: Corpus
        """The collection it is of."""
        index: "JumpIndex"
        """The order."""

    def __init__(
        self,
        first: Corpus,
        scribe: Scribe,
        *,
        roots: Sequence[Path],
        found: Scan | None = None,
        kept: Kept | None = None,
        greeting: str = "",
        link: Link | None = None,
        watch: bool = False,
    ) -> None:
        """`first` is what is shown of the collection at `roots` until it is read: what was `found`, or `kept`.

        With `watch` what changes in its folders is followed.
        """
        super().__init__(scribe, greeting=greeting)
        self._found, self._kept, self._follows = found, kept, watch
        self._collection = "\n".join(str(root.folder.resolve()) for root in roots_of(roots))
        self._heard = set(first.facts.problems)
        self._roots = tuple(roots)
        self._searcher: Searcher | None = None
        self._one = Lock()
        self.courtesy = Courtesy()
        """Keeps work beside the reader out of the way of keys."""
        self.whole = True
        """False while the names are as corrected and what follows from them is still being worked out."""
        self.columns = 0
        """Widest line of the text, in cells, if the reader set one; 0 as shipped."""
        self._indexing = False
        self._stopped, self._so_far = False, ""
        kept_ways = ways.load(paths.state(), self._collection)
        self._ways: ways.Ways | None = kept_ways
        self.marked = dict(kept_ways.marks)
        self._reading: Reading | None = None
        self._program: Beside | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._many = len(first.articles)
        self._busy = False
        self._edited = ""
        self._dates: tuple[DateCorrection, ...] = ()
        self._told: tuple[Correction, ...] = _corrections(scribe)
        self._ordered: tuple[Corpus | None, JumpIndex | None] = (None, None)
        kept_positions = positions.load(paths.state(), self._collection)
        self.left_at = kept_positions.offsets(first)
        self.read_marks = readmarks.load(paths.state(), self._collection)
        self.take(first, place=(link and link.place(first)) or kept_positions.place(first))
        arranged = arrangement.load(paths.state(), self._collection)
        self._arrange_as(arranged, reading=link is not None)
        self.has_begun = (self.place.article, self.place.at) != (0, 0)
        self._lands = link is None and (arranged.front or (not kept_positions.article and self._many >= LARGER))
        self._keeping = Keeping()

    def on_mount(self) -> None:
        """Read the whole collection, once the text is painted: before, it would only slow that down."""
        for page in self.query(Page) if self.columns else ():
            page.measure = self.columns
        if self._lands:
            self.open_front()
        self.set_timer(0.05, self._read_beside)
        self.set_interval(SETTLED, self._keep_settled)
        if self._many >= MANY:
            self.set_timer(0.5, self._index_text)
        if self._kept is not None and self.corpus is not None:
            self._take_up_ways(self.corpus)
            self.on_note_file_screen_notes_laid()

    @property
    def searcher(self) -> "Searcher | None":
        """The full text of the collection."""
        with self._one:  # asked for by the thread that indexes and by the reader's hand
            if self._searcher is None:
                from tui.reader.fulltext import index_at
                from tui.reader.searcher import Searcher

                path = index_at(paths.cache(), self._roots) if self._roots else None
                self._searcher = Searcher(path, self._roots, self._files())
            return self._searcher

    def _files(self) -> Sequence[File]:
        """The files of the collection, each made when it is asked for where they were not looked at."""
        if self._found is not None:
            return self._found.listing.files
        kept = self._kept
        return () if kept is None else Ahead((), len(kept.corpus.articles), kept.file)

    def _index_text(self) -> None:
        """Bring the index of full text up to date, beside the reader: a few files soon, many in their own process."""
        if not self._indexing:
            self._indexing = True
            self.run_worker(self._index_text_beside, thread=True, group="text", name="index the full text")

    def _index_text_beside(self) -> None:
        worker = get_current_worker()
        if self.searcher is not None:
            many = self._many >= MANY
            self.searcher.refresh(lambda: worker.is_cancelled, beside=many)

    def _read_beside(self) -> None:
        """Read the whole collection with the corrections as they are now, beside the reader.

        Where only names were corrected since, nothing is read: what the articles say is tied together anew.
        """
        corrections = _corrections(self.scribe)
        if self._follows or self._many >= BESIDE:
            self._hear_of(corrections)
            return
        dates = date_corrections(self.scribe.corrections.all)
        reading = self._reading if dates == self._dates else None
        self._dates = dates
        found = self._found if self._found is not None else scan(self._roots)
        work = partial(self._read_all, found, corrections, reading)
        self.run_worker(work, thread=True, exclusive=True, name=READING)

    def file_of(self, article: int) -> File | None:
        """The file of an article."""
        if self.corpus is None:
            return None
        path = self.corpus.articles[article].path
        if self._kept is not None:
            return self._kept.file_of(path)
        return next((file for file in self._files() if file.path == path), None)

    def reread(self, article: int, text: str) -> None:  # noqa: ARG002 - all files are looked at
        """Look at the folder again, and read what has changed in it."""
        if self._many < BESIDE and not self._follows:
            try:
                self._found = scan(self._roots)
            except OSError as error:
                self.say(str(error), wrong=True)
                return
        if self._reading is not None:
            self._reading.close()
        self._reading, self._edited = None, text
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None
        self._read_beside()

    def _follow_edit(self, corpus: Corpus) -> Place | None:
        """Where the reader is in what was read again; None if nothing was edited."""
        before, text, self._edited = self.corpus, self._edited, ""
        if not text or before is None:
            return None
        try:
            return place_after(before, corpus, self.place, text)
        except OSError as error:
            self.say(str(error), wrong=True)
            return Place()

    def _hear_of(self, corrections: Sequence[Correction]) -> None:
        """Have another program read the collection, and show at once what of the corrections needs no reading."""
        if self._program is not None:
            self._program.end()
        cache = self._folder
        try:
            self._program = Beside(self._roots, cache, paths.cache() / "votes", corrections, watch=self._follows)
        except OSError as error:
            self.post_message(self.Failed(f"No other program can be started to read it: {error.strerror}."))
            return
        work = partial(self._hear, self._program, cache, corrections)
        self.run_worker(work, thread=True, exclusive=True, name=READING)

    @cached_property
    def _folder(self) -> Path:
        """The collection's own folder in the cache, or one for this sitting alone where that cannot be written to."""
        folder = shelf(paths.cache(), self._roots)
        try:
            make_folder(folder)
            with tempfile.TemporaryFile(dir=folder):
                return folder
        except OSError:
            self._scratch = tempfile.TemporaryDirectory(prefix="backstory-", ignore_cleanup_errors=True)
            return Path(self._scratch.name)

    def _hear(self, program: Beside, cache: Path, corrections: Sequence[Correction]) -> None:
        """Hear from the program that reads it."""
        worker = get_current_worker()
        kept, shown = self._kept, self._kept.corpus.signature if self._kept is not None else ""
        if kept is not None and set(corrections) != set(self._told):
            corpus = relabel_kept(kept, self._told, corrections)
            if corpus is not None and not worker.is_cancelled:
                self.post_message(self.Read(judged(corpus, self.scribe.corrections.all), whole=False))
        pace, stage, due = Pace(time.monotonic()), "", 0.0
        for news in program.news():
            if worker.is_cancelled:
                return
            match news:
                case Progress():
                    if news.stage != stage:
                        pace, stage = Pace(time.monotonic()), news.stage
                    words = pace.said(stage, news.done, news.total, time.monotonic())
                    if time.monotonic() >= due:
                        due = time.monotonic() + 1.0
                        self.post_message(self.Working(words, news.done, news.total))
                case WasRead():
                    self.post_message(self.Working(""))
                    if news.signature != shown or news.anew or not self.whole:
                        self._show_kept(cache, corrections)
                        shown = news.signature
                case Wrong():
                    self.post_message(self.Working(""))
                    self.post_message(self.Failed(news.reason or "The program that reads it failed."))

    def _show_kept(self, cache: Path, corrections: Sequence[Correction]) -> None:
        """Show the collection as another program has read it; where it cannot be kept, it is read here."""
        kept = open_kept(cache, self._roots, corrections)
        if kept is None:
            try:
                self._read_all(scan(self._roots), corrections, None)
            except (NothingReadable, OSError) as error:
                self.post_message(self.Failed(str(error)))
        elif not get_current_worker().is_cancelled:
            self._told = tuple(corrections)
            self.post_message(self.Read(judged(kept.corpus, self.scribe.corrections.all), kept=kept))

    def _read_all(self, found: Scan, corrections: Sequence[Correction], reading: "Reading | None") -> None:
        worker = get_current_worker()

        def stop() -> None:
            if worker.is_cancelled:
                raise Cancelled

        try:
            if reading is None:
                reading = read(
                    found,
                    self._teller(),
                    cancelled=lambda: worker.is_cancelled,
                    corrections=corrections,
                    voter=find_voter(paths.cache() / "votes"),
                    cache=shelf(paths.cache(), self._roots) if self._roots else None,
                )
                self.post_message(self.Working(""))
            corpus, whole = reading.at_once(corrections) or (None, False)
            if corpus is not None:
                self._show(corpus, reading, whole=whole)
            if not whole:
                if len(found.listing.files) >= LARGER:
                    self.post_message(self.Working("putting names and events together …"))
                with self.courtesy.unhurried():
                    corpus = reading.corpus(corrections, self.courtesy.breath(stop))
                    self._show(corpus, reading, whole=True)
        except Cancelled:
            return

    def _show(self, corpus: Corpus, reading: "Reading", *, whole: bool) -> None:
        corpus = judged(corpus, self.scribe.corrections.all).prepare()
        if not get_current_worker().is_cancelled:
            self.post_message(self.Read(corpus, reading, whole=whole))

    def _teller(self) -> Callable[[int, int], None]:
        """Tells how far the reading is, once a second from the second on."""
        pace = Pace(time.monotonic())
        due = time.monotonic() + 1.0

        def tell(done: int, total: int) -> None:
            nonlocal due
            now = time.monotonic()
            if now >= due:
                due = now + 1.0
                self.post_message(self.Working(pace.said("reading", done, total, now), done, total))

        return tell

    def on_sitting_working(self, event: Working) -> None:
        """Show how far the reading is."""
        words = work_line(event.words, event.done, event.total, self.size.width)
        self.query_one(StatusLine).work(words)
        self.work_above(words)
        self._busy = bool(event.words)
        if event.total:
            self._so_far = f"{event.done:,} of {event.total:,}"

    @property
    def is_reading(self) -> bool:
        """Whether the collection is being read."""
        reading = any(worker.name == READING and not worker.is_finished for worker in self.workers)
        return reading and (self._busy or not self._follows)

    @property
    def is_working(self) -> bool:
        """Whether the collection is being read, or was stopped being read."""
        return self._stopped or self.is_reading

    def action_stop(self) -> None:
        """Stop reading the collection, or go on with it."""
        if self._stopped:
            self._stopped = False
            self._read_beside()
            self.say("Reading on.")
            return
        for worker in self.workers:
            if worker.name == READING and not worker.is_finished:
                worker.cancel()
                if self._program is not None:
                    self._program.end()
                self._stopped = True
                self.post_message(self.Working(""))
                so_far = f" after {self._so_far}" if self._so_far else ""
                again = show_key(self.keymap.get("desk.stop", "ctrl+g").split(",")[0])
                self.say(f"Stopped{so_far}. What was read is kept; {again} reads on.")
                return
        self.say("Nothing long is going on.")

    def on_sitting_failed(self, event: Failed) -> None:
        """Say why it cannot be read."""
        self.say(event.reason, wrong=True)

    def on_sitting_read(self, event: Read) -> None:
        """Show the collection now that it is read."""
        if self._reading is not None and event.reading is not self._reading:
            self._reading.close()
        self._reading = event.reading
        self._kept = event.kept or self._kept
        self.whole, self._many = event.whole, len(event.corpus.articles)
        if event.whole:
            self.post_message(self.Working(""))
        there = self._follow_edit(event.corpus)
        if self.corpus is not None:
            # Rows of the old collection may mean other articles in the new one.
            moved = Renumbered(self.corpus, event.corpus)
            self.left_at = left_after(self.corpus, event.corpus, self.left_at)
            self.trail = moved.trail(self.trail)
            self.stand(moved.place(self.place))
        self.take(event.corpus)
        if there is not None:
            self.place = resolve(event.corpus, self.place, Goto(article=there.article, at=there.at))
        if not event.whole:
            return
        self._take_up_ways(event.corpus)
        self._index_text()
        unheard = [problem for problem in event.corpus.facts.problems if problem not in self._heard]
        if unheard:
            self._heard.update(unheard)
            self.say(" ".join(unheard), wrong=True)

    def _take_up_ways(self, corpus: Corpus) -> None:
        """Join the trail of the last sitting to what was walked since the start: names and events are known now."""
        kept, self._ways = self._ways, None
        if kept is not None:
            before = kept.trail(corpus)
            walked = self.trail.behind
            self.trail = Trail(
                (*before.behind, *walked)[-LONGEST:], self.trail.ahead or (() if walked else before.ahead)
            )
            self.recent = tuple(dict.fromkeys((*self.recent, *kept.jumps(corpus))))[: ways.RECENT]

    def keep_ways(self) -> None:
        """Put the trail, marks and jumps on disk."""
        self.keep_place()

    def on_desk_corrected(self) -> None:
        """Read the collection anew: what hung on what was corrected moves."""
        self._read_beside()

    def on_note_file_screen_notes_laid(self) -> None:
        """Put what can be jumped to in order, beside the reader, now that notes or names are others."""
        corpus = self.corpus
        if corpus is not None and corpus.complete and self.whole:
            order = partial(self._index, corpus, self.notes, self.commands())
            self.run_worker(order, thread=True, exclusive=True, group="index", name="order the jump targets")

    def _index(self, corpus: Corpus, notes: tuple[PlacedNote, ...], commands: Sequence[Command]) -> None:
        from tui.reader.jumping import index_of
        from tui.reader.targets import added_to

        worker = get_current_worker()

        def stop() -> None:
            if worker.is_cancelled:
                raise Cancelled

        known, index = self._ordered
        try:
            if index is None or known is None or known.mentions is not corpus.mentions:
                folder = shelf(paths.cache(), self._roots) if self._roots and STDIN not in self._roots else None
                with self.courtesy.unhurried():
                    index = index_of(corpus, folder, self.courtesy.breath(stop), beside=True)
            index = index.beside(added_to(notes, commands))
        except Cancelled:
            return
        self.post_message(self.Indexed(corpus, index))

    def on_sitting_indexed(self, event: Indexed) -> None:
        """Jumping works from now on."""
        # A verdict gives another corpus with the same rows; names corrected meanwhile give other rows.
        if self.corpus is not None and event.corpus.mentions is self.corpus.mentions:
            self._ordered = (event.corpus, event.index)
            self.index = event.index

    # --- what is kept for the next start

    def _arrange_as(self, kept: Arrangement, *, reading: bool) -> None:
        """Take up the panes and the timeline as they were left; `reading` begins in the text all the same."""
        self.layout_wanted = replace(kept.layout, active="text", zoomed=False) if reading else kept.layout
        timeline = self._timeline
        timeline.set_reactive(TimelinePane.zoom, kept.zoom)
        timeline.set_reactive(TimelinePane.sieve, kept.sieve)
        self._library.set_reactive(ArticlesPane.sieve, kept.articles)

    @property
    def _timeline(self) -> TimelinePane:
        return next(pane for pane in self._panes if isinstance(pane, TimelinePane))

    @property
    def _library(self) -> ArticlesPane:
        return next(pane for pane in self._panes if isinstance(pane, ArticlesPane))

    def _left(self) -> Left | None:
        """Where the reader is, and how the screen is arranged; None without an article."""
        corpus = self.corpus
        if corpus is None or not corpus.articles:
            return None
        timeline = self._timeline
        return Left(
            positions.positions_of(corpus, self.place, self.left_at),
            Arrangement(self.layout_wanted, timeline.zoom, timeline.sieve, self._library.sieve, self.on_front),
            ways.ways_of(corpus, self.trail, self.marked, self.recent) if self._ways is None else None,
            self.read_marks,
        )

    def _keep_settled(self) -> None:
        """Put on disk where the reader is once they have stayed there, beside them: nothing of it is lost then."""
        left = self._left()
        if left is not None and self._keeping.settled(left):
            work = partial(self._keeping.put, paths.state(), self._collection, left)
            self.run_worker(work, thread=True, group="place", name="keep the place")

    def keep_place(self) -> None:
        """Put on disk where the reader is; a disk that will not take it costs only the place."""
        left = self._left()
        if left is not None:
            self._keeping.end(paths.state(), self._collection, left)

    def on_unmount(self) -> None:
        """Keep the place at the end of the sitting, and let go of the drafts."""
        if self._program is not None:
            self._program.end()
        self.keep_place()
        if self._reading is not None:
            self._reading.close()
        if self._searcher is not None:
            self._searcher.close()
        self.scribe.drafts.close()
        if self._scratch is not None:
            self._scratch.cleanup()


def open_sitting(
    roots: Sequence[Path],
    *,
    first_run: bool = False,
    link: Link | None = None,
    themes: Collection[str] = (),
    watch: bool = False,
) -> Sitting:
    """The desk with a collection on it; raises `NoSuchPath`, and `NothingReadable` if none of it can be read.

    `themes` are the names config.toml may give. With `watch` what changes in its folders is followed.
    """
    notebook = Notebook.open(paths.data(), cached=paths.cache() / "notes.cache")
    drafts = Drafts(paths.state() / "drafts")
    corrections = Corrections.open(paths.data())
    history = History(paths.state() / "history.json", notebook, corrections)
    settings = load(paths.config(), {one.name for one in shipped()})
    scribe = Scribe(notebook, drafts, history, corrections)
    said = _corrections(scribe)
    kept = None if STDIN in roots else open_kept(shelf(paths.cache(), roots), roots, said)
    kept = None if kept is None or len(kept.corpus.articles) < AT_ONCE else kept
    found = scan(roots) if kept is None else None
    if kept is not None:
        first = judged(kept.corpus, corrections.all)
    elif found is not None:
        first = open_quickly(found, corrections=said)
    strange = settings.theme if themes and settings.theme not in ("", *themes) else ""
    unworn = f"There is no theme called {strange}; : lists them." if strange else ""
    problems = " ".join([unworn, scribe.problem, corrections.problem, *settings.problems, *first.facts.problems])
    greeting = problems.strip() or _waiting(drafts) or (_welcome(roots) if first_run else "")
    sitting = Sitting(first, scribe, roots=roots, found=found, kept=kept, greeting=greeting, link=link, watch=watch)
    sitting.keymap = settings.keymap
    sitting.columns = settings.columns
    return sitting


def _corrections(scribe: Scribe) -> tuple[Correction, ...]:
    """What was corrected in dates and names."""
    said = scribe.corrections.all
    return (*date_corrections(said), *name_corrections(said))


def _welcome(roots: Sequence[Path]) -> str:
    """What the status line says at the very first start: what this is, and the keys to know."""
    bundled = list(roots) == [paths.seeds()]
    return f"{BUNDLED}   {KEYS_TO_KNOW}" if bundled else KEYS_TO_KNOW


def _waiting(drafts: Drafts) -> str:
    """A sentence about notes that were typed and not saved, "" without any."""
    found = drafts.left()
    if not found:
        return ""
    many = f"{len(found)} notes that were not saved are kept" if len(found) > 1 else "A note that was not saved is kept"
    return f"{many}: 5 shows them, Enter goes on writing."
