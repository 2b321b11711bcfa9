"""One line-mode sitting: where the reader is, how they came, what they can do about it, and what is kept of it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tui.corpus.tables import Corpus
from tui.jump import JumpIndex
from tui.model import Conflict
from tui.notes.corrections import Correction
from tui.notes.errors import NotesError
from tui.plain.collection import Collection
from tui.plain.ear import Ear
from tui.plain.voice import Voice
from tui.reader import arrangement, positions, readmarks, ways
from tui.reader.keeping import Keeping, Left
from tui.reader.naming import entity_after
from tui.reader.passages import Passage, passage_at, passages_of
from tui.reader.place import Goto, Place, resolve
from tui.reader.placed import DRAFT, PlacedNote, place_notes
from tui.reader.scribe import Scribe
from tui.reader.sheet import Sheet, sheet_of
from tui.reader.targets import days_of, targets
from tui.reader.trail import LONGEST, Trail
from tui.reader.verdicts import but_verdicts, judged
from tui.reader.ways import Kept, Key, Ways


class NotYet(Exception):  # noqa: N818 - it says why a command cannot do anything, in a sentence
    """A command has nothing to do, or not on these words: a sentence says why, and what to type instead."""


class Session:
    """What every command works on."""

    def __init__(self, collection: Collection, scribe: Scribe, ear: Ear, state: Path) -> None:
        """`state` is the folder where reading positions lie."""
        self.collection = collection
        """What is read."""
        self.scribe = scribe
        """The reader's pen."""
        self.ear = ear
        """What is typed."""
        self.voice = Voice()
        """What is printed."""
        self.comments = False
        """Whether the comments of the article are read out."""
        self.found = ""
        """What was looked for last in an article."""
        self.note = ""
        """Id of the note read out last."""
        self.conflict: Conflict | None = None
        """The conflict read out last."""
        self.done = False
        """Whether the reader asked to leave."""
        self._state, self._key = state, collection.key
        self._keeping = Keeping()
        self._ways: Ways | None = ways.load(state, self._key)
        self._arrangement = arrangement.load(state, self._key)
        self.marks: dict[str, Kept] = dict(self._ways.marks)
        """Marked places by their letter."""
        self.recent: tuple[Key, ...] = ()
        """What was jumped to lately."""
        self.trail = Trail()
        """The way the reader came."""
        kept = positions.load(state, self._key)
        self.left_at = kept.offsets(self.corpus)
        """Offset at which each article was left."""
        self.place = kept.place(self.corpus)
        """Where the reader is."""
        self.read_marks = readmarks.load(state, self._key).in_corpus(self.corpus)
        """Which articles were read and which have a star."""
        self._cut: tuple[object, list[Passage]] | None = None
        self._placed: tuple[PlacedNote, ...] | None = None
        self._index: JumpIndex | None = None

    # --- the collection

    @property
    def corpus(self) -> Corpus:
        """The collection as far as it is read."""
        return self.collection.corpus

    def whole(self) -> Corpus:
        """The collection read whole, waited for if need be; raises OSError if it cannot be read any more."""
        if not self.corpus.complete:
            self.collection.wait(self.voice.say)
            self.catch_up()
        if not self.corpus.complete:
            raise NotYet("The collection could not be read whole. Leave with quit and open it again.")
        return self.corpus

    def catch_up(self) -> None:
        """Take the collection as far as it is read by now."""
        if self.collection.newer() is not None:
            self._laid_anew()
            self.read_marks = self.read_marks.in_corpus(self.corpus)
            kept, self._ways = self._ways, None
            if kept is not None:
                before = kept.trail(self.corpus)
                self.trail = Trail((*before.behind, *self.trail.behind)[-LONGEST:], self.trail.ahead or before.ahead)
                self.recent = tuple(dict.fromkeys((*self.recent, *kept.jumps(self.corpus))))[: ways.RECENT]
            here = self.place
            self.place = resolve(self.corpus, here, Goto(article=here.article, at=here.at))

    def _laid_anew(self) -> None:
        self._cut = self._placed = self._index = None

    # --- where the reader is

    def passages(self) -> list[Passage]:
        """What the article in view is read out in; raises OSError if its file has gone."""
        key = (self.corpus, self.place.article, self.comments)
        if self._cut is None or self._cut[0] != key:
            sheet: Sheet = sheet_of(self.corpus, self.place.article, comments=self.comments)
            self._cut = (key, passages_of(sheet))
        return self._cut[1]

    def here(self) -> int:
        """Index of the passage the reader is at."""
        return passage_at(self.passages(), self.place.at)

    def go(self, goto: Goto) -> None:
        """Be elsewhere; unless it is a small step, the way back is kept."""
        there = resolve(self.corpus, self.place, goto, self.left_at)
        if not goto.keep:
            self.trail = self.trail.leave(self.place)
        self.arrive(there)

    def arrive(self, there: Place) -> None:
        """Be at a place, however one came there."""
        if there.article != self.place.article:
            self.comments = False
        there = replace(there, search=None, front=False)
        self.left_at[self.place.article] = self.place.at
        self.place = there

    # --- notes and corrections

    @property
    def notes(self) -> tuple[PlacedNote, ...]:
        """What was typed and not saved, then every note on this collection, each with its place."""
        if self._placed is None:
            waiting = place_notes(self.corpus, [draft.note for draft in self.scribe.unsaved()])
            drafts = (PlacedNote(placed.note, DRAFT, placed.article) for placed in waiting)
            self._placed = (*drafts, *place_notes(self.corpus, self.scribe.notebook.notes))
        return self._placed

    def notes_changed(self) -> None:
        """Look at the notes anew: one was written, changed or deleted."""
        self._placed = self._index = None

    def answer(self, act: Callable[[], str]) -> None:
        """Do something to notes or corrections and say how it went; the collection follows what was corrected."""
        before = self.scribe.corrections.all
        try:
            with self.ear.undisturbed():
                sentence = act()
        except (NotesError, OSError) as error:
            self.voice.say(str(error))
            return
        # On the screen a key takes it back; here a word does.
        for key in ("u takes it back", "u brings it back", "u brings it again"):
            sentence = sentence.replace(f" {key}.", f" {key.replace('u', 'undo', 1)}.")
        self.voice.say(sentence)
        self._follow(before)

    def _follow(self, before: Sequence[Correction]) -> None:
        said = self.scribe.corrections.all
        self.notes_changed()
        if but_verdicts(said) != but_verdicts(before):
            old = self.corpus
            now = self.collection.correct(said)
            self._laid_anew()
            self.voice.forget()
            self.conflict = None

            def entity(one: int | None) -> int | None:
                return entity_after(old, now, one)

            self.trail = self.trail.renewed(now, entity)
            self.recent = ()
            here = replace(self.place, entity=None)
            self.place = replace(resolve(now, here, Goto(article=here.article, at=here.at)),
                                 entity=entity(self.place.entity))  # fmt: skip
        elif said != before:
            self.collection.corpus = judged(self.corpus, said)

    # --- jumping

    def index(self) -> JumpIndex:
        """What can be jumped to, put in order when it is first wanted."""
        corpus = self.whole()
        if self._index is None:
            self._index = JumpIndex.build(targets(corpus, self.notes), days_of(corpus))
        return self._index

    # --- what is kept

    def keep(self) -> None:
        """Put on disk where the reader is; a disk that will not take it costs only the place."""
        corpus = self.corpus
        left = Left(
            positions.positions_of(corpus, self.place, self.left_at),
            self._arrangement,
            ways.ways_of(corpus, self.trail, self.marks, self.recent) if self._ways is None else None,
            self.read_marks,
        )
        with self.ear.undisturbed():
            self._keeping.end(self._state, self._key, left)

    def close(self) -> None:
        """Keep the place at the end of the sitting, and let go of drafts and index."""
        with suppress(NotesError):
            self.keep()
        self.scribe.drafts.close()
        self.collection.close()
