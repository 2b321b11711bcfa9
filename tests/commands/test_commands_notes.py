"""`backstory notes`: written down, listed with the health of their anchors, and safe from a damaged file."""

import json
from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main

ARTICLE = "Raid in the north\n\nMahmud Farhadi was “captured” in May 2007. Karl Weber met Mahmud Farhadi in 2006.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(ARTICLE)
    return home


@pytest.fixture
def notes(capsys: pytest.CaptureFixture[str], folder: Path) -> Any:
    def run(*arguments: str, code: int = 0) -> Any:
        collection = () if arguments[0] == "where" else ("--in", str(folder))
        assert main(["notes", *arguments, *collection, "--format", "json"]) == code
        out, err = capsys.readouterr()
        return (json.loads(out) if out else {}), err

    return run


def test_a_note_on_a_passage_is_on_disk_and_listed(notes: Any, own_folders: Path) -> None:
    quote = "captured” in May 2007"
    added = notes("add", "--on", "a.txt", "--quote", quote, "--text", "Second source?", "--tag", "check")[0]["notes"]
    assert "Second source?" in (own_folders / "data/notes.toml").read_text()
    assert notes("list")[0]["notes"] == added
    note = added[0]
    assert list(note)[:13] == [
        *("id", "on", "text", "tags", "created", "updated", "article", "quote", "start", "end", "entity", "event"),
        "anchor",
    ]
    assert (note["on"], note["tags"], note["article"], note["anchor"]) == ("span", ["check"], "a.txt", "exact")
    assert ARTICLE[note["start"] : note["end"]] == quote == note["quote"]


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_a_note_that_says_nothing_is_wrong_use_and_not_written(notes: Any, own_folders: Path, text: str) -> None:
    for about in (("--on", "a.txt"), ("--entity", "Mahmud Farhadi"), ("--on", "a.txt", "--tag", " ")):
        out, err = notes("add", *about, "--text", text, code=2)
        assert out == {}
        assert err.startswith("backstory: Nothing to note")
    assert not (own_folders / "data/notes.toml").exists()


def test_a_passage_is_highlighted_and_an_article_tagged_without_words(notes: Any) -> None:
    light = notes("add", "--on", "a.txt", "--quote", "Karl Weber", "--text", "")[0]["notes"][0]
    tagged = notes("add", "--on", "a.txt", "--text", "", "--tag", "later")[0]["notes"][0]
    assert [(note["on"], note["text"], note["tags"]) for note in (light, tagged)] == [
        ("span", "", []),
        ("article", "", ["later"]),
    ]


def test_standard_input_is_either_the_article_or_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", "add", "--in", "-", "--on", "stdin", "--text", "-"]) == 2
    assert "cannot hold both the article and the words" in capsys.readouterr().err


def test_a_passage_typed_with_plain_quotes_is_found(notes: Any) -> None:
    note = notes("add", "--on", "a.txt", "--quote", 'was "captured" in May 2007', "--text", "x")[0]["notes"][0]
    assert note["quote"] == "was “captured” in May 2007"


def test_a_note_follows_its_passage_when_the_file_changes(notes: Any, folder: Path) -> None:
    notes("add", "--on", "a.txt", "--quote", "Karl Weber met Mahmud Farhadi", "--text", "x")
    (folder / "a.txt").write_text(ARTICLE.replace("Mahmud Farhadi was", "In the end Mahmud Farhadi was"))
    note = notes("list")[0]["notes"][0]
    assert note["anchor"] == "moved"
    assert note["start"] == ARTICLE.index("Karl") + len("In the end ")


def test_notes_are_on_articles_entities_and_events(notes: Any) -> None:
    notes("add", "--on", "a.txt", "--text", "one")
    notes("add", "--entity", "mahmud farhadi", "--text", "two")
    event = f"a.txt#{ARTICLE.index('May 2007')}"
    notes("add", "--event", event, "--text", "three")
    found = notes("list")[0]["notes"]
    assert [(note["on"], note["entity"], note["event"]) for note in found] == [
        ("article", None, None),
        ("entity", "Mahmud Farhadi", None),
        ("event", None, event),
    ]


def test_a_note_on_an_entity_or_event_names_the_article_it_was_said_to_be_on(notes: Any, folder: Path) -> None:
    (folder / "later.txt").write_text("Later\n\nMahmud Farhadi was released in June 2009.\n")
    (met,) = notes("add", "--on", "later.txt", "--entity", "Mahmud Farhadi", "--text", "x")[0]["notes"]
    assert (met["article"], met["entity"]) == ("later.txt", "Mahmud Farhadi")
    (first,) = notes("add", "--entity", "Mahmud Farhadi", "--text", "x")[0]["notes"]
    assert first["article"] == "a.txt"
    event = f"a.txt#{ARTICLE.index('May 2007')}"
    assert "No event in later.txt" in notes("add", "--on", "later.txt", "--event", event, "--text", "x", code=1)[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--on", "b.txt"), "No article is called b.txt"),
        (("--on", "a.txt", "--quote", "never said anywhere at all"), "does not say"),
        (("--entity", "Nobody Atall"), "No entity is called"),
        (("--event", "a.txt#1"), "No event has the id"),
        (("--on", "b.txt", "--entity", "Mahmud Farhadi"), "No article is called b.txt"),
        (("--on", "b.txt", "--event", f"a.txt#{ARTICLE.index('May 2007')}"), "No article is called b.txt"),
    ],
)
def test_what_is_not_there_cannot_be_noted(
    notes: Any, own_folders: Path, arguments: tuple[str, ...], words: str
) -> None:
    assert words in notes("add", *arguments, "--text", "x", code=1)[1]
    assert not (own_folders / "data/notes.toml").exists()


def test_where_names_the_file(notes: Any, own_folders: Path) -> None:
    assert notes("where")[0] == {
        "schema": "backstory/1",
        "path": str(own_folders / "data/notes.toml"),
        "exists": False,
    }


def test_notes_on_other_collections_are_counted_and_listed_on_request(notes: Any, tmp_path: Path) -> None:
    notes("add", "--on", "a.txt", "--text", "x")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/z.txt").write_text("Other words.\n")
    assert main(["notes", "list", "--in", str(tmp_path / "other")]) == 1
    assert main(["notes", "list", "--all", "--in", str(tmp_path / "other")]) == 0


def test_a_damaged_file_ends_with_4_says_how_to_mend_it_and_is_left_alone(notes: Any, own_folders: Path) -> None:
    notes("add", "--on", "a.txt", "--text", "first")
    file = own_folders / "data/notes.toml"
    damaged = file.read_text() + "\n[[note\n"
    file.write_text(damaged)
    listed, err = notes("list", code=4)
    assert [note["text"] for note in listed["notes"]] == ["first"]
    assert "Mend it in an editor" in err
    added, err = notes("add", "--on", "a.txt", "--text", "second", code=4)
    assert added["notes"][0]["text"] == "second"
    assert "notes-unsaved.toml" in err
    assert file.read_text() == damaged
    assert [note["text"] for note in notes("list", code=4)[0]["notes"]] == ["first", "second"]
