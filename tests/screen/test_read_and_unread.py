"""Promises of reading on: what was read to its end is read, a star stays, and the unread can be gone through."""

from pathlib import Path

import pytest
from test_desk import corpus_of, opened

from tui.dialogs.ask import Ask
from tui.dialogs.choose import Choose
from tui.panes.articles import ArticlesPane


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "library"
    there.mkdir()
    for number in range(12):
        long = "\n\n".join(f"On 3 May 19{40 + number} Lord Curzon wrote paragraph {line}." for line in range(30))
        (there / f"{number:02}.txt").write_text(f"Story {number}\n\n{long if number < 2 else 'Short.'}\n")
    return there


async def test_an_article_is_read_once_its_end_came_into_view(folder: Path) -> None:
    async with opened((100, 20), folder=folder) as (pilot, desk):
        assert desk.read_marks.read == frozenset()
        await pilot.press("space")
        assert desk.read_marks.read == frozenset()
        await pilot.press("G")
        await pilot.pause()
        assert desk.read_marks.read == {0}
        await pilot.press("r")
        await pilot.pause()
        assert desk.read_marks.read == frozenset()


async def test_the_next_unread_article_is_one_key_away(folder: Path) -> None:
    async with opened((100, 20), folder=folder) as (pilot, desk):
        desk.read_marks = desk.read_marks.with_read(corpus_of(desk), [1, 2, 3], True)
        await pilot.press("full_stop")
        await pilot.pause()
        assert desk.place.article == 4


async def test_stars_filters_and_orders_are_there_again_at_the_next_start(folder: Path) -> None:
    async with opened((100, 20), folder=folder) as (pilot, desk):
        await pilot.press("1", "j", "S", "j", "j", "S", "F", "j", "j", "enter")
        await pilot.pause()
        library = desk.query_one(ArticlesPane)
        assert [library.view.ids[row] for row in range(library.view.count())] == [1, 3]
        await pilot.press("O", "j", "j", "j", "enter")
        await pilot.pause()
        said = library.sieve.said()
        assert said == "starred, by title"
    async with opened((100, 20), folder=folder) as (pilot, desk):
        library = desk.query_one(ArticlesPane)
        assert library.sieve.said() == said
        assert desk.read_marks.starred == {1, 3}
        # J and K go through the articles as they are listed.
        await pilot.press("J")
        assert desk.place.article == 1
        await pilot.press("J")
        assert desk.place.article == 3


async def test_being_done_with_many_articles_is_asked_about_first(folder: Path) -> None:
    async with opened((100, 20), folder=folder) as (pilot, desk):
        await pilot.press("1", "D")
        assert isinstance(pilot.app.screen, Ask)
        await pilot.press("y")
        await pilot.pause()
        assert len(desk.read_marks.read) == 12


async def test_the_filter_says_how_many_there_are_of_each(folder: Path) -> None:
    async with opened((100, 20), folder=folder) as (pilot, _):
        await pilot.press("1", "S", "F")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Choose)
        shown = [(option.words, option.tail) for option in pilot.app.screen._options]
        assert shown == [("all", "12"), ("unread", "12"), ("starred", "1"), ("with notes", "0")]
