"""Labels for links are short, all different, and none begins another."""

import pytest

from tui.reader.labels import LETTERS, labels, matching


@pytest.mark.parametrize("count", [0, 1, 26, 27, 300, 1000])
def test_labels_are_as_short_as_can_be_and_unmistakable(count: int) -> None:
    found = labels(count)
    assert len(set(found)) == len(found) == count
    assert len({len(label) for label in found}) <= 1
    assert all(len(LETTERS) ** (len(label) - 1) <= count for label in found)


def test_what_is_typed_narrows_them() -> None:
    found = labels(60)
    left = matching(found, found[7][:1])
    assert 7 in left
    assert 1 < len(left) < 60
