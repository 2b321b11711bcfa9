"""Splicing one table into TOML leaves every other byte alone."""

import tomllib
from datetime import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui.notes import block, splice
from tui.notes.statements import outline, sections

HAND = b'''# my notes, do not sort
format = "backstory-notes"   # as it should be
version = 1

[[note]]   # the first
id = "a"
text = """
a line that looks like a header:
[[note]]
id = "not me"
"""
priority = 0x1F        # mine
tags = [ "one",   # why
  "two" ]
[note.article]
path = 'x.txt'

# about the second one
[[ "note" ]]
on = "span"
id = "b"
text = 'single'

[note.target]
quote = "q"

[other]
note = "[[note]]"

[note.article]
path = "y"
# the end'''

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
VALUE: st.SearchStrategy[Any] = st.one_of(
    TEXT,
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.floats(allow_nan=False),
    st.lists(TEXT, max_size=3),
    st.datetimes(min_value=datetime(1900, 1, 1)),
)
KEY = st.text(alphabet="abcXYZ09-_ .\"'#é", max_size=8)
TABLE = st.dictionaries(KEY, st.one_of(VALUE, st.dictionaries(KEY, VALUE, max_size=3)), max_size=6)


def tables(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(data.decode("utf-8-sig"))["note"]
    return found


def test_tables_are_told_apart_from_text_that_looks_like_them() -> None:
    pieces = splice.pieces(HAND, "note")
    assert [block.parse_block(piece.cut(HAND)) for piece in pieces] == tables(HAND)


def test_a_table_with_another_between_its_parts_is_seen_as_one() -> None:
    second = splice.pieces(HAND, "note")[1]
    assert len(second.spans) == 2
    assert block.parse_block(second.cut(HAND)) == tables(HAND)[1]


def test_appending_leaves_every_byte_before_it_alone() -> None:
    new = splice.append(HAND, b'[[note]]\nid = "c"\n')
    assert new == HAND + b'\n\n[[note]]\nid = "c"\n'


def test_appending_after_a_blank_line_adds_none() -> None:
    assert splice.append(b"a = 1\n\n", b"[[note]]\n") == b"a = 1\n\n[[note]]\n"


def test_windows_line_ends_are_kept_and_used() -> None:
    data = HAND.replace(b"\n", b"\r\n")
    assert splice.line_end(data) == b"\r\n"
    old = splice.pieces(data, "note")[0].cut(data)
    new = splice.revise(old, {**tables(data)[0], "text": "two\nlines\n"}, "note")
    assert b'text = """\r\ntwo\r\nlines\r\n"""\r\n' in new
    assert new.count(b"\n") == new.count(b"\r\n")


def test_revising_one_value_keeps_comments_number_styles_and_order() -> None:
    old = splice.pieces(HAND, "note")[0].cut(HAND)
    table = tables(HAND)[0] | {"text": "new"}
    new = splice.revise(old, table, "note")
    cut = old.index(b'text = """'), old.index(b'"""\npriority') + 3
    assert new == old[: cut[0]] + b'text = "new"' + old[cut[1] :]


def test_revising_nothing_gives_the_same_bytes() -> None:
    old = splice.pieces(HAND, "note")[0].cut(HAND)
    assert splice.revise(old, tables(HAND)[0], "note") is old


def test_a_note_written_with_inline_tables_and_dotted_keys_can_be_revised() -> None:
    old = b'[[note]]\nid = "a"\narticle = { path = "x" }\ntarget.quote = "q"\n'
    after = {"id": "a", "article": {"path": "z"}, "target": {"quote": "r", "start": 4}}
    assert block.parse_block(splice.revise(old, after, "note")) == after


def test_removing_a_table_leaves_comments_around_it() -> None:
    first, second = splice.pieces(HAND, "note")
    assert splice.remove(HAND, first) == HAND[: first.spans[0][0]] + HAND[first.spans[0][1] + 1 :]
    left = splice.remove(HAND, second)
    assert tables(left) == tables(HAND)[:1]
    assert tomllib.loads(left.decode())["other"] == {"note": "[[note]]"}
    assert b"# about the second one" in left
    assert left.endswith(b"# the end")


@given(TABLE, TABLE)
def test_a_table_revised_says_what_was_asked_and_its_neighbours_keep_their_bytes(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    data = HAND + b"\n" + block.to_text(before).encode() + b"# behind\n[tail]\nx = 1\n"
    piece = splice.pieces(data, "note")[2]
    assert block.same_table(block.parse_block(piece.cut(data)), before)
    new = splice.replace(data, piece, splice.revise(piece.cut(data), after, "note"))
    start, end = piece.spans[0]
    assert new[:start] == data[:start]
    assert new.endswith(data[end:])
    assert block.same_table(tables(new)[2], after)


@given(st.one_of(st.binary(max_size=80), st.text(alphabet="[]\"'\\#=.{}\r\nan \t", max_size=60).map(str.encode)))
def test_any_bytes_are_outlined_within_their_bounds(data: bytes) -> None:
    spans = [(start, end) for _, _, start, end in outline(data)]
    assert all(0 <= start < end <= len(data) for start, end in spans)
    assert spans == sorted(spans)
    assert [section.start for section in sections(data)[1:]] == [start for start, _ in spans]


@given(
    st.lists(TABLE, max_size=4),
    st.sampled_from(["", "# a comment\n", "[[b]]\nc = [[1, 2], [3]]\n", "[a.b]\nc = '[[note]]'\n"]),
)
def test_every_table_is_found_where_tomllib_finds_one(written: list[dict[str, Any]], between: str) -> None:
    data = "x0 = 1\n" + "".join(
        block.to_text(table) + between.replace("a.b", f"a.b{number}") for number, table in enumerate(written)
    )
    found = [block.parse_block(piece.cut(data.encode())) for piece in splice.pieces(data.encode(), "note")]
    assert all(block.same_table(one, other) for one, other in zip(found, written, strict=True))
