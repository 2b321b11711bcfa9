"""The facts line says of every publication date how it is known."""

from pathlib import Path

from tui.corpus.build import build, scan
from tui.corpus.corrected import DateCorrection
from tui.reader.sheet import facts_line

COMMENTED = """\
A raid

Mahmud Farhadi was captured on October 11, 2007.

Tags: x

  • Winger says:

    October 14, 2007 at 5:10 pm

    He was not.
"""


def test_how_a_publication_date_is_known_is_said_for_every_way_there_is(tmp_path: Path) -> None:
    (tmp_path / "2008-05-01-raid.txt").write_text("A raid\n\nSomebody left.\n")
    (tmp_path / "a.txt").write_text(COMMENTED)
    (tmp_path / "b.txt").write_text("News\n\nConcepcion, 23 Aug 88 -- Somebody left.\n")
    (tmp_path / "c.md").write_text("---\ndate: 2008-01-02\n---\nSomebody left.\n")
    (tmp_path / "d.txt").write_text("News\n\nSomebody left.\n")
    (tmp_path / "e.txt").write_text("News\n\nSomebody left.\n")
    (tmp_path / "f.txt").write_text("News\n\nSomebody left.\n")
    (tmp_path / "corpus.toml").write_text('[[article]]\npath = "f.txt"\npublished = 2007\n')
    corpus = build(scan([tmp_path]), corrections=[DateCorrection("e.txt", "2009~")])
    assert {article.published_from: facts_line(article) for article in corpus.articles} == {
        "name": "1 May 2008 (from its file name or address)",
        "text": "about Oct 2007 (estimated from the text)",
        "dateline": "23 Aug 1988 (from its dateline or byline)",
        "file": "2 Jan 2008",
        "": "undated",
        "corrected": "about 2009 (as you corrected it)",
        "corpus.toml": "2007",
    }
