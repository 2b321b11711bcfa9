"""Promises of what is kept of reading: it stays with the text, whatever becomes of its file."""

from pathlib import Path

from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus
from tui.reader import readmarks
from tui.reader.readmarks import ReadMarks


def collection(folder: Path, **texts: str) -> Corpus:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return build(scan([folder]))


def named(corpus: Corpus, articles: frozenset[int]) -> set[str]:
    return {corpus.articles[article].path for article in articles}


def test_what_was_read_and_starred_comes_back_at_the_next_start(tmp_path: Path) -> None:
    corpus = collection(tmp_path / "all", one="First text.", two="Second text.")
    marks = ReadMarks().with_read(corpus, [0, 1], True).with_star(corpus, 1, True).with_read(corpus, [0], False)
    readmarks.keep(tmp_path, "all", marks)
    again = readmarks.load(tmp_path, "all").in_corpus(corpus)
    assert named(corpus, again.read) == {"two.txt"}
    assert named(corpus, again.starred) == {"two.txt"}


def test_a_renamed_file_stays_read(tmp_path: Path) -> None:
    before = collection(tmp_path / "all", one="First text.", two="Second text.")
    marks = ReadMarks().with_read(before, [0], True)
    after = collection(tmp_path / "all", one="Quite another text.", two="Second text.", three="First text.")
    found = marks.in_corpus(after)
    assert named(after, found.read) == {"three.txt"}


def test_an_edited_file_stays_read(tmp_path: Path) -> None:
    before = collection(tmp_path / "all", one="First text.", two="Second text.")
    marks = ReadMarks().with_star(before, 0, True)
    after = collection(tmp_path / "all", one="First text, corrected.", two="Second text.")
    assert named(after, marks.in_corpus(after).starred) == {"one.txt"}


def test_a_file_that_comes_back_is_still_read(tmp_path: Path) -> None:
    before = collection(tmp_path / "all", one="First text.", two="Second text.")
    marks = ReadMarks().with_read(before, [0], True)
    without = collection(tmp_path / "all", two="Second text.")
    gone = marks.in_corpus(without)
    assert gone.read == frozenset()
    again = collection(tmp_path / "all", one="First text.", two="Second text.")
    assert named(again, gone.in_corpus(again).read) == {"one.txt"}


def test_a_damaged_file_costs_the_marks_and_not_the_start(tmp_path: Path) -> None:
    corpus = collection(tmp_path / "all", one="First text.", two="Second text.")
    readmarks.keep(tmp_path, "all", ReadMarks().with_read(corpus, [0], True))
    (kept,) = tmp_path.glob("read-*.json")
    for broken in ("{", "[]", '{"articles": 5}', '{"articles": {"one.txt": []}}', '{"articles": {"one.txt": 3}}'):
        kept.write_text(broken, encoding="utf-8")
        assert readmarks.load(tmp_path, "all") == ReadMarks()
