"""Notes go elsewhere and come back whole, once."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.notes.anchor import Located, State
from tui.notes.annotations import from_annotations, to_annotations
from tui.notes.exports import COLUMNS, Placed, from_json, to_csv, to_json, to_markdown
from tui.notes.model import Anchor, ArticleRef, EntityRef, EventRef, Note
from tui.notes.notebook import Notebook

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ARTICLE = ArticleRef("2007/a b.txt", "iran", "A [title]", "ab" * 32)
NOTES = [
    Note("1", "span", "Second\nsource.", ("check", "to do"), NOON, NOON, ARTICLE, Anchor("q1\nq2", "p", "s\n", 7, 12)),
    Note("2", "entity", "é", (), NOON, NOON, entity=EntityRef("Qods Force", "organisation", ("Quds",))),
    Note("3", "event", "", (), NOON, None, ARTICLE, event=EventRef("2007-01-26", "day", "He was taken.")),
    Note("4", "span", "=HYPERLINK(1)", ("-x",), None, None, ARTICLE, Anchor("later"), conflict_of="1"),
]
PLACED = [
    Placed(NOTES[0], Located(State.MOVED, 9, 14), line=3, byline="A. Writer", date="2007-01-26"),
    *map(Placed, NOTES[1:]),
]


def test_json_has_the_keys_of_the_contract_and_tells_where_a_passage_is_now() -> None:
    document = json.loads(to_json(PLACED))
    assert document["schema"] == "backstory/1"
    assert all(tuple(row)[: len(COLUMNS)] == COLUMNS for row in document["notes"])
    first = document["notes"][0]
    assert (first["article"], first["start"], first["end"], first["anchor"]) == ("2007/a b.txt", 9, 14, "moved")
    assert document["notes"][1]["start"] is None


@pytest.mark.parametrize(("write", "read"), [(to_json, from_json), (to_annotations, from_annotations)])
def test_notes_come_back_whole(write: Callable[[list[Placed]], str], read: Callable[[str], list[Note]]) -> None:
    assert read(write([Placed(note) for note in NOTES])) == NOTES


def test_markdown_has_a_heading_for_each_article_and_a_way_back_from_each_note() -> None:
    assert to_markdown(PLACED[:3]).split("\n\n") == [
        "# Notes",
        "## A [title]",
        "> He was taken.",
        "2007-01-26 · 2026-11-21 · <backstory:2007/a%20b.txt>",
        "> q1\n> q2",
        "Second\nsource.",
        "#check #to-do · 2026-11-21 · A. Writer · 2007-01-26 · 2007/a b.txt:3 · <backstory:2007/a%20b.txt#char=9,14>",
        "## Qods Force",
        "é",
        "2026-11-21 · <backstory:#note=2>\n",
    ]


def test_csv_is_a_table_in_which_nothing_is_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(PLACED))))
    assert [row["id"] for row in rows] == ["1", "2", "3", "4"]
    assert (rows[0]["tags"], rows[0]["quote"], rows[2]["event"]) == ("check; to do", "q1\nq2", "2007-01-26")
    assert (rows[3]["text"], rows[3]["tags"]) == ("'=HYPERLINK(1)", "'-x")


def test_an_annotation_of_another_program_becomes_a_note() -> None:
    foreign = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "created": "2015-01-28T12:00:00Z",
        "body": [
            {"type": "TextualBody", "value": "I like this"},
            {"type": "TextualBody", "purpose": "tagging", "value": "love"},
        ],
        "target": {
            "source": "http://example.org/page1",
            "selector": {
                "type": "TextQuoteSelector",
                "exact": "anotation",
                "prefix": "this is an ",
                "suffix": " that has",
            },
        },
    }
    (note,) = from_annotations(json.dumps([foreign]))
    assert (note.id, note.on, note.text, note.tags) == ("", "span", "I like this", ("love",))
    assert note.target == Anchor("anotation", "this is an ", " that has")
    assert note.article == ArticleRef("http://example.org/page1")
    assert note.created == datetime(2015, 1, 28, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "selectors",
    [
        [{"type": "TextPositionSelector", "start": 4, "end": 9}],
        [{"type": "FragmentSelector", "value": "xywh=1,2,3,4"}, {"type": "TextPositionSelector", "start": "4"}],
    ],
)
def test_an_annotation_without_words_of_the_text_is_on_its_article(selectors: list[dict[str, object]]) -> None:
    foreign = {"type": "Annotation", "bodyValue": "x", "target": {"source": "backstory:a.txt", "selector": selectors}}
    (note,) = from_annotations(json.dumps(foreign))
    assert (note.on, note.target, note.article) == ("article", None, ArticleRef("a.txt"))


def test_offsets_of_an_annotation_are_taken_if_they_are_numbers() -> None:
    quote = {"type": "TextQuoteSelector", "exact": "words"}
    for start, end, wanted in ((4, 9, (4, 9)), ("4", "9", (-1, -1)), (4, None, (-1, -1))):
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        target = {"source": "backstory:a.txt", "selector": [quote, position]}
        (note,) = from_annotations(json.dumps({"type": "Annotation", "target": target}))
        assert note.target is not None
        assert (note.target.start, note.target.end) == wanted


def test_a_note_of_a_renamed_article_says_where_it_was_noted() -> None:
    told = json.loads(to_json([Placed(NOTES[0], Located(State.EXACT, 7, 12), article="2007/new.txt")]))["notes"][0]
    assert (told["article"], told["noted_article"]) == ("2007/new.txt", "2007/a b.txt")


def test_notes_taken_in_twice_are_there_once_and_other_words_are_kept_beside(tmp_path: Path) -> None:
    notebook = Notebook.open(tmp_path, now=lambda: NOON)
    assert notebook.take_in(NOTES) == 4
    assert notebook.take_in(from_annotations(to_annotations([Placed(note) for note in NOTES]))) == 0
    without_id = Note("", "article", "from elsewhere", article=ARTICLE)
    assert notebook.take_in([without_id, without_id]) == 1
    assert notebook.take_in([Note("2", "entity", "other words", entity=NOTES[1].entity)]) == 1
    assert notebook.notes[-1].conflict_of == "2"
    assert len(Notebook.open(tmp_path).notes) == 6


@given(
    st.recursive(
        st.one_of(st.none(), st.integers(), st.text(max_size=5)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.sampled_from(["notes", "items", "type", "target", "body", "selector", "source", "id", "tags"]), inner
            ),
        ),
    )
)
def test_any_other_document_is_refused_in_a_sentence(document: object) -> None:
    for read in (from_json, from_annotations):
        sentence, notes = "", []
        try:
            notes = read(json.dumps(document))
        except ValueError as error:
            sentence = str(error)
        assert sentence.endswith(".") or all(isinstance(note, Note) for note in notes)
