"""Building a corpus from real folders: facts, findings, what is refused, and what happens when files change."""

import os
from pathlib import Path

import pytest

from tui.corpus.build import Cancelled, NothingReadable, build, open_quickly, scan
from tui.corpus.errors import ArticleChanged, ArticleGone
from tui.corpus.tables import Corpus
from tui.formats import READERS
from tui.model import Document, PartKind

RAID = """\
Raid in the north

Mahmud Farhadi met General Karl Weber in Baghdad in May 2007. Mahmud Farhadi was captured on June 3, 2007.

June 2007: Karl Weber left Baghdad.

Tags: x

  • Winger says:

    Mahmud Farhadi was seen with Boris Stone on July 9, 2007. Boris Stone denies it.
"""


def whole(*roots: Path) -> Corpus:
    return build(scan(roots))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(RAID)
    return home


def test_a_reader_that_fails_costs_its_file_and_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(data: bytes, name: str) -> Document:
        raise KeyError(name, len(data))

    (folder / "b.bad").write_text(RAID)
    (folder / "c.txt").write_text(RAID)
    monkeypatch.setitem(READERS, ".bad", fails)
    for corpus in (whole(folder), open_quickly(scan([folder]))):
        assert [article.path for article in corpus.articles] == ["a.txt", "c.txt"]
        (skipped,) = corpus.facts.skipped
        assert (skipped.path, skipped.reason) == ("b.bad", "a fault in the program while reading it (KeyError)")
    monkeypatch.setitem(READERS, ".txt", fails)
    with pytest.raises(ArticleGone, match=r"a\.txt cannot be read any more: a fault in the program"):
        corpus.text(0)


def test_an_article_has_its_facts_from_the_text_alone(folder: Path) -> None:
    article = whole(folder).articles[0]
    assert (article.path, article.title, article.chars) == ("a.txt", "Raid in the north", len(RAID))
    assert [part.kind.value for part in article.parts] == ["title", "body", "timeline", "footer", "comment"]
    assert (article.published, article.published_from) == (None, "")


def test_what_corpus_toml_says_beats_the_file(folder: Path) -> None:
    (folder / "corpus.toml").write_text(
        '[corpus]\ntitle = "Raids"\n[[article]]\npath = "a.txt"\ntitle = "T"\nbyline = "B"\npublished = 2007-08-01\n'
    )
    corpus = whole(folder)
    article = corpus.articles[0]
    assert corpus.facts.title == "Raids"
    assert corpus.facts.key == "raids"
    assert (article.title, article.byline, article.published_from) == ("T", "B", "corpus.toml")
    assert article.published is not None
    assert article.published.edtf == "2007-08-01"


