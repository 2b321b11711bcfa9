"""Trail, marks and jumps are kept by what outlives a new reading; torn files cost only them."""

from pathlib import Path

import pytest

from tui.corpus.tables import Corpus
from tui.reader.place import Looked, Place
from tui.reader.trail import Trail
from tui.reader.ways import Ways, keep, kept_of, load, place_of, ways_of


def test_ways_come_back_as_they_were_kept(tmp_path: Path, bundled: Corpus) -> None:
    event = bundled.events.in_article(1)[0]
    here = Place(1, bundled.events[event].start, 3, event)
    ways = ways_of(
        bundled, Trail((here,), (Place(0, 5),)), {"a": kept_of(bundled, here)}, [("entity", 3), ("date", "2007")]
    )
    keep(tmp_path, "c", ways)
    found = load(tmp_path, "c")
    assert found.trail(bundled).behind == (here,)
    assert found.trail(bundled).ahead[0].at == 5
    assert found.places(bundled) == {"a": here}
    assert found.jumps(bundled) == (("entity", 3), ("date", "2007"))
    assert load(tmp_path, "another collection") == Ways()


def test_what_has_gone_is_left_out(bundled: Corpus) -> None:
    kept = {"article": "gone.txt", "at": 3}
    assert place_of(bundled, kept) is None
    ways = Ways((kept,), (), {"a": kept}, (("entity", "Nobody at All"), ("article", "gone.txt")))
    assert ways.trail(bundled) == Trail()
    assert ways.places(bundled) == {}
    assert ways.jumps(bundled) == ()


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"behind": 3}', '{"marks": {"a": 1}}', '{"recent": [1]}', "\x00"])
def test_a_torn_file_counts_as_none(tmp_path: Path, torn: str) -> None:
    keep(tmp_path, "c", Ways())
    (path,) = tmp_path.iterdir()
    path.write_text(torn)
    assert load(tmp_path, "c") == Ways()


@pytest.mark.parametrize("at", [-1, "x", None, 10**12])
def test_an_offset_that_cannot_be_is_brought_inside(bundled: Corpus, at: object) -> None:
    place = place_of(bundled, {"article": bundled.articles[0].path, "at": at})
    assert place is not None
    assert 0 <= place.at <= bundled.articles[0].chars


def test_a_search_one_looked_at_and_the_front_page_are_kept_too(bundled: Corpus) -> None:
    for place in (Place(1, 40, search=Looked("raid OR irbil", bundled.articles[1].path, 7)), Place(0, front=True)):
        found = place_of(bundled, kept_of(bundled, place))
        assert found is not None
        assert (found.search, found.front) == (place.search, place.front)
    odd = place_of(bundled, {"article": bundled.articles[0].path, "search": ["only words"]})
    assert odd is not None
    assert odd.search is None


def test_jumps_to_articles_and_events_are_kept_by_their_names(bundled: Corpus) -> None:
    event = bundled.events.in_article(0)[1]
    jumps: list[tuple[str, int | str]] = [("article", 1), ("event", event), ("entity", 10**6), ("article", 10**6)]
    ways = ways_of(bundled, Trail(), {}, [*jumps, ("event", 10**6), ("other", 3)])
    assert ways.jumps(bundled) == (("article", 1), ("event", event))
