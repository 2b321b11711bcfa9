"""Where names stand in the rows of a list: whole words, the longest first, also broken over two lines."""

from textual.message import Message

from tui.panes.rowlinks import RowLink, spots
from tui.panes.wishes import Said


def link(words: str) -> RowLink:
    def wish() -> Message:
        return Said(words)

    return RowLink(words, wish, ("name", len(words)))


def found(lines: list[str], *words: str) -> list[tuple[int, int, int, str]]:
    return [(spot.line, spot.column, spot.cells, spot.link.words) for spot in spots(lines, [*map(link, words)])]


def test_the_longest_name_stands_where_two_overlap() -> None:
    assert found(["Karl Weber met Weber"], "Weber", "Karl Weber") == [(0, 0, 10, "Karl Weber"), (0, 15, 5, "Weber")]


def test_a_name_is_found_as_whole_words_only() -> None:
    assert found(["Iran and the Iranian, Iran’s"], "Iran") == [(0, 0, 4, "Iran"), (0, 22, 4, "Iran")]


def test_a_name_broken_over_two_lines_is_found_where_it_begins() -> None:
    assert found(["  met Karl", "  Weber again"], "Karl Weber") == [(0, 6, 4, "Karl Weber")]


def test_cells_are_counted_not_characters() -> None:
    assert found(["上海 Weber"], "Weber") == [(0, 5, 5, "Weber")]


def test_nothing_is_found_for_a_name_cut_off() -> None:
    assert found(["met Karl We…"], "Karl Weber") == []
