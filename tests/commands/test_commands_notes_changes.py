"""`backstory notes edit`, `delete`, `export`, `import` and `mend`: changed, put aside, carried away and back."""

import csv
import io
import json
import os
import stat
import subprocess
import sys
from ast import literal_eval
from pathlib import Path
from typing import Any

import pytest

from tui import paths
from tui.__main__ import main
from tui.notes.corrections import Corrections
from tui.notes.notebook import Notebook
from tui.notes.undo import History

ARTICLE = "Raid in the north\n\nMahmud Farhadi was captured in May 2007. Karl Weber met Mahmud Farhadi in 2006.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(ARTICLE)
    (home / "corpus.toml").write_text('[[article]]\npath = "a.txt"\nurl = "https://example.org/raid"\n')
    return home


@pytest.fixture
def notes(capsys: pytest.CaptureFixture[str], folder: Path) -> Any:
    def run(*arguments: str, code: int = 0) -> Any:
        assert main(["notes", *arguments, "--in", str(folder), "--format", "json", "-q"]) == code
        out, err = capsys.readouterr()
        return json.loads(out) if out else err

    return run


@pytest.fixture
def three(notes: Any) -> list[str]:
    """Ids of a note on a passage, on an entity and on an event."""
    event = f"a.txt#{ARTICLE.index('May 2007')}"
    about = (("--on", "a.txt", "--quote", "Karl Weber met"), ("--entity", "Mahmud Farhadi"), ("--event", event))
    return [notes("add", *one, "--text", f"note {row}", "--tag", "check")["notes"][0]["id"]
            for row, one in enumerate(about)]  # fmt: skip


def on_disk() -> list[tuple[str, tuple[str, ...]]]:
    return [(note.text, note.tags) for note in Notebook.open(paths.data()).notes]


