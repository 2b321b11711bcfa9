"""Every format has a reader, a sample, and an answer for suffixes it does not know."""

import gzip

import pytest
from packed_samples import book, page_of

from tui.formats import OTHER_DOCUMENTS, READERS, read_document

PAGE = b"<title>A title</title><h1>A title</h1><p>Words of the article, and some more of them to fill a line.</p>"
SAMPLES = {
    ".txt": b"A title\n\nWords of the article.\n",
    ".text": b"A title\n\nWords of the article.\n",
    ".md": b"# A title\n\nWords *of* the article.\n",
    ".markdown": b"# A title\n\nWords *of* the article.\n",
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": PAGE,
    ".eml": b"Subject: A title\nFrom: a@example.org\n\nWords of the article.\n",
    ".mbox": b"From a Mon Jan  1 00:00:00 2007\nSubject: A title\nFrom: a@example.org\n\nWords of the article.\n",
    ".jsonl": b'{"title": "A title", "text": "Words of the article."}\n',
    ".ndjson": b'{"title": "A title", "text": "Words of the article."}\n',
    ".gz": gzip.compress(b"A title\n\nWords of the article.\n"),
    ".epub": book(**{"OEBPS__text__one.xhtml": "<h1>A title</h1><p>Words of the article</p>"}),
    ".pdf": page_of("A title.\nWords of the article."),
}


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_format_reads_its_sample(suffix: str) -> None:
    text = read_document(SAMPLES[suffix], f"a{suffix}").text
    assert text.startswith("A title")
    assert "Words of the article" in text


def test_the_case_of_a_suffix_does_not_matter() -> None:
    assert read_document(b"*x*\n", "A.MD").text == "x\n"


def test_a_file_of_another_suffix_is_tried_as_text() -> None:
    assert read_document(b"*x*\n", "notes.log").text == "*x*\n"


def test_no_suffix_is_both_read_and_named_as_unread() -> None:
    assert not OTHER_DOCUMENTS & set(READERS)
