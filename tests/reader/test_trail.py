"""Promises of the trail: back and forward as in a browser."""

from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.tables import Corpus
from tui.reader.place import Place
from tui.reader.trail import LONGEST, Trail

PLACES = st.builds(Place, st.integers(0, 3), st.integers(0, 5))


def test_there_is_no_way_back_from_the_beginning() -> None:
    assert Trail().back(Place()) is None
    assert Trail().forward(Place()) is None


@given(st.lists(PLACES, min_size=1, max_size=30), PLACES)
def test_back_and_forward_undo_each_other(places: list[Place], here: Place) -> None:
    trail = Trail()
    for place in places:
        trail = trail.leave(place)
    went = trail.back(here)
    assert went is not None
    came = went[0].forward(went[1])
    assert came == (trail, here)


def test_going_somewhere_new_forgets_what_was_ahead() -> None:
    went = Trail().leave(Place(0)).back(Place(1))
    assert went is not None
    assert went[0].leave(went[1]).forward(Place(2)) is None


def test_the_same_place_is_not_kept_twice_in_a_row() -> None:
    assert Trail().leave(Place(1)).leave(Place(1)).behind == (Place(1),)


def test_the_trail_does_not_grow_for_ever() -> None:
    trail = Trail()
    for at in range(LONGEST + 50):
        trail = trail.leave(Place(0, at))
    assert len(trail.behind) == LONGEST
    assert trail.behind[-1] == Place(0, LONGEST + 49)


def test_in_a_collection_read_anew_the_trail_knows_the_events_by_their_new_ids(bundled: Corpus) -> None:
    trail = Trail((Place(0, 3000, event=10_000),), (Place(1, 2000, entity=3, event=None),)).renewed(bundled)
    assert trail.behind == (Place(0, 3000, event=bundled.event_near(0, 3000)),)
    assert trail.ahead == (Place(1, 2000, 3, bundled.event_near(1, 2000)),)
