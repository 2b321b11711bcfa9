"""The reader's pen writes what it says it wrote, keeps what was not saved, and takes everything back."""

from dataclasses import replace
from pathlib import Path

import pytest

from tui.corpus.tables import Corpus
from tui.notes.corrections import Corrections
from tui.notes.drafts import Draft, Drafts
from tui.notes.model import Note
from tui.notes.notebook import Notebook
from tui.notes.undo import History
from tui.reader.placed import DRAFT
from tui.reader.replacing import MOST, Spot, spots
from tui.reader.scribe import Scribe
from tui.reader.writing import About, words_of


def sitting(folder: Path) -> Scribe:
    """A pen over the files of a folder, as each sitting has its own."""
    notebook, corrections = Notebook.open(folder / "data"), Corrections.open(folder / "data")
    history = History(folder / "state" / "undo.json", notebook, corrections)
    return Scribe(notebook, Drafts(folder / "state" / "drafts"), history, corrections)


def typed(draft: Draft, words: str) -> Draft:
    return replace(draft, note=replace(draft.note, text=words))


def written(pen: Scribe, corpus: Corpus, about: About, words: str = "x") -> Note:
    pen.save(typed(pen.begin(corpus, about), words))
    return pen.notebook.notes[-1]


@pytest.mark.parametrize("what", ["entity", "event", "article", "span"])
def test_a_note_on_anything_is_written_and_says_what_it_is_on(tmp_path: Path, bundled: Corpus, what: str) -> None:
    event = bundled.events.in_article(1)[0]
    about = {
        "entity": About(entity=0, article=1), "event": About(event=event), "article": About(article=1),
        "span": About(article=1, span=(10, 30)),
    }[what]  # fmt: skip
    note = written(sitting(tmp_path), bundled, about)
    assert (note.on, note.text) == (what, "x")
    assert note.article is not None
    assert note.article.path == bundled.articles[1].path
    row = bundled.events[event]
    quote = " ".join(bundled.text(1)[row.start : row.end].split())
    assert words_of(note) == {
        "entity": f"on {bundled.entities[0].name}", "event": f"on the event “{quote}”",
        "article": f"on the article “{bundled.articles[1].title}”",
        "span": f"“{' '.join(bundled.text(1)[10:30].split())}”",
    }[what]  # fmt: skip
    assert words_of(Note("1", "later")) == "on nothing known"


def test_what_was_begun_and_left_is_gone_on_with(tmp_path: Path, bundled: Corpus) -> None:
    pen = sitting(tmp_path)
    begun = pen.begin(bundled, About(article=0))
    assert not pen.leave(begun, begun)  # nothing was typed
    assert pen.leave(begun, typed(begun, "half a"))
    assert pen.begin(bundled, About(article=0)).note.text == "half a"
    assert pen.begin(bundled, About(article=1)).note.text == ""
    assert pen.is_draft(begun.note.id)
    assert pen.reopen(begun.note.id).note.text == "half a"
    assert pen.delete(begun.note.id) == "Thrown away."
    assert not pen.is_draft(begun.note.id)


def test_what_another_sitting_left_behind_is_taken_over_or_thrown_away(tmp_path: Path, bundled: Corpus) -> None:
    before = sitting(tmp_path)
    drafts = [typed(before.begin(bundled, About(article=article)), f"half {article}") for article in (0, 1)]
    for draft in drafts:
        before.drafts.save(draft)
    before.drafts.close()
    pen = sitting(tmp_path)
    assert {placed.state for placed in pen.placed(bundled)} == {DRAFT}
    assert pen.begin(bundled, About(article=0)) == drafts[0]
    assert sitting(tmp_path).unsaved() == (drafts[1],)  # the other one is this sitting's now
    assert pen.delete(drafts[1].note.id) == "Thrown away."
    assert pen.unsaved() == (drafts[0],)


