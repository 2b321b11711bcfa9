"""The key table, pressed: letters keep their meaning from pane to pane, and a key with nothing to do says why."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tui import paths
from tui.app import Backstory
from tui.corpus.tables import Corpus
from tui.desk.desk import Desk
from tui.dialogs.compare import Compare
from tui.dialogs.dossier import Dossier
from tui.dialogs.dossierlines import DossierRows
from tui.dialogs.front import Front
from tui.dialogs.frontrows import FrontRows
from tui.dialogs.help import KeyRows
from tui.dialogs.jump import JumpBox
from tui.dialogs.note import NoteEditor
from tui.dialogs.passages import PassageRows, Passages
from tui.dialogs.peek import Peek
from tui.panes.entityrows import EntityRows
from tui.panes.eventrows import EventRows
from tui.panes.lines import StatusLine
from tui.panes.page import Page
from tui.panes.rows import Rows
from tui.panes.timeline import TimelinePane
from tui.panes.wishes import OpenDossier, ShowCard
from tui.reader.bound import shipped
from tui.reader.chronicle import Zoom
from tui.reader.companions import Passage
from tui.reader.place import Goto


@asynccontextmanager
async def opened(size: tuple[int, int] = (160, 40)) -> AsyncIterator[tuple[Pilot[int], Desk, Corpus]]:
    app = Backstory([paths.seeds()])
    async with app.run_test(size=size) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            desk = app.sitting
            if desk is not None and desk.corpus is not None and desk.corpus.complete and desk.index is not None:
                break
        assert isinstance(app.screen, Desk)
        assert app.screen.corpus is not None
        yield pilot, app.screen, app.screen.corpus


def current(pilot: Pilot[int]) -> object:
    """The screen on top."""
    return pilot.app.screen


def said(desk: Desk) -> str:
    return str(desk.query_one(StatusLine).content)


def test_a_letter_means_one_thing_in_all_panes() -> None:
    meaning: dict[str, set[str]] = {}
    for one in shipped():
        if not one.at_desk:
            continue
        for key in one.keys:
            meaning.setdefault(key, set()).add(one.name)
    same = {"g", "G", "a", "i", "y", "Y", "E", "asterisk", "semicolon", "F", "right_parenthesis", "left_parenthesis"}
    for key, names in meaning.items():
        acts = {name.partition(".")[2].removeprefix("read-") for name in names}
        if key in same or len(key) > 1:
            continue
        # What else shares a letter: the end of a selection and what it leads out to; being done with a thing.
        assert len(acts) == 1 or names in (
            {"article.choose-other", "desk.original"},
            {"article.choose-more", "names.why"},
            {"timeline.dismiss", "articles.all-read"},
            {"article.note-article", "articles.note"},
            {"shelf.read", "notes.place"},
        ), (key, names)


async def test_h_and_l_go_round_the_panes_and_numbers_go_to_them() -> None:
    async with opened() as (pilot, desk, _):
        seen = []
        for key in ("l", "l", "l", "h", "1", "5", "2"):
            await pilot.press(key)
            seen.append(desk.active_pane.id)
        assert seen == ["entities", "timeline", "text", "timeline", "articles", "notes", "text"]


async def test_peek_and_who_mean_the_same_in_every_list() -> None:
    async with opened() as (pilot, desk, corpus):
        event = next(row for row in range(len(corpus.events)) if corpus.events[row].entities)
        desk.go(Goto(event=event))
        await pilot.pause()
        for pane in ("3", "4"):
            await pilot.press(pane, "i")
            await pilot.pause()
            shown: list[type] = [type(pilot.app.screen)]
            await pilot.press("i", "asterisk")
            await pilot.pause()
            shown.append(type(pilot.app.screen))
            assert shown == [Peek, Dossier], pane
            await pilot.press("escape")


async def test_plus_and_minus_only_zoom_and_d_only_deletes() -> None:
    async with opened() as (pilot, desk, corpus):
        await pilot.press("3", "minus")
        assert desk.query_one(TimelinePane).zoom is Zoom.MONTH
        await pilot.press("plus", "4", "minus", "d", "3", "d")
        await pilot.pause()
        assert desk.query_one(TimelinePane).zoom is Zoom.DAY
        assert isinstance(pilot.app.screen, Desk)
        assert len(corpus.claims.dismissed) == 0


async def test_an_event_is_copied_and_cited_from_the_timeline() -> None:
    async with opened() as (pilot, desk, corpus):
        desk.go(Goto(event=next(event.id for event in corpus.events if not event.reported)))
        await pilot.press("3", "y")
        await pilot.pause()
        here = desk.query_one(TimelinePane).event_here()
        assert here is not None
        article = corpus.events[here].article
        assert " ".join(pilot.app.clipboard.split()) in " ".join(corpus.text(article).split())
        await pilot.press("Y")
        await pilot.pause()
        assert f"{corpus.articles[article].path}:" in pilot.app.clipboard


async def test_the_last_place_is_one_key_away_and_back() -> None:
    async with opened() as (pilot, desk, corpus):
        first = desk.place
        desk.go(Goto(article=1, at=corpus.articles[1].chars // 2))
        await pilot.pause()
        second = desk.place
        await pilot.press("apostrophe", "apostrophe")
        await pilot.pause()
        assert desk.place == first
        await pilot.press("apostrophe", "apostrophe")
        await pilot.pause()
        assert desk.place == second


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ("right_parenthesis", "No name is in focus"),
        ("L", "Nothing lies ahead."),
        ("K", "This is the first article."),
        ("3 g c", "One source tells this"),
        ("n", "n goes on through a search"),
        ("apostrophe q", "Nothing here is marked q"),
    ],
)
async def test_a_key_with_nothing_to_do_says_why(keys: str, reason: str) -> None:
    async with opened() as (pilot, desk, _):
        await pilot.press(*keys.split())
        await pilot.pause()
        assert not isinstance(pilot.app.screen, Compare)
        assert reason in said(desk)


async def test_paging_and_paragraphs_move_by_whole_steps() -> None:
    async with opened((80, 24)) as (pilot, desk, _):
        page = desk.query_one(Page)
        starts = []
        for key in ("right_curly_bracket", "space", "b", "ctrl+d", "ctrl+u", "left_curly_bracket", "G", "g"):
            await pilot.press(key)
            starts.append(page.reading_at)
        assert starts[0] < starts[1] > starts[2] < starts[3] > starts[4] >= starts[5] < starts[6] > starts[7] == 0


async def test_keys_of_ones_own_work_and_the_old_ones_do_not(own_folders: Path) -> None:
    folder = own_folders / "config"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('[keys]\n"page.down" = "n"\n"timeline.zoom-out" = "ctrl+y"\n')
    async with opened() as (pilot, desk, _):
        assert "n is both page.down and pane.find-next in text" in said(desk)
        page = desk.query_one(Page)
        await pilot.press("n", "n")
        assert page.reading_at > 0
        at = page.reading_at
        await pilot.press("j")
        assert page.reading_at == at
        await pilot.press("3", "minus")
        assert desk.query_one(TimelinePane).zoom is Zoom.DAY
        await pilot.press("ctrl+y")
        assert desk.query_one(TimelinePane).zoom is Zoom.MONTH


async def test_keys_of_ones_own_work_in_dialogs_and_are_shown_there(own_folders: Path) -> None:
    folder = own_folders / "config"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(
        '[keys]\n"dossier.close" = "f4"\n"jump.close" = "f4"\n"desk.help" = "f2"\n"front.close" = "f6"\n'
        '"desk.jump" = "f7"\n"editor.save" = "f8"\n"rows.down" = "f9"\n'
    )
    async with opened() as (pilot, desk, _):
        app = pilot.app
        await pilot.press("4", "enter")
        await pilot.pause()
        dossier = app.screen
        assert isinstance(dossier, Dossier)
        assert "F4 close" in str(dossier.query_one(".hint", Static).content)
        before = dossier.query_one(DossierRows).cursor
        await pilot.press("escape", "j")
        assert app.screen is dossier
        assert dossier.query_one(DossierRows).cursor == before
        await pilot.press("f9")
        assert dossier.query_one(DossierRows).cursor > before
        await pilot.press("f2")
        await pilot.pause()
        assert "F4" in {key for row in app.screen.query_one(KeyRows).shown for key in row[0].split()}
        await pilot.press("escape", "f4", "f7")
        await pilot.pause()
        assert isinstance(current(pilot), JumpBox)
        await pilot.press("f4", "0")
        await pilot.pause()
        front = current(pilot)
        assert isinstance(front, Front)
        assert "F6 read" in str(front.query_one("#front-keys", Static).content)
        await pilot.press("f7")
        await pilot.pause()
        assert isinstance(current(pilot), JumpBox)
        await pilot.press("f4", "0", "f6", "2", "a")
        await pilot.pause()
        editor = current(pilot)
        assert isinstance(editor, NoteEditor)
        assert "F8 save" in str(editor.query_one(".hint", Static).content)
        await pilot.press(*"kept", "f8")
        await pilot.pause()
        assert current(pilot) is desk
        assert [placed.note.text for placed in desk.notes] == ["kept"]


async def test_letters_lead_to_every_row_in_view_in_every_list() -> None:
    async with opened((120, 30)) as (pilot, desk, _):
        for pane in ("1", "3", "4"):
            await pilot.press(pane, "f")
            rows = desk.active_pane.view
            assert isinstance(rows, Rows)
            seen = dict(rows.letters)
            assert len(seen) > 1, pane
            assert not any(rows.is_head(row) for row, _, _ in seen)
            await pilot.press("escape")
            assert not rows.letters
            assert rows.has_focus
        await pilot.press("4", "f")
        rows = desk.query_one(EntityRows)
        row, line, cell = max(at for at, label in rows.letters.items() if len(label) == 1 and rows.ids[at[0]] >= 0)
        await pilot.press(rows.letters[row, line, cell])
        await pilot.pause()
        dossier = current(pilot)
        assert isinstance(dossier, Dossier)
        assert dossier.entity == rows.ids[row]
        await pilot.press("f")
        lines = dossier.query_one(DossierRows)
        at = next(at for at in lines.letters if lines.lines[at[0]].goto is not None)
        await pilot.press(*lines.letters[at])
        await pilot.pause()
        assert current(pilot) is desk
        assert desk.place.entity == dossier.entity
        await pilot.press("0", "f")
        front = current(pilot)
        assert isinstance(front, Front)
        assert any(rows.letters for rows in front.query(FrontRows))


async def test_letters_and_a_second_click_open_a_name_or_date_within_a_row() -> None:
    async with opened((100, 30)) as (pilot, desk, _):
        assert desk.corpus is not None
        await pilot.press("3", "j", "f")
        await pilot.pause()
        rows = desk.query_one(EventRows)
        names = desk.corpus.entities
        named = [
            (names[wish.entity].count, at, spot.link.words, wish.entity)
            for row in range(rows.count())
            for spot in rows.spots_in(row)
            if (at := (row, spot.line, spot.column)) in rows.letters
            and isinstance(wish := spot.link.wish(), OpenDossier)
        ]
        _, at, words, entity = max(named)
        await pilot.press(*rows.letters[at])
        await pilot.pause()
        dossier = current(pilot)
        assert isinstance(dossier, Dossier)
        assert dossier.entity == entity
        known = names[entity]
        assert words in {known.name, *(alias.name for alias in known.aliases)}
        # A name in the dossier opens its own, and closing leads back.
        await pilot.press("f")
        lines = dossier.query_one(DossierRows)
        other = next(
            (at, made.entity)
            for at in lines.letters
            for spot in lines.spots_in(at[0])
            if (at[1], at[2]) == (spot.line, spot.column)
            and isinstance(made := spot.link.wish(), OpenDossier)
            and made.entity != entity
        )
        await pilot.press(*lines.letters[other[0]])
        await pilot.pause()
        assert dossier.entity == other[1]
        await pilot.press("escape")
        await pilot.pause()
        assert dossier.entity == entity
        await pilot.press("escape")
        await pilot.pause()
        assert current(pilot) is desk
        # The mouse does the same, and opens a date's card.
        dated = next(
            (row, spot)
            for row in range(rows.count())
            for spot in rows.spots_in(row)
            if rows.scroll_offset.y <= row < rows.scroll_offset.y + rows.size.height
            and isinstance(spot.link.wish(), ShowCard)
        )
        row, spot = dated
        place = (spot.column, row * rows.row_height + spot.line - rows.scroll_offset.y)
        await pilot.click(EventRows, offset=place)
        await pilot.click(EventRows, offset=place, times=2)
        await pilot.pause()
        assert isinstance(current(pilot), Peek)


async def test_a_second_click_on_a_name_in_the_text_opens_it() -> None:
    async with opened((100, 30)) as (pilot, desk, corpus):
        await pilot.press("2", "g")
        page = desk.query_one(Page)
        for found in corpus.mentions.in_article(desk.place.article):
            words = corpus.text(desk.place.article)[found.start : found.end]
            lines = [page.render_line(y).text for y in range(page.size.height)]
            at = next(((line.index(words) + 1, y) for y, line in enumerate(lines) if y > 2 and words in line), None)
            if at is not None:
                break
        assert at is not None
        await pilot.click(Page, offset=at)
        await pilot.pause()
        assert current(pilot) is desk
        await pilot.click(Page, offset=at, times=2)
        await pilot.pause()
        dossier = current(pilot)
        assert isinstance(dossier, Dossier)


async def test_a_name_in_a_list_of_passages_opens_over_it(tmp_path: Path) -> None:
    for day in range(1, 4):
        words = f"On {day} May 2007 Karl Weber met Anna Lindt in Geneva, and Karl Weber spoke."
        (tmp_path / f"{day}.txt").write_text(words)
    app = Backstory([tmp_path])
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(400):
            await pilot.pause(0.02)
            desk = app.sitting
            if desk is not None and desk.corpus is not None and desk.corpus.complete:
                break
        assert isinstance(desk, Desk)
        assert desk.corpus is not None
        weber, lindt = (desk.corpus.entity_named(name) for name in ("Karl Weber", "Anna Lindt"))
        assert weber is not None
        assert lindt is not None
        desk.show_passages((weber, lindt), [Passage(0, 14, 45)])
        await pilot.pause()
        await pilot.press("f")
        rows = app.screen.query_one(PassageRows)
        found = {spot.link.words: spot for spot in rows.spots_in(0)}
        spot = found["Anna Lindt"]
        await pilot.press(*rows.letters[0, spot.line, spot.column])
        await pilot.pause()
        dossier = app.screen
        assert isinstance(dossier, Dossier)
        assert dossier.entity == lindt
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Passages)


async def test_enter_opens_the_name_one_came_by_without_stepping_to_it() -> None:
    async with opened() as (pilot, desk, _):
        await pilot.press("p", *"muqtada", "enter")
        await pilot.pause()
        assert desk.place.entity is not None
        await pilot.press("enter")
        await pilot.pause()
        dossier = current(pilot)
        assert isinstance(dossier, Dossier)
        assert dossier.entity == desk.place.entity
