"""What a page sets apart: headings, quotations, code, items; and texts whose lines were broken by hand."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from tui.formats import read_document
from tui.model import Shape
from tui.panes.flow import wrap
from tui.reader.reflow import measure_of
from tui.reader.shapes import Block, shaped

PROSE = "The convoy left the town before dawn and was stopped at the bridge by men who gave no name. " * 12


def cut(text: str, shapes: tuple[Shape, ...] = ()) -> list[tuple[str, str]]:
    """The kinds and words of a text's blocks."""
    return [(block.kind, text[block.start : block.end]) for block in shaped(Block("body", 0, len(text)), text, shapes)]


def test_what_a_markdown_file_sets_apart_is_set_apart() -> None:
    document = read_document(
        b"Words.\n\n## Head\n\n> quoted\n> more\n\n```\ncode  x\n```\n\n"
        b"| a | b |\n|---|---|\n| c | d |\n\nEnd.[^1]\n\n[^1]: Note.\n",
        "a.md",
    )
    assert document.text == "Words.\n\nHead\n\nquoted more\n\ncode  x\n\na | b\nc | d\n\nEnd.[1]\n\n[1] Note.\n"
    assert [(shape.kind, document.text[shape.start : shape.end]) for shape in document.shapes] == [
        ("heading", "Head"),
        ("quote", "quoted more"),
        ("code", "code  x"),
    ]


def test_a_page_sets_apart_what_its_tags_do() -> None:
    words = "Words of the article that fill a line or so. " * 3
    page = f"<h1>T</h1><p>{words}</p><h2>Head</h2><blockquote>{words}</blockquote><pre>a  b</pre><p>{words}</p>"
    document = read_document(page.encode(), "a.html")
    kinds = {document.text[shape.start : shape.end].strip()[:5]: shape.kind for shape in document.shapes}
    assert kinds["Head"] == "heading"
    assert kinds["Words"] == "quote"


def test_items_hang_and_what_follows_does_not() -> None:
    text = "Said:\n\n• one thing\n• another\n\n12. numbered\n\nEnd - of it.\n"
    blocks = list(shaped(Block("body", 0, len(text)), text, ()))
    assert [(text[block.start : block.end].strip(), block.hang) for block in blocks] == [
        ("Said:", 0),
        ("• one thing", 2),
        ("• another", 2),
        ("12. numbered", 4),
        ("End - of it.", 0),
    ]


@given(
    st.text(st.sampled_from("ab \n•-1."), max_size=80),
    st.lists(
        st.tuples(st.sampled_from(["heading", "quote", "code"]), st.integers(0, 80), st.integers(0, 20)), max_size=4
    ),
)
def test_nothing_is_lost_or_told_twice(text: str, given_: list[tuple[str, int, int]]) -> None:
    shapes = tuple(sorted((Shape(kind, at, at + size) for kind, at, size in given_), key=lambda shape: shape.start))
    blocks = list(shaped(Block("body", 0, len(text)), text, shapes))
    assert "".join(text[block.start : block.end] for block in blocks) == text


def test_a_text_broken_by_hand_is_known_by_its_lines() -> None:
    wrapped = "\n\n".join(textwrap.fill(PROSE, width) for width in (68, 68))
    assert 60 <= measure_of(wrapped) <= 68
    assert measure_of(PROSE + "\n\n" + PROSE) == 0
    assert (
        measure_of(
            "\n".join(["A line of verse that is", "shorter here", "and then a good deal longer than before"] * 9)
        )
        == 0
    )


def test_its_paragraphs_flow_at_any_width_and_keep_their_offsets() -> None:
    text = "Head\n\n" + textwrap.fill(PROSE, 68) + "\n\n- one\n- two\n"
    lines = [text[start:end].replace("\n", " ") for start, end in wrap(text, 0, len(text), 40, measure_of(text))]
    assert lines[:2] == ["Head", ""]
    assert lines[-2:] == ["- one", "- two"]
    assert all(len(line) > 25 for line in lines[2:-4])
    assert " ".join(lines[2:-3]).split() == PROSE.split()
