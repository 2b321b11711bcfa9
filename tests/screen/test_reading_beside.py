"""A collection that was read before, one that changes while it is shown, one that cannot be kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui import paths
from tui.app import Backstory
from tui.corpus.build import build, scan
from tui.corpus.shelf import shelf
from tui.corpus.tables import Corpus
from tui.sitting.sitting import Sitting

LINE = "Mahmud Farhadi met General Karl Weber in Baghdad on June {day}, 2007. Karl Weber left Tehran in May 2008.\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "articles"
    home.mkdir()
    for number in range(12):
        text = "".join(LINE.format(day=1 + (number + line) % 28) for line in range(12))
        (home / f"{number}.txt").write_text(f"Article {number}\n\n{text}")
    return home


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every collection is large enough for another program."""
    monkeypatch.setattr("tui.sitting.reading.BESIDE", 1)
    monkeypatch.setattr("tui.sitting.opening.AT_ONCE", 1)


async def until(pilot: Pilot[int], app: Backstory, holds: Callable[[Corpus], bool]) -> Sitting:
    """The desk once it shows a collection read whole for which something holds."""
    for _ in range(1500):
        await pilot.pause(0.02)
        desk = app.sitting
        if desk is not None and desk.corpus is not None and desk.corpus.complete and desk.whole and holds(desk.corpus):
            return desk
    raise AssertionError("never read")


def told(corpus: Corpus) -> list[object]:
    return [list(corpus.articles), list(corpus.events), list(corpus.entities), list(corpus.conflicts)]


@pytest.mark.usefixtures("beside")
async def test_a_large_collection_is_read_by_another_program(folder: Path) -> None:
    app = Backstory([folder])
    async with app.run_test(size=(120, 30)) as pilot:
        desk = await until(pilot, app, lambda _: True)
        assert desk.corpus is not None
        assert told(desk.corpus) == told(build(scan([folder])))
    assert (shelf(paths.cache(), [folder]) / "index.sqlite").stat().st_mode & 0o777 == 0o600


async def test_what_changes_in_a_folder_that_is_followed_is_shown_where_one_is(folder: Path) -> None:
    app = Backstory([folder], watch=True)
    async with app.run_test(size=(120, 30)) as pilot:
        desk = await until(pilot, app, lambda corpus: len(corpus.articles) == 12)
        desk.action_article_step(11)
        await pilot.pause()
        (folder / "3.txt").write_text("Changed\n\nBoris Stone left Baghdad on July 9, 2007.")
        (folder / "4.txt").unlink()
        desk = await until(pilot, app, lambda corpus: len(corpus.articles) == 11)
        assert desk.corpus is not None
        assert desk.corpus.articles[3].title == "Changed"
        assert desk.corpus.articles[desk.place.article].path == "11.txt"
        (folder / "00.txt").write_text("New\n\nKarl Weber came to Irbil on July 9, 2007.")
        desk = await until(pilot, app, lambda corpus: len(corpus.articles) == 12)
        assert desk.corpus is not None
        assert desk.corpus.articles[desk.place.article].path == "11.txt"


@pytest.mark.usefixtures("beside")
async def test_a_cache_that_cannot_be_written_is_done_without(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("BACKSTORY_CACHE_DIR", str(tmp_path / "file" / "beneath"))
    app = Backstory([folder])
    async with app.run_test(size=(120, 30)) as pilot:
        desk = await until(pilot, app, lambda _: True)
        assert desk.corpus is not None
        assert len(desk.corpus.articles) == 12


@pytest.mark.usefixtures("beside")
async def test_a_collection_read_before_is_shown_whole_at_once_and_what_changed_follows(folder: Path) -> None:
    kept = build(scan([folder]), cache=shelf(paths.cache(), [folder]))
    (folder / "3.txt").write_text("Changed\n\nBoris Stone left Baghdad on July 9, 2007.")
    app = Backstory([folder])
    async with app.run_test(size=(120, 30)) as pilot:
        while app.sitting is None:
            await pilot.pause(0.02)
        assert app.sitting.corpus is not None
        assert told(app.sitting.corpus) == told(kept)
        desk = await until(pilot, app, lambda corpus: corpus.articles[3].title == "Changed")
        assert desk.corpus is not None
        assert told(desk.corpus) == told(build(scan([folder])))


@pytest.mark.usefixtures("beside")
async def test_a_name_corrected_in_a_large_collection_is_shown_before_another_program_has_read_it(folder: Path) -> None:
    build(scan([folder]), cache=shelf(paths.cache(), [folder]))
    app = Backstory([folder])
    shown: list[tuple[bool, list[str]]] = []
    async with app.run_test(size=(160, 40)) as pilot:
        desk = await until(pilot, app, lambda _: True)
        desk.watch(desk, "corpus", lambda: shown.append((desk.whole, names(desk))), init=False)
        assert desk.corpus is not None
        desk.action_pane("entities")
        weber = desk.corpus.entity_named("Karl Weber")
        assert weber is not None
        from tui.reader.place import Goto

        desk.go(Goto(entity=weber))
        await pilot.pause()
        await pilot.press("R", *["backspace"] * 10, *"Carl W", "enter")
        desk = await until(
            pilot, app, lambda corpus: corpus.entity_named("Carl W") is not None and bool(corpus.signature)
        )
    renamed = [whole for whole, said in shown if "Carl W" in said]
    assert renamed[0] is False
    assert renamed[-1] is True


def names(desk: Sitting) -> list[str]:
    return [] if desk.corpus is None else [one.name for one in desk.corpus.entities]


@pytest.mark.usefixtures("beside")
async def test_a_collection_with_what_changed_kept_beside_it_is_walked_as_any(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.corpus.splice.change.LEAST", 2)
    monkeypatch.setattr("tui.corpus.splice.change.SHARE", 1)
    cache = shelf(paths.cache(), [folder])
    build(scan([folder]), cache=cache)
    (folder / "3.txt").write_text("Changed\n\nColonel Boris Stone left Baghdad on July 9, 2007.")
    expected = told(build(scan([folder]), cache=cache))
    app = Backstory([folder])
    async with app.run_test(size=(200, 50)) as pilot:
        desk = await until(pilot, app, lambda corpus: corpus.since is not None)
        await pilot.press("3", "j", "j", "z", "Z", "enter", "z", "f", "escape", "4", "j", "j", "enter", "2", ")", "(")
        await pilot.press("p", *"boris", "enter", "3", "/", *"left", "enter", "x", "escape")
        await pilot.pause()
        assert desk.corpus is not None
        assert told(desk.corpus) == expected
        assert desk.place.article == 3
