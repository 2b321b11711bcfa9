"""A note is shown where it belongs, and nowhere else: through edits, renames and other collections."""

from dataclasses import replace
from hashlib import sha256

import pytest

from tui.corpus.eventtable import EventTable
from tui.corpus.tables import Corpus, Facts
from tui.model import Article, Event, Part, PartKind, Precision, When
from tui.notes import anchor
from tui.notes.model import ArticleRef, EntityRef, EventRef, Note
from tui.reader.placed import PlacedNote, place_notes
from tui.reader.searching import Search

PORT = "The port\n\nThe harbour froze in 1893 and the ships lay idle. Captain Olsen sold the Aurora in the spring.\n"
SALT = "The salt road\n\nCaravans crossed the flats in 1911, laden with salt and dates for the northern towns.\n"
QUOTE = "Captain Olsen sold the Aurora"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def shelf(texts: dict[str, str], *, key: str = "north", complete: bool = True, read: list[str] | None = None) -> Corpus:
    """A collection of these texts; what is read of it is put down in `read`."""
    articles = tuple(
        Article(row, path, digest(text), text.split("\n")[0], None, "", "", "", "", len(text),
                (Part(PartKind.BODY, 0, len(text)),))
        for row, (path, text) in enumerate(texts.items())
    )  # fmt: skip
    when = When(1, 365, Precision.YEAR, False, "1893")
    told = [
        Event(article.id, when, article.id, at, at + len("The harbour froze in 1893"), at, "froze", (), article.id, "t")
        for article in articles
        if (at := texts[article.path].find("The harbour froze in 1893")) >= 0
    ]

    def text_of(article: Article) -> str:
        if read is not None:
            read.append(article.path)
        return texts[article.path]

    return Corpus(Facts(key, key, articles), text_of, events=EventTable(told), complete=complete)


def note_on(path: str = "a.txt", text: str = PORT, collection: str = "north") -> Note:
    start = text.index(QUOTE)
    passage = anchor.make(text, start, start + len(QUOTE))
    return Note("1", "span", article=ArticleRef(path, collection, text.split("\n")[0], digest(text)), target=passage)


def placed(corpus: Corpus, note: Note) -> PlacedNote | None:
    """The note placed; the same whether or not offsets in unchanged texts are believed."""
    found = place_notes(corpus, [note])
    assert found == place_notes(corpus, [note], trusting=True)
    return found[0] if found else None


def state(corpus: Corpus, note: Note) -> tuple[str, int | None, int | None] | None:
    found = placed(corpus, note)
    return (found.state, found.article, found.start) if found else None


def test_in_an_unchanged_text_a_note_stands_where_it_stood_and_nothing_is_read() -> None:
    read: list[str] = []
    corpus = shelf({"a.txt": PORT, "b.txt": SALT}, read=read)
    found = place_notes(corpus, [note_on()] * 50, trusting=True)
    assert {(one.state, one.start) for one in found} == {("exact", PORT.index(QUOTE))}
    assert read == []


def test_an_offset_that_cannot_be_that_of_the_quote_is_looked_up_all_the_same() -> None:
    note = note_on()
    assert note.target is not None
    for start, end in ((-1, -1), (3, 5), (10_000, 10_000 + len(QUOTE))):
        bent = replace(note, target=replace(note.target, start=start, end=end))
        found = place_notes(shelf({"a.txt": PORT}), [bent], trusting=True)[0]
        assert found.start == PORT.index(QUOTE)


def test_a_changed_text_is_searched_once_for_all_its_notes_and_never_again() -> None:
    read: list[str] = []
    changed = PORT.replace("The harbour", "In the end the harbour")
    corpus = shelf({"a.txt": changed, "b.txt": SALT}, read=read)
    notes = [note_on(), replace(note_on(), id="2")]
    search = Search()
    first = place_notes(corpus, notes, search, trusting=True)
    assert [(one.state, one.start) for one in first] == [("moved", changed.index(QUOTE))] * 2
    assert place_notes(corpus, notes, search, trusting=True) == first
    assert read == ["a.txt"]


def test_what_there_is_no_time_to_look_for_is_left_out_and_looked_for_later() -> None:
    changed = PORT.replace("The harbour", "In the end the harbour")
    corpus = shelf({"a.txt": changed})
    search = Search(patience=-1)
    search.begin()
    assert place_notes(corpus, [note_on()], search) == ()
    assert search.waiting == 1
    assert search.go_on(corpus, 10, lambda: False)
    search.begin()
    assert [one.start for one in place_notes(corpus, [note_on()], search)] == [changed.index(QUOTE)]
    assert search.waiting == 0


def test_a_lost_passage_has_no_place() -> None:
    found = placed(shelf({"a.txt": PORT.replace(f" {QUOTE} in the spring.", "")}), note_on())
    assert found is not None
    assert (found.state, found.start, found.end) == ("orphan", None, None)


def test_a_renamed_file_keeps_its_notes_and_says_so() -> None:
    corpus = shelf({"b.txt": SALT, "old/harbour.txt": PORT})
    assert state(corpus, note_on()) == ("moved", 1, PORT.index(QUOTE))
    found = placed(corpus, note_on())
    assert found is not None
    assert "old/harbour.txt" in found.why


