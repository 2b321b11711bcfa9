"""Promises of the bar beside long work."""

from hypothesis import given
from hypothesis import strategies as st

from tui.reader.gauge import gauge, work_line


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 40))
def test_the_bar_is_as_long_as_asked_and_full_only_at_the_end(done: int, total: int, cells: int) -> None:
    bar = gauge(done, total, cells)
    assert len(bar) == cells
    assert (set(bar) == {"━"}) == (done >= total or (cells == 1 and done > 0))


def test_what_has_begun_is_seen() -> None:
    assert gauge(1, 100_000, 4) == "━┄┄┄"
    assert gauge(0, 100_000, 4) == "┄┄┄┄"
    assert gauge(0, 0) == ""


def test_a_narrow_screen_is_told_less() -> None:
    words = "reading 1,200 of 10,000, 85 a second, 1:44 left"
    assert work_line(words, 1200, 10000, 120) == f"━┄┄┄┄┄┄┄┄┄┄┄ {words}"
    assert work_line(words, 1200, 10000, 80) == "━┄┄┄┄┄┄┄ reading 1,200 of 10,000, 1:44 left"
    assert work_line(words, 1200, 10000, 40) == "━┄┄┄┄ 12%"
    assert work_line("putting names together …", 0, 0, 40) == "putting names together …"
