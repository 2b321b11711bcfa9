"""Whatever the text, reading it ends soon and offsets hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.dates import edtf
from tui.dates.find import read
from tui.dates.lexicon import LANGUAGES, load
from tui.model import DateOrder, Part, PartKind, When

_CALM = settings(deadline=None)  # a busy machine is no failure
_VOCABULARY = """
May March the of first third week quarter day early late mid - – , . ( ) “ ” to from until between and before after
since 2007 12 31 30 3rd 1990s '70s last next that following year month two a few later ago Monday summer Christmas Eve
AD BC century 07/10/2009 2007-01-26 Feb. not Q3 on in at night about nineteen twenty two thousand hundred 26 Jan 07 4/22
9/11 03/2015 present onwards entire week or Easter Thanksgiving eight 264 146 b. -
"""
_WORDS = st.lists(st.sampled_from(_VOCABULARY.split()), max_size=60)
_EVERY_WORD = st.lists(
    st.sampled_from(sorted({word for code in LANGUAGES for word in load(code).words}))
    | st.sampled_from(_VOCABULARY.split()),
    max_size=40,
)
_PUBLISHED = st.sampled_from(
    [
        None,
        edtf.day(2008, 2, 29),
        edtf.day(1, 1, 1),
        edtf.day(9999, 12, 31),
        edtf.month(1900, 1),
        edtf.year(2009),
        edtf.year(-9999),
        edtf.year(20_000),
        edtf.decade(1990),
        edtf.interval(edtf.year(1990), None),
        edtf.about(edtf.year(1900)),
    ]
)


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "May ",
        "from May to ",
        "the first day of ",
        "1999-",
        "1999-2000 ",
        "(",
        "2007 May, ",
        "three three ",
        "1/2/",
        "new year's day ",
        "last the next of ",
        "“May” ",
        "a/",
        "two days after ",
        "\n",
    ],
)
def test_much_of_one_thing_is_read_to_its_end(piece: str) -> None:
    size = 1_000_000 if piece in ("7", "May ", "from May to ", "1999-") else 100_000
    text = piece * (size // len(piece))
    reading = read(text, [Part(PartKind.BODY, 0, len(text))], edtf.day(2009, 7, 10), language="en")
    assert len(reading.dates) <= len(text) // 3


@_CALM
@given(_WORDS, st.booleans())
def test_dates_are_in_order_apart_from_each_other_and_within_the_text(words: list[str], published: bool) -> None:
    text = " ".join(words)
    reading = read(text, [], edtf.day(2009, 7, 10) if published else None, language="en")
    at = 0
    for start, end in sorted([(one.start, one.end) for one in reading.dates + reading.apart]):
        assert at <= start < end <= len(text)
        at = end
    for span in reading.dates:
        if span.when:
            assert span.when.first <= span.when.last
            assert edtf.parse(span.when.edtf).edtf == span.when.edtf
            assert span.when.said == text[span.start : span.end]
        assert span.basis is None or span.basis in {one.start for one in reading.dates}


@_CALM
@given(_EVERY_WORD, _PUBLISHED, st.sampled_from([None, *DateOrder]), st.sampled_from(LANGUAGES))
def test_any_words_of_time_whenever_published_are_read(
    words: list[str], published: When | None, order: DateOrder | None, language: str
) -> None:
    text = " ".join(words)
    for one in read(text, [], published, order, language).dates:
        if one.when:
            assert edtf.parse(one.when.edtf).edtf == one.when.edtf
