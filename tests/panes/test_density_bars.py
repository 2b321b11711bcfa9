"""Promises of the bars: anything above nothing is seen, and a lone outlier presses nothing together."""

import pytest

from tui.dates.edtf import parse
from tui.reader.spread import bars, bounds, spread


@pytest.mark.parametrize(("counts", "drawn"), [([0, 1, 8], " ▁█"), ([0, 0], "  "), ([], ""), ([1000, 1], "█▁")])
def test_anything_above_nothing_is_seen(counts: list[int], drawn: str) -> None:
    assert bars(counts) == drawn


def test_a_lone_outlier_does_not_press_the_rest_into_one_bar() -> None:
    whens = [parse("0105")] + [parse(f"{year}") for year in range(1700, 2000)]
    limits = bounds(whens)
    assert limits is not None
    assert limits[0] > parse("1690").first
    assert sum(spread(whens, *limits, 30)) >= 295
