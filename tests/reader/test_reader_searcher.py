"""The full text of an open collection: indexed beside the reader, and done without where that cannot be."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui.corpus.build import open_quickly, scan
from tui.corpus.tables import Corpus
from tui.reader.searcher import Searcher, Sought
from tui.search import Marks, TextIndex
from tui.search.schema import Unusable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "articles"
    home.mkdir()
    for number in range(30):
        (home / f"{number}.txt").write_text(f"Article {number} tells of a raid.\n")
    return home


def searcher_on(folder: Path, path: Path | None) -> tuple[Searcher, Corpus]:
    found = scan([folder])
    return Searcher(path, [folder], found.listing.files), open_quickly(found)


@pytest.mark.parametrize("beside", [False, True])
def test_the_index_is_made_here_or_in_a_process_of_its_own(folder: Path, tmp_path: Path, beside: bool) -> None:
    searcher, corpus = searcher_on(folder, tmp_path / "cache" / "text.sqlite")
    searcher.refresh(lambda: False, beside=beside)
    answer = searcher.ask("raid", corpus, Marks()).finish()
    assert (answer.certain, len(answer.articles), answer.total(), searcher.remark) == (True, 30, 30, "")
    searcher.close()


@pytest.mark.parametrize("beside", [False, True])
def test_where_there_can_be_no_index_every_text_is_read_and_that_is_said(
    folder: Path, tmp_path: Path, beside: bool
) -> None:
    (tmp_path / "file").write_text("")
    searcher, corpus = searcher_on(folder, tmp_path / "file" / "text.sqlite")
    searcher.refresh(lambda: False, beside=beside)
    answer = searcher.ask("raid", corpus, Marks()).finish()
    assert not answer.certain
    assert sum(len(found.hits) for found in answer) == 30
    assert "every search reads all articles" in searcher.remark
    searcher.close()


def test_a_search_before_the_index_is_made_reads_the_texts(folder: Path, tmp_path: Path) -> None:
    searcher, corpus = searcher_on(folder, tmp_path / "cache" / "text.sqlite")
    assert len(list(searcher.ask("raid", corpus, Marks()).finish())) == 30
    searcher.close()


def test_one_goes_on_through_a_search_from_wherever_one_is(folder: Path, tmp_path: Path) -> None:
    searcher, corpus = searcher_on(folder, tmp_path / "cache" / "text.sqlite")
    searcher.refresh(lambda: False)
    sought = Sought("raid", searcher.ask("raid", corpus, Marks()))
    step = sought.after(3, 0, 1)
    assert step is not None
    assert (step[0], sought.hits_in(3)) == (3, (step[1],))
    assert sought.after(29, step[1].end, 1) is None
    assert sought.after(0, 0, -1) is None
    searcher.close()


def test_the_process_that_indexes_ends_with_whoever_started_it(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tui.search.beside", str(tmp_path / "c" / "text.sqlite"), str(time.time_ns())]
    with subprocess.Popen([*command, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait(30) in (0, 1)


def test_an_index_that_breaks_under_a_search_says_so(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "cache" / "text.sqlite"
    searcher, corpus = searcher_on(folder, path)
    searcher.refresh(lambda: False)
    index = TextIndex(path)
    index.close()
    with pytest.raises(Unusable):
        list(index.holding(corpus, '"raid"'))
    searcher.close()


def test_a_thread_that_comes_late_opens_no_index_that_nobody_would_close(folder: Path, tmp_path: Path) -> None:
    searcher, corpus = searcher_on(folder, tmp_path / "cache" / "text.sqlite")
    searcher.refresh(lambda: False)
    searcher.close()
    searcher.warm(corpus)
    assert searcher._index is None


def test_a_collection_that_can_have_no_index_is_searched_and_says_why(folder: Path) -> None:
    searcher, corpus = searcher_on(folder, None)
    searcher.warm(corpus)
    searcher.stop()
    searcher.refresh(lambda: False)
    assert "standard input" in searcher.remark
    assert len(list(searcher.ask("raid", corpus, Marks()).finish())) == 30
    assert len(list(searcher.ask_without_index("raid", corpus, Marks()).finish())) == 30
    searcher.close()


def test_an_index_warmed_before_answers_and_one_stopped_answers_the_next_question(folder: Path, tmp_path: Path) -> None:
    searcher, corpus = searcher_on(folder, tmp_path / "cache" / "text.sqlite")
    searcher.refresh(lambda: False)
    searcher.warm(corpus)
    searcher.stop()
    assert searcher.ask("raid", corpus, Marks()).finish().total() == 30
    searcher.close()


def test_an_index_that_can_no_longer_be_written_is_let_go_of_and_every_text_is_read(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "cache" / "text.sqlite"
    searcher, corpus = searcher_on(folder, path)
    searcher.refresh(lambda: False)
    searcher.warm(corpus)
    path.unlink()
    path.mkdir()
    searcher.refresh(lambda: False)
    assert "every search reads all articles" in searcher.remark
    path.rmdir()
    assert len(list(searcher.ask("raid", corpus, Marks()).finish())) == 30
    searcher.close()


def test_indexing_beside_the_reader_can_be_stopped_and_is_said_to_be_no_fault(folder: Path, tmp_path: Path) -> None:
    searcher, _ = searcher_on(folder, tmp_path / "cache" / "text.sqlite")
    searcher.refresh(lambda: True, beside=True)
    assert "every search" not in searcher.remark
    searcher.close()
