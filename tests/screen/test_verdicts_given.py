"""Conflicts judged on the screen: put away or kept open, on disk at once, there again at the next start, undoable."""

from pathlib import Path

import pytest
from test_conflicts_shown import head_of, shown_in
from test_desk import corpus_of, opened

from tui import paths
from tui.desk.desk import Desk
from tui.dialogs.compare import Compare
from tui.notes.corrections import Corrections
from tui.panes.timeline import TimelinePane
from tui.reader.sheet import sheet_of


def verdicts() -> list[str]:
    return [one.texts["verdict"] for one in Corrections.open(paths.data()).all if one.what == "conflict"]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text("One\n\nGeneral Otto Brandt was killed near Verden on 4 May 1921.\n")
    (folder / "b.txt").write_text("Two\n\nPolice captured General Otto Brandt in a barn in July 1921.\n")
    (folder / "c.txt").write_text("Three\n\nTomas Varga was born in 1901 in a village near Szeged.\n")
    (folder / "d.txt").write_text("Four\n\nTomas Varga, who was born in 1904, went to sea at sixteen.\n")
    return folder


async def test_d_dismisses_the_conflict_under_the_cursor_and_u_brings_it_back(papers: Path) -> None:
    async with opened(folder=papers) as (pilot, desk):
        timeline = desk.query_one(TimelinePane)
        fate, birth = corpus_of(desk).conflicts
        await pilot.press("3", "x", "D")
        await pilot.pause()
        assert corpus_of(desk).conflicts == (birth,)
        assert "1 conflict, 1 dismissed" in head_of(timeline)
        assert verdicts() == ["dismissed"]
        assert timeline.event_here() in birth.events
        event = corpus_of(desk).events[fate.events[0]]
        assert all(mark.name != "mark-conflict" for mark in sheet_of(corpus_of(desk), event.article).marks)
        await pilot.press("u")
        await pilot.pause()
        assert corpus_of(desk).conflicts == (fate, birth)
        assert verdicts() == []
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert corpus_of(desk).conflicts == (birth,)


async def test_a_verdict_is_there_at_the_next_start_also_after_files_changed(papers: Path) -> None:
    async with opened(folder=papers) as (pilot, _):
        await pilot.press("3", "x", "D", "exclamation_mark")
        await pilot.pause()
        assert verdicts() == ["dismissed", "open"]
    (papers / "0.txt").write_text("Zero\n\nA flood came in 1920 and another one in 1922.\n")
    (papers / "a.txt").rename(papers / "k.txt")
    async with opened(folder=papers) as (pilot, desk):
        (left,) = corpus_of(desk).conflicts
        assert left.fact == "date"
        assert corpus_of(desk).claims.verdicts[left] == "open"
        timeline = desk.query_one(TimelinePane)
        assert timeline.sieve.conflicts, "the timeline is taken up as it was left"
        await pilot.pause()
        rows = timeline.view
        assert "kept open" in rows.words(0)


async def test_the_dismissed_lie_under_a_line_that_opens_and_are_brought_back_from_there(papers: Path) -> None:
    async with opened(folder=papers) as (pilot, desk):
        timeline = desk.query_one(TimelinePane)
        await pilot.press("3", "x", "D")
        await pilot.pause()
        before = len(shown_in(timeline))
        await pilot.press("G", "enter")
        assert len(shown_in(timeline)) == before + 3
        await pilot.press("j", "D")
        await pilot.pause()
        assert len(corpus_of(desk).conflicts) == 2
        assert verdicts() == []


async def test_the_two_sides_are_compared_and_judged_there(papers: Path) -> None:
    async with opened((130, 40), folder=papers) as (pilot, desk):
        await pilot.press("3", "x", "c")
        dialog = pilot.app.screen
        assert isinstance(dialog, Compare)
        assert "killed 4 May 1921, but captured Jul 1921" in str(dialog.query_one(".contradiction").render())
        await pilot.press("D")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Desk)
        assert [conflict.fact for conflict in corpus_of(desk).conflicts] == ["date"]


async def test_what_nothing_contradicts_cannot_be_judged(papers: Path) -> None:
    (papers / "e.txt").write_text("Five\n\nA bridge was opened at Verden on 1 March 1930.\n")
    async with opened(folder=papers) as (pilot, desk):
        await pilot.press("3", "G", "D")
        await pilot.pause()
        assert "Nothing contradicts this." in str(desk.query_one("#status").render())
        assert verdicts() == []


async def test_a_file_that_is_damaged_is_named_and_nothing_is_dismissed(papers: Path) -> None:
    paths.data().mkdir(parents=True)
    (paths.data() / "corrections.toml").write_text("[[conflict]\n")
    async with opened(folder=papers) as (pilot, desk):
        await pilot.press("3", "x", "D")
        await pilot.pause()
        assert "corrections.toml" in str(desk.query_one("#status").render())
        assert len(corpus_of(desk).conflicts) == 2
    assert (paths.data() / "corrections.toml").read_text() == "[[conflict]\n"
