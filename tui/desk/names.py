"""What the desk does about names: shows what is to change, writes it down, and follows what became of them."""

from asyncio import sleep
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on

from tui.corpus.tables import Corpus
from tui.desk.notes import NoteScreen
from tui.display import squeeze
from tui.model import Kind
from tui.panes import wishes
from tui.reader import naming
from tui.reader.naming import Act
from tui.reader.place import Goto
from tui.reader.spelt import Spelt

if TYPE_CHECKING:  # for annotations alone: dialogs and ranking are loaded when they are wanted
    from tui.dialogs.merge import Answer
    from tui.dialogs.split import SplitOff
    from tui.jump import JumpIndex


class NameScreen(NoteScreen):
    """A screen over one place whose names can be set right."""

    index: "JumpIndex | None"
    """What can be jumped to, once the collection is read."""
    expected: str | None = None
    """The name that is to be in focus once the collection is tied together anew; "" for none."""

    @on(wishes.TellName)
    def _wants_naming(self, event: wishes.TellName) -> None:
        event.stop()
        self.tell_name(event.act, event.entity)

    def tell_name(self, act: str, entity: int) -> None:
        """Open the dialog of an act on an entity, over whatever is open."""
        corpus = self.corpus
        if corpus is None or not corpus.complete or not 0 <= entity < len(corpus.entities):
            self.say("Names can be set right once the collection is read.")
            return
        try:
            _ACTS[act](self, corpus, entity)
        except OSError as error:
            self.say(str(error), wrong=True)

    def carry_out(self, act: Act) -> None:
        """Write an act down; the collection is tied together anew beside the reader."""
        before = self.scribe.corrections.all
        self.answer(lambda: self.scribe.tell_names(act))
        if self.scribe.corrections.all != before:
            self.expected = act.name

    # --- merging

    def _merge(self, corpus: Corpus, entity: int) -> None:
        from tui.dialogs.othername import OtherName
        from tui.reader.alike import alike

        likely = alike(corpus, entity)

        def find(query: str) -> Sequence[tuple[int, str]]:
            return self._typed(corpus, entity, query) if query else likely

        def chosen(other: int | None) -> None:
            if other is not None:
                self._look_at_both(corpus, entity, other)

        title = f"Merge {corpus.entities[entity].name} with …"
        self.app.push_screen(OtherName(corpus, title, find), chosen)

    def _typed(self, corpus: Corpus, entity: int, query: str) -> list[tuple[int, str]]:
        """The other entities that what was typed may mean."""
        if self.index is None:
            wanted = query.casefold()
            hits = [one.id for one in corpus.entities if wanted in one.name.casefold()][:_SHOWN]
        else:
            found = self.index.rank(f"@{query}", limit=_SHOWN)
            hits = [hit.target.ref for hit in found if hit.target.kind == "entity" and isinstance(hit.target.ref, int)]
        return [(other, "") for other in hits if other != entity]

    def _look_at_both(self, corpus: Corpus, entity: int, other: int, why: str = "") -> None:
        """Show two names side by side; nothing is written before it is decided."""
        from tui.dialogs.merge import MergeNames
        from tui.reader.portrait import portrait

        # The name more often met is kept, unless the reader says otherwise.
        kept, gone = sorted((entity, other), key=lambda row: (-corpus.entities[row].count, row))

        def decided(answer: "Answer | None") -> None:
            if answer is not None:
                into, what = (gone, kept) if answer.swapped else (kept, gone)
                said = self.scribe.corrections.all
                same = answer.same
                self.carry_out(
                    naming.merge(corpus, said, into, what) if same else naming.keep_apart(corpus, kept, gone)
                )

        self.app.push_screen(MergeNames(portrait(corpus, kept), portrait(corpus, gone), why), decided)

    @on(wishes.AnswerSuggestion)
    def _answers(self, event: wishes.AnswerSuggestion) -> None:
        event.stop()
        corpus, asked = self.corpus, event.suggested
        if corpus is None or asked not in corpus.lore.suggestions:
            self.say("The names are being tied together anew; ask again in a moment.")
        elif event.same is None:
            self._look_at_both(corpus, asked.entity, asked.other, asked.reason)
        elif event.same:
            self.carry_out(naming.merge(corpus, self.scribe.corrections.all, asked.other, asked.entity))
        else:
            self.carry_out(naming.keep_apart(corpus, asked.entity, asked.other))

    # --- splitting, renaming, kinds, no name, why

    def _split(self, corpus: Corpus, entity: int) -> None:
        spelt = Spelt(corpus, entity, self.place.article)
        if spelt.more():
            self.say(f"Looking at how {squeeze(corpus.entities[entity].name)} is written.")
            counting = self._count_on(corpus, entity, spelt)
            self.run_worker(counting, exclusive=True, group="split", name="count spellings")
        else:
            self._choose_parts(corpus, entity, spelt)

    async def _count_on(self, corpus: Corpus, entity: int, spelt: Spelt) -> None:
        """Count between the keys, and ask then, unless the reader has gone on to something else."""
        on_top, article = self.app.screen, self.place.article
        try:
            while spelt.more():
                await sleep(0)
        except OSError as error:
            self.say(str(error), wrong=True)
            return
        if self.app.screen is on_top and self.corpus is corpus and self.place.article == article:
            self._choose_parts(corpus, entity, spelt)

    def _choose_parts(self, corpus: Corpus, entity: int, spelt: Spelt) -> None:
        from tui.dialogs.split import Spelling, SplitName
        from tui.reader.portrait import facts_of, portrait

        shown = portrait(corpus, entity)
        article = self.place.article
        every, here = spelt.every, spelt.here
        reasons = {alias.name: alias.reason for alias in corpus.entities[entity].aliases}
        names = dict.fromkeys([*naming.spellings(corpus, entity), *every])
        rows = [Spelling(name, every[name], here[name], reasons.get(name, "")) for name in names]

        def known(name: str) -> str:
            other = corpus.entity_named(name)
            return "" if other is None or other == entity else facts_of(corpus, other)

        def decided(off: "SplitOff | None") -> None:
            if off is not None:
                only = article if off.here else None
                self.carry_out(naming.split(corpus, self.scribe.corrections.all, off.parts, off.to, only))

        self.app.push_screen(SplitName(shown, rows, corpus.articles[article].title, known), decided)

    def _rename(self, corpus: Corpus, entity: int) -> None:
        from tui.dialogs.rename import RenameName
        from tui.reader.portrait import portrait

        def taken(name: str) -> str:
            other = corpus.entity_named(name)
            return "" if other is None or other == entity else corpus.entities[other].name

        def typed(name: str | None) -> None:
            if name is not None:
                self.carry_out(naming.rename(corpus, self.scribe.corrections.all, entity, name))

        self.app.push_screen(RenameName(portrait(corpus, entity), taken), typed)

    def _retype(self, corpus: Corpus, entity: int) -> None:
        from tui.dialogs.kind import KindOfName
        from tui.reader.portrait import portrait
        from tui.reader.why_name import why_kind

        now = corpus.entities[entity].kind

        def chosen(kind: Kind | None) -> None:
            if kind is not None and kind is not now:
                self.carry_out(naming.retype(corpus, self.scribe.corrections.all, entity, kind))

        why = why_kind(corpus, entity, self.scribe.corrections.all)
        self.app.push_screen(KindOfName(portrait(corpus, entity), now, why), chosen)

    def _ignore(self, corpus: Corpus, entity: int) -> None:
        from tui.dialogs.darken import DarkenName
        from tui.reader.portrait import portrait

        known = corpus.entities[entity]
        events = len(corpus.events.of_entity(entity))
        what = (
            f"{known.count:,} mention{'s' if known.count != 1 else ''} in {known.articles:,} "
            f"article{'s' if known.articles != 1 else ''} go dark, and {events:,} "
            f"event{'s' if events != 1 else ''} no longer name{'' if events != 1 else 's'} it."
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self.carry_out(naming.ignore(corpus, self.scribe.corrections.all, entity))

        self.app.push_screen(DarkenName(portrait(corpus, entity), what), answered)

    def _why(self, corpus: Corpus, entity: int) -> None:
        from tui.dialogs.whyname import WhyName
        from tui.reader.why_name import why_kind

        why = why_kind(corpus, entity, self.scribe.corrections.all)
        self.app.push_screen(WhyName(corpus, entity, why), self._gone_to)

    def _gone_to(self, goto: Goto | None) -> None:
        if goto is not None:
            from tui.dialogs.dossier import Dossier

            if isinstance(self.app.screen, Dossier):
                self.app.screen.dismiss(goto)
            else:
                self.go(goto)


_ACTS: dict[str, Callable[[NameScreen, Corpus, int], None]] = {
    "merge": NameScreen._merge,
    "split": NameScreen._split,
    "rename": NameScreen._rename,
    "retype": NameScreen._retype,
    "ignore": NameScreen._ignore,
    "why": NameScreen._why,
}
"""What opens for each act."""

_SHOWN = 50
"""Entities listed for what was typed."""
