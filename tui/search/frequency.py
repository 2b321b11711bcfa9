"""Knows how often a phrase stands in each row of the index, by turning its score back into the number it was made of.

FTS5 walks over every place of a phrase in C to score a row by bm25 (https://sqlite.org/fts5.html, 5.1.1). In this index
the length of a row is not kept and told as -1 for every one, so that of all that goes into the score only the number of
places differs from row to row. To fetch the places themselves takes a hundred times as long.
"""

import sqlite3
from math import log

_K1, _B = 1.2, 0.75
_LEAST_IDF = 1e-6
_LENGTH = -1
_AVERAGES = 1
_SLACK = 1e-3


def frequencies(connection: sqlite3.Connection, expression: str) -> list[tuple[int, int]] | None:
    """Row and number of places for each row that answers to an expression of one phrase.

    None where the scores are not made of whole numbers, such as while the index is being written. Raises sqlite3.Error.
    """
    rows, tokens, *_ = _numbers(connection)
    scored = connection.execute("SELECT rowid, bm25(words) FROM words WHERE words MATCH ?", (expression,)).fetchall()
    if not scored or not rows or not tokens:
        return []
    rarity = log((rows - len(scored) + 0.5) / (len(scored) + 0.5)) if len(scored) <= rows else 0.0
    most = (rarity if rarity > 0 else _LEAST_IDF) * (_K1 + 1)
    saturation = _K1 * (1 - _B + _B * _LENGTH * rows / tokens)
    # Of thousands of rows most have one of a few scores.
    counts = {score: _count(-score / most, saturation) for score in {score for _, score in scored}}
    return None if None in counts.values() else [(row, counts[score] or 0) for row, score in scored]


def _count(share: float, saturation: float) -> int | None:
    """The number of places a score, as a share of the largest there can be, was made of."""
    if not 0 < share < 1:
        return None
    exact = saturation * share / (1 - share)
    count = round(exact)
    return count if abs(exact - count) <= _SLACK * max(1, count) else None


def _numbers(connection: sqlite3.Connection) -> list[int]:
    """How many rows there are and how many words in all, as FTS5 keeps them: whole numbers of seven bits a byte."""
    kept = connection.execute("SELECT block FROM words_data WHERE id = ?", (_AVERAGES,)).fetchone()
    numbers, number = [], 0
    for byte in kept[0] if kept is not None else b"":
        number = number << 7 | byte & 0x7F
        if not byte & 0x80:
            numbers.append(number)
            number = 0
    return [*numbers, 0, 0]
