"""Exports of newspaper databases: each article by itself, its facts apart from its words, other texts as they are."""

import io
from pathlib import Path

import export_samples as samples
import pytest

from tui.corpus import bundles
from tui.corpus.build import build, scan
from tui.formats import read_document, splitter_for
from tui.model import Document

FILES = [
    ("nexis.txt", samples.NEXIS),
    ("uni.txt", samples.ADVANCE),
    ("tagged.txt", samples.TAGGED),
    ("plain.txt", samples.UNTAGGED),
    ("Factiva-2019.html", samples.PAGE),
]


def articles(name: str, text: str) -> list[Document]:
    data, split = text.encode(), splitter_for(name)
    assert split
    found = list(split(io.BytesIO(data)))
    assert [one.start for one in found] == [0, *(one.end for one in found[:-1])]
    assert found[-1].end == len(data)
    return [read_document(data[one.start : one.end], f"{name}#{one.number}") for one in found]


@pytest.mark.parametrize(("name", "text"), FILES)
def test_each_article_has_its_title_day_newspaper_and_words(name: str, text: str) -> None:
    first, second, *_ = articles(name, text)
    assert first.published
    assert second.published
    moon = name != "uni.txt"
    assert first.title == ("Three Men Leave for the Moon" if moon else "A Walk in the Hadley Hills")
    assert second.title == ("Eagle Is Down" if moon else "The Last to Leave")
    assert first.published.edtf == ("1969-07-17" if moon else "1971-08-01")
    assert second.published.edtf == ("1969-07-21" if moon else "1972-12-15")
    assert (first.source, second.source) == ("The Cape Gazette", "Houston Courier")
    assert "lindqvist" in first.byline.lower()
    assert not first.byline.lower().startswith("by ")
    for one in (first, second):
        assert one.text.startswith(f"{one.title}\n\n")
        assert "column of smoke" in one.text
        for own in ("Copyright", "1,034", "412 words", "Load-Date", "LOAD-DATE", "ENGLISH", "Document", "Job Number"):
            assert own not in one.text


def test_dateline_and_caption_are_words_and_subjects_are_tags() -> None:
    first, _, third = articles("nexis.txt", samples.NEXIS)
    assert "\n\nCAPE KENNEDY, Fla., July 16\n\nApollo 11 rose" in first.text
    assert "One note: LENGTH: no matter." in first.text
    assert first.text.endswith("\n\nPhoto: The rocket clears the tower.\n")
    assert first.tags == ("Space exploration", "Astronauts", "Rockets")
    assert first.url == "http://www.example.org/moon"
    assert third.text == "Home Again\n\nThe Hornet took the crew aboard on Thursday in the Pacific.\n"


def test_in_another_language() -> None:
    said = "Dokument 1 von 2\n\nDer Bote\n\n21. Juli 1969\n\nDie Landung\n\nAUTOR: Jan Kos\n\nLÄNGE: 90 Wörter\n\nJa.\n"
    (one,) = [read_document(said.encode(), "bote.txt")]
    assert (one.title, one.byline, one.source, one.text) == (
        "Die Landung", "Jan Kos", "Der Bote", "Die Landung\n\nJa.\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "A ship\n\nMay 7, 1999\n\nLength: 155 metres\n\nIt sank.\n",
        "Essay\n\nIt has\n500 words\nand no day.\n",
        "3 of 12\n\nA page of a scan.\n\n4 of 12\n\nAnother.\n",
        "End of Document\n\nThat was all.\n",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert read_document(text.encode(), "a.txt") == Document(text=text)
    split = splitter_for("a.txt")
    assert split
    assert list(split(io.BytesIO(text.encode()))) == []


def test_a_collection_has_every_article_of_a_file(tmp_path: Path) -> None:
    filler = samples.FILLER * 6
    (tmp_path / "all.txt").write_text(samples.NEXIS.replace(samples.FILLER, filler))
    (tmp_path / "small.txt").write_text(samples.NEXIS)
    (tmp_path / "long.txt").write_text("A story\n\n" + filler * 3)
    assert (tmp_path / "small.txt").stat().st_size < bundles.LEAST < (tmp_path / "all.txt").stat().st_size
    corpus = build(scan([tmp_path]), jobs=0)
    assert [(one.path, one.title) for one in corpus.articles] == [
        ("all.txt#1", "Three Men Leave for the Moon"),
        ("all.txt#2", "Eagle Is Down"),
        ("all.txt#3", "Home Again"),
        ("long.txt", "A story"),
        ("small.txt", "1 of 3 DOCUMENTS"),
    ]
    assert corpus.text(1).startswith("Eagle Is Down\n\nThe lunar module")
    day = next(event for event in corpus.events if event.article == 1)
    assert corpus.text(1)[day.start :].startswith("The lunar module touched down")
    assert corpus.text(4) == samples.NEXIS
    assert not corpus.facts.skipped
