"""Promises of the one rule that moves the reader: what is wished for is reached, what is left out is filled in."""

import pytest

from tui.corpus.eventtable import EventTable
from tui.corpus.mentiontable import MentionTable
from tui.corpus.tables import Corpus, Facts
from tui.model import Article, Entity, Event, Kind, Part, PartKind, Precision, When
from tui.reader.place import Goto, Place, resolve

TEXT = "x" * 100


def article(number: int) -> Article:
    return Article(
        number, f"{number}.txt", "", f"Article {number}", None, "", "", "", "", 100, (Part(PartKind.BODY, 0, 100),)
    )


def event(number: int, where: int, start: int, day: int) -> Event:
    when = When(day, day, Precision.DAY, False, str(day))
    return Event(number, when, where, start, start + 10, start, f"event {number}", (), number, "test")


@pytest.fixture
def corpus() -> Corpus:
    """Three articles; events in calendar order: 0 in article 1 at 50, 1 in article 0 at 20, 2 in article 0 at 60."""
    entities = [Entity(0, "Anna", Kind.PERSON, (), 4, 2), Entity(1, "Rome", Kind.PLACE, (), 1, 1)]
    return Corpus(
        Facts("Test", "test", tuple(article(number) for number in range(3))),
        lambda _: TEXT,
        entities=entities,
        mentions=MentionTable([(0, 10, 14, 0), (0, 70, 74, 0), (2, 5, 9, 0), (2, 40, 44, 0), (1, 0, 4, 1)]),
        events=EventTable([event(0, 0, 60, 300), event(1, 0, 20, 200), event(2, 1, 50, 100)]),
    )


def test_an_event_leads_to_its_article_and_clause(corpus: Corpus) -> None:
    assert resolve(corpus, Place(2, 5), Goto(event=1)) == Place(0, 20, None, 1)


def test_an_event_keeps_the_entity_in_focus(corpus: Corpus) -> None:
    assert resolve(corpus, Place(2, 5, 0), Goto(event=0)) == Place(1, 50, 0, 0)


def test_an_entity_named_here_keeps_the_reader_here(corpus: Corpus) -> None:
    assert resolve(corpus, Place(0, 12), Goto(entity=0)) == Place(0, 12, 0, 1)


def test_an_entity_is_sought_onwards_in_this_article_first(corpus: Corpus) -> None:
    assert resolve(corpus, Place(0, 30), Goto(entity=0)).at == 70
    assert resolve(corpus, Place(0, 10), Goto(entity=0)).at == 10


def test_past_its_last_mention_an_entity_is_sought_backwards_in_this_article(corpus: Corpus) -> None:
    assert resolve(corpus, Place(0, 90), Goto(entity=0)) == Place(0, 70, 0, 2)


def test_an_entity_not_named_here_leads_to_another_article(corpus: Corpus) -> None:
    assert resolve(corpus, Place(0, 90), Goto(entity=1)) == Place(1, 0, 1, 0)
    assert resolve(corpus, Place(1, 90), Goto(entity=0)) == Place(2, 5, 0, None)


def test_an_article_opens_where_it_was_left(corpus: Corpus) -> None:
    assert resolve(corpus, Place(0, 5), Goto(article=2), {2: 33}).at == 33
    assert resolve(corpus, Place(0, 5), Goto(article=2)).at == 0


def test_reading_on_brings_the_event_told_here_into_focus(corpus: Corpus) -> None:
    place = Place(0, 0)
    assert resolve(corpus, place, Goto(at=25)).event == 1
    assert resolve(corpus, place, Goto(at=59)).event == 1
    assert resolve(corpus, place, Goto(at=60)).event == 2
    assert resolve(corpus, Place(2, 0), Goto(at=50)).event is None


@pytest.mark.parametrize("goto", [Goto(event=99), Goto(event=-1), Goto(article=3), Goto(article=-1), Goto(entity=7)])
def test_a_wish_for_what_is_not_there_changes_nothing(corpus: Corpus, goto: Goto) -> None:
    here = Place(0, 25, None, 1)
    assert resolve(corpus, here, goto) == here


def test_an_offset_beyond_the_text_stops_at_its_end(corpus: Corpus) -> None:
    assert resolve(corpus, Place(0, 5), Goto(at=5000)).at == 100
