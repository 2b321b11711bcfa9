"""Formats that hold others or come in containers: gzip, messages, books, PDF."""

import contextlib
import gzip
import io
import sys
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packed_samples import OPF, book, page_of

from tui.formats import Unreadable, is_article, read_document

pypdf = pytest.importorskip("pypdf", reason="the extra backstory[pdf] is not installed")


def test_a_packed_file_is_read_as_what_it_holds() -> None:
    document = read_document(gzip.compress(b"---\ntitle: Raid\n---\nSome *words*.\n"), "a.md.gz")
    assert (document.title, document.text) == ("Raid", "Some words.\n")


def test_several_packed_files_one_after_another_are_one() -> None:
    assert read_document(gzip.compress(b"one ") + gzip.compress(b"two\n"), "a.txt.gz").text == "one two\n"


@pytest.mark.parametrize("name", ["a.txt.gz", "A.HTML.GZ", "a.eml", "a.b.epub"])
def test_articles_are_told_by_their_names_packed_or_not(name: str) -> None:
    assert is_article(name)


@pytest.mark.parametrize("name", ["a.tar.gz", "a.gz", "a.txt.gz.gz", "gz", "txt", "a.csv"])
def test_other_files_are_no_articles(name: str) -> None:
    assert not is_article(name)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"words" * 100)[:-12], "cut off"),
        (b"\x1f\x8b\x08\x00rubbish and more of it", "damaged"),
        (b"no gzip at all", "damaged"),
        (gzip.compress(bytes(40 * 1024 * 1024)), "larger than 32 MB"),
    ],
    ids=["cut off", "damaged", "foreign", "bomb"],
)
def test_a_packed_file_that_cannot_be_unpacked_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_document(data, "a.txt.gz")


def test_a_message_gives_subject_sender_and_day_in_the_senders_zone() -> None:
    message = EmailMessage()
    message["Subject"] = "Réponse à la question"
    message["From"] = "Ada Lovelace <ada@example.org>"
    message["Date"] = "Fri, 26 Jan 2007 23:30:00 -0500"
    message.set_content("Plain words — and more.\n")
    message.add_alternative("<p>HTML words</p>", subtype="html")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="x.bin")
    document = read_document(message.as_bytes(), "a.eml")
    assert document.title == "Réponse à la question"
    assert document.byline == "Ada Lovelace"
    assert document.published is not None
    assert document.published.edtf == "2007-01-26"
    assert document.text == "Réponse à la question\n\nPlain words — and more.\n"


_HEAD = b"From: Ada Lovelace <ada@example.org>\nSubject: A raid\nDate: Mon, 14 May 2007 23:30:00 +0900\n"


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        (b"iso-8859-1", b"A caf\xe9 in Irbil."),
        (b"utf-8", b"A caf\xc3\xa9 in Irbil."),
        (b"x-none", b"A caf\xc3\xa9 in Irbil."),  # nobody knows it
        (b"hex", b"A caf\xc3\xa9 in Irbil."),  # no code of letters
    ],
)
def test_a_message_is_decoded_as_it_says_or_else_as_it_looks(charset: bytes, words: bytes) -> None:
    data = _HEAD + b"Content-Type: text/plain; charset=" + charset + b"\n\n" + words + b"\n"
    assert read_document(data, "a.eml").text == "A raid\n\nA café in Irbil.\n"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (b"A raid\n\nIt began.\n", "A raid\n\nIt began.\n"),
        (b"A raid in Irbil began.\n", "A raid\n\nA raid in Irbil began.\n"),
    ],
)
def test_a_subject_stands_above_a_message_that_does_not_begin_with_it(words: bytes, text: str) -> None:
    assert read_document(_HEAD + b"\n" + words, "a.eml").text == text


@pytest.mark.parametrize(
    ("sender", "byline"),
    [
        (b"ada at example.org (=?utf-8?q?Ad=C3=A9?=)", "Adé"),
        (b"ada at example.org (=?nocode?q?Ad=C3=A9?=)", "=?nocode?q?Ad=C3=A9?="),
        (b"ada@example.org", "ada@example.org"),
    ],
)
def test_a_sender_is_named_as_lists_write_names(sender: bytes, byline: str) -> None:
    document = read_document(b"From: " + sender + b"\nDate: some day\n\nA raid.\n", "a.eml")
    assert (document.byline, document.published) == (byline, None)


def test_a_message_in_html_alone_is_read_as_a_page() -> None:
    data = b"From: a@example.org\nSubject: S\nContent-Type: text/html\n\n<p>" + b"Some words of it. " * 20
    assert "Some words of it." in read_document(data, "a.eml").text


@pytest.mark.parametrize("data", [b"just words\n", b"", b"From: a@b.c\nSubject: nothing\n\n", b"From: a\x00@b.c\n\nx",
                                  _HEAD + b"Content-Type: application/pdf\n\n%PDF"])  # fmt: skip
def test_what_is_no_message_or_says_nothing_is_named(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_document(data, "a.eml")


def test_a_book_is_its_chapters_in_reading_order() -> None:
    document = read_document(book(), "a.epub")
    assert document.text == "One\n\nFirst words.\n\nTwo\n\nLast words.\n"
    assert (document.title, document.byline, document.source) == (
        "Two chapters",
        "Ada Lovelace, Charles Babbage",
        "Taylor",
    )
    assert document.published is not None
    assert document.published.edtf == "1843-09-01"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 rubbish", "damaged"),
        (book(**{"META-INF__rights.xml": "<rights/>"}), "locked"),
        (book()[:-40], "damaged"),
    ],
    ids=["rubbish", "locked", "cut off"],
)
def test_a_book_that_cannot_be_read_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_document(data, "a.epub")


def test_a_book_that_swells_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", '<rootfile full-path="b.opf"/>')
        archive.writestr("b.opf", OPF.replace("text/one.xhtml", "big.xhtml"))
        archive.writestr("big.xhtml", "<p>" + "x" * (40 * 1024 * 1024))
    with pytest.raises(Unreadable, match="too large"):
        read_document(packed.getvalue(), "a.epub")


def test_a_pdf_gives_its_lines_as_paragraphs() -> None:
    document = read_document(page_of("The convoy left the town be-\nfore dawn and was stopped.\nIt was late."), "a.pdf")
    assert document.text.startswith("The convoy left the town before dawn and was stopped.")
    assert (document.title, document.byline) == ("A raid", "Ada Lovelace")
    assert document.published is not None
    assert document.published.edtf == "2007-01-26"


def test_a_pdf_without_words_is_named() -> None:
    with pytest.raises(Unreadable, match="without text"):
        read_document(page_of(""), "a.pdf")


def test_without_the_extra_a_pdf_is_named_with_what_would_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(Unreadable, match=r"backstory\[pdf\]"):
        read_document(page_of("Words."), "a.pdf")


@pytest.mark.filterwarnings("ignore")  # the readers' own warnings of damaged files, turned into errors elsewhere
@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["a.pdf", "a.epub", "a.eml", "a.txt.gz"]), st.integers(0, 2000), st.binary(max_size=40))
def test_no_damage_makes_a_reader_fail_but_by_name(name: str, at: int, damage: bytes) -> None:
    whole = {"a.pdf": page_of("Words."), "a.epub": book(), "a.txt.gz": gzip.compress(b"words")}.get(
        name, b"Subject: x\n\nwords"
    )
    at %= len(whole)
    with contextlib.suppress(Unreadable):
        assert read_document(whole[:at] + damage + whole[at + len(damage) :], name).text
