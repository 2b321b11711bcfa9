"""The order of what can be jumped to is made once and opened from then on, until the collection is another."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus
from tui.jump import JumpIndex, Target
from tui.jump.beside import build_beside
from tui.jump.spellings import Spellings
from tui.jump.stock import Stock
from tui.reader.jumping import FILE, index_of
from tui.reader.targets import days_of, targets, told_by


def many(count: int) -> list[Target]:
    return [Target("entity", f"Name{row % 40} Other{row // 7}", row, (), row % 9) for row in range(count)]


class EndedError(Exception):
    """What a reader who leaves raises."""


def test_a_small_collection_keeps_no_file(bundled: Corpus, tmp_path: Path) -> None:
    index = index_of(bundled, tmp_path / "shelf")
    assert index.rank("qods force")[0].target.kind == "entity"
    assert not (tmp_path / "shelf" / FILE).exists()


def test_it_ranks_as_one_made_of_all_targets_at_once(bundled: Corpus) -> None:
    whole = JumpIndex.build(targets(bundled), days_of(bundled))
    for query in ("qods", "", "4 feb", "khazali", "#irbil", "petreas"):
        assert index_of(bundled, None).rank(query) == whole.rank(query)


def test_another_process_makes_the_same_order_and_leaves_nothing_behind(tmp_path: Path) -> None:
    told = many(3000)
    path = tmp_path / FILE
    stock = build_beside(Spellings.gathered(told), [9, 3], path, "k", lambda: None)
    assert stock is not None
    assert JumpIndex(stock).rank("nme7 other30") == JumpIndex.build(told, [9, 3]).rank("nme7 other30")
    assert list(stock.days) == [3, 9]
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
    assert Stock.open(path, "k") is not None


def test_a_reader_who_leaves_ends_that_process(tmp_path: Path) -> None:
    def breathe() -> None:
        if list(tmp_path.glob("*.told")):  # handed over: the other process has begun
            raise EndedError

    with pytest.raises(EndedError):
        build_beside(Spellings.gathered(many(60_000)), [], tmp_path / FILE, "k", breathe)
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_there_is_no_order_from_beside(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert build_beside(Spellings.gathered(many(10)), [], tmp_path / "file" / FILE, "k", lambda: None) is None


@pytest.fixture(scope="module")
def index(bundled: Corpus) -> JumpIndex:
    return index_of(bundled, None)


def named(corpus: Corpus) -> list[Target]:
    """The targets of a collection whose names a reader types."""
    return [target for target in told_by(corpus) if target.kind in ("entity", "article")]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_letter_more_of_a_name_never_puts_it_further_back(
    bundled: Corpus, index: JumpIndex, data: st.DataObject
) -> None:
    target = data.draw(st.sampled_from(named(bundled)))
    before = 99
    for length in range(1, len(target.name) + 1):
        keys = [(hit.target.kind, hit.target.ref) for hit in index.rank(target.name[:length])]
        place = keys.index((target.kind, target.ref)) if (target.kind, target.ref) in keys else 99
        assert place <= before, target.name[:length]
        before = place
    assert before < 3


def test_a_large_order_is_saved_and_opened_and_made_anew_where_it_was_harmed(
    bundled: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.reader.jumping.FEW", 0)
    monkeypatch.setattr("tui.reader.jumping.MANY", 0)
    plain = index_of(bundled, None).rank("qods")
    for beside in (False, True):
        folder = tmp_path / str(beside)
        folder.mkdir()
        assert index_of(bundled, folder, beside=beside).rank("qods") == plain
        saved = (folder / FILE).read_bytes()
        assert index_of(bundled, folder).rank("qods") == plain
        assert (folder / FILE).read_bytes() == saved
        (folder / FILE).write_bytes(saved[: len(saved) // 2])
        assert index_of(bundled, folder).rank("qods") == plain
    (tmp_path / "file").write_text("no folder")
    assert index_of(bundled, tmp_path / "file" / "beneath").rank("qods") == plain


def test_what_changed_since_is_found_beside_what_was_in_order_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.corpus.splice.change.LEAST", 2)
    monkeypatch.setattr("tui.corpus.splice.change.SHARE", 1)
    monkeypatch.setattr("tui.reader.jumping.FEW", 0)
    home, cache = tmp_path / "articles", tmp_path / "cache" / "own"
    home.mkdir()
    said = "{} met Omar Haddad in Irbil on 3 March 2009. {} left Irbil on 5 March 2009."
    for number, name in enumerate(("Boris Stone", "Karl Weber", "Anna Moreau", "Pavel Novak")):
        (home / f"{number}.txt").write_text(f"Story {name}\n\n{said.format(name, name)}\n")
    index_of(build(scan([home]), cache=cache, jobs=0), cache)
    saved = (cache / FILE).read_bytes()

    (home / "1.txt").unlink()
    who = "Dana Whitfield"
    (home / "0a.txt").write_text(f"Story {who}\n\n{said.format(who, who)} Muqtada Haddad stayed.\n")
    corpus = build(scan([home]), cache=cache, jobs=0)
    assert corpus.since is not None
    index = index_of(corpus, cache)
    assert (cache / FILE).read_bytes() == saved
    for query in ("dana whitfield", "pavel novak", "omar haddad", "anna", "story", "", "irbil", "#met"):
        keys = [(hit.target.kind, hit.target.ref) for hit in index.rank(query)]
        assert len(keys) == len(set(keys))
        for hit in index.rank(query, recent=keys[-1:]):
            assert replace(hit.target, weight=0) in [replace(one, weight=0) for one in told_by(corpus)]
    assert index.rank("dana whitfield")[0].target.name == who
    assert index.rank("karl weber") == []
    assert index.beside([Target("tag", "dana", "dana")]).rank("dana whitfield")[0].target.name == who