def test_what_was_changed_is_printed_with_its_place_if_the_collection_is_given(
    notes: Any, three: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    start = ARTICLE.index("Karl Weber met")
    for act in (("edit", three[0], "--text", "x"), ("delete", *three), ("restore",), ("restore", *three)):
        there = {note["id"]: (note["anchor"], note["start"]) for note in notes(*act)["notes"]}
        assert there[three[0]] == ("exact", start)
        assert {anchor for anchor, _ in there.values()} == {"exact"}
    assert main(["notes", "edit", three[0], "--text", "y", "--format", "json"]) == 0
    (note,) = json.loads(capsys.readouterr().out)["notes"]
    assert (note["anchor"], note["start"]) == (None, None)  # nobody looked


def test_a_collection_that_is_not_there_stops_a_change_before_it_is_made(three: list[str]) -> None:
    before = on_disk()
    assert main(["notes", "delete", three[0], "--in", "/nowhere/at/all"]) == 3
    assert on_disk() == before


def test_words_and_tags_of_a_note_are_changed(notes: Any, three: list[str]) -> None:
    changed = notes("edit", three[0], "--text", "Second source found")["notes"][0]
    assert (changed["id"], changed["text"], changed["tags"]) == (three[0], "Second source found", ["check"])
    notes("edit", three[1], "--tag", "irbil", "--tag", "to do")
    notes("edit", three[2], "--no-tags")
    assert on_disk() == [("Second source found", ("check",)), ("note 1", ("irbil", "to do")), ("note 2", ())]


def test_a_note_is_called_by_the_beginning_of_its_id_if_only_it_has_it(notes: Any, three: list[str]) -> None:
    assert notes("edit", three[0][:-1], "--text", "x")["notes"][0]["text"] == "x"
    assert "begin with" in notes("edit", "2", "--text", "x", code=1)
    assert "No note has the id nothing" in notes("delete", three[0], "nothing", code=1)
    assert len(on_disk()) == 3


def test_an_edit_leaves_no_note_that_says_nothing(notes: Any, three: list[str]) -> None:
    before = on_disk()
    assert f"backstory notes delete {three[1]}" in notes("edit", three[1], "--text", "", "--no-tags", code=2)
    assert on_disk() == before
    notes("edit", three[1], "--text", "")  # its tag says something
    notes("edit", three[0], "--text", "", "--no-tags")  # a highlight
    assert on_disk() == [("", ()), ("", ("check",)), ("note 2", ("check",))]


def test_an_edit_without_words_needs_a_terminal(notes: Any, three: list[str]) -> None:
    assert "an editor needs a terminal" in notes("edit", three[0], code=2)


def test_deleted_notes_are_put_aside_and_taken_back_by_undo(notes: Any, three: list[str]) -> None:
    assert [note["id"] for note in notes("delete", *three[:2])["notes"]] == three[:2]
    assert on_disk() == [("note 2", ("check",))]
    notebook = Notebook.open(paths.data())
    history = History(paths.state() / "history.json", notebook, Corrections.open(paths.data()))
    history.undo()
    history.undo()
    assert sorted(on_disk()) == [(f"note {row}", ("check",)) for row in range(3)]


def test_deleted_notes_are_listed_and_brought_back(notes: Any, three: list[str]) -> None:
    notes("restore", code=1)
    notes("delete", three[0], three[2])
    deleted: list[dict[str, str]] = notes("restore")["notes"]
    assert [note["id"] for note in deleted] == [three[0], three[2]]
    assert notes("restore", three[2])["notes"][0]["text"] == "note 2"
    live: list[dict[str, str]] = notes("list")["notes"]
    assert {note["id"] for note in live} == {three[1], three[2]}
    assert "No deleted note has the id" in notes("restore", three[2], code=1)


def test_notes_taken_in_together_are_taken_back_together(notes: Any, three: list[str], tmp_path: Path) -> None:
    carried = tmp_path / "carried.json"
    notes("export", "-o", str(carried))
    notes("delete", *three)
    assert notes("list", code=1)["notes"] == []
    assert notes("import", str(carried))["new"] == 3
    notebook = Notebook.open(paths.data())
    history = History(paths.state() / "history.json", notebook, Corrections.open(paths.data()))
    assert history.undo() is not None
    assert not json.loads(json.dumps([note.id for note in notebook.notes]))
    history = History(paths.state() / "history.json", notebook, Corrections.open(paths.data()))
    assert history.redo() is not None
    assert {note.id for note in notebook.notes} == set(three)


@pytest.mark.parametrize("style", ["json", "w3c", "jsonl"])
def test_exported_notes_come_back_once(
    style: str, three: list[str], folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(ARTICLE.replace("Mahmud Farhadi was", "In the end Mahmud Farhadi was"))
    file = tmp_path / "notes.json"
    assert main(["notes", "export", "--in", str(folder), "--format", style, "-o", str(file)]) == 0
    before = Notebook.open(paths.data()).notes
    assert main(["notes", "import", str(file), "--in", str(folder)]) == 0
    assert Notebook.open(paths.data()).notes == before
    (paths.data() / "notes.toml").unlink()
    capsys.readouterr()
    for new in (3, 0):
        assert main(["notes", "import", str(file), "--in", str(folder), "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out)["new"] == new
    assert [note.id for note in Notebook.open(paths.data()).notes] == three
    assert Notebook.open(paths.data()).notes == before


def test_what_list_prints_can_be_taken_in_too(notes: Any, three: list[str], tmp_path: Path) -> None:
    del three
    (tmp_path / "list.json").write_text(json.dumps(notes("list")))
    before = Notebook.open(paths.data()).notes
    (paths.data() / "notes.toml").unlink()
    assert notes("import", str(tmp_path / "list.json"))["new"] == 3
    assert Notebook.open(paths.data()).notes == before


def test_markdown_and_csv_are_for_people(three: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["notes", "export", "--in", str(folder)]) == 0
    out = capsys.readouterr().out
    start = ARTICLE.index("Karl Weber met")
    assert "## Raid in the north" in out
    assert "> Karl Weber met\n" in out
    assert f"a.txt:3 · <backstory:a.txt#char={start},{start + 14}>" in out
    assert main(["notes", "export", "--in", str(folder), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["id"] for row in rows] == three
    assert rows[0]["quote"] == "Karl Weber met"


def test_every_note_is_exported_even_without_its_collection(
    three: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    gone = str(tmp_path / "gone")
    assert main(["notes", "export", "--in", gone]) == 3
    assert main(["notes", "export", "--all", "--in", gone, "--format", "json"]) == 0
    assert [note["id"] for note in json.loads(capsys.readouterr().out)["notes"]] == three


def test_an_annotation_on_an_articles_url_finds_the_article(notes: Any, tmp_path: Path) -> None:
    target = {"source": "https://example.org/raid", "selector": {"type": "TextQuoteSelector", "exact": "Karl Weber met",
                                                                 "prefix": "was captured in May 2007. "}}  # fmt: skip
    foreign = {"type": "Annotation", "body": "who is he?", "target": target}
    (tmp_path / "w3c.json").write_text(json.dumps(foreign))
    for new in (1, 0):
        assert notes("import", str(tmp_path / "w3c.json"))["new"] == new
    note = notes("list")["notes"][0]
    assert (note["article"], note["text"], note["start"]) == ("a.txt", "who is he?", ARTICLE.index("Karl Weber met"))


@pytest.mark.parametrize(
    "content",
    [
        *("", "{}", "[]", '{"notes": 3}', "plain words", '{"a": 1}\n{"b": 2}', "[" * 100_000),
        *('{"notes": {}}', '{"notes": [{"id": 1}]}', '{"type": "Annotation"}'),
    ],
)
def test_what_holds_no_notes_is_refused_whole(notes: Any, tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.json").write_text(content)
    assert "Nothing was taken in" in notes("import", str(tmp_path / "bad.json"), code=1)
    assert on_disk() == []


def test_a_damaged_file_is_mended_and_kept(notes: Any, three: list[str]) -> None:
    file = paths.data() / "notes.toml"
    damaged = file.read_text() + "\n[[note\n"
    file.write_text(damaged)
    notes("list", code=4)
    mended = notes("mend")
    assert mended["notes"] == len(three)
    assert Path(mended["damaged"]).read_text() == damaged
    assert [text for text, _ in on_disk()] == ["note 0", "note 1", "note 2"]
    assert notes("mend")["damaged"] is None


def test_the_editor_is_started_as_arguments_on_a_private_file(
    three: list[str], tmp_path: Path, own_folders: Path
) -> None:
    seen = tmp_path / "seen"
    script = tmp_path / "my editor.py"
    script.write_text(
        "import os, sys, pathlib\n"
        f"pathlib.Path({str(seen)!r}).write_text(repr((sys.argv[1], os.stat(sys.argv[2]).st_mode & 0o777)))\n"
        "file = pathlib.Path(sys.argv[2])\n"
        "file.write_text(file.read_text() + ', gone on with\\n')\n"
    )
    environ = os.environ | {"VISUAL": f"{sys.executable} '{script}' '; touch x'"}
    # A terminal of its own: the command asks for one before it starts an editor.
    line = (
        f"import pty, sys; sys.exit(pty.spawn([{sys.executable!r}, '-m', 'tui', 'notes', 'edit', {three[0]!r}]) >> 8)"
    )
    done = subprocess.run([sys.executable, "-c", line], env=environ, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout
    assert on_disk()[0] == ("note 0, gone on with", ("check",))
    assert literal_eval(seen.read_text()) == ("; touch x", stat.S_IRUSR | stat.S_IWUSR)
    assert not list((own_folders / "state").rglob("editing-*"))
