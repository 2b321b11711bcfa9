"""Promises of the front page: what waits stands first, and every line leads somewhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from tui.corpus.build import build, open_quickly, scan
from tui.corpus.tables import Corpus
from tui.model import Kind
from tui.reader.articlesieve import ArticleSieve, Which
from tui.reader.front import front_page, shares
from tui.reader.frontitems import Section, ToEntity
from tui.reader.place import Goto, Place
from tui.reader.readmarks import ReadMarks


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letters")
    for year in range(1900, 1912):
        (folder / f"{year}.md").write_text(
            f"---\ntitle: Letter of {year}\ndate: {year}-03-01\n---\n"
            f"On 4 February {year} Lord Curzon met Ernest Satow in Tokyo. Satow then left for Peking.\n"
        )
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    return folder


@pytest.fixture(scope="module")
def read(letters: Path) -> Corpus:
    return build(scan([letters]))


def sections(corpus: Corpus, marks: ReadMarks | None = None, place: Place | None = None) -> dict[str, Section]:
    begun = place is not None
    page = front_page(corpus, place or Place(), marks or ReadMarks(), (), 20, begun=begun)
    return {section.title.split("  ")[0]: section for column in page.columns for section in column}


def test_the_newest_stand_first_and_dates_stand_beside_them(read: Corpus) -> None:
    newest = sections(read)["Newest"].items
    assert [(item.words, item.tail) for item in newest[:2]] == [
        ("Letter of 1911", "1 Mar 1911"),
        ("Letter of 1910", "1 Mar 1910"),
    ]


def test_people_lead_to_their_dossiers_with_where_in_time_they_occur(read: Corpus) -> None:
    people = sections(read)["People"].items
    curzon = next(item for item in people if "Curzon" in item.words)
    assert isinstance(curzon.opens, ToEntity)
    assert read.entities[curzon.opens.entity].kind is Kind.PERSON
    assert curzon.tail.strip() == "12"
    assert sum(curzon.spread) >= 11


def test_what_was_read_is_no_longer_to_be_read(read: Corpus) -> None:
    unread = sections(read, ReadMarks().with_read(read, range(10), True))["Unread"].items
    assert [item.opens for item in unread] == [Goto(article=10), Goto(article=11)]


def test_what_does_not_fit_is_one_line_further(read: Corpus) -> None:
    more = sections(read)["To read"].items[-1]
    assert more.words == "5 more to read …"
    assert more.opens == ArticleSieve(Which.UNREAD)


def test_reading_goes_on_where_it_was_left(read: Corpus) -> None:
    going_on = sections(read, place=Place(3, 10))["Where you were"].items[0]
    assert going_on.opens == Goto(article=3, at=10)
    assert "Where you were" not in sections(read)


def test_what_could_not_be_read_in_is_named_with_its_reason(read: Corpus) -> None:
    skipped = sections(read)["Not read in"].items
    assert [item.words for item in skipped] == ["broken.pdf"]
    assert skipped[0].tail


def test_before_names_are_read_the_page_says_so_and_shows_what_the_files_say(letters: Path) -> None:
    quick = open_quickly(scan([letters]))
    page = front_page(quick, Place(), ReadMarks(), (), 20, begun=False)
    assert page.facts.startswith("12 articles · all unread")
    assert page.counted == "Articles over time"
    assert any(section.words for column in page.columns for section in column)


def test_undated_articles_are_told_by_their_events(read: Corpus) -> None:
    undated = replace(read.facts, articles=tuple(replace(one, published=None) for one in read.articles))
    corpus = Corpus(undated, lambda _: "", entities=read.entities, mentions=read.mentions, events=read.events)
    page = front_page(corpus, Place(), ReadMarks(), (), 20, begun=False)
    assert page.counted == "Events over time"
    assert list(page.days) == sorted(page.days)


@pytest.mark.parametrize(
    ("room", "wanted", "got"),
    [
        (40, (0, 0, 100, 100), [0, 0, 17, 17]),
        (40, (100, 0, 0), [37, 0, 0]),
        (40, (3, 100, 2), [3, 26, 2]),
        (10, (100, 100, 100), [4, 4, 4]),
        (40, (0, 0), [0, 0]),
        (40, (2, 1), [2, 1]),
    ],
)
def test_the_sections_of_a_column_fill_it_and_each_has_its_least(room: int, wanted: list[int], got: list[int]) -> None:
    assert shares(room, wanted) == got