def test_a_renamed_and_edited_file_is_found_by_a_title_no_other_has() -> None:
    edited = PORT.replace("idle", "idle for months")
    assert state(shelf({"b.txt": SALT, "c.txt": edited}), note_on()) == ("moved", 1, edited.index(QUOTE))
    assert state(shelf({"c.txt": edited, "d.txt": edited + "More.\n"}), note_on()) == ("orphan", None, None)


def test_a_note_on_an_article_of_which_only_the_title_is_left_is_asked_about() -> None:
    note = Note("1", "article", article=note_on().article)
    other = "The port\n\nAnother week, other ships, and nothing of the old story at all.\n"
    assert state(shelf({"c.txt": other}), note) == ("unsure", 0, None)
    assert state(shelf({"a.txt": other}), note) == ("exact", 0, None)


def test_the_same_name_in_another_collection_is_not_the_same_article() -> None:
    assert state(shelf({"a.txt": SALT}, key="south"), note_on()) is None
    assert state(shelf({"a.txt": PORT.replace(QUOTE, "He sold her")}, key="south"), note_on()) is None
    assert state(shelf({"a.txt": PORT}, key="south"), note_on()) == ("exact", 0, PORT.index(QUOTE))
    assert state(shelf({"north/a.txt": PORT}, key="both"), note_on()) == ("exact", 0, PORT.index(QUOTE))


def test_a_collection_renamed_and_edited_keeps_what_is_surely_there() -> None:
    edited = PORT.replace("idle", "idle for months")
    assert state(shelf({"a.txt": edited}, key="renamed"), note_on()) == ("moved", 0, edited.index(QUOTE))


def test_nothing_is_called_lost_before_everything_is_read() -> None:
    assert state(shelf({"b.txt": SALT}, complete=False), note_on()) is None
    assert state(shelf({"b.txt": SALT}), note_on()) == ("orphan", None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PORT, "exact"),
        (
            PORT.replace("The harbour", "Then the harbour").replace("Then the harbour froze", "The harbour froze"),
            "exact",
        ),
        (PORT.replace("\n\nThe harbour", "\n\nA cold year came. The harbour"), "exact"),
        (SALT, "orphan"),
    ],
)
def test_a_note_on_an_event_follows_its_words(text: str, expected: str) -> None:
    ref = EventRef("1893", "year", "The harbour froze in 1893")
    note = Note("1", "event", article=note_on().article, event=ref)
    found = placed(shelf({"a.txt": text}), note)
    assert found is not None
    assert found.state == expected
    assert (found.event is not None) == (expected == "exact")


def test_a_note_that_names_too_little_is_shown_and_says_what_is_missing() -> None:
    corpus = shelf({"a.txt": PORT})
    ref = note_on().article
    for note, why in (
        (Note("1", "span", article=ref), "it quotes no passage"),
        (Note("1", "article"), "it names no article"),
        (Note("1", "event", article=ref, event=EventRef("1893")), "the article tells no such event any more"),
    ):
        found = placed(corpus, note)
        assert found is not None
        assert (found.state, found.why) == ("orphan", why)
    assert placed(corpus, Note("1", "entity")) is None


def test_a_note_on_a_name_follows_its_spellings_and_is_ours_to_miss_only_where_it_was_written(bundled: Corpus) -> None:
    here, there = ArticleRef("a.txt", bundled.facts.key), ArticleRef("a.txt", "elsewhere")
    renamed = EntityRef("A name nobody has", "person", ("Petraeus",))
    found = placed(bundled, Note("1", "entity", article=there, entity=renamed))
    assert found is not None
    assert found.entity == bundled.entity_named("Petraeus")
    lost = placed(bundled, Note("1", "entity", article=here, entity=EntityRef("A name nobody has")))
    assert lost is not None
    assert lost.state == "orphan"
    assert placed(bundled, Note("1", "entity", article=there, entity=EntityRef("A name nobody has"))) is None


def test_a_passage_of_an_article_that_cannot_be_read_is_not_looked_for_again_and_again() -> None:
    corpus = shelf({"a.txt": PORT + "More.\n"})
    tried: list[int] = []

    def unreadable(article: Article) -> str:
        tried.append(article.id)
        raise FileNotFoundError(article.path)

    gone = Corpus(corpus.facts, unreadable, complete=True)
    search = Search()
    for _ in range(3):
        (placed,) = place_notes(gone, [note_on()], search)
        assert (placed.state, placed.why) == ("orphan", "its article cannot be read now")
    assert len(tried) == 1
    search.begin()
    place_notes(gone, [note_on()], search)
    assert len(tried) == 2


def test_looking_for_what_was_left_can_be_broken_off() -> None:
    corpus = shelf({"a.txt": PORT + "More.\n"})
    search = Search(-1)
    search.begin()
    assert place_notes(corpus, [note_on()], search) == ()
    assert search.waiting == 1
    assert not search.go_on(corpus, 9, lambda: True)
    assert not search.go_on(corpus, -1, lambda: False)
    assert search.go_on(corpus, 9, lambda: False)
    assert [placed.state for placed in place_notes(corpus, [note_on()], search)] == ["exact"]
