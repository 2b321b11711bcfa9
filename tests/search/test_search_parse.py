"""A query is read as people mean it, or refused with the column and what was expected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search import QueryError, parse
from tui.search.answer import phrases_of
from tui.search.express import express
from tui.search.query import And, Fact, Field, Named, Near, Node, Not, Or, Phrase, walk
from tui.search.weigh import possible


def word(said: str, *, prefix: bool = False) -> Phrase:
    return Phrase(tuple(said.split()), prefix)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("raid", word("raid")),
        ("Kata’ib", word("kataib")),
        ("al-Sadr", word("al sadr")),
        ("Łódź", word("lodz")),
        ("raid irbil", And((word("raid"), word("irbil")))),
        ("raid AND irbil", And((word("raid"), word("irbil")))),
        ("raid OR arrest irbil", Or((word("raid"), And((word("arrest"), word("irbil")))))),
        ("(raid OR arrest) irbil", And((Or((word("raid"), word("arrest"))), word("irbil")))),
        ("raid NOT exercise", And((word("raid"), Not(word("exercise"))))),
        ("raid -exercise", And((word("raid"), Not(word("exercise"))))),
        ('"safe house"', word("safe house")),
        ("“safe house”", word("safe house")),
        ('"special group"*', word("special group", prefix=True)),
        ("kata*", word("kata", prefix=True)),
        ("NEAR(raid irbil, 5)", Near((word("raid"), word("irbil")), 5)),
        ("NEAR(raid irbil)", Near((word("raid"), word("irbil")), 10)),
        ('raid ~5 "safe house"', Near((word("raid"), word("safe house")), 5)),
        ("raid NEAR/5 irbil", Near((word("raid"), word("irbil")), 5)),
        ("raid NEAR irbil", Near((word("raid"), word("irbil")), 10)),
        ("NEAR", word("near")),
        ("~quds", Named("quds", 1)),
        ('~"Qods Force" raid', And((Named("Qods Force", 1), word("raid")))),
        ("by:roggio", Field("by", "roggio", 3)),
        ('entity:"Qods Force"', Field("entity", "Qods Force", 7)),
        ("date:2007-01..2007-06", Field("date", "2007-01..2007-06", 5)),
        ("in:Title raid", And((Field("in", "title", 3), word("raid")))),
        ("and or not", And((word("and"), word("or"), word("not")))),
        ("12:30", word("12 30")),
        ("http://a.b/c", word("http a b c")),
        ("中国", word("中 国")),
    ],
)
def test_a_query_is_read_as_it_is_meant(query: str, wanted: Node) -> None:
    assert parse(query) == wanted


@pytest.mark.parametrize(
    ("query", "column", "words"),
    [
        ("", 0, "a word to look for was expected"),
        ("raid AND", 8, "a word was expected before the end"),
        ("raid OR OR irbil", 8, "a word was expected, not “OR”"),
        ("raid )", 5, "never opened"),
        ("(raid", 0, "not closed"),
        ('a "safe house', 2, "quotation is not closed"),
        ("q*ds", 1, "a star may stand only at the end"),
        ("* raid", 0, "a star needs"),
        ("?!", 0, "no letter or digit"),
        ("colour:red", 0, "no field colour"),
        ("by:", 3, "by: asks for"),
        ("is:red", 3, "is: asks for"),
        ("by:?!", 3, "no letter or digit"),
        ("in:margin", 3, "in: asks for"),
        ("~ raid", 0, ""),
        ("raid ~5 by:me", 8, "only words and phrases"),
        ("NEAR(raid irbil, x)", 17, "a number of words"),
        ("NEAR(a b, 5000)", 10, "at most 1000"),
        ("NEAR()", 0, "needs words"),
        ("NEAR(raid irbil OR qods)", 16, "within NEAR( ) stand"),
        ("raid ~)", 5, "a name was expected"),
        ("raid ~?!", 5, "a name was expected"),
        (") raid", 0, "a word was expected, not “)”"),
        ("(raid) irbil) x", 12, "never opened"),
        ("NOT", 3, "a word was expected"),
        ("(" * 20 + "a" + ")" * 20, 16, "brackets within"),
        ("a " * 70, 128, "more than 64 words"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_column(query: str, column: int, words: str) -> None:
    if query == "~ raid":
        assert parse(query) == Named("raid", 2)
        return
    with pytest.raises(QueryError) as refused:
        parse(query)
    assert words in refused.value.expected
    assert refused.value.column == column
    assert str(refused.value).startswith(f"column {column + 1}: ")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("qod", word("qod", prefix=True)),
        ("qod ", word("qod")),
        ("q", word("q")),
        ('"safe ho', word("safe ho", prefix=True)),
        ("raid AND", word("raid")),
        ("raid by:", word("raid")),
        ("(raid ir", And((word("raid"), word("ir", prefix=True)))),
        ("raid -", word("raid")),
        ("raid NEAR/5 ", word("raid")),
        ("NEAR(raid irbil, ", Near((word("raid"), word("irbil")), 10)),
    ],
)
def test_while_it_is_typed_a_query_is_taken_as_far_as_it_goes(typed: str, wanted: Node) -> None:
    assert parse(typed, typing=True) == wanted


signs = st.lists(
    st.sampled_from(
        [
            *' ()"“”*~:,-',
            "AND",
            "OR",
            "NOT",
            "NEAR(",
            "~5 ",
            "NEAR/5 ",
            "by:",
            "in:",
            "is:noted",
            "date:",
            "tag:",
            "x:",
            "raid",
            "é",
            "中",
        ]
    ),
    max_size=14,
).map("".join)


@given(signs | st.text(max_size=40), st.booleans())
def test_any_text_is_a_query_or_refused_with_a_column_inside_it(query: str, typing: bool) -> None:
    told = read(query, typing=typing)
    if isinstance(told, QueryError):
        assert 0 <= told.column <= len(query)
        assert told.expected
    else:
        express(told)


def read(query: str, *, typing: bool) -> Node | QueryError:
    try:
        return parse(query, typing=typing)
    except QueryError as refused:
        return refused


def test_near_may_be_typed_small_where_a_bracket_follows_at_once() -> None:
    assert parse("near(raid irbil, 5)") == parse("NEAR(raid irbil, 5)")
    assert parse("near/3(raid irbil)") == parse("NEAR/3(raid irbil)")
    assert parse("near (raid)") == parse("near raid"), "a word like any other"


def test_phrases_of_a_query_are_those_it_asks_for() -> None:
    asked = parse('raid (irbil OR "safe house") NOT exercise by:weber')
    assert [phrase.words for phrase in phrases_of(asked)] == [("raid",), ("irbil",), ("safe", "house")]
    assert phrases_of(parse("NOT exercise")) == []


def test_every_part_of_a_query_is_walked_through() -> None:
    kinds = {type(one).__name__ for one in walk(parse("NOT (a OR NEAR(b c, 2)) ~quds by:weber"))}
    assert kinds >= {"And", "Not", "Or", "Near", "Phrase", "Named", "Field"}


def test_facts_decide_where_they_can_and_words_where_they_cannot() -> None:
    yes, no, words = Fact(lambda _: True), Fact(lambda _: False), word("raid")
    told: dict[Node, bool | None] = {
        Or((no, yes)): True, Or((no, no)): False, Or((no, words)): None, Or((words, yes)): True,
        And((no, words)): False, And((yes, words)): None, And((yes, yes)): True, Not(Or((no, no))): True,
        Not(words): None,
    }  # fmt: skip
    assert {node: possible(node, 0) for node in told} == told
