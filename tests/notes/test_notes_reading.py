"""A damaged notes file is named with line and column, shown as far as it reads, and never overwritten."""

import os
import random
import tomllib
from pathlib import Path

import pytest

from tui.notes import quick, reading
from tui.notes.errors import ReadOnlyError
from tui.notes.mend import mended
from tui.notes.notebook import Notebook

GOOD = b"""format = "backstory-notes"
version = 1

# the first
[[note]]
id = "one"
text = '''first'''
tags = ["a", "b"]
created = 2026-11-21T21:52:42+01:00
[note.article]
path = "x.txt"

[[note]]
id = "two"
text = \"\"\"
second
\"\"\"
[note.target]
quote = "q"
start = 10
"""

FIRST = GOOD.index(b"[[note]]")
SECOND = GOOD.index(b"[[note]]", FIRST + 1)

# what is wrong: the bytes, the line it is on, the notes that can still be read
DAMAGED: dict[str, tuple[bytes, int, list[str]]] = {
    "torn in a text": (GOOD[: GOOD.index(b"second") + 3], 16, ["one"]),
    "torn in a header": (GOOD[: SECOND + 4], 13, ["one"]),
    "torn in a key": (GOOD[: SECOND + 11], 14, ["one"]),
    "torn in a date": (GOOD[: GOOD.index(b"T21:52")] + b"T2", 9, []),
    "torn in an escape": (GOOD + b'[[note]]\nid = "\\u00', 22, ["one", "two"]),
    "an open quotation mark": (GOOD.replace(b'id = "two"', b'id = "two'), 14, ["one"]),
    "an open text": (GOOD.replace(b"first'''", b"first"), 21, ["two"]),
    "an open list": (GOOD.replace(b'"b"]', b'"b"'), 9, ["two"]),
    "an open inline table": (GOOD + b"x = {a = 1", 21, ["one"]),
    "a header closed once": (GOOD.replace(b"[[note]]", b"[[note]", 1), 5, ["two"]),
    "a table where a list was": (GOOD.replace(b"[[note]]", b"[note]", 1), 13, ["two"]),
    "a key twice": (GOOD.replace(b'id = "two"', b'id = "two"\nid = "three"'), 15, ["one"]),
    "a table twice": (GOOD + b"[note.target]\n", 21, ["one"]),
    "a value missing": (GOOD.replace(b'id = "two"', b"id = "), 14, ["one"]),
    "no sign between key and value": (GOOD.replace(b'id = "two"', b'id "two"'), 14, ["one"]),
    "a colon as in YAML": (GOOD.replace(b'id = "two"', b'id: "two"'), 14, ["one"]),
    "a word without quotation marks": (GOOD.replace(b'"two"', b"two"), 14, ["one"]),
    "two values on a line": (GOOD.replace(b'"two"', b'"two" "three"'), 14, ["one"]),
    "two pairs on a line": (GOOD.replace(b'id = "two"', b'id = "two" on = "x"'), 14, ["one"]),
    "an impossible date": (GOOD.replace(b"2026-11-21T", b"2026-13-41T"), 9, ["two"]),
    "a number with a leading nought": (GOOD.replace(b"start = 10", b"start = 010"), 20, ["one"]),
    "a number of 5,000 digits": (GOOD.replace(b"start = 10", b"start = " + b"9" * 5000), 20, ["one"]),
    "3,000 brackets": (GOOD.replace(b'["a", "b"]', b"[" * 3000 + b"]" * 3000), 8, ["two"]),
    "3,000 inline tables": (GOOD.replace(b'["a", "b"]', b"{a=" * 3000 + b"1" + b"}" * 3000), 8, ["two"]),
    "a curly quotation mark": (GOOD.replace(b'"two"', "“two”".encode()), 14, ["one"]),
    "an unknown escape": (GOOD.replace(b'"two"', b'"two\\q"'), 14, ["one"]),
    "half a character by escape": (GOOD.replace(b'"two"', b'"\\ud800"'), 14, ["one"]),
    "a NUL": (GOOD.replace(b"second", b"sec\x00ond"), 16, ["one"]),
    "an escape character": (GOOD.replace(b"second", b"sec\x1b[31mond"), 16, ["one"]),
    "a lone carriage return": (GOOD.replace(b'"two"\n', b'"two"\r'), 14, ["one"]),
    "bytes that are no UTF-8": (GOOD.replace(b"second", b"sec\xffond"), 16, ["one"]),
    "latin-1": (GOOD.replace(b"first'''", "café'''".encode("latin-1")), 7, ["two"]),
    "UTF-16": (GOOD.decode().encode("utf-16"), 1, []),
    "half a character at the end": (GOOD + b"# \xe2\x80", 21, ["one", "two"]),
    "noughts at the end": (GOOD + b"\x00" * 512, 21, ["one", "two"]),
    "nothing but noughts": (b"\x00" * 4096, 1, []),
    "a block in the middle lost": (GOOD[: SECOND - 20] + GOOD[SECOND + 15 :], 10, []),
    "a merge left open": (GOOD.replace(b'id = "two"', b'<<<<<<< mine\nid = "two"\n=======\n'), 14, ["one"]),
    "JSON": (b'{"notes": []}', 1, []),
    "a web page": (b"<!DOCTYPE html>\n<html></html>\n", 1, []),
}

