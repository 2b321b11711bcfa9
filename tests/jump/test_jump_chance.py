"""The more names come near a query by mere chance, the nearer one has to come to be shown."""

from collections.abc import Callable

from tui.jump.chance import LEAST_OF_ALL, Near, least_joined, least_likeness
from tui.jump.fold import forms, loose, plain
from tui.jump.match import Forms, Query


def told(name: str) -> Forms:
    said = plain(name)
    return forms(said, loose(said))


def near(whole: tuple[int, int, int], starting: tuple[int, int, int] = (900, 900, 900)) -> Callable[[int], Near]:
    return lambda _: (whole, starting)


def test_a_rare_word_may_be_further_off_than_a_common_one() -> None:
    query, name = Query.read("mutqada sadr"), told("Muqtada Sadr")
    rare = least_likeness(query, name, near((1, 1, 1)), 100_000)
    common = least_likeness(query, name, near((500, 800, 900)), 100_000)
    assert LEAST_OF_ALL <= rare < common < 1


def test_a_word_with_more_slips_is_held_to_how_many_others_come_as_near() -> None:
    counts = near((1, 20, 900))
    one = least_likeness(Query.read("muqtda"), told("Muqtada"), counts, 100_000)
    two = least_likeness(Query.read("muqda"), told("Muqtada"), counts, 100_000)
    assert one < two


def test_the_more_names_there_are_the_nearer_one_has_to_come() -> None:
    query, name = Query.read("mutqada"), told("Muqtada")
    assert least_likeness(query, name, near((1, 1, 1)), 10) < least_likeness(query, name, near((1, 1, 1)), 1_000_000)
    assert least_likeness(query, name, near((0, 0, 0)), 0) < 1


def test_other_small_words_than_were_typed_count_against_a_name_and_the_same_ones_for_it() -> None:
    query = Query.read("azhar bin dulaimy")
    same, none, other = (
        least_likeness(query, told(f"Azhar {small}Dulaimi"), near((300, 300, 300)), 100_000)
        for small in ("bin ", "", "al-")
    )
    assert same < none < other


def test_a_name_that_goes_on_is_asked_to_be_nearer_than_one_typed_out() -> None:
    query = Query.read("olga reily")
    counts = near((50, 50, 50), (50, 50, 50))
    assert least_likeness(query, told("Olga Reili"), counts, 100_000) < least_likeness(
        query, told("Olga Reileshmif"), counts, 100_000
    )


def test_longer_words_run_together_are_surer() -> None:
    assert least_joined(Query.read("binladen"), 1_000_000) < least_joined(Query.read("binla"), 1_000_000)
    assert least_joined(Query.read("binladen"), 0) < 1
