"""An article's file in an editor: the right line of it, and the reader back at the same words."""

from pathlib import Path

import pytest

from tui.corpus.build import build, scan
from tui.corpus.files import File
from tui.reader.editing import NotEditable, at_line, left_after, line_of, moved, place_after
from tui.reader.place import Place


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        (["vi"], ["vi", "+12", "/a.txt"]),
        (["/usr/bin/nvim", "-R"], ["/usr/bin/nvim", "-R", "+12", "/a.txt"]),
        (["nano"], ["nano", "+12", "/a.txt"]),
        (["emacsclient", "-t"], ["emacsclient", "-t", "+12", "/a.txt"]),
        (["less"], ["less", "+12", "/a.txt"]),
        (["hx"], ["hx", "/a.txt:12"]),
        (["code"], ["code", "--wait", "--goto", "/a.txt:12"]),
        (["code", "-w"], ["code", "-w", "--goto", "/a.txt:12"]),
        (["some-editor"], ["some-editor", "/a.txt"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: list[str], arguments: list[str]) -> None:
    assert at_line(editor, "/a.txt", 12) == arguments


def test_a_plain_text_is_opened_at_its_very_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One\r\n\r\nTwo\r\nThree\r\n")
    text = "One\n\nTwo\nThree\n"
    file = File("a.txt", str(path))
    assert [line_of(file, text, text.index(word)) for word in ("One", "Two", "Three", "ree")] == [1, 3, 4, 4]


def test_a_web_page_is_opened_where_it_holds_the_same_words(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html>\n<head><title>T</title></head>\n<body>\n<p>The first words of it.</p>\n"
        "<p>Caf&eacute;s &amp; bars\nwere closed early that night.</p>\n<p>The first words again.</p></body></html>"
    )
    text = "T\n\nThe first words of it.\n\nCafés & bars were closed early that night.\n\nThe first words again.\n"
    file = File("a.html", str(path))
    assert line_of(file, text, text.index("The first")) == 4
    assert line_of(file, text, text.index("Cafés")) == 5
    assert line_of(file, text, text.rindex("The first")) == 7
    assert line_of(file, "Nothing of that kind at all.", 0) == 1


def test_what_is_no_text_is_not_opened_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 ...")
    with pytest.raises(NotEditable, match="not text: it is a PDF"):
        line_of(File("a.pdf", str(path)), "Words", 0)
    with pytest.raises(NotEditable, match="standard input"):
        line_of(File("stdin", str(path), data=b"x"), "Words", 0)
    with pytest.raises(NotEditable, match="cannot be read"):
        line_of(File("b.txt", str(tmp_path / "b.txt")), "Words", 0)


def test_the_same_words_are_found_again_after_an_edit() -> None:
    before = "A title\n\nThe first line.\n\nThe second line that one reads.\n"
    after = "A title\n\nA new paragraph.\n\nThe first line.\n\nThe second line that one reads.\n"
    at = before.index("The second")
    assert after[moved(before, at, after) :].startswith("The second line")
    assert moved(before, at, "Gone.") == len("Gone.")


def test_a_reader_stays_in_the_article_though_others_came_before_it(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Title b\n\nSome words.\n\nThe line one reads.\n")
    before = build(scan([tmp_path]))
    text = before.text(0)
    place = Place(0, text.index("The line"))
    (tmp_path / "a.txt").write_text("Title a\n\nNew.\n")
    (tmp_path / "b.txt").write_text("Title b\n\nMore and more.\n\nSome words.\n\nThe line one reads.\n")
    now = build(scan([tmp_path]))
    there = place_after(before, now, place, text)
    assert now.text(there.article)[there.at :].startswith("The line one reads.")
    assert left_after(before, now, {0: 9}) == {1: 9}
    (tmp_path / "b.txt").unlink()
    assert place_after(before, build(scan([tmp_path])), place, text) == Place()
