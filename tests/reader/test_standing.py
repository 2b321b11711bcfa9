"""Promises of saying why a key has nothing to do: in a sentence, and only where it has nothing."""

import pytest
from made import corpus_of

from tui import paths
from tui.corpus.build import open_quickly, scan
from tui.corpus.tables import Corpus
from tui.reader.bound import shipped
from tui.reader.place import Place
from tui.reader.standing import Standing, why_not
from tui.reader.trail import Trail


def idle(corpus: Corpus) -> Standing:
    """A reader at the very beginning."""
    return Standing(corpus, Place(), Trail(), undoable=False, redoable=False, damaged=False, found=False)


def busy(corpus: Corpus) -> Standing:
    """A reader in the midst of it, with something of everything."""
    trail = Trail((Place(),), (Place(),))
    return Standing(corpus, Place(0, 10, 0, 0), trail, notes=1, marks=1)


def test_at_the_beginning_there_is_no_way_back_and_every_reason_is_a_sentence(bundled: Corpus) -> None:
    reasons = {one.name: why_not(one.name, idle(bundled)) for one in shipped()}
    assert reasons["desk.back"] == "This is where you began."
    assert reasons["notes.edit"] == "There are no notes yet: a writes one."
    assert reasons["pane.find-next"]
    assert not reasons["desk.jump"]
    assert not reasons["article.note"]
    assert all(reason[0].isupper() and reason.endswith(".") for reason in reasons.values() if reason)


def test_in_the_midst_of_reading_everything_can_be_done_but_going_before_the_first_article(bundled: Corpus) -> None:
    unable = {one.name for one in shipped() if why_not(one.name, busy(bundled))}
    assert unable == {"desk.article-previous"}


@pytest.mark.parametrize("name", ["desk.jump", "timeline.filter"])
def test_what_needs_the_whole_collection_waits_for_it(name: str) -> None:
    part = open_quickly(scan([paths.seeds()]))
    assert why_not(name, busy(part)) == "The collection is still being read."


def test_every_name_that_is_judged_is_that_of_a_key(bundled: Corpus) -> None:
    from tui.reader import standing

    known = {one.name for one in shipped()}
    groups = [getattr(standing, name) for name in dir(standing) if name.startswith("_NEEDS")]
    assert groups
    assert set().union(*groups) <= known
    assert why_not("no.such-key", idle(bundled)) == ""


def test_without_events_or_disputes_their_keys_say_so() -> None:
    bare, agreed = corpus_of(), corpus_of("1921-05-04")
    assert why_not("timeline.conflicts", busy(bare)) == "No article here dates an event."
    assert why_not("timeline.note", busy(agreed)) == ""
    assert why_not("timeline.dismiss", busy(agreed)) == "No two statements contradict each other here."
