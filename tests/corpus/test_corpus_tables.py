"""The columns of a corpus and the questions asked of them."""

from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.eventtable import EventTable
from tui.corpus.mentiontable import MentionTable
from tui.corpus.tables import Corpus, Facts
from tui.dates.edtf import parse
from tui.model import Alias, Article, Entity, Event, Kind, Part, PartKind


def article(row: int) -> Article:
    parts = (Part(PartKind.BODY, 0, 50), Part(PartKind.COMMENT, 60, 90, "Ann"))
    return Article(row, f"{row}.txt", "", f"Title {row}", None, "", "", "", "", 100, parts)


def entity(row: int, name: str, count: int, *aliases: str) -> Entity:
    return Entity(row, name, Kind.PERSON, tuple(Alias(alias, "test") for alias in aliases), count, 1)


def event(
    row: int, date: str, place: int, start: int, *entities: int, at: int | None = None, cluster: int = -1
) -> Event:
    return Event(
        id=row,
        when=parse(date),
        article=place,
        start=start,
        end=start + 5,
        at=start if at is None else at,
        headline="x",
        entities=entities,
        cluster=row if cluster < 0 else cluster,
        rule="test",
    )


CORPUS = Corpus(
    Facts("Title", "key", (article(0), article(1))),
    lambda article: f"text of {article.path}",
    entities=[entity(0, "Weber", 5, "Karl Weber"), entity(1, "Farhadi", 2, "Weber")],
    mentions=MentionTable([(1, 10, 15, 0), (0, 40, 45, 0), (0, 5, 12, 1), (0, 20, 25, 0), (1, 3, 8, 1)]),
    events=EventTable(
        [
            event(10, "2008", 0, 5, 0, 1),
            event(11, "2007-05", 1, 5, 1, cluster=12),
            event(12, "2007-05-03", 0, 20, 0, 1),
            event(13, "2007-05", 0, 30, 0, at=22),
            event(14, "2007-05", 0, 36, 0, at=22),
        ]
    ),
)


def test_mentions_are_in_reading_order_by_article_and_by_entity() -> None:
    assert [found.start for found in CORPUS.mentions.in_article(0)] == [5, 20, 40]
    assert [(found.article, found.start) for found in CORPUS.mentions.of_entity(0)] == [(0, 20), (0, 40), (1, 10)]
    assert CORPUS.mentions.in_article(7) == CORPUS.mentions.of_entity(7) == []


def test_the_first_mention_is_found_without_the_others() -> None:
    first = CORPUS.mentions.first_of(1)
    assert first is not None
    assert (first.article, first.start) == (0, 5)
    assert CORPUS.mentions.first_of(2) is None
    assert MentionTable().first_of(0) is None


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 50), st.integers(51, 60), st.integers(0, 4))))
def test_a_mention_table_holds_what_it_was_given(rows: list[tuple[int, int, int, int]]) -> None:
    table = MentionTable(rows)
    for entity in range(5):
        expected = sorted(row for row in rows if row[3] == entity)
        found = [(one.article, one.start, one.end, one.entity) for one in table.of_entity(entity)]
        assert found == expected
        first = table.first_of(entity)
        assert (None if first is None else (first.article, first.start)) == (expected[0][:2] if expected else None)
    assert len(table) == len(rows)


def test_events_are_numbered_in_calendar_order_the_narrower_first_and_clusters_follow() -> None:
    assert [found.when.edtf for found in CORPUS.events] == ["2007-05", "2007-05", "2007-05", "2007-05-03", "2008"]
    assert [found.id for found in CORPUS.events] == [0, 1, 2, 3, 4]
    assert CORPUS.sources(2) == CORPUS.sources(3) == [2, 3]
    assert CORPUS.sources(0) == [0]


def test_events_are_found_by_article_entity_and_day() -> None:
    assert CORPUS.events.in_article(0) == [4, 3, 0, 1]
    assert CORPUS.events.of_entity(1) == [2, 3, 4]
    assert CORPUS.events.since(parse("2007-05-02").first) == 3
    assert CORPUS.events.since(parse("2009").first) == len(CORPUS.events)


def test_every_event_has_a_stable_key_of_its_own_that_leads_back() -> None:
    keys = [CORPUS.event_key(row) for row in range(len(CORPUS.events))]
    assert keys == ["0.txt#22", "0.txt#22.2", "1.txt#5", "0.txt#20", "0.txt#5"]
    assert [CORPUS.event_at(key) for key in keys] == [0, 1, 2, 3, 4]
    assert CORPUS.event_at("0.txt#99") is None


def test_the_nearest_event_is_the_last_one_told_before_a_place() -> None:
    assert [CORPUS.event_near(0, at) for at in (0, 5, 19, 20, 35, 99)] == [4, 4, 4, 3, 0, 1]
    assert Corpus(Facts("", "", ()), lambda _: "").event_near(0, 3) is None


def test_a_name_means_the_entity_called_so_before_one_with_such_an_alias() -> None:
    assert CORPUS.entity_named("WEBER") == 0
    assert CORPUS.entity_named("karl weber") == 0
    assert CORPUS.entity_named("nobody") is None


def test_stepping_through_mentions_goes_on_into_the_next_article() -> None:
    step = CORPUS.next_mention(0, 0, 40)
    assert step is not None
    assert (step.article, step.start) == (1, 10)
    back = CORPUS.next_mention(0, 1, 10, -1)
    assert back is not None
    assert (back.article, back.start) == (0, 40)
    assert CORPUS.next_mention(0, 1, 10) is None


def test_companions_and_the_span_of_an_entity() -> None:
    assert CORPUS.companions(0) == [(1, 2)]
    span = CORPUS.span_of(1)
    assert span is not None
    assert (span[0].edtf, span[1].edtf) == ("2007-05", "2008")


def test_the_part_at_a_place_or_none_between_parts() -> None:
    inside = CORPUS.part_at(0, 60)
    assert inside is not None
    assert inside.by == "Ann"
    assert CORPUS.part_at(0, 55) is None
    assert CORPUS.part_counts(0) == {PartKind.BODY: 1, PartKind.COMMENT: 1}


def test_texts_are_read_when_asked_for_and_kept_for_a_while() -> None:
    asked: list[int] = []

    def read(article: Article) -> str:
        asked.append(article.id)
        return "x"

    corpus = Corpus(Facts("", "", tuple(article(row) for row in range(40))), read)
    for row in (0, 1, 0, *range(2, 40), 0):
        corpus.text(row)
    assert asked == [0, 1, *range(2, 40), 0]
