"""What the columns of all articles tell of a row is what the row told before it went into them."""

from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.marked import SpoolMarks, bounds_in
from tui.corpus.numbered import Pool
from tui.corpus.rows import rows_of
from tui.corpus.slab import Words
from tui.corpus.spool import Spool
from tui.corpus.spooled import Spooled, put_in_order
from tui.dates.edtf import day, month
from tui.events.marks import Marks
from tui.events.recognise import traits_of
from tui.events.row import EventRow
from tui.model import WHERE, WHO, WHOM, When

CLAUSES = ("Forces captured five men", "The 12 prisoners of X", "Nobody said", "Police killed 30 people in Köln 😀")
ROWS = st.builds(
    lambda year, fine, said, named, parts, reported: EventRow(
        day(year, 3, 4) if fine else month(year, 3), 5, 9, 7, said, tuple(named), "own", reported, tuple(parts.items())
    ),
    st.integers(1990, 1994),
    st.booleans(),
    st.sampled_from(CLAUSES),
    st.lists(st.integers(0, 6), max_size=3, unique=True),
    st.dictionaries(st.integers(0, 6), st.sampled_from((WHO, WHOM, WHERE)), max_size=3),
    st.booleans(),
)


@given(st.lists(st.lists(ROWS, max_size=5), max_size=5))
def test_rows_are_recognised_by_the_same_in_columns(articles: list[list[EventRow]]) -> None:
    spool = Spool(Pool[When](), Pool(""))
    for article, rows in enumerate(articles):
        spool.put(article, rows_of(rows, [traits_of(row, row.headline) for row in rows]))
    put_in_order(spool)
    spooled = Spooled({name: roll.settled() for name, roll in spool.rolls.items()}, spool.terms.values)
    told = [(article, row) for article, rows in enumerate(articles) for row in rows]
    told.sort(key=lambda one: (one[1].when.first, one[1].when.last))
    marks = SpoolMarks(spooled, bounds_in(spool.whens.values))
    plain = Marks([row for _, row in told], None, [article for article, _ in told])
    headlines = Words(spooled.columns["said_ends"], spooled.columns["said"])
    assert len(marks.first) == len(told)
    for at, (_, row) in enumerate(told):
        mine, its = marks[at], plain[at]
        for side in ("first", "last", "article", "start", "deeds", "actor", "line", "parts", "counted", "exact"):
            assert getattr(mine, side) == getattr(its, side)
        assert {thing for thing in mine.things if thing >= 0} == {thing for thing in its.things if thing >= 0}
        assert (len(mine.things), len(mine.nouns)) == (len(its.things), len(its.nouns))
        assert headlines[spooled.columns["order"][at]] == row.headline
        assert spool.whens.values[spooled.when[spooled.columns["order"][at]]] == row.when
    spool.close()
