"""Columns in a file: what was written is read where it lies, and damage is found when it is opened."""

import io
from array import array
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.corpus.slab import BadSlab, Slab, SlabWriter


def written(words: list[str], numbers: list[int]) -> bytes:
    file = io.BytesIO()
    writer = SlabWriter(file)
    writer.words("word", words)
    writer.numbers("small", array("B", (number % 256 for number in numbers)))
    writer.numbers("number", array("q", numbers))
    writer.finish({"title": "T"})
    return file.getvalue()


@given(
    st.lists(st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF), max_size=8)),
    st.lists(st.integers(-(2**62), 2**62)),
)
def test_columns_come_back_as_they_were_written(words: list[str], numbers: list[int]) -> None:
    slab = Slab(written(words, numbers))
    assert list(slab.words("word")) == words
    assert slab.words("word")[:] == words
    assert slab.numbers("number").tolist() == numbers
    assert slab.facts["title"] == "T"


WHOLE = written(["Qods", "Kata’ib", ""], [1, -5, 2**40])


@given(at=st.integers(0, len(WHOLE) - 1), byte=st.integers(1, 255))
def test_any_changed_byte_is_found_when_it_is_opened(at: int, byte: int) -> None:
    data = bytearray(WHOLE)
    data[at] ^= byte
    try:
        slab = Slab(bytes(data))
    except BadSlab:
        return
    # What lies between two columns means nothing to either.
    assert list(slab.words("word")) == ["Qods", "Kata’ib", ""]
    assert slab.numbers("number").tolist() == [1, -5, 2**40]


@pytest.mark.parametrize("size", [0, 1, 20, len(WHOLE) // 2, len(WHOLE) - 1])
def test_a_file_cut_short_is_refused(tmp_path: Path, size: int) -> None:
    (tmp_path / "x").write_bytes(WHOLE[:size])
    with pytest.raises(BadSlab):
        Slab.open(tmp_path / "x")


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(BadSlab, match="no column"):
        Slab(WHOLE).numbers("other")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(WHOLE) - 1), byte=st.integers(1, 255))
def test_any_changed_byte_of_a_large_file_is_found_when_it_is_proved(tmp_path: Path, at: int, byte: int) -> None:
    place = tmp_path / "x"
    place.write_bytes(WHOLE)
    assert Slab.proved(place)
    data = bytearray(WHOLE)
    data[at] ^= byte
    place.write_bytes(data)
    assert not Slab.proved(place)
