"""Promises of the screen as a whole: one selection moves everything, and every key does what its help says."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot

from tui import paths
from tui.app import Backstory
from tui.corpus.tables import Corpus
from tui.desk.desk import Desk
from tui.dialogs.dossier import Dossier
from tui.dialogs.help import Help, KeyRows
from tui.dialogs.jump import HitRows, JumpBox
from tui.dialogs.note import NoteEditor, SafeTextArea
from tui.notes.model import ArticleRef
from tui.notes.notebook import Notebook
from tui.panes.article import ArticlePane
from tui.panes.entities import EntitiesPane
from tui.panes.inks import style_of
from tui.panes.lines import TabLine
from tui.panes.page import Page
from tui.panes.timeline import TimelinePane
from tui.reader.place import Goto
from tui.themes import DARK

Opened = Callable[..., AbstractAsyncContextManager[tuple[Pilot[int], Desk]]]


@asynccontextmanager
async def opened(
    size: tuple[int, int] = (160, 40), *, folder: Path | None = None
) -> AsyncIterator[tuple[Pilot[int], Desk]]:
    """The reader on a collection, read whole."""
    app = Backstory([folder or paths.seeds()])
    async with app.run_test(size=size) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            desk = app.sitting
            if desk is not None and desk.corpus is not None and desk.corpus.complete and desk.index is not None:
                break
        assert isinstance(app.screen, Desk)
        yield pilot, app.screen


def corpus_of(desk: Desk) -> Corpus:
    assert desk.corpus is not None
    assert desk.corpus.complete
    return desk.corpus


async def test_the_bundled_collection_opens_with_text_timeline_and_entities() -> None:
    async with opened() as (_, desk):
        shown = [pane.id for pane in desk.panes() if pane.display]
        assert shown == ["timeline", "text", "entities"]
        assert desk.query_one(TimelinePane).view.count() > 20
        assert desk.query_one(EntitiesPane).view.count() > 20
        assert desk.query_one(Page).has_focus


async def test_reading_on_lights_the_event_told_there() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        event = corpus.events[corpus.events.in_article(0)[5]]
        desk.go(Goto(at=event.start))
        await pilot.pause()
        assert desk.place.event is not None
        here = desk.query_one(TimelinePane).event_here()
        assert here is not None
        assert desk.place.event in corpus.sources(here)


async def test_moving_in_the_timeline_moves_the_text() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        await pilot.press("3", "j", "j", "j")
        here = desk.query_one(TimelinePane).event_here()
        assert here is not None
        assert (desk.place.event, desk.place.article) == (here, corpus.events[here].article)
        start, end = desk.query_one(Page).reading_span
        assert start <= corpus.events[here].start <= end


async def test_a_half_remembered_name_is_jumped_to_and_the_way_back_is_kept() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        before = desk.place
        await pilot.press("p", *"daqduk")
        assert isinstance(pilot.app.screen, JumpBox)
        first = pilot.app.screen.query_one(HitRows).hits[0].target
        assert "Daqduq" in first.name
        await pilot.press("enter")
        await pilot.pause()
        assert desk.place.entity is not None
        assert "Daqduq" in corpus.entities[desk.place.entity].name
        assert corpus.mention_at(desk.place.article, desk.place.at) is not None
        await pilot.press("ctrl+o")
        assert (desk.place.article, desk.place.at) == (before.article, before.at)
        await pilot.press("L")
        assert desk.place.entity is not None


async def test_a_name_that_is_not_there_finds_nothing_and_says_so() -> None:
    async with opened() as (pilot, _):
        await pilot.press("p", *"zzzxqy")
        assert pilot.app.screen.query_one(HitRows).count() == 0
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Desk)


async def test_one_man_is_followed_through_the_timeline() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        petraeus = corpus.entity_named("David Petraeus")
        assert petraeus is not None
        await pilot.press("3", "F", *"petraus", "enter")
        rows = desk.query_one(TimelinePane).view
        shown = [event for row in range(rows.count()) if (event := rows.event(row)) is not None]
        assert shown
        assert all(petraeus in corpus.events[event].entities for event in shown)


async def test_links_in_the_text_are_stepped_to_and_opened() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        await pilot.press("right_square_bracket")
        while corpus.mention_at(desk.place.article, desk.place.at) is None:
            await pilot.press("right_square_bracket")
        assert desk.place.entity is not None
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, Dossier)
        await pilot.press("escape")
        assert pilot.app.screen_stack[-1] is desk


async def test_mentions_lead_on_into_the_next_article() -> None:
    async with opened() as (pilot, desk):
        corpus = corpus_of(desk)
        qods = corpus.entity_named("Qods Force")
        assert qods is not None
        mentions = corpus.mentions.of_entity(qods)
        last_here = [found for found in mentions if found.article == 0][-1]
        desk.go(Goto(article=0, at=last_here.start, entity=qods))
        await pilot.press("2", "right_parenthesis")
        assert desk.place.article == 1
        await pilot.press("left_parenthesis")
        assert (desk.place.article, desk.place.at) == (0, last_here.start)


async def test_a_note_is_on_disk_is_shown_and_is_there_after_a_restart() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("j", "j", "j", "a")
        assert isinstance(pilot.app.screen, NoteEditor)
        await pilot.press(*"check", "tab", *"irbil", "ctrl+s")
        await pilot.pause()
        on_disk = Notebook.open(paths.data()).notes
        assert [(note.text, note.tags) for note in on_disk] == [("check", ("irbil",))]
        assert on_disk[0].target is not None
        assert on_disk[0].target.quote in corpus_of(desk).text(desk.place.article)
        assert len(desk.notes) == 1
    async with opened() as (pilot, desk):
        assert [(placed.state, placed.note.text) for placed in desk.notes] == [("exact", "check")]
        await pilot.press("5", "enter")
        assert desk.place.at == desk.notes[0].start


async def test_a_note_left_with_escape_comes_back_as_typed() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("a", *"half a thought".replace(" ", "_"), "escape")
        assert Notebook.open(paths.data()).notes == ()
        assert [placed.state for placed in desk.notes] == ["not saved"]
        await pilot.press("a")
        assert isinstance(pilot.app.screen, NoteEditor)
        from textual.widgets import TextArea

        assert pilot.app.screen.query_one(TextArea).text == "half_a_thought"


async def test_a_note_that_holds_control_characters_cannot_act_on_the_terminal() -> None:
    Notebook.open(paths.data()).add(
        "article", "a \x1b]0;owned\x07 b", article=ArticleRef("iranian-involvement-in-iraq.txt")
    )
    async with opened() as (pilot, _):
        await pilot.press("5", "a")
        shown = pilot.app.screen.query_one(SafeTextArea)
        assert shown.text == "a \x1b]0;owned\x07 b"
        assert shown.get_line(0).plain == "a ␛]0;owned␇ b"


async def test_notes_go_on_entities_events_and_articles_too() -> None:
    async with opened() as (pilot, desk):
        for keys in (("4", "a"), ("3", "a"), ("2", "A")):
            await pilot.press(*keys, "x", "ctrl+s")
            await pilot.pause()
        assert sorted(placed.note.on for placed in desk.notes) == ["article", "entity", "event"]
        assert all(placed.state == "exact" for placed in desk.notes)


async def test_a_deleted_note_is_asked_about_and_kept_aside() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("a", "x", "ctrl+s", "5", "d", "n")
        assert [placed.note.text for placed in desk.notes] == ["x"]
        await pilot.press("d", "y")
        await pilot.pause()
        assert [placed.note.text for placed in desk.notes] == []
        assert (paths.data() / "notes-deleted.toml").read_text(encoding="utf-8").count("[[note]]") == 1


async def test_a_change_of_notes_is_taken_back_and_made_again() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("a", "x", "ctrl+s", "u")
        assert [placed.note.text for placed in desk.notes] == []
        await pilot.press("ctrl+r")
        assert [placed.note.text for placed in desk.notes] == ["x"]


async def test_search_is_incremental_counts_wraps_and_goes_back() -> None:
    async with opened() as (pilot, desk):
        text = corpus_of(desk).text(0)
        start = desk.place.at
        await pilot.press("slash", *"irbil")
        first = text.lower().index("irbil", start)
        assert desk.place.at == first
        await pilot.press("escape")
        assert desk.place.at == start
        await pilot.press("slash", *"irbil", "enter", "n")
        assert desk.place.at == text.lower().index("irbil", first + 1)
        await pilot.press("N", "N")
        assert desk.place.at == text.lower().rindex("irbil")


async def test_the_reading_position_is_there_again_at_the_next_start() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("J", "space", "space")
        left = desk.place
        assert left.article == 1
        assert left.at > 0
    async with opened() as (_, desk):
        assert (desk.place.article, desk.place.at) == (left.article, left.at)


async def test_resizing_keeps_the_line_one_reads() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("space", "space", "j")
        at = desk.place.at
        for size in ((80, 24), (40, 12), (200, 50), (160, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            start, end = desk.query_one(Page).reading_span
            assert start <= at <= end
            assert desk.place.at == at


@pytest.mark.parametrize("size", [(200, 50), (100, 30), (80, 24), (40, 12)])
async def test_every_pane_is_reached_by_its_number_at_every_size(size: tuple[int, int]) -> None:
    async with opened(size) as (pilot, desk):
        for number, name in enumerate(("articles", "text", "timeline", "entities", "notes"), 1):
            await pilot.press(str(number))
            pane = desk.active_pane
            assert pane.id == name
            assert pane.display
            assert pane.view.has_focus


async def test_the_pane_one_is_in_is_named_at_forty_columns() -> None:
    async with opened((40, 12)) as (pilot, desk):
        await pilot.press("5")
        assert str(desk.query_one(TabLine).content).split() == ["1", "2", "3", "4", "5", "notes"]


async def test_a_window_too_small_says_so_and_comes_back() -> None:
    async with opened((29, 7)) as (pilot, desk):
        assert desk.query_one("#too-small").display
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not desk.query_one("#too-small").display
        assert desk.query_one(Page).has_focus


async def test_help_lists_the_keys_of_the_pane() -> None:
    async with opened() as (pilot, _):
        await pilot.press("4", "question_mark")
        assert isinstance(pilot.app.screen, Help)
        rows = pilot.app.screen.query_one(KeyRows)
        words = " ".join(rows.words(row) for row in range(rows.count()))
        assert "In entities" in words
        assert "Jump to any name" in words
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Desk)


async def test_escape_never_quits_and_q_does() -> None:
    async with opened() as (pilot, desk):
        await pilot.press("z", "escape", "escape", "escape")
        assert pilot.app.is_running
        assert len([pane for pane in desk.panes() if pane.display]) == 3
        await pilot.press("q")
        await pilot.pause()
        assert not pilot.app.is_running


async def test_the_readers_own_keys_replace_ours() -> None:
    paths.config().mkdir(parents=True)
    (paths.config() / "config.toml").write_text('[keys]\n"desk.jump" = "ctrl+g"\n', encoding="utf-8")
    async with opened() as (pilot, _):
        await pilot.press("p")
        assert len(pilot.app.screen_stack) == 2
        await pilot.press("question_mark")
        rows = pilot.app.screen.query_one(KeyRows)
        jump = next(rows.words(row) for row in range(rows.count()) if "Jump to any name" in rows.words(row))
        assert "Ctrl-G" in jump
        await pilot.press("escape", "ctrl+g")
        assert isinstance(pilot.app.screen, JumpBox)


async def test_the_first_page_wears_our_theme() -> None:
    async with opened() as (pilot, desk):
        assert pilot.app.theme == DARK.name
        assert desk.styles.background == Color.parse(DARK.background or "")
        assert style_of(pilot.app, "person").color == Style.parse(DARK.variables["kind-person"]).color


async def test_comments_are_folded_until_opened() -> None:
    async with opened() as (pilot, desk):
        page = desk.query_one(Page)
        folded = [block for block in page.sheet.blocks if block.kind == "fold"]
        assert "comments" in folded[0].label
        assert not any(block.kind == "comment" for block in page.sheet.blocks)
        desk.go(Goto(at=folded[0].start))
        await pilot.pause()
        assert any(block.kind == "comment" for block in desk.query_one(ArticlePane).view.sheet.blocks)
