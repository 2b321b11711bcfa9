"""How often a phrase stands in each row is told to the letter, though only scores are asked for."""

from pathlib import Path
from random import Random

import pytest

from tui.search.frequency import frequencies
from tui.search.schema import open_index


@pytest.mark.parametrize("seed", range(6))
def test_each_row_has_as_many_places_as_its_text(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    stock = ["the", "the", "the", "force", "on", "saturday", "qods"]
    texts = [" ".join(chance.choices(stock, k=chance.choice((0, 1, 5, 80, 3000)))) for _ in range(60)]
    connection = open_index(tmp_path / "text.sqlite", writing=True)
    connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", list(enumerate(texts, 1)))
    for phrase in ("the", "qods force", "on saturday qods"):
        told = frequencies(connection, f'"{phrase}"')
        said = phrase.split()
        wanted = [
            (row, sum(words[at : at + len(said)] == said for at in range(len(words))))
            for row, words in enumerate(map(str.split, texts), 1)
        ]
        assert told == [(row, count) for row, count in wanted if count]
    starting = frequencies(connection, '"sat" *')
    assert starting == [(row, n) for row, text in enumerate(texts, 1) if (n := text.split().count("saturday"))]
    connection.close()


def test_a_phrase_that_stands_nowhere_has_no_rows(tmp_path: Path) -> None:
    connection = open_index(tmp_path / "text.sqlite", writing=True)
    assert frequencies(connection, '"qods"') == []
    connection.execute("INSERT INTO words (rowid, text) VALUES (1, 'quds force')")
    assert frequencies(connection, '"qods"') == []
    connection.close()
