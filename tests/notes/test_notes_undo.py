"""Every change of notes and corrections can be taken back and made again, after a restart too."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.notes.corrections import Correction, Corrections
from tui.notes.errors import NoSuchNoteError, ReadOnlyError
from tui.notes.model import Anchor, ArticleRef, Note
from tui.notes.notebook import Notebook
from tui.notes.undo import Change, History

IGNORE = Correction("ignore", {"name": "Ratlines"})


def reopened(folder: Path) -> tuple[Notebook, Corrections, History]:
    notebook, corrections = Notebook.open(folder), Corrections.open(folder)
    return notebook, corrections, History(folder / "state" / "undo.json", notebook, corrections)


def words(folder: Path) -> list[str]:
    return [note.text for note in Notebook.open(folder).notes]


def test_a_chain_of_changes_is_taken_back_and_made_again_across_restarts(tmp_path: Path) -> None:
    notebook, corrections, history = reopened(tmp_path)
    note = notebook.add("span", "one", article=ArticleRef("a"), target=Anchor("q", "p", "s", 1, 2))
    history.record(Change(after=note))
    second = notebook.edit(note.id, text="two", tags=["t"])
    history.record(Change(note, second))
    third = notebook.reanchor(note.id, Anchor("r", "p", "s", 5, 6))
    history.record(Change(second, third))
    corrections.add(IGNORE)
    history.record(Change(said=IGNORE))
    notebook.delete(note.id)
    history.record(Change(before=third))

    states = []
    for _ in range(5):
        _, _, history = reopened(tmp_path)
        change = history.undo()
        assert change is not None
        notebook, corrections, _ = reopened(tmp_path)
        places = [kept.target.start for kept in notebook.notes if kept.target]
        states.append((change.words, words(tmp_path), places, len(corrections.all)))
    assert states == [
        ("note deleted", ["two"], [5], 1),
        ("correction added", ["two"], [5], 0),
        ("note changed", ["two"], [1], 0),
        ("note changed", ["one"], [1], 0),
        ("note added", [], [], 0),
    ]
    assert history.undo() is None
    redone = []
    for _ in range(5):
        notebook, corrections, history = reopened(tmp_path)
        history.redo()
        redone.append((words(tmp_path), len(corrections.all)))
    assert redone == [(["one"], 0), (["two"], 0), (["two"], 0), (["two"], 1), ([], 1)]
    assert history.redo() is None
    assert history.undoable is not None
    assert not [kept for kept in Notebook.open(tmp_path).notes if kept.conflict_of]


@pytest.mark.parametrize("crossed", [9, 18, 22, 26, 31])
def test_a_note_changed_back_and_forth_within_a_second_is_taken_back_and_made_again(
    tmp_path: Path, crossed: int
) -> None:
    asked = 0

    def now() -> datetime:
        nonlocal asked
        asked += 1
        return datetime(2026, 11, 21, 12, 0, asked >= crossed, tzinfo=UTC)  # from then on it is the next second

    notebook = Notebook.open(tmp_path, now=now)
    history = History(tmp_path / "state" / "undo.json", notebook, Corrections.open(tmp_path))
    note = notebook.add("article", "a")
    history.record(Change(after=note))
    for tags in (["t"], [], ["t"], []):
        before, note = note, notebook.edit(note.id, tags=tags, base=note)
        history.record(Change(before, note))
    for step in (history.undo, history.redo, history.undo):
        told = []
        while step() is not None:
            told.append([(one.tags, one.conflict_of) for one in notebook.notes])
        wanted = [[((), "")], [(("t",), "")], [((), "")], [(("t",), "")], [((), "")]]
        assert told == ([*wanted[1:], []] if step == history.undo else wanted)


def test_a_new_change_ends_what_could_be_made_again(tmp_path: Path) -> None:
    notebook, _, history = reopened(tmp_path)
    history.record(Change(after=notebook.add("article", "a")))
    history.undo()
    assert history.redoable is not None
    history.record(Change(after=notebook.add("article", "b")))
    assert history.redo() is None
    assert words(tmp_path) == ["b"]


def test_what_somebody_else_changed_since_is_kept_beside_the_older_words(tmp_path: Path) -> None:
    notebook, _, history = reopened(tmp_path)
    note = notebook.add("article", "old")
    history.record(Change(note, notebook.edit(note.id, text="mine")))
    Notebook.open(tmp_path).edit(note.id, text="theirs")
    notebook.refresh()
    history.undo()
    kept = {(one.text, one.conflict_of) for one in Notebook.open(tmp_path).notes}
    assert kept == {("theirs", ""), ("old", note.id)}


@pytest.mark.parametrize("harm", [b"", b"{", b"[]", b'{"done": [3]}', b'{"done": [{"before": [1]}]}', b"\xff"])
def test_a_damaged_journal_is_an_empty_one(tmp_path: Path, harm: bytes) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "undo.json").write_bytes(harm)
    notebook, _, history = reopened(tmp_path)
    assert history.undo() is None
    history.record(Change(after=notebook.add("article", "a")))
    assert reopened(tmp_path)[2].undoable is not None


def test_the_journal_forgets_the_oldest_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.notes.undo.KEPT", 5)
    _, _, history = reopened(tmp_path)
    for number in range(8):
        history.record(Change(said=Correction("ignore", {"name": str(number)})))
    taken = 0
    while history.undo():
        taken += 1
    assert taken == 5


def test_a_change_of_a_note_of_every_sort_comes_back_from_the_journal(tmp_path: Path) -> None:
    _, _, history = reopened(tmp_path)
    change = Change(Note("a", "recipe", "é\r\n", ("t",), extra={"x": [1, {"y": 2.5}]}), None)
    history.record(change)
    assert reopened(tmp_path)[2].undoable == change


def test_a_change_to_a_note_that_is_gone_for_good_is_forgotten(tmp_path: Path) -> None:
    notebook, _, history = reopened(tmp_path)
    history.record(Change(after=notebook.add("article", "kept")))
    gone = notebook.add("article", "gone")
    history.record(Change(after=gone))
    notebook.delete(gone.id)
    with pytest.raises(NoSuchNoteError):
        history.undo()
    assert history.undo() is not None
    assert words(tmp_path) == []


def test_a_change_that_cannot_be_taken_back_now_can_be_later(tmp_path: Path) -> None:
    notebook, _, history = reopened(tmp_path)
    history.record(Change(after=notebook.add("article", "a")))
    whole = (tmp_path / "notes.toml").read_bytes()
    (tmp_path / "notes.toml").write_bytes(whole + b"[[")
    with pytest.raises(ReadOnlyError):
        history.undo()
    (tmp_path / "notes.toml").write_bytes(whole)
    assert history.undo() is not None
    assert words(tmp_path) == []


def test_notes_that_were_taken_in_together_are_put_aside_and_brought_back_as_one_step(tmp_path: Path) -> None:
    notebook, _, history = reopened(tmp_path)
    notebook.take_in([Note(id="a1", on="article", text="a"), Note(id="b2", on="article", text="b")])
    change = Change(added=notebook.notes)
    history.record(change)
    assert (change.words, change.inverse.words) == ("2 notes taken in", "2 notes put aside")
    notebook.delete("a1")  # somebody puts one aside first
    history.undo()
    assert words(tmp_path) == []
    history.redo()
    assert sorted(words(tmp_path)) == ["a", "b"]


def test_corrections_changed_together_are_changed_back_together(tmp_path: Path) -> None:
    _, corrections, history = reopened(tmp_path)
    other = Correction("ignore", {"name": "Ratline"})
    corrections.add(other)
    change = Change(unsaid=IGNORE, said=other)
    assert (change.words, Change(unsaid=IGNORE).words) == ("correction changed", "correction taken back")
    history.record(change)
    history.undo()
    assert Corrections.open(tmp_path).all == (IGNORE,)
    history.redo()
    assert Corrections.open(tmp_path).all == (other,)
