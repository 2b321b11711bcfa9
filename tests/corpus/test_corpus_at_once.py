"""A corpus that corrected names give at once: its names are those of the whole one that follows."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tui.corpus.build import build, read, scan
from tui.corpus.reading import Reading
from tui.corpus.tables import Corpus
from tui.model import Kind
from tui.names.statement import NameCorrection, Says

NAMES = ("Mahmud Farhadi", "Karl Weber", "Omar Farouq", "Northern Security Council", "Baghdad", "Basra", "Rosa Lindt")
TELLINGS = (
    "{} was captured on June 3, 2007.",
    "In May 2009 {} met {}.",
    "On July 12, 2009 {} was killed near {}.",
    "{} said that {} had left.",
    "{} was released in 2010, as {} had wished.",
)


@st.composite
def articles(draw: st.DrawFn) -> list[str]:
    """A few articles about the same few names."""
    name = st.sampled_from(NAMES)
    sentence = st.builds(lambda told, one, two: told.format(one, two), st.sampled_from(TELLINGS), name, name)
    texts = draw(st.lists(st.lists(sentence, min_size=2, max_size=6), min_size=1, max_size=4))
    return [f"What was heard\n\n{' '.join(sentences)}\n" for sentences in texts]


@st.composite
def statement(draw: st.DrawFn) -> NameCorrection:
    """Something said of one of the names."""
    one, two = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True))
    kind = draw(st.sampled_from(list(Kind)))
    return draw(
        st.sampled_from(
            [
                NameCorrection(Says.MERGE, one, (two,)),
                NameCorrection(Says.RENAME, one, to=f"{one} the Elder"),
                NameCorrection(Says.RETYPE, one, kind=kind.value),
                NameCorrection(Says.IGNORE, one),
                NameCorrection(Says.KEEP_APART, names=(one, two)),
            ]
        )
    )


def named(corpus: Corpus) -> list[object]:
    """Names, kinds, spellings and counts, and whom every mention means."""
    return [
        [(one.id, one.name, one.kind, one.aliases, one.count, one.articles) for one in corpus.entities],
        [corpus.mentions.in_article(article.id) for article in corpus.articles],
        [corpus.mentions.of_entity(one.id) for one in corpus.entities],
        [corpus.mentions.first_of(one.id) for one in corpus.entities],
        len(corpus.mentions),
        corpus.facts,
    ]


def ids_hold(corpus: Corpus) -> None:
    """Every id anywhere in a corpus is that of an entity, and what is found by entity names it."""
    there = range(len(corpus.entities))
    for event in corpus.events:
        assert corpus.events[event.id] == event
        assert {*event.entities, *(entity for entity, _ in event.parts)} <= set(there)
        assert len(set(event.entities)) == len(event.entities)
        assert all(event.id in corpus.events.of_entity(entity) for entity in event.entities)
    for entity in there:
        assert all(entity in corpus.events[event].entities for event in corpus.events.of_entity(entity))
        assert all(status.entity == entity for status in corpus.statuses_of(entity))
        assert all(entity in (role.person, role.other) for role in corpus.lore.roles_of(entity))
    assert all(conflict.entity in (-1, *there) for conflict in corpus.conflicts)
    assert all({asked.entity, asked.other} <= set(there) for asked in corpus.lore.suggestions)


@settings(max_examples=60, deadline=None)
@given(articles(), st.lists(statement(), max_size=2), st.lists(statement(), min_size=1, max_size=3))
def test_the_names_shown_at_once_are_those_of_the_whole(
    texts: Sequence[str], before: Sequence[NameCorrection], now: Sequence[NameCorrection]
) -> None:
    with tempfile.TemporaryDirectory() as home:
        for number, text in enumerate(texts):
            (Path(home) / f"{number}.txt").write_text(text)
        reading = read(scan([Path(home)]))
        # Only a statement that brings in a spelling nobody had finds mentions that were none.
        found = reading.corpus()
        assume(all(found.entity_named(name) is not None for one in now for name in (one.name, *one.names) if name))
        reading.corpus(before)
        at_once = reading.at_once(now)
        # What was taken apart, or is no name in one spelling only, the corpus at hand cannot tell.
        if at_once is not None:
            corpus, _ = at_once
            ids_hold(corpus)
            assert named(corpus) == named(build(scan([Path(home)]), corrections=now))
        else:
            assert before or Says.IGNORE in {one.says for one in now}


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    home = tmp_path / "raids"
    home.mkdir()
    (home / "a.txt").write_text(
        "The raid\n\nMahmud Farhadi was captured on June 3, 2007. Karl Weber met Omar Farouq in Baghdad in May 2009.\n"
    )
    (home / "b.txt").write_text("Later\n\nOn July 12, 2009 Omar Farouq was killed. Karl Weber was seen in Basra.\n")
    return read(scan([home]))


def test_what_was_undone_is_there_at_once_and_whole(reading: Reading) -> None:
    said = [NameCorrection(Says.MERGE, "Karl Weber", ("Omar Farouq",))]
    first = reading.corpus()
    merged = reading.corpus(said)
    assert reading.at_once([]) == (first, True)
    assert reading.at_once(said) == (merged, True)


def test_two_corrections_are_shown_before_either_is_worked_out(reading: Reading) -> None:
    reading.corpus()
    said = [NameCorrection(Says.MERGE, "Karl Weber", ("Omar Farouq",)), NameCorrection(Says.IGNORE, "Basra")]
    assert reading.at_once(said[:1]) is not None
    shown = reading.at_once(said)
    assert shown is not None
    corpus, whole = shown
    assert not whole
    assert {one.name: one.count for one in corpus.entities}["Karl Weber"] == 4
    assert corpus.entity_named("Basra") is None
    assert "killed" in {status.fate for status in corpus.statuses_of(corpus.entity_named("Karl Weber") or 0)}


def test_a_split_waits_for_the_texts(reading: Reading) -> None:
    reading.corpus()
    assert reading.at_once([NameCorrection(Says.SPLIT, "Karl Weber", to="Other Weber", article="b*")]) is None


def test_nothing_is_there_at_once_of_what_was_never_tied_together(reading: Reading) -> None:
    assert reading.at_once([]) is None


def test_work_beside_the_reader_ends_when_it_is_told_to(reading: Reading) -> None:
    class Stop(Exception):  # noqa: N818 - the test's own
        pass

    def stop() -> None:
        raise Stop

    with pytest.raises(Stop):
        reading.corpus([], stop)
    assert [one.name for one in reading.corpus().entities]
