"""A damaged notes file is named with line and column, shown as far as it reads, and never overwritten."""

import os
import random
import tomllib
from pathlib import Path

import pytest

from tui.notes import quick, reading
from tui.notes.errors import ReadOnlyError
from tui.notes.mend import mended, said_lines
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

NAMELESS = "unnamed-6d92dfa067e1"
"""What the second note is called where its own id cannot be read."""

# what is wrong: the bytes, the line it is on, the notes that can still be read
DAMAGED: dict[str, tuple[bytes, int, list[str]]] = {
    "torn in a text": (GOOD[: GOOD.index(b"second") + 3], 16, ["one", "two"]),
    "torn in a header": (GOOD[: SECOND + 4], 13, ["one"]),
    "torn in a key": (GOOD[: SECOND + 11], 14, ["one"]),
    "torn in a date": (GOOD[: GOOD.index(b"T21:52")] + b"T2", 9, ["one"]),
    "torn in an escape": (GOOD + b'[[note]]\nid = "\\u00', 22, ["one", "two"]),
    "an open quotation mark": (GOOD.replace(b'id = "two"', b'id = "two'), 14, ["one", "two"]),
    "an open text": (GOOD.replace(b"first'''", b"first"), 21, ["one", "two"]),
    "an open list": (GOOD.replace(b'"b"]', b'"b"'), 9, ["one", "two"]),
    "an open inline table": (GOOD + b"x = {a = 1", 21, ["one", "two"]),
    "a header closed once": (GOOD.replace(b"[[note]]", b"[[note]", 1), 5, ["one", "two"]),
    "a table where a list was": (GOOD.replace(b"[[note]]", b"[note]", 1), 13, ["one", "two"]),
    "a key twice": (GOOD.replace(b'id = "two"', b'id = "two"\nid = "three"'), 15, ["one", "two"]),
    "a table twice": (GOOD + b"[note.target]\n", 21, ["one", "two"]),
    "a value missing": (GOOD.replace(b'id = "two"', b"id = "), 14, ["one", NAMELESS]),
    "no sign between key and value": (GOOD.replace(b'id = "two"', b'id "two"'), 14, ["one", NAMELESS]),
    "a colon as in YAML": (GOOD.replace(b'id = "two"', b'id: "two"'), 14, ["one", NAMELESS]),
    "a word without quotation marks": (GOOD.replace(b'"two"', b"two"), 14, ["one", NAMELESS]),
    "two values on a line": (GOOD.replace(b'"two"', b'"two" "three"'), 14, ["one", NAMELESS]),
    "two pairs on a line": (GOOD.replace(b'id = "two"', b'id = "two" on = "x"'), 14, ["one", "two"]),
    "an impossible date": (GOOD.replace(b"2026-11-21T", b"2026-13-41T"), 9, ["one", "two"]),
    "a number with a leading nought": (GOOD.replace(b"start = 10", b"start = 010"), 20, ["one", "two"]),
    "a number of 5,000 digits": (GOOD.replace(b"start = 10", b"start = " + b"9" * 5000), 20, ["one", "two"]),
    "3,000 brackets": (GOOD.replace(b'["a", "b"]', b"[" * 3000 + b"]" * 3000), 8, ["one", "two"]),
    "3,000 inline tables": (GOOD.replace(b'["a", "b"]', b"{a=" * 3000 + b"1" + b"}" * 3000), 8, ["one", "two"]),
    "a curly quotation mark": (GOOD.replace(b'"two"', "“two”".encode()), 14, ["one", NAMELESS]),
    "an unknown escape": (GOOD.replace(b'"two"', b'"two\\q"'), 14, ["one", NAMELESS]),
    "half a character by escape": (GOOD.replace(b'"two"', b'"\\ud800"'), 14, ["one", NAMELESS]),
    "a NUL": (GOOD.replace(b"second", b"sec\x00ond"), 16, ["one", "two"]),
    "an escape character": (GOOD.replace(b"second", b"sec\x1b[31mond"), 16, ["one", "two"]),
    "a lone carriage return": (GOOD.replace(b'"two"\n', b'"two"\r'), 14, ["one", "unnamed-7c05ed244393"]),
    "bytes that are no UTF-8": (GOOD.replace(b"second", b"sec\xffond"), 16, ["one", "two"]),
    "latin-1": (GOOD.replace(b"first'''", "café'''".encode("latin-1")), 7, ["one", "two"]),
    "UTF-16": (GOOD.decode().encode("utf-16"), 1, []),
    "half a character at the end": (GOOD + b"# \xe2\x80", 21, ["one", "two"]),
    "noughts at the end": (GOOD + b"\x00" * 512, 21, ["one", "two"]),
    "nothing but noughts": (b"\x00" * 4096, 1, []),
    "a block in the middle lost": (GOOD[: SECOND - 20] + GOOD[SECOND + 15 :], 10, ["one", NAMELESS]),
    "a merge left open": (GOOD.replace(b'id = "two"', b'<<<<<<< mine\nid = "two"\n=======\n'), 14, ["one", "two"]),
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
    mending = notebook.mend()
    assert mending is not None
    assert mending.kept.read_bytes() == data
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
    mending = notebook.mend()
    assert mending is not None
    assert mending.kept.read_bytes() == data
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
            newer = whole == data and b"version = 1\n" not in data  # never rewritten, damaged or not
            assert newer or "is damaged" not in reading.read(whole).problem


FIVE = b"""format = "backstory-notes"
version = 1

# checked twice
[[note]]
id = "20261121T205242Z-3f9ac1"
on = "span"
text = \"\"\"
Second source needed.
Who said \\"so\\"?
\"\"\"
tags = ["check", "harbour"]
created = 2026-11-21T21:52:42+01:00
[note.article]
path = "a.txt"
sha256 = "abab"
[note.target]
quote = "the quote"
prefix = "before"
suffix = "after"
start = 5994
end = 6003
twins = 0

[[note]]
id = "20261121T205243Z-aaaaaa"
on = "entity"
text = "About the guild"
tags = []
[note.entity]
name = "Salt Guild"
kind = "organisation"
aliases = ["the Guild", "SG"]

[[note]]
id = "20261121T205244Z-bbbbbb"
on = "article"
text = \"\"\"
Whole

article \xc3\xa9
\"\"\"
tags = ["x"]
[note.article]
path = "c.md"

[mine]
colour = 3

[[note]]
id = "20261121T205245Z-cccccc"
on = "event"
text = "Date?"
tags = ["y"]
[note.article]
path = "d.txt"
[note.event]
date = "1931-03"
precision = "month"
quote = "five were held"

[[note]]
id = "20261121T205246Z-dddddd"
on = "span"
text = ""
[note.target]
quote = "e"
"""

BLOCKS = [part.partition(b"\n\n")[0].rstrip() for part in FIVE.split(b"[[note]]\n")[1:]]
BLOCKS[2] = FIVE.split(b"[[note]]\n")[3].partition(b"\n\n[mine]")[0]


def cut_up() -> list[tuple[str, bytes]]:
    """The file torn off at each byte, with each byte lost or another in its place, each line lost, torn, and joined."""
    lines = FIVE.splitlines(keepends=True)
    told = [("torn off", FIVE[:place]) for place in range(len(FIVE))]
    for place, byte in enumerate(FIVE):
        other = b"" if place % 3 else bytes([byte ^ 1 << place % 8])
        told.append((f"{other!r} in the place of a byte", FIVE[:place] + other + FIVE[place + 1 :]))
    for row, line in enumerate(lines):
        before, after = b"".join(lines[:row]), b"".join(lines[row + 1 :])
        told.append(("a line lost", before + after))
        told.append(("a line's head", before + line[: len(line) // 2] + b"\n" + after))
        told.append(("a line's tail", before + line[len(line) // 2 :] + after))
        told.append(("two lines in one", before + line.rstrip(b"\n") + after))
    return told


def test_nothing_that_is_left_of_a_damaged_file_is_lost_when_it_is_mended() -> None:
    idents = [block.split(b'"')[1].decode() for block in BLOCKS]
    unharmed = reading.read(FIVE).notes
    for what, data in cut_up():
        whole = mended(data)
        read = reading.read(whole)
        # Another name or number in the first two lines says that the file is not ours to write.
        assert read.problem == "" or (whole == data and not data.startswith(FIVE[: FIVE.index(b"#")])), (what, data)
        letters = iter(whole.decode())
        assert all(letter in letters for letter in data.decode("utf-8", "replace") if letter.isalnum()), (what, data)
        found = {note.id for note in read.notes}
        kept = [ident for ident in idents if f'\nid = "{ident}"\n'.encode() in data]
        assert set(kept) <= found, (what, data)
        sound = {note.id for note in read.notes if note in unharmed}
        whole_blocks = {i for i, own in zip(idents, BLOCKS, strict=True) if b"\n" + own + b"\n" in data}
        assert whole_blocks <= sound, (what, data)


def test_a_note_whose_own_header_is_torn_or_gone_is_mended_with_the_line_named() -> None:
    before, after = FIVE.split(b'[[note]]\nid = "20261121T205243Z-aaaaaa"', 1)
    for header, comment in (
        (b"[[no\n", b"# damaged, line 25: [[no\n"),
        (b"note]]\n", b"line 25: note]]\n"),
        (b"", b""),
    ):
        whole = mended(before + header + b'id = "20261121T205243Z-aaaaaa"' + after)
        assert comment in whole
        assert reading.read(whole).notes == reading.read(FIVE).notes
    # The second note's pairs end up in a table of the first: that parses, and is still no file of five notes.
    read = reading.read(before + b'id = "20261121T205243Z-aaaaaa"' + after)
    assert read.problem == "is damaged at line 25, column 1: a note whose header [[note]] is missing"
    assert read.notes == reading.read(FIVE).notes


def test_tables_of_other_programs_between_the_parts_of_a_note_outlive_the_mending() -> None:
    data = b'[[note]]\nid = "a"\n[other]\nx = 1\n[note.article]\npath = "p"\n\n[[note]]\nid = "b"\ntext = \n'
    whole = mended(data)
    assert tomllib.loads(whole.decode())["other"] == {"x": 1}
    assert [(note.id, note.article and note.article.path) for note in reading.read(whole).notes] == [
        ("a", "p"),
        ("b", None),
    ]


def test_a_note_whose_header_was_torn_into_another_name_is_seen_though_the_file_parses() -> None:
    for number in (2, 5):  # another torn header would make two tables one, and the file parse no more
        *before, last = FIVE.split(b"[[note]]", number)
        read = reading.read(b"[[note]]".join(before) + b"[[nope]]" + last)
        assert "a note whose header [[note]] is missing" in read.problem
        assert read.notes == reading.read(FIVE).notes
    # A person's own table is left alone, with an id or without.
    assert reading.read(FIVE.replace(b"colour = 3", b'id = "x"\non = true')).problem == ""


def test_a_file_in_which_every_line_opens_a_bracket_is_given_up_and_kept() -> None:
    data = b"[[note]]\n" + b"a=[\n" * 3000
    whole = mended(data)
    assert tomllib.loads(whole.decode())["version"] == 1
    assert whole.count(b"# damaged, line ") >= 3000


@pytest.mark.parametrize(
    ("lines", "said"),
    [((4,), "line 4"), ((4, 5, 9), "lines 4 to 5, 9"), (tuple(range(1, 20, 2)), "lines 1, 3, 5, 7, 9, 11 and 4 more")],
)
def test_lines_that_could_not_be_read_are_named_in_a_few_words(lines: tuple[int, ...], said: str) -> None:
    assert said_lines(lines) == said


def test_a_newer_file_is_never_rewritten_by_mending_even_if_it_is_damaged() -> None:
    data = GOOD.replace(b"version = 1", b"version = 2") + b"[[no"
    assert mended(data) == data
