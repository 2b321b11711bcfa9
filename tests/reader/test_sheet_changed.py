"""An article whose file was rewritten since it was read is shown as it is now, and nothing of before points into it."""

from pathlib import Path

from tui.corpus.build import build, scan
from tui.reader.sheet import CHANGED, sheet_of


def test_a_changed_file_is_shown_as_it_is_with_nothing_that_points_at_other_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A raid\n\nMahmud Farhadi was captured in Irbil on 20 September 2007.\n")
    corpus = build(scan([tmp_path]))
    before = sheet_of(corpus, 0)
    assert before.inks
    assert not before.changed
    (tmp_path / "a.txt").write_text("A correction\n\nNobody was captured.\n")
    corpus = build(scan([tmp_path]))
    (tmp_path / "a.txt").write_text("Withdrawn.\n")
    sheet = sheet_of(corpus, 0)
    assert (sheet.text, sheet.changed, sheet.inks, sheet.marks) == ("Withdrawn.\n", True, (), ())
    assert CHANGED in [block.label for block in sheet.blocks]
    assert sheet.text[sheet.blocks[-1].start : sheet.blocks[-1].end] == "Withdrawn.\n"
