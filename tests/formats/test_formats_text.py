"""Plain text: encodings, line ends, and what is refused."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.formats.text import Unreadable, decode

SENTENCE = "Général Łukasz said “no” – twice.\nThen nothing.\n"


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode(),
        codecs.BOM_UTF8 + SENTENCE.encode(),
        codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("utf-16-le"),
        SENTENCE.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + SENTENCE.encode("utf-32-be"),
        SENTENCE.encode("utf-32-le"),
        SENTENCE.encode("utf-32-be"),
    ],
    ids=lambda data: data[:6].hex(),
)
def test_every_unicode_encoding_gives_the_same_text(data: bytes) -> None:
    assert decode(data) == SENTENCE


def test_bytes_that_are_no_utf8_are_read_as_windows_1252() -> None:
    assert decode("Müller’s “café” – €5".encode("cp1252")) == "Müller’s “café” – €5"


def test_a_file_pasted_together_from_two_encodings_comes_out_right() -> None:
    assert decode("Zürich ".encode() + "Genève".encode("cp1252")) == "Zürich Genève"


def test_line_ends_become_newlines_and_nothing_else_is_removed() -> None:
    assert decode(b"  a\r\nb\rc\n\n\td \x1b[31m\n ") == "  a\nb\nc\n\n\td \x1b[31m\n "


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\nstream", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"PK\x03\x04word/document.xml", "ZIP"),
        (b"some words\x00\x01\x02 and more words that follow it", "NUL"),
        (bytes(range(1, 32)) * 40, "control"),
        (b"\x00" * 5000, "NUL"),
    ],
)
def test_what_is_not_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert reason in caught.value.reason


def test_a_recording_full_of_escape_sequences_is_text() -> None:
    assert "\x1b]0;title\x07" in decode(b"\x1b[2J\x1b]0;title\x07 words [/] \x1b[0m\n" * 50)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")))
def test_any_text_survives_utf8_but_for_a_mark_at_its_head(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_and_never_crash(data: bytes) -> None:
    with suppress(Unreadable):
        assert "\r" not in decode(data)