# files that are TOML and still not ours to write
REFUSED: dict[str, tuple[bytes, str]] = {
    "newer": (GOOD.replace(b"version = 1", b"version = 2"), "is of version 2"),
    "a version in words": (GOOD.replace(b"version = 1", b'version = "1"'), "has a version that is not a whole number"),
    "another format": (GOOD.replace(b"backstory-notes", b"shopping"), "is not a backstory-notes file"),
    "an inline list with more beside it": (b'note = [{id = "one"}]\nmine = 1\n', "cannot be added to"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_named_by_line_and_column_and_left_alone(tmp_path: Path, name: str) -> None:
    data, line, readable = DAMAGED[name]
    path = tmp_path / "notes.toml"
    path.write_bytes(data)
    notebook = Notebook.open(tmp_path, cached=tmp_path / "cache")
    assert f"is damaged at line {line}, column " in notebook.problem
    assert notebook.problem.count("\n") == 0
    assert notebook.problem.endswith("and new notes go to notes-unsaved.toml.")
    assert [note.id for note in notebook.notes] == readable
    added = notebook.add("article", "meanwhile")
    for ident in readable:
        with pytest.raises(ReadOnlyError, match="is damaged"):
            notebook.edit(ident, text="changed")
        with pytest.raises(ReadOnlyError, match="is damaged"):
            notebook.delete(ident)
    assert path.read_bytes() == data
    again = Notebook.open(tmp_path, cached=tmp_path / "cache")
    assert [note.id for note in again.notes] == [*readable, added.id]


@pytest.mark.parametrize("name", DAMAGED)
def test_mending_keeps_what_reads_and_the_damaged_file_beside_it(tmp_path: Path, name: str) -> None:
    data, _, readable = DAMAGED[name]
    (tmp_path / "notes.toml").write_bytes(data)
    notebook = Notebook.open(tmp_path)
    kept = notebook.mend()
    assert kept is not None
    assert kept.read_bytes() == data
    assert notebook.problem == ""
    assert [note.id for note in Notebook.open(tmp_path).notes] == readable
    notebook.add("article", "as before")
    assert len(tomllib.loads((tmp_path / "notes.toml").read_text())["note"]) == len(readable) + 1


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_ours_to_write_is_read_and_left_alone(tmp_path: Path, name: str) -> None:
    data, why = REFUSED[name]
    (tmp_path / "notes.toml").write_bytes(data)
    notebook = Notebook.open(tmp_path)
    assert why in notebook.problem
    added = notebook.add("article", "meanwhile")
    assert (tmp_path / "notes.toml").read_bytes() == data
    assert added in Notebook.open(tmp_path).notes
    with pytest.raises(ReadOnlyError):
        notebook.mend()


@pytest.mark.parametrize(
    ("data", "idents"),
    [
        (b'note = [{id = "one"}, {id = "two", text = "x"}]\n', ["one", "two"]),
        (b"note = 3\n", []),
        (b"[note]\nid='a'\n", ["a"]),
    ],
)
def test_notes_listed_in_another_way_are_mended_into_blocks(tmp_path: Path, data: bytes, idents: list[str]) -> None:
    (tmp_path / "notes.toml").write_bytes(data)
    notebook = Notebook.open(tmp_path)
    assert notebook.problem != ""
    kept = notebook.mend()
    assert kept is not None
    assert kept.read_bytes() == data
    assert [note.id for note in notebook.notes] == idents
    assert notebook.problem == ""


HAND = (
    GOOD,
    b"",
    b'# mine\nformat = "backstory-notes"\nversion = 1\n',
    b'[[note]]\nid = "a"\non = "article"\ntext = "x"\ntags = ["""a"]\n',
    b'[[note]]\nid = "a"\non = "article"\ntext = "x"\ntags = ["a" "b"]\n',
    b'[[note]]\nid = "a"\non = "article"\ncreated = 2026-11-21T24:00:00+00:00\n',
    b'[[note]]\nid = "a"\non = "article"\ncreated = 2026-02-30T10:00:00Z\n',
    b'[[note]]\nid = "a"\non = "article"\n\nlate = 1\n[[note]]\nid = "b"\non = "article"\n',
    b'[[note]]\nid = "a"\non = "article"\n# remark\n[other]\nx = 1\n[[note]]\nid = "b"\non = "article"\n',
    b'[[note]]\nid = "a"\non = "article"\nid = "b"\n',
    b'x = """\n[[note]]\nid = "a"\non = "article"\n"""\n',
    b'note = 3\n[[note]]\nid = "a"\non = "article"\n',
    b'[[note]]\nid = "a"\non = "article"\n[note.article]\npath = "p"\n[note.article]\npath = "q"\n',
)


@pytest.mark.parametrize("number", range(len(HAND)))
def test_the_fast_way_reads_what_the_parser_of_all_toml_reads(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = reading.read(HAND[number])
    monkeypatch.setattr(quick, "read", lambda _: None)
    assert fast == reading.read(HAND[number])


def test_a_pipe_in_the_place_of_the_file_is_said_and_waited_for_by_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "notes.toml")
    notebook = Notebook.open(tmp_path)
    assert "cannot be read: it is not a regular file" in notebook.problem
    added = notebook.add("article", "meanwhile")
    assert Notebook.open(tmp_path).notes == (added,)


def test_a_mark_at_the_beginning_as_some_editors_set_it_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_bytes(b"\xef\xbb\xbf" + GOOD)
    notebook = Notebook.open(tmp_path)
    notebook.edit("two", text="new")
    notebook.add("article", "x")
    assert notebook.problem == ""
    assert (tmp_path / "notes.toml").read_bytes().startswith(b"\xef\xbb\xbf" + GOOD[: SECOND + 20])


def test_any_harm_is_either_none_or_named_and_mendable() -> None:
    chance = random.Random(7)
    bits = [
        b"[",
        b"]",
        b'"""',
        b"'''",
        b'"',
        b"\n",
        b"\\",
        b"=",
        b"#",
        b"[[note]]",
        b"\x00",
        b"\xff",
        b"\r",
        b"{",
        b"0x",
    ]
    for _ in range(1500):
        data = bytearray(GOOD)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(data))
            kind = chance.randrange(4)
            if kind == 0:
                data[place] = chance.randrange(256)
            elif kind == 1:
                del data[place : place + chance.choice((1, 3, 40))]
            elif kind == 2:
                data[place:place] = chance.choice(bits)
            else:
                other = chance.randrange(len(data))
                data[place:place] = data[other : other + chance.randint(1, 60)]
        read = reading.read(bytes(data))
        if "is damaged" in read.problem:
            assert " at line " in read.problem
            whole = mended(bytes(data))
            assert {note.id for note in read.notes} <= {note.id for note in reading.read(whole).notes}
            assert "is damaged" not in reading.read(whole).problem
