"""Files of many articles in a collection: each article by itself, kept by itself, and none stops the others."""

import gzip
import json
from pathlib import Path

import pytest

from tui.corpus import bundles
from tui.corpus.article import Given
from tui.corpus.build import build, open_quickly, scan
from tui.corpus.errors import ArticleChanged, ArticleGone
from tui.corpus.files import list_files
from tui.corpus.fingerprint import of_given
from tui.corpus.onefile import Task, unchanged
from tui.corpus.store import Store


def line(number: int) -> str:
    return json.dumps({"title": f"Title {number}", "text": f"Troops came to Irbil on {number} January 2007."}) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    place = tmp_path / "set" / "dump.jsonl"
    place.parent.mkdir()
    place.write_text(line(1) + "\n" + '{"text": oops}\n' + line(4))
    return place


def test_each_line_is_an_article_and_a_bad_one_is_named_with_its_place(dump: Path) -> None:
    corpus = build(scan([dump.parent]), jobs=0)
    assert [(article.path, article.title) for article in corpus.articles] == [
        ("dump.jsonl#1", "Title 1"),
        ("dump.jsonl#4", "Title 4"),
    ]
    assert [(entry.path, entry.reason) for entry in corpus.facts.skipped] == [
        ("dump.jsonl#3", "dump.jsonl:3:10: not JSON: expecting value at 'oops}'")
    ]
    assert corpus.text(1).startswith("Title 4\n\nTroops")
    assert [event.when.edtf for event in corpus.events] == ["2007-01-01", "2007-01-04"]


def test_a_dump_may_be_packed_or_given_alone_or_be_first_shown_in_part(dump: Path) -> None:
    packed = dump.with_name("dump.jsonl.gz")
    packed.write_bytes(gzip.compress(dump.read_bytes()))
    dump.unlink()
    found = scan([packed])
    assert found.title == "dump.jsonl.gz"
    quick = open_quickly(found, 1)
    assert [article.title for article in quick.articles] == ["Title 1", "dump.jsonl #3", "dump.jsonl #4"]
    assert quick.text(2).startswith("Title 4")


def test_corpus_toml_speaks_of_one_article_of_many(dump: Path) -> None:
    (dump.parent / "corpus.toml").write_text('[[article]]\npath = "dump.jsonl#4"\ntitle = "Mine"\n')
    corpus = build(scan([dump.parent]), jobs=0)
    assert [article.title for article in corpus.articles] == ["Title 1", "Mine"]
    assert not corpus.facts.problems


def test_a_line_more_at_the_end_leaves_the_others_read(dump: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    build(scan([dump.parent]), cache=cache, jobs=0)
    dump.write_text(dump.read_text() + line(5))
    files = {file.path: Task(file, Given(), of_given(Given())) for file in list_files([dump.parent]).files}
    store = Store(cache)
    kept = {path for path, stamp, _ in store.stamps() if unchanged(files[path], stamp)}
    store.close()
    assert files.keys() - kept == {"dump.jsonl#5"}
    corpus = build(scan([dump.parent]), cache=cache, jobs=0)
    assert [article.title for article in corpus.articles] == ["Title 1", "Title 4", "Title 5"]


def test_an_article_whose_file_changed_is_not_shown_as_if_it_had_not(dump: Path) -> None:
    corpus = build(scan([dump.parent]), jobs=0)
    dump.write_text(line(7) + line(8) + line(9) + line(3))
    with pytest.raises((ArticleChanged, ArticleGone)):
        corpus.text(1)


def test_what_is_no_dump_of_articles_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_text('{"level": "info"}\n' * 1_000)
    (tmp_path / "box.mbox").write_text("no mailbox\n")
    (tmp_path / "empty.jsonl").write_text("\n\n")
    (tmp_path / "folder.jsonl").symlink_to("nowhere")
    listing = list_files([tmp_path])
    assert not listing.files
    assert {entry.path: entry.reason for entry in listing.skipped} == {
        "box.mbox": "it holds no articles",
        "empty.jsonl": "it holds no articles",
        "folder.jsonl": "not there: it was removed, or is a link to nothing",
        "log.jsonl": "log.jsonl:1:1: no text in it, only level; nor are the 19 that follow articles",
    }


def test_what_is_more_than_is_listed_is_said(dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "MOST_MEMBERS", 2)
    listing = list_files([dump.parent])
    assert [file.path for file in listing.files] == ["dump.jsonl#1", "dump.jsonl#3"]
    assert [entry.reason for entry in listing.skipped] == ["only its first 2 articles are read: split it"]


def test_what_grew_beyond_the_limit_since_it_was_listed_is_not_read(
    dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = list_files([dump]).files[0]
    assert first.within is not None
    with pytest.raises(OSError, match="larger than"):
        bundles.load_within(str(dump), first.within, 8)
    monkeypatch.setattr(bundles, "MOST_BYTES", 8)
    with pytest.raises(OSError, match="larger than"):
        bundles.load_within(str(dump), first.within, 1000)
