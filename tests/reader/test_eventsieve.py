"""Promises of the timeline's filter: what it lets through, what it counts, what it says."""

import pytest
from made import Told, corpus_of

from tui.corpus.tables import Corpus
from tui.jump import JumpIndex
from tui.reader.eventsieve import HERE, EventSieve
from tui.reader.offers import offers
from tui.reader.period import Period, read_period
from tui.reader.place import Place
from tui.reader.targets import days_of, targets


@pytest.fixture
def corpus() -> Corpus:
    """Six events over three years in two articles."""
    return corpus_of(
        Told("2006-12~", "A raid near Irbil", 0, (0,)),
        Told("2007-01-26", "Otto Brandt is captured", 0, (0, 1)),
        Told("2007-01-26", "Police seize Otto Brandt", 1, (1,), same=1),
        Told("2007-05", "A bridge falls", 1),
        Told("2007-07-02", "Anna Weiss speaks", 1, (0,), reported=True),
        Told("2008", "Otto Brandt is released", 1, (1,)),
        names=("Anna Weiss", "Otto Brandt"),
        disputed=((1, 5),),
    )


def let(corpus: Corpus, sieve: EventSieve, article: int = 0) -> list[int]:
    return list(sieve.sift(corpus, Place(article)))


def period(typed: str) -> Period:
    found = read_period(typed)
    assert found is not None
    return found


def test_the_open_sieve_lets_everything_through(corpus: Corpus) -> None:
    assert let(corpus, EventSieve()) == [0, 1, 2, 3, 4, 5]
    assert EventSieve().count(corpus, Place()) == (4, 1)
    assert EventSieve().said(corpus) == ""


def test_each_filter_lets_through_what_it_names(corpus: Corpus) -> None:
    assert let(corpus, EventSieve(entity="Otto Brandt")) == [1, 2, 5]
    assert let(corpus, EventSieve(period=period("2007"))) == [1, 2, 3, 4]
    assert let(corpus, EventSieve(period=period("spring 2007..summer 2007"))) == [3, 4]
    assert let(corpus, EventSieve(words="otto brandt")) == [1, 2, 5]
    assert let(corpus, EventSieve(words="OTTO")) == []
    assert let(corpus, EventSieve(article="0.txt")) == [0, 1]
    assert let(corpus, EventSieve(conflicts=True)) == [1, 5]
    assert let(corpus, EventSieve(several=True)) == [1, 2]


def test_the_filter_on_the_article_in_view_follows_the_reader(corpus: Corpus) -> None:
    here = EventSieve(article=HERE)
    assert let(corpus, here, 0) == [0, 1]
    assert let(corpus, here, 1) == [2, 3, 4, 5]
    assert here.follows(Place(0), Place(1))
    assert not EventSieve(article="0.txt").follows(Place(0), Place(1))


def test_filters_hold_together_and_a_second_of_a_kind_replaces_the_first(corpus: Corpus) -> None:
    both = EventSieve(entity="Otto Brandt").joined(EventSieve(period=period("2007")))
    assert let(corpus, both) == [1, 2]
    assert both.said(corpus) == "Otto Brandt · 2007"
    assert let(corpus, both.joined(EventSieve(entity="Anna Weiss"))) == [1, 4]


def test_rows_are_counted_not_tellings(corpus: Corpus) -> None:
    assert EventSieve(entity="Otto Brandt").count(corpus, Place()) == (2, 0)
    assert EventSieve(entity="Anna Weiss").count(corpus, Place()) == (2, 1)
    assert EventSieve(conflicts=True).count(corpus, Place()) == (1, 0)


def test_a_name_or_article_that_is_gone_lets_nothing_through(corpus: Corpus) -> None:
    assert let(corpus, EventSieve(entity="Nobody")) == []
    assert let(corpus, EventSieve(article="gone.txt")) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2007", "2007"), ("2007-01..2007-06", "Jan 2007 – Jun 2007"), ("spring 2007", "spring 2007"),
        ("..2007", "until 2007"), ("2007-03..", "from Mar 2007 on"), ("2006-2008", "2006 – 2008"),
        ("may 2007", "May 2007"),
    ],
)  # fmt: skip
def test_a_period_is_read_as_people_type_it(typed: str, words: str) -> None:
    assert period(typed).words == words


@pytest.mark.parametrize("typed", ["", "..", "2008..2007", "irbil", "2007..x", "may", "20"])
def test_what_is_no_period_is_none(typed: str) -> None:
    assert read_period(typed) is None


def test_what_is_typed_is_offered_with_how_many_rows_would_stay(corpus: Corpus) -> None:
    found = offers(corpus, Place(), EventSieve(), "2007", None)
    assert [(offer.sort, offer.words, offer.count, offer.reported) for offer in found] == [("period", "2007", 2, 1)]
    (word,) = offers(corpus, Place(), EventSieve(), "brandt", None)
    assert (word.sort, word.count) == ("word", 2)


def test_offers_are_counted_within_the_filters_in_force(corpus: Corpus) -> None:
    now = EventSieve(period=period("2008"))
    (word,) = offers(corpus, Place(), now, "otto", None)
    assert (word.count, word.sieve.said(corpus)) == (1, "2008 · “otto”")


def test_without_words_all_again_is_offered_first_while_a_filter_is_in_force(corpus: Corpus) -> None:
    now = EventSieve(words="otto")
    first, *rest = offers(corpus, Place(), now, "", None)
    assert first.sieve == EventSieve()
    assert {offer.sort for offer in rest} >= {"article", "name", "conflict"}
    assert all(offer.count or offer.reported for offer in rest)


def test_what_sources_disagree_on_and_what_several_tell_are_asked_for_by_their_words(corpus: Corpus) -> None:
    for typed, sort in (("disputed", "conflict"), ("!", "conflict"), ("several", "sources")):
        assert sort in [offer.sort for offer in offers(corpus, Place(), EventSieve(), typed, None)]
    assert offers(corpus, Place(), EventSieve(), "x", None) == []  # one letter stands in every headline


def test_names_and_articles_are_offered_as_the_jump_box_ranks_them(bundled: Corpus) -> None:
    index = JumpIndex.build(targets(bundled), days_of(bundled))
    found = offers(bundled, Place(1), EventSieve(), "qods", index)
    assert ("name", "Qods Force") in [(offer.sort, offer.words) for offer in found]
    article = bundled.articles[1]
    (here,) = [
        offer for offer in offers(bundled, Place(1), EventSieve(), article.title, index) if offer.sort == "article"
    ]
    assert (here.words, here.sieve.article) == (article.title, HERE)
    (there,) = [
        offer for offer in offers(bundled, Place(0), EventSieve(), article.title, index) if offer.sort == "article"
    ]
    assert there.sieve.article == article.path


def test_without_words_the_name_in_focus_comes_before_the_most_named(bundled: Corpus) -> None:
    entity = bundled.entity_named("Azhar al Dulaimi")
    assert entity is not None
    names = [
        one.words for one in offers(bundled, Place(0, entity=entity), EventSieve(), "", None) if one.sort == "name"
    ]
    assert names[0] == "Azhar al Dulaimi"
    assert len(names) == len(set(names)) > 3
