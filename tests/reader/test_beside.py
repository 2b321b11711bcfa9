"""Promises of two articles side by side: what both tell is found in both, at its place."""

from tui.corpus.tables import Corpus
from tui.reader.beside import alike_articles, matters


def test_every_matter_lies_within_both_texts(bundled: Corpus) -> None:
    found = matters(bundled, 0, 1)
    assert found
    for matter in found:
        for article, (start, end) in ((0, matter.one), (1, matter.other)):
            assert 0 <= start < end <= bundled.articles[article].chars


def test_names_both_speak_of_stand_in_both(bundled: Corpus) -> None:
    for matter in matters(bundled, 0, 1):
        if matter.sort == "name":
            entity = bundled.entity_named(matter.words)
            for article, (start, _) in ((0, matter.one), (1, matter.other)):
                mention = bundled.mention_at(article, start)
                assert mention is not None
                assert mention.entity == entity


def test_what_is_told_comes_before_whom_both_name(bundled: Corpus) -> None:
    sorts = [matter.sort == "name" for matter in matters(bundled, 0, 1)]
    assert sorts == sorted(sorts)


def test_it_is_the_same_from_the_other_side(bundled: Corpus) -> None:
    here = {(matter.one, matter.other) for matter in matters(bundled, 0, 1) if matter.sort == "conflict"}
    there = {(matter.other, matter.one) for matter in matters(bundled, 1, 0) if matter.sort == "conflict"}
    assert here == there


def test_the_article_that_tells_of_the_same_is_offered_with_what_both_tell(bundled: Corpus) -> None:
    ((other, why),) = alike_articles(bundled, 0)
    assert other == 1
    assert "name" in why
