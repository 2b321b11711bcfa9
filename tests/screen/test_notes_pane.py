"""Promises of the screen about notes: placed again, tagged, filtered, and seen when they are changed outside."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tui import paths
from tui.app import Backstory
from tui.desk.desk import Desk
from tui.dialogs.choose import Choose, OptionRows
from tui.dialogs.dossierlines import dossier_lines
from tui.dialogs.note import NoteEditor
from tui.dialogs.tags import TagDialog
from tui.notes.model import Note
from tui.notes.notebook import Notebook
from tui.panes.article import ArticlePane
from tui.panes.notes import NotesPane
from tui.panes.page import Page
from tui.panes.wishes import ReadNotes
from tui.reader.links import parse
from tui.reader.place import Goto
from tui.reader.sieve import Sieve
from tui.reader.writing import About

ARTICLE = (
    "Raid in the north\n\nMahmud Farhadi was captured in May 2007. Karl Weber met him in 2006.\n\n"
    "The men were flown south on the same day. Nobody has seen the papers since then.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(ARTICLE)
    (home / "b.txt").write_text("The salt road\n\nCaravans crossed the flats in 1911, laden with salt.\n")
    return home


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[Pilot[int], Desk]]:
    """The reader on a collection, read whole."""
    app = Backstory([folder])
    async with app.run_test(size=(140, 30)) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            desk = app.sitting
            if desk is not None and desk.corpus is not None and desk.corpus.complete and desk.index is not None:
                break
        assert isinstance(app.screen, Desk)
        yield pilot, app.screen


def on_disk() -> tuple[Note, ...]:
    return Notebook.open(paths.data()).notes


def quotes() -> list[str]:
    return [note.target.quote for note in on_disk() if note.target is not None]


async def test_words_and_sentences_are_selected_with_keys_noted_copied_and_left(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        pane = desk.query_one(ArticlePane)
        await pilot.press("j", "v", "w", "w", "w", "b")
        assert ARTICLE[slice(*(pane.chosen_span() or (0, 0)))] == "Mahmud Farhadi was"
        await pilot.press("o", "w", "a")
        assert isinstance(pilot.app.screen, NoteEditor)
        await pilot.press("x", "ctrl+s")
        assert quotes() == ["Farhadi was"]
        await pilot.press("V", "V", "y")
        assert pilot.app.clipboard == "Mahmud Farhadi was captured in May 2007. Karl Weber met him in 2006."
        await pilot.press("V", "Y")
        assert "a.txt:3" in pilot.app.clipboard
        await pilot.press("v", "j", "escape")
        assert pane.chosen_span() != (0, 0)
        at = desk.query_one(Page).line
        await pilot.press("j")
        assert desk.query_one(Page).line != at


async def test_an_orphan_is_placed_again_with_one_key_and_back_with_undo(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        await pilot.press("j", "j", "j", "V", "a", "x", "ctrl+s")
        assert quotes() == ["The men were flown south on the same day."]
    told, instead = "The men were flown south on the same day.", "They left by air, southwards, hours after that."
    other = ARTICLE.replace(told, instead)
    (folder / "a.txt").write_text(other)
    async with opened(folder) as (pilot, desk):
        assert [placed.sure for placed in desk.notes] == [False]
        desk.go(Goto(at=other.index("They left")))
        await pilot.press("5", "r")
        assert isinstance(pilot.app.screen, Choose)
        before = (paths.data() / "notes.toml").read_bytes()
        await pilot.press("escape")
        assert (paths.data() / "notes.toml").read_bytes() == before
        await pilot.press("r")
        rows = pilot.app.screen.query_one(OptionRows)
        assert rows.options[0].passage == "They left by air, southwards, hours after that."
        await pilot.press("enter")
        await pilot.pause()
        assert [(placed.state, placed.start) for placed in desk.notes] == [("exact", other.index("They left"))]
        assert quotes() == ["They left by air, southwards, hours after that."]
        await pilot.press("u")
        assert quotes() == ["The men were flown south on the same day."]


async def test_the_new_place_of_a_moved_note_is_accepted(folder: Path) -> None:
    async with opened(folder) as (pilot, _):
        await pilot.press("j", "j", "j", "V", "a", "x", "ctrl+s")
    (folder / "a.txt").rename(folder / "c.txt")
    async with opened(folder) as (pilot, desk):
        assert [placed.state for placed in desk.notes] == ["moved"]
        await pilot.press("5", "r", "enter")
        await pilot.pause()
        assert [placed.state for placed in desk.notes] == ["exact"]
        assert [note.article.path for note in on_disk() if note.article] == ["c.txt"]


async def test_tags_are_completed_and_put_on_a_note(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        await pilot.press("A", "x", "tab", *"irbil", "ctrl+s", "j", "a", "y", "ctrl+s", "5", "G", "t")
        assert isinstance(pilot.app.screen, TagDialog)
        pilot.app.screen.query_one(Input).value = ""
        await pilot.press(*"ir")
        await pilot.pause(0.2)
        await pilot.press("right", "enter")
        await pilot.pause()
        assert [note.tags for note in on_disk()] == [("irbil",), ("irbil",)]
        await pilot.press("u")
        assert sorted(placed.note.tags for placed in desk.notes) == [(), ("irbil",)]


async def test_notes_are_filtered_and_shown_all_again(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        await pilot.press("A", "x", "ctrl+s", "j", "a", "y", "ctrl+s", "J", "A", "z", "ctrl+s")
        pane = desk.query_one(NotesPane)
        await pilot.press("5", "F")
        options = pilot.app.screen.query_one(OptionRows).options
        named = [option.words for option in options]
        assert (named[0], options[0].tail) == ("all notes", "3")
        await pilot.press(*["j"] * named.index("of this article"), "enter")
        await pilot.pause()
        assert [placed.note.text for placed in pane.view.placed] == ["z"]
        await pilot.press("K")
        assert sorted(placed.note.text for placed in pane.view.placed) == ["x", "y"]
        await pilot.press("escape")
        assert pane.view.count() == 3


async def test_what_others_write_in_the_notes_file_is_shown(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        await pilot.press("A", "x", "ctrl+s")
        file = paths.data() / "notes.toml"
        file.write_text(file.read_text().replace('"x"', '"from an editor"'))
        desk.look_outside()
        await pilot.pause()
        assert [placed.note.text for placed in desk.notes] == ["from an editor"]
        file.write_text(file.read_text() + "\n[[note\n")
        desk.look_outside()
        await pilot.pause()
        assert [placed.note.text for placed in desk.notes] == ["from an editor"]


async def test_notes_on_one_passage_its_name_and_its_event_are_read_from_the_text_and_from_the_lists(
    folder: Path,
) -> None:
    async with opened(folder) as (pilot, desk):
        corpus = desk.corpus
        assert corpus is not None
        entity = corpus.entity_named("Mahmud Farhadi")
        told = next(event for event in corpus.events if "captured" in event.headline)
        scribe = desk.scribe
        where = ARTICLE.index("Mahmud")
        span = (where, ARTICLE.index(" Karl"))
        for about, words in ((About(article=0, span=span), "first"), (About(article=0, span=span), "second"),
                             (About(entity=entity), "on him"), (About(event=told.id), "on it")):  # fmt: skip
            draft = scribe.begin(corpus, about)
            scribe.save(replace(draft, note=replace(draft.note, text=words)))
        desk.lay_notes()
        desk.go(Goto(article=0, at=where))
        await pilot.press("2", "semicolon")
        assert isinstance(pilot.app.screen, Choose)
        options = pilot.app.screen.query_one(OptionRows).options
        assert [option.words for option in options] == ["first", "second", "on it", "on him"]
        await pilot.press("j", "enter")
        assert isinstance(pilot.app.screen, NoteEditor)
        assert pilot.app.screen.draft.note.text == "second"
        await pilot.press("escape")
        assert desk.is_current
        desk.post_message(ReadNotes(event=told.id))
        await pilot.pause()
        assert isinstance(pilot.app.screen, NoteEditor)
        assert pilot.app.screen.draft.note.text == "on it"
        await pilot.press("escape")
        desk.post_message(ReadNotes(entity=entity))
        await pilot.pause()
        assert isinstance(pilot.app.screen, NoteEditor)
        assert pilot.app.screen.draft.note.text == "on him"
        await pilot.press("escape")
        assert entity is not None
        lines = list(dossier_lines(corpus, entity, desk.notes))
        assert [line.note for line in lines if line.note] == [note.id for note in on_disk() if note.entity]
        assert any(line.pieces[0][0] == "◆ " for line in lines if line.goto and line.goto.event == told.id)


async def test_a_note_on_an_event_told_in_other_words_is_placed_again(folder: Path) -> None:
    async with opened(folder) as (_, desk):
        corpus = desk.corpus
        assert corpus is not None
        told = next(event for event in corpus.events if "captured" in event.headline)
        draft = desk.scribe.begin(corpus, About(event=told.id))
        desk.scribe.save(replace(draft, note=replace(draft.note, text="x")))
    (folder / "a.txt").write_text(ARTICLE.replace("was captured in May", "was then captured in May"))
    async with opened(folder) as (pilot, desk):
        assert [placed.state for placed in desk.notes] != ["exact"]
        await pilot.press("5", "r")
        assert isinstance(pilot.app.screen, Choose)
        assert "then captured" in pilot.app.screen.query_one(OptionRows).options[0].passage
        await pilot.press("enter")
        await pilot.pause()
        assert [placed.state for placed in desk.notes] == ["exact"]
        assert ["then captured" in note.event.quote for note in on_disk() if note.event] == [True]
        await pilot.press("u")
        assert ["then captured" in note.event.quote for note in on_disk() if note.event] == [False]


async def test_a_damaged_notes_file_is_mended_with_one_key(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        await pilot.press("A", "x", "ctrl+s")
        file = paths.data() / "notes.toml"
        damaged = file.read_bytes() + b"\n[[note\n"
        file.write_bytes(damaged)
        desk.look_outside()
        await pilot.pause()
        told = desk.scribe.problem
        assert "line" in told
        assert "column" in told
        assert "backstory notes mend" in told
        await pilot.press("A", "y", "ctrl+s")
        assert file.read_bytes() == damaged
        await pilot.press("5", "W", "n")
        assert file.read_bytes() == damaged
        await pilot.press("W", "y")
        await pilot.pause()
        assert desk.scribe.problem == ""
        assert [note.text for note in on_disk()] == ["x", "y"]
        assert [kept.read_bytes() for kept in paths.data().glob("notes-damaged-*.toml")] == [damaged]


async def test_the_list_is_narrowed_by_words_tag_kind_state_and_entity(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        corpus = desk.corpus
        assert corpus is not None
        entity = corpus.entity_named("Mahmud Farhadi")
        made = (
            (About(article=0), "zebra", ()),
            (About(article=0, span=(ARTICLE.index("The men"), ARTICLE.index(" Nobody"))), "lost", ("check",)),
            (About(entity=entity), "on him", ()),
        )
        for about, words, tags in made:
            draft = desk.scribe.begin(corpus, about)
            desk.scribe.save(replace(draft, note=replace(draft.note, text=words, tags=tags)))
        (folder / "a.txt").write_text(ARTICLE.replace("The men were flown south on the same day. ", ""))
    async with opened(folder) as (pilot, desk):
        pane = desk.query_one(NotesPane)

        async def shown(sieve: Sieve) -> list[str]:
            pane.sieve = sieve
            await pilot.pause()
            return [placed.note.text for placed in pane.view.placed]

        await pilot.press("5")
        assert await shown(Sieve("tag", "check")) == ["lost"]
        assert await shown(Sieve("kind", "entity")) == ["on him"]
        assert await shown(Sieve("state", "orphan")) == ["lost"]
        assert await shown(Sieve("state", "exact")) == ["zebra", "on him"]
        assert desk.corpus is not None
        desk.go(Goto(entity=desk.corpus.entity_named("Mahmud Farhadi")))
        assert await shown(Sieve("entity")) == ["on him"]
        assert len(await shown(Sieve())) == 3
        await pilot.press("slash", *"zebra", "enter")
        assert pane.view.placed[pane.view.cursor].note.text == "zebra"


async def test_passages_there_is_no_time_for_are_looked_for_beside_the_reader(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(folder) as (pilot, _):
        await pilot.press("j", "j", "j", "V", "a", "x", "ctrl+s")
    (folder / "a.txt").write_text("Corrected on 9 May.\n\n" + ARTICLE)
    monkeypatch.setattr("tui.reader.scribe.PATIENCE", -1.0)
    async with opened(folder) as (pilot, desk):
        for _ in range(100):
            await pilot.pause(0.02)
            if desk.notes:
                break
        assert [placed.state for placed in desk.notes] == ["moved"]


async def test_thousands_of_notes_written_outside_are_read_beside_the_reader(folder: Path) -> None:
    async with opened(folder) as (pilot, desk):
        await pilot.press("A", "x", "ctrl+s")
        file = paths.data() / "notes.toml"
        block = file.read_text().partition("[[note]]")[2]
        ident = on_disk()[0].id
        more = "".join("\n[[note]]" + block.replace(ident, f"{ident}-{number}") for number in range(600))
        file.write_text(file.read_text() + more)
        desk.look_outside()
        for _ in range(200):
            await pilot.pause(0.02)
            if len(desk.notes) > 1:
                break
        assert len(desk.notes) == 601


async def test_a_link_opens_the_reader_at_its_passage(folder: Path) -> None:
    at = ARTICLE.index("The men")
    app = Backstory([folder], link=parse(f"backstory:a.txt#char={at},{at + 7}"))
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            if app.sitting is not None and app.sitting.corpus is not None and app.sitting.corpus.complete:
                break
        assert app.sitting is not None
        assert (app.sitting.place.article, app.sitting.place.at) == (0, at)