def test_front_matter_gives_facts_where_corpus_toml_is_silent(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: T\ndate: 2016-03-15 10:00:00 -0500\n---\nWords of it.\n")
    article = whole(tmp_path).articles[0]
    assert (article.title, article.published_from) == ("T", "file")
    assert article.published is not None
    assert article.published.edtf == "2016-03-15"


def test_a_date_in_the_file_name_or_a_dateline_is_the_publication_date(tmp_path: Path) -> None:
    (tmp_path / "2007-06-04-raid.txt").write_text("Raid in the north\n\nNobody was hurt.\n")
    (tmp_path / "b.txt").write_text("Tour delayed\n\nNovember 05, 2005\n\nThe tour of the new airliner was delayed.\n")
    found = [(article.published, article.published_from) for article in whole(tmp_path).articles]
    assert [(when.edtf if when else "", where) for when, where in found] == [
        ("2007-06-04", "name"),
        ("2005-11-05", "dateline"),
    ]


def test_names_and_dates_in_comments_make_no_entities_and_no_events(folder: Path) -> None:
    corpus = whole(folder)
    assert corpus.entity_named("Boris Stone") is None
    farhadi = corpus.entity_named("Mahmud Farhadi")
    assert farhadi is not None
    kinds = [corpus.part_at(found.article, found.start) for found in corpus.mentions.of_entity(farhadi)]
    assert [part.kind for part in kinds if part] == [PartKind.BODY, PartKind.BODY, PartKind.COMMENT]
    assert corpus.entities[farhadi].count == 3
    assert all(event.when.edtf != "2007-07-09" for event in corpus.events)
    assert {event.when.edtf for event in corpus.events} == {"2007-05", "2007-06", "2007-06-03"}


def test_comments_may_be_included_or_dropped(folder: Path) -> None:
    (folder / "corpus.toml").write_text('[corpus]\ncomments = "include"\n')
    corpus = whole(folder)
    assert corpus.entity_named("Boris Stone") is not None
    assert "2007-07-09" in [event.when.edtf for event in corpus.events]
    assert corpus.articles[0].parts[-1].kind is PartKind.COMMENT
    (folder / "corpus.toml").write_text('[corpus]\ncomments = "drop"\n')
    corpus = whole(folder)
    farhadi = corpus.entity_named("Mahmud Farhadi")
    assert farhadi is not None
    assert corpus.entities[farhadi].count == 2


def test_every_offset_points_at_the_words_it_says(folder: Path) -> None:
    corpus = whole(folder)
    text = corpus.text(0)
    for mention in corpus.mentions.in_article(0):
        spellings = {corpus.entities[mention.entity].name, *(a.name for a in corpus.entities[mention.entity].aliases)}
        assert text[mention.start : mention.end].casefold() in {name.casefold() for name in spellings}
    assert [text[date.start : date.end] for date in corpus.dates(0)][:2] == ["May 2007", "June 3, 2007"]


def test_the_quick_corpus_has_articles_to_read_and_says_it_is_not_complete(folder: Path) -> None:
    corpus = open_quickly(scan([folder]))
    assert not corpus.complete
    assert corpus.text(0) == RAID
    assert corpus.articles[0].parts == whole(folder).articles[0].parts
    assert len(corpus.events) == len(corpus.entities) == 0


def test_beyond_its_budget_the_quick_corpus_opens_no_files(folder: Path) -> None:
    (folder / "b.txt").write_text("Second\n\nWords.")
    corpus = open_quickly(scan([folder]), most=10)
    assert [(article.title, article.chars) for article in corpus.articles][1] == ("b", 0)
    assert corpus.text(1).startswith("Second")


def test_unreadable_files_are_listed_with_reasons_and_stop_nothing(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "empty.txt").write_text(" \n\n")
    (folder / "binary.txt").write_bytes(b"\x7fELF\x00\x00\x01")
    (folder / "nul.md").write_bytes(b"words \x00 words")
    for corpus in (whole(folder), open_quickly(scan([folder]))):
        assert [article.path for article in corpus.articles] == ["a.txt"]
        reasons = {entry.path: entry.reason for entry in corpus.facts.skipped}
        assert reasons == {
            "binary.txt": "not text: it is a program",
            "empty.txt": "empty",
            "gone.txt": "not there: it was removed, or is a link to nothing",
            "nul.md": "not text: it holds NUL bytes",
            "pipe.txt": "not a regular file but a pipe",
        }


def test_a_text_of_escapes_and_brackets_is_kept_as_it_is(folder: Path) -> None:
    hostile = (
        "A title [/]\n\n\x1b]0;owned\x07 [red]John Smith[/red] left in May 2007 \x9b2J\u202e[@click=app.quit]x[/]\n"
    )
    (folder / "a.txt").write_text(hostile)
    corpus = whole(folder)
    assert corpus.text(0) == hostile
    assert corpus.articles[0].title == "A title [/]"


def test_a_folder_without_articles_says_what_is_there(tmp_path: Path) -> None:
    with pytest.raises(NothingReadable, match="it is empty"):
        scan([tmp_path])
    (tmp_path / "a.docx").write_text("x")
    (tmp_path / "b.jpg").write_text("x")
    with pytest.raises(NothingReadable, match=r"a\.docx \(\.docx is not .*1 with \.jpg.*\.txt") as caught:
        scan([tmp_path])
    assert [entry.path for entry in caught.value.skipped] == ["a.docx"]


def test_a_folder_of_unreadable_articles_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    for read in (build, open_quickly):
        with pytest.raises(NothingReadable, match=r"a\.txt \(not text"):
            read(scan([tmp_path]))


def test_a_broken_corpus_toml_is_a_problem_and_no_obstacle(folder: Path) -> None:
    (folder / "corpus.toml").write_text("[corpus\n")
    corpus = whole(folder)
    assert corpus.facts.problems[0].startswith("corpus.toml, line 1, column 8: ")
    assert corpus.facts.title == "raids"


def test_a_corpus_toml_that_is_no_file_is_a_problem_and_no_obstacle(folder: Path) -> None:
    os.mkfifo(folder / "corpus.toml")
    assert whole(folder).facts.problems == ("corpus.toml: not a regular file but a pipe; opened without it.",)


def test_files_that_corpus_toml_names_in_vain_are_reported(folder: Path) -> None:
    (folder / "corpus.toml").write_text('[[article]]\npath = "b.txt"\n')
    assert whole(folder).facts.problems == ("corpus.toml speaks of files that are not there: b.txt.",)


def test_a_single_file_uses_the_corpus_toml_beside_it_and_its_folder_as_key(folder: Path) -> None:
    (folder / "corpus.toml").write_text('[[article]]\npath = "a.txt"\ntitle = "T"\n')
    corpus = whole(folder / "a.txt")
    assert (corpus.facts.key, corpus.articles[0].path, corpus.articles[0].title) == ("raids", "a.txt", "T")


def test_known_entities_are_there_with_what_is_said_about_them(folder: Path) -> None:
    (folder / "corpus.toml").write_text(
        '[[entity]]\nname = "The General"\nkind = "person"\naliases = ["Karl Weber"]\nabout = "a line"\n'
    )
    corpus = whole(folder)
    general = corpus.entity_named("karl weber")
    assert general is not None
    assert (corpus.entities[general].name, corpus.entities[general].about) == ("The General", "a line")


def test_an_article_from_standard_input_is_a_collection_of_its_own() -> None:
    corpus = build(scan([Path("-")], RAID.encode()))
    assert [(article.path, article.title) for article in corpus.articles] == [("stdin", "Raid in the north")]
    assert corpus.text(0) == RAID


def test_standard_input_beyond_the_limit_is_refused() -> None:
    with pytest.raises(NothingReadable, match="larger than 32 MB"):
        build(scan([Path("-")], b"x" * (32 * 2**20 + 1)))


def test_a_file_changed_or_removed_after_it_was_read_is_noticed(folder: Path) -> None:
    corpus = whole(folder)
    (folder / "a.txt").write_text("Something else.\n")
    with pytest.raises(ArticleChanged, match=r"a\.txt was changed"):
        corpus.text(0)
    (folder / "a.txt").unlink()
    with pytest.raises(ArticleGone, match=r"a\.txt cannot be read any more"):
        corpus.text(0)


def test_building_tells_its_progress_and_stops_when_asked(folder: Path) -> None:
    (folder / "b.txt").write_text("Second\n\nWords.")
    seen: list[tuple[int, int]] = []
    build(scan([folder]), lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]
    with pytest.raises(Cancelled):
        build(scan([folder]), cancelled=lambda: True)


def test_nothing_is_written_into_the_collection(folder: Path) -> None:
    before = sorted(folder.rglob("*")), (folder / "a.txt").stat().st_mtime_ns
    whole(folder)
    assert (sorted(folder.rglob("*")), (folder / "a.txt").stat().st_mtime_ns) == before


def test_the_dumps_are_read_whole(dumps: Path) -> None:
    corpus = whole(dumps)
    counts = [dict(corpus.part_counts(article.id)) for article in corpus.articles]
    assert [(found.get(PartKind.TIMELINE, 0), found[PartKind.COMMENT]) for found in counts] == [(21, 7), (0, 13)]
    assert all(found[PartKind.TITLE] == 1 and found[PartKind.FOOTER] >= 1 for found in counts)
