"""What the program promises of notes.toml and corrections.toml: form, safety, and a person's hand in them."""

import hashlib
import os
import re
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest
from process import Program, Ran

QUOTE = "Mahmud Farhadi was captured in Irbil"


def add(program: Program, shelf: Path, *options: str, text: str = "Second source needed.") -> Ran:
    about = options or ("--on", "raid.txt", "--quote", QUOTE)
    ran = program("notes", "add", "--in", shelf, *about, "--text", text, "--tag", "check", "--tag", "irbil")
    assert ran.code == 0, ran.err
    return ran


def written(program: Program) -> dict[str, Any]:
    return tomllib.loads((program.data / "notes.toml").read_text(encoding="utf-8"))


def corrected(program: Program, words: str) -> None:
    program.data.mkdir(exist_ok=True)
    (program.data / "corrections.toml").write_text(words, encoding="utf-8")


def entities(program: Program, shelf: Path) -> dict[str, dict[str, Any]]:
    found = program("entities", shelf, "--format", "json").json["entities"]
    return {entity["name"]: entity for entity in found}


def test_a_note_is_written_as_promised(program: Program, shelf: Path) -> None:
    add(program, shelf)
    document = written(program)
    assert (document["format"], document["version"]) == ("backstory-notes", 1)
    note = document["note"][0]
    assert re.fullmatch(r"\d{8}T\d{6}Z-[0-9a-f]{6}", note["id"])
    assert (note["on"], note["text"].strip(), note["tags"]) == ("span", "Second source needed.", ["check", "irbil"])
    assert note["created"].utcoffset() is not None
    assert note["updated"] == note["created"]
    text = program("show", "raid.txt", "--in", shelf, "--format", "json").json["text"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert (note["article"]["path"], note["article"]["sha256"]) == ("raid.txt", digest)
    assert {"collection", "title"} <= note["article"].keys()
    target = note["target"]
    start, end = target["start"], target["end"]
    assert text[start:end] == target["quote"] == QUOTE
    assert text[:start].endswith(target["prefix"])
    assert text[end:].startswith(target["suffix"])
    assert 24 <= len(target["prefix"]) <= 48
    assert 24 <= len(target["suffix"]) <= 48


def test_notes_are_on_spans_articles_entities_and_events(program: Program, shelf: Path) -> None:
    event = program("timeline", shelf, "--format", "json").json["events"][0]["id"]
    add(program, shelf)
    add(program, shelf, "--on", "page.html")
    add(program, shelf, "--entity", "farhadi")
    add(program, shelf, "--event", event)
    span, article, entity, told = written(program)["note"]
    assert [note["on"] for note in (span, article, entity, told)] == ["span", "article", "entity", "event"]
    assert article["article"]["path"] == "page.html"
    assert {"name", "kind", "aliases"} <= entity["entity"].keys()
    assert {"date", "precision", "quote"} <= told["event"].keys()


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_notes_are_for_nobody_else_whatever_the_umask(program: Program, shelf: Path) -> None:
    before = os.umask(0)
    try:
        add(program, shelf)
    finally:
        os.umask(before)
    assert stat.S_IMODE((program.data / "notes.toml").stat().st_mode) == 0o600
    assert stat.S_IMODE(program.data.stat().st_mode) == 0o700


def test_what_a_person_wrote_into_the_file_survives_byte_for_byte(program: Program, shelf: Path) -> None:
    add(program, shelf, text="first")
    add(program, shelf, text="second")
    path = program.data / "notes.toml"
    own = (
        path.read_text()
        .replace('format = "backstory-notes"', '# mine\nformat   =   "backstory-notes"  # kept', 1)
        .replace("[[note]]", "\n\n# about it\n[[note]]", 1)
        .replace("start = ", "start = +", 1)
        .replace('on = "span"', 'on = "span"\nmood = { colour = "grey" }  # unknown', 1)
    )  # fmt: skip
    path.write_text(own)
    idents = [note["id"] for note in written(program)["note"]]
    add(program, shelf, text="third")
    assert path.read_text().startswith(own)
    third = path.read_text()[len(own) :]
    assert third.count("[[note]]") == 1
    assert program("notes", "edit", idents[1], "--text", "second, changed").code == 0
    first_block = own[: own.index("[[note]]", own.index("[[note]]") + 1)]
    assert path.read_text().startswith(first_block)
    assert path.read_text().endswith(third)
    assert "second, changed" in path.read_text()


def test_an_edit_that_changes_nothing_writes_nothing(program: Program, shelf: Path) -> None:
    add(program, shelf, text="same")
    path = program.data / "notes.toml"
    ident = written(program)["note"][0]["id"]
    before = (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes())
    assert program("notes", "edit", ident, "--text", "same").code == 0
    assert (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes()) == before


def test_unknown_kinds_of_notes_are_kept_and_listed(program: Program, shelf: Path) -> None:
    add(program, shelf)
    path = program.data / "notes.toml"
    path.write_text(path.read_text().replace('on = "span"', 'on = "scent"'))
    before = path.read_bytes()
    listed = program("notes", "list", "--in", shelf, "--all", "--format", "json").json["notes"]
    assert [note["on"] for note in listed] == ["scent"]
    add(program, shelf, text="another")
    assert path.read_bytes().startswith(before)


def test_a_file_of_a_newer_version_is_read_and_never_rewritten(program: Program, shelf: Path) -> None:
    add(program, shelf)
    path = program.data / "notes.toml"
    path.write_text(path.read_text().replace("version = 1", "version = 99"))
    before = path.read_bytes()
    assert QUOTE in program("notes", "list", shelf).out
    ran = program("notes", "add", "--in", shelf, "--on", "raid.txt", "--text", "x")
    ident = written(program)["note"][0]["id"]
    edited = program("notes", "edit", ident, "--text", "x")
    assert ran.code == edited.code == 4
    assert "99" in edited.err or "newer" in edited.err
    assert path.read_bytes() == before


def test_a_deleted_note_moves_to_a_file_of_its_own_and_can_be_brought_back(program: Program, shelf: Path) -> None:
    add(program, shelf)
    ident = written(program)["note"][0]["id"]
    assert program("notes", "delete", ident).code == 0
    deleted = tomllib.loads((program.data / "notes-deleted.toml").read_text())
    assert [note["id"] for note in deleted["note"]] == [ident]
    assert not written(program).get("note")
    assert program("notes", "restore", ident).code == 0
    assert [note["id"] for note in written(program)["note"]] == [ident]


def test_where_names_the_file_in_the_data_folder(program: Program) -> None:
    assert program("notes", "where").out == f"{program.data / 'notes.toml'}\n"


@pytest.mark.parametrize("style", ["json", "w3c"])
def test_what_was_exported_is_taken_in_once(program: Program, shelf: Path, tmp_path: Path, style: str) -> None:
    add(program, shelf)
    assert program("notes", "export", shelf, "--format", style, "-o", tmp_path / "n.json").code == 0
    other = Program(tmp_path / "other")
    for _ in range(2):
        assert other("notes", "import", tmp_path / "n.json", "--in", shelf).code == 0
    listed = other("notes", "list", shelf, "--format", "json").json["notes"]
    assert [(note["text"].strip(), note["quote"], note["anchor"]) for note in listed] == [
        ("Second source needed.", QUOTE, "exact")
    ]


CORRECTIONS = {
    "merge": ('[[merge]]\ninto = "Karl Weber"\nnames = ["Hans Weber"]\n', {"Karl Weber"}, {"Hans Weber"}),
    "split": ('[[split]]\nname = "Farhadi"\narticle = "2008/*"\nas = "Ali Farhadi"\n', {"Mahmud Farhadi"}, set()),
    "rename": ('[[rename]]\nfrom = "Karl Weber"\nto = "Carl Weber"\n', {"Carl Weber"}, {"Karl Weber"}),
    "retype": ('[[retype]]\nname = "Karl Weber"\nkind = "facility"\n', {"Karl Weber"}, set()),
    "ignore": ('[[ignore]]\nname = "Hans Weber"\n', {"Karl Weber"}, {"Hans Weber"}),
    "add": (
        '[[add]]\nname = "Raid"\nkind = "event"\naliases = ["rebel*"]\n', {"Raid"}, set(),
    ),
    "keep_apart": ('[[keep_apart]]\nnames = ["Karl Weber", "Hans Weber"]\n', {"Karl Weber", "Hans Weber"}, set()),
}  # fmt: skip


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_a_correction_is_applied_and_survives_every_reading(program: Program, shelf: Path, kind: str) -> None:
    words, there, gone = CORRECTIONS[kind]
    corrected(program, words)
    for _ in range(2):
        found = entities(program, shelf)
        assert there <= found.keys(), program("entities", shelf).err
        assert not gone & found.keys()
        if kind == "retype":
            assert found["Karl Weber"]["type"] == "facility"
        if kind == "merge":
            assert "Hans Weber" in found["Karl Weber"]["aliases"]
        assert program("index", "--full", shelf).code == 0
    assert (program.data / "corrections.toml").read_text() == words


def test_a_right_date_and_a_right_day_of_publication_are_applied(program: Program, shelf: Path) -> None:
    corrected(
        program,
        '[[date]]\narticle = "raid.txt"\nquote = "June 3, 2007"\nvalue = "2006-06"\n'
        '[[published]]\narticle = "page.html"\nvalue = "2009-07-10"\n',
    )
    dates = {event["date"] for event in program("timeline", shelf, "--format", "json").json["events"]}
    assert "2006-06" in dates
    assert "2007-06-03" not in dates
    page = program("show", "page.html", "--in", shelf, "--format", "json").json
    assert (page["published"], page["published_from"]) == ("2009-07-10", "corrected")


def test_corrections_are_applied_last(program: Program, shelf: Path) -> None:
    corrected(program, '[[rename]]\nfrom = "Mahmud Farhadi"\nto = "Mahmoud Farhadi"\n')
    found = entities(program, shelf)
    assert "Mahmoud Farhadi" in found  # corpus.toml names him otherwise
    assert "Mahmud Farhadi" in found["Mahmoud Farhadi"]["aliases"]


def test_nothing_but_the_data_folder_needs_a_backup(program: Program, shelf: Path, tmp_path: Path) -> None:
    add(program, shelf)
    corrected(program, '[[rename]]\nfrom = "Karl Weber"\nto = "Carl Weber"\n')
    other = Program(tmp_path / "restored")
    program.data.rename(other.data)
    assert QUOTE in other("notes", "list", shelf).out
    assert "Carl Weber" in entities(other, shelf)


def test_the_cache_can_be_deleted_at_any_time(program: Program, shelf: Path) -> None:
    add(program, shelf)
    before = program("timeline", shelf).out
    for file in sorted(program.cache.rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    assert program("timeline", shelf).out == before
    assert QUOTE in program("notes", "list", shelf).out
