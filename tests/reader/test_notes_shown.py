"""What the reader does with notes without a screen: citations, tags, sieves, margin signs, places to accept."""

from dataclasses import replace

from tui.corpus.tables import Corpus
from tui.notes.model import ArticleRef, Note
from tui.reader.citation import cite
from tui.reader.place import Place
from tui.reader.placed import PlacedNote, place_notes
from tui.reader.replacing import Spot, moved_to, spots
from tui.reader.sheet import sheet_of
from tui.reader.sieve import Sieve, sieves
from tui.reader.tags import completed, known_tags, tags_of
from tui.reader.writing import About, draft_of


def test_a_citation_says_who_what_where_and_when(bundled: Corpus) -> None:
    article = bundled.articles[0]
    text = bundled.text(0)
    start = text.index("Irbil")
    cited = cite(bundled, 0, start, start + 5)
    quote, facts = cited.split("\n")
    assert quote == "“Irbil”"
    line = text[:start].count("\n") + 1
    for fact in (article.byline, article.title, article.source, f"{article.path}:{line}"):
        assert fact in facts


def test_tags_are_read_as_typed_and_completed_from_those_in_use() -> None:
    assert tags_of("#check, irbil  check") == ("check", "irbil")
    notes = [Note("1", "span", tags=("irbil", "check")), Note("2", "span", tags=("irbil",)), Note("3", "span")]
    known = known_tags(notes)
    assert known == ("irbil", "check")
    assert completed("ir", known) == "irbil"
    assert completed("irbil, #CH", known) == "irbil, #check"
    assert completed("irbil ir", known) is None
    for line in ("", "check ", "zzz", "irbil"):
        assert completed(line, known) is None


def test_sieves_count_what_they_let_through_and_leave_out_the_empty_ones() -> None:
    notes = [
        PlacedNote(Note("1", "span", "x", ("a",)), "exact", 0, 5, 9),
        PlacedNote(Note("2", "span", tags=("a", "b")), "orphan", 1),
        PlacedNote(Note("3", "entity", "y"), "exact", entity=4),
    ]
    found = {sieve.words: count for sieve, count in sieves(notes, Place(0, 0, 4))}
    assert found == {
        "": 3, "of this article": 1, "on the name in focus": 1, "orphans: their place is gone": 1,
        "where they were written": 2, "on passages": 2, "on names": 1, "highlights without words": 1, "#a": 2, "#b": 1,
    }  # fmt: skip
    assert [sieve for sieve, _ in sieves([], Place())] == [Sieve()]


def lost(bundled: Corpus) -> tuple[PlacedNote, tuple[int, int]]:
    """A note whose article is named otherwise and holds other words around it, and where it truly belongs."""
    text = bundled.text(0)
    start = text.index("Irbil")
    end = start + 60
    note = draft_of(bundled, About(article=0, span=(start, end))).note
    assert note.target is not None
    bent = replace(note.target, prefix="words nobody wrote", suffix="nor these", start=-1, end=-1)
    gone = ArticleRef("gone.txt", bundled.facts.key, "Another title", "0" * 64)
    return place_notes(bundled, [replace(note, target=bent, article=gone)])[0], (start, end)


def test_an_orphans_place_is_offered_and_writes_nothing_by_itself(bundled: Corpus) -> None:
    placed, (start, end) = lost(bundled)
    assert (placed.state, placed.start) == ("orphan", None)
    for here in (0, 1):
        found = spots(bundled, placed, here, (3, 9))
        assert Spot(0, start, end) in found
        assert found[-1] == Spot(here, 3, 9)
        assert found.index(Spot(0, start, end)) == 0


def test_an_accepted_place_is_an_exact_one(bundled: Corpus) -> None:
    placed, (start, end) = lost(bundled)
    (after,) = place_notes(bundled, [moved_to(bundled, placed.note, Spot(0, start, end))])
    assert (after.state, after.article, after.start, after.end) == ("exact", 0, start, end)


def test_a_note_on_a_name_has_no_place_of_its_own(bundled: Corpus) -> None:
    (placed,) = place_notes(bundled, [draft_of(bundled, About(entity=0)).note])
    assert spots(bundled, placed, 0, (3, 9)) == []


def test_the_margin_shows_notes_on_passages_names_and_events_and_asks_where_it_does_not_know(bundled: Corpus) -> None:
    event = bundled.events.in_article(0)[2]
    entity = bundled.mentions.in_article(0)[0].entity
    notes = [draft_of(bundled, about).note for about in (About(event=event), About(entity=entity))]
    span = PlacedNote(Note("1", "span"), "exact", 0, 700, 710)
    unsure = PlacedNote(Note("2", "span"), "unsure", 0)
    marks = sheet_of(bundled, 0, notes=[*place_notes(bundled, notes), span, unsure]).marks
    found = {(mark.at, mark.sign) for mark in marks if mark.sign not in "·!"}
    first = bundled.mentions.in_article(0)[0].start
    assert found == {(bundled.events[event].start, "◆"), (first, "◇"), (700, "◆"), (0, "?")}
