"""Reading for the index of full text in other processes: the same words in the same order, whatever they meet."""

import os
import time
from pathlib import Path

import pytest

from tui.corpus.build import scan
from tui.corpus.files import File
from tui.search.refresh import refresh
from tui.search.schema import open_index
from tui.search.words import Words, all_words, read_words

MANY = 130


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[File, ...]:
    folder = tmp_path_factory.mktemp("many")
    for number in range(MANY):
        # Of uneven length, so that what is read apart comes back out of order.
        (folder / f"{number:03}.txt").write_text(f"Raid {number}. " + "He was seen again. " * (1 + 400 * (number % 7)))
    return scan([folder]).listing.files


def dies_over_one(file: File) -> Words | None:
    if file.path.endswith("064.txt"):
        os._exit(3)
    return read_words(file)


def test_what_several_processes_read_is_the_same_in_the_same_order(files: tuple[File, ...]) -> None:
    assert list(all_words(files, 2)) == [read_words(file) for file in files]


def test_a_file_no_process_survives_goes_in_without_words(files: tuple[File, ...]) -> None:
    found = list(all_words(files, 1, dies_over_one))
    assert [words.path for words in found if words] == [file.path for file in files]
    assert [words.path for words in found if words and not words.text] == ["064.txt"]


def test_the_index_is_the_same_whoever_read(files: tuple[File, ...], tmp_path: Path) -> None:
    told = []
    for jobs in (0, 2):
        path = tmp_path / f"{jobs}.sqlite"
        assert refresh(path, files, time.time_ns(), jobs=jobs).read == MANY
        db = open_index(path)
        told.append(db.execute("SELECT row, path, digest FROM files ORDER BY row").fetchall())
        db.close()
    assert told[0] == told[1]
