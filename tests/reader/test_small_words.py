"""Small things a screen says of many: gathered lines, spellings counted, marks of a search, places found again."""

from collections import Counter
from pathlib import Path

from made import Told, corpus_of

from tui.corpus.build import build, scan
from tui.corpus.files import STDIN
from tui.corpus.tables import Corpus
from tui.notes.model import Note
from tui.reader.fulltext import index_at, marks_of
from tui.reader.gathered import gather
from tui.reader.margin import margin_words
from tui.reader.place import Place
from tui.reader.placed import PlacedNote
from tui.reader.renumbered import Renumbered
from tui.reader.roles import roles_held
from tui.reader.spelt import SLICE, Spelt
from tui.reader.spread import bounds, spread_of
from tui.reader.strip import strip_of
from tui.reader.tour import steps
from tui.reader.trail import Trail


def test_many_events_in_a_line_say_who_was_named_and_when() -> None:
    corpus = corpus_of(
        Told("../1920", "before all", names=(1,)), Told("1921-05-04", "a", names=(0, 1)),
        Told("1921-05", "b", names=(0,)), Told("1922-07", "c", names=(0,)),
        names=("Otto Brandt", "Karl Weber"), disputed=((1, 3),),
    )  # fmt: skip
    found = gather(corpus, range(4))
    assert (found.count, found.disputed, found.headline) == (4, 2, "before all")
    assert found.names == (("Otto Brandt", 3), ("Karl Weber", 2))
    assert (found.months[4], found.months[6], sum(found.months)) == (2, 1, 3)
    assert gather(corpus, ()).headline == ""


def test_spellings_are_counted_slice_by_slice_everywhere_and_here(tmp_path: Path) -> None:
    line = "Karl Weber left Basra. Weber came back. "
    (tmp_path / "a.txt").write_text(line * SLICE)
    (tmp_path / "b.txt").write_text(line)
    corpus = build(scan([tmp_path]))
    entity = corpus.entity_named("Karl Weber")
    assert entity is not None
    spelt = Spelt(corpus, entity, 1)
    turns = 1
    while spelt.more():
        turns += 1
    assert spelt.every == Counter({"Karl Weber": SLICE + 1, "Weber": SLICE + 1})
    assert spelt.here == Counter({"Karl Weber": 1, "Weber": 1})
    assert turns == 3


def test_articles_with_notes_and_their_tags_are_what_a_search_may_ask_for(tmp_path: Path) -> None:
    notes = [
        PlacedNote(Note("1", "span", tags=("Check", "irbil")), "exact", 3, 0, 4),
        PlacedNote(Note("2", "article", tags=("check",)), "exact", 5),
        PlacedNote(Note("3", "entity", tags=("nowhere",)), "exact", entity=1),
    ]
    marks = marks_of(notes)
    assert marks.noted == {3, 5}
    assert marks.tagged == {"check": {3, 5}, "irbil": {3}}
    assert index_at(tmp_path, [STDIN]) is None
    assert index_at(tmp_path, [tmp_path / "a"]) != index_at(tmp_path, [tmp_path / "b"])


def test_a_place_is_found_again_where_articles_have_other_numbers(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Article {name}.\n")
    before = build(scan([tmp_path]))
    (tmp_path / "a.txt").unlink()
    again = Renumbered(before, build(scan([tmp_path])))
    assert [again.article(article) for article in (-1, 0, 1, 2, 3)] == [None, None, 0, 1, None]
    assert again.place(Place(2, 5, event=7)) == Place(1, 5)
    assert again.place(Place(0, 5, entity=3)) == Place(0, entity=3)
    trail = again.trail(Trail((Place(0), Place(1, 4)), (Place(2),)))
    assert trail == Trail((Place(0, 4),), (Place(1),))


def test_the_margin_tells_disputes_then_notes_then_events(bundled: Corpus) -> None:
    event = next(one for one in bundled.events.in_article(0) if bundled.is_disputed(one))
    row = bundled.events[event]
    notes = [
        PlacedNote(Note("1", "span", "why?"), "exact", 0, row.start, row.end),
        PlacedNote(Note("2", "span"), "unsure", 0, row.start),
    ]
    words = margin_words(bundled, notes, 0, row.start, row.end)
    signs = "".join(line[0] for line in words)
    assert signs == "!" * signs.count("!") + "◆?" + "·" * signs.count("·")
    assert [line for line in words if line[0] in "◆?"] == ["◆ why?", "? a highlight: a note whose place is not sure"]
    assert margin_words(bundled, (), 0, row.start, row.end)[0] == words[0]


def test_the_first_steps_name_what_the_collection_speaks_of(bundled: Corpus, tmp_path: Path) -> None:
    told = " ".join(step.words for step in steps(bundled, lambda name: f"<{name}>"))
    assert "<desk.jump>" in told
    assert "try “iran”" in told
    (tmp_path / "a.txt").write_text("nothing happened there\n\nnothing at all\n")
    bare = " ".join(step.words for step in steps(build(scan([tmp_path])), lambda name: name))
    assert "try “nothing”" in bare
    assert "try “war”" in bare


def test_of_a_role_with_oneself_nothing_is_said_and_each_side_has_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Omar Farouq, a brother of Karl Weber, was seen in Basra in May 2009.\n")
    corpus = build(scan([tmp_path]))
    sides = {}
    for name in ("Omar Farouq", "Karl Weber"):
        entity = corpus.entity_named(name)
        assert entity is not None
        sides[name] = [(held.words, corpus.entities[held.other].name) for held in roles_held(corpus, entity)]
    assert sides == {"Omar Farouq": [("brother of", "Karl Weber")], "Karl Weber": [("brother:", "Omar Farouq")]}


def test_of_no_time_there_are_no_bars() -> None:
    assert spread_of([3, 4], 5, 4, 3) == [0, 0, 0]
    assert spread_of([3, 4], 3, 4, -2) == []
    assert bounds([]) is None
    strip = strip_of([], 40)
    assert (strip.bar_of(3), strip.step(3, 1), strip.bar_at(0)) == (None, None, None)