def test_every_change_is_said_and_taken_back_and_made_again(tmp_path: Path, bundled: Corpus) -> None:
    pen = sitting(tmp_path)
    assert (pen.undo(), pen.redo()) == ("Nothing is left to undo.", "Nothing is left to redo.")
    note = written(pen, bundled, About(article=0, span=(10, 30)), "one")
    assert pen.tag(note.id, ()) == "Nothing was changed."
    assert pen.tag(note.id, ("check",)) == "Tagged. u takes it back."
    assert pen.tags == ("check",)
    assert pen.tag(note.id, ()) == "No tags now. u takes it back."
    assert pen.accept(bundled, note.id, Spot(1, 40, 60)) == "Placed. u takes it back."
    moved = pen.notebook.get(note.id)
    assert moved.target is not None
    assert moved.target.quote == bundled.text(1)[40:60]
    assert pen.delete(note.id).startswith("The note is in notes-deleted.toml")
    said = []
    while pen.undoable:
        said.append(pen.undo())
    assert said == [
        "Taken back: note deleted.", *["Taken back: note changed."] * 3, "Taken back: note added.",
    ]  # fmt: skip
    assert pen.notebook.notes == ()
    while pen.redoable:
        pen.redo()
    assert (pen.notebook.notes, len(pen.notebook.deleted)) == ((), 1)


def test_a_note_on_a_whole_article_is_put_to_another_one(tmp_path: Path, bundled: Corpus) -> None:
    pen = sitting(tmp_path)
    note = written(pen, bundled, About(article=0))
    (placed,) = pen.placed(bundled)
    assert spots(bundled, placed, 1) == [Spot(0, 0, 0, whole=True), Spot(1, 0, 0, whole=True)]
    pen.accept(bundled, note.id, Spot(1, 0, 0, whole=True))
    assert [one.article for one in pen.placed(bundled)] == [1]


def test_a_note_on_an_event_is_put_to_one_told_in_its_article(tmp_path: Path, bundled: Corpus) -> None:
    pen = sitting(tmp_path)
    first, *_, last = bundled.events.in_article(0)
    note = written(pen, bundled, About(event=first))
    (placed,) = pen.placed(bundled)
    found = spots(bundled, placed, 0)
    assert found[0].event == first
    assert 0 < len(found) <= MOST
    there = bundled.events[last]
    pen.accept(bundled, note.id, Spot(0, there.start, there.end, event=last))
    assert [one.event for one in pen.placed(bundled)] == [last]


def test_a_damaged_file_is_said_with_the_key_that_mends_it(tmp_path: Path, bundled: Corpus) -> None:
    pen = sitting(tmp_path)
    assert (pen.problem, pen.mend()) == ("", "The notes file needs no mending.")
    written(pen, bundled, About(article=0))
    with (tmp_path / "data" / "notes.toml").open("a") as file:
        file.write('\n[[note]]\nid = "b"\ntext = \'torn\n')
    pen = sitting(tmp_path)
    assert "W in the notes pane (5) mends it" in pen.problem
    assert pen.mend().startswith("The notes file is whole again; the damaged one is kept as notes-damaged-")
    assert pen.problem == ""


def test_a_change_that_no_journal_takes_is_made_and_said_to_be_for_good(tmp_path: Path, bundled: Corpus) -> None:
    pen = sitting(tmp_path)
    (tmp_path / "state" / "undo.json").mkdir(parents=True)
    draft = typed(pen.begin(bundled, About(article=0)), "one")
    assert "Noted in notes.toml, but u will not take it back: " in pen.save(draft)
    assert [note.text for note in pen.notebook.notes] == ["one"]


def test_both_versions_of_a_note_changed_elsewhere_meanwhile_are_kept(tmp_path: Path, bundled: Corpus) -> None:
    pen = sitting(tmp_path)
    note = written(pen, bundled, About(article=0), "one")
    draft = pen.reopen(note.id)
    Notebook.open(tmp_path / "data").edit(note.id, text="theirs")
    assert pen.save(typed(draft, "mine")).endswith("both versions are kept.")
    assert {one.text for one in pen.notebook.notes} == {"theirs", "mine"}
