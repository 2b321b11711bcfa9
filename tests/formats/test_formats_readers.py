"""Every format has a reader, a sample, and an answer for suffixes it does not know."""

import pytest

from tui.formats import OTHER_DOCUMENTS, READERS, read_document

SAMPLES = {
    ".txt": b"A title\n\nWords of the article.\n",
    ".text": b"A title\n\nWords of the article.\n",
    ".md": b"# A title\n\nWords *of* the article.\n",
    ".markdown": b"# A title\n\nWords *of* the article.\n",
}


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_format_reads_its_sample(suffix: str) -> None:
    assert read_document(SAMPLES[suffix], f"a{suffix}").text == "A title\n\nWords of the article.\n"


def test_the_case_of_a_suffix_does_not_matter() -> None:
    assert read_document(b"*x*\n", "A.MD").text == "x\n"


def test_a_file_of_another_suffix_is_tried_as_text() -> None:
    assert read_document(b"*x*\n", "notes.log").text == "*x*\n"


def test_no_suffix_is_both_read_and_named_as_unread() -> None:
    assert not OTHER_DOCUMENTS & set(READERS)
