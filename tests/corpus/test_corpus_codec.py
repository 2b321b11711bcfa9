"""Packing findings for the cache: nothing is lost, and damaged bytes are known as such."""

import zlib
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.codec import Damaged, pack, unpack
from tui.model import Article, DateSpan, Part, PartKind, Precision, Shape, When
from tui.names.candidate import Candidate, Stated

WHEN = When(732_000, 732_030, Precision.MONTH, True, "2005-03~", "in March", "month")
ARTICLE = Article(
    7, "a/b.txt", "0f" * 32, "T\ud800itle", WHEN, "text", "By", "S", "u", 12,
    (Part(PartKind.TITLE, 0, 4), Part(PartKind.COMMENT, 5, 9, "Winger")), ("one", "two"), True, (Shape("quote", 5, 9),),
)  # fmt: skip
SPANS = (DateSpan(1, 5, WHEN, "month"), DateSpan(6, 9, None, "relative", 1))
NAMES = (Candidate("Qods", 3, 2, 1, 0, ("the", "poss"), (Stated("Quds", "in brackets"),)),)


def test_what_was_packed_comes_back_as_it_was() -> None:
    assert unpack(Article, pack(Article, (ARTICLE,))) == (ARTICLE,)
    assert unpack(DateSpan, pack(DateSpan, SPANS)) == SPANS
    assert unpack(Candidate, pack(Candidate, NAMES)) == NAMES
    assert unpack(Candidate, pack(Candidate, ())) == ()


@given(at=st.integers(0, 10_000), byte=st.integers(1, 255))
def test_a_changed_byte_is_found_out_or_changes_nothing(at: int, byte: int) -> None:
    data = bytearray(pack(DateSpan, SPANS * 5))
    data[at % len(data)] ^= byte
    try:
        found = unpack(DateSpan, bytes(data))
    except Damaged:
        return
    assert found == SPANS * 5  # a few bits of a packed stream are padding


@given(st.binary(max_size=200))
def test_no_bytes_make_anything_but_damage(data: bytes) -> None:
    with pytest.raises(Damaged):
        unpack(DateSpan, data)


@pytest.mark.parametrize("words", ["[[1]]", "[1]", "{}", "[[1,2,[3],4,5]]", "[" * 100_000, '[[1,2,null,"x",0,9]]'])
def test_json_of_another_shape_is_damage(words: str) -> None:
    with pytest.raises(Damaged):
        unpack(DateSpan, zlib.compress(words.encode()))


@dataclass(frozen=True)
class OfTwoKinds:
    """A thing that cannot be packed: nobody could tell what comes back."""

    value: int | str


@dataclass(frozen=True)
class OfALength:
    """The same with a list of two."""

    value: tuple[int, str]


@pytest.mark.parametrize("kind", [OfTwoKinds, OfALength])
def test_what_has_no_packed_form_is_refused_whatever_the_bytes_are(kind: type) -> None:
    with pytest.raises(Damaged, match="packed form"):
        unpack(kind, pack(DateSpan, SPANS))
