"""Two articles that tell one exact day alike tell one event, however common its names."""

from pathlib import Path

import pytest

from tui.corpus.build import build, scan


def clusters(folder: Path, *texts: str) -> list[int]:
    """The cluster of each row told by articles of these texts, in calendar order."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"Report number {number}\n\n{text}\n")
    return [event.cluster for event in build(scan([folder])).events]


CROWD = " ".join(f"{name} Street was painted on June 3, 2007." for name in ("Elm", "Oak", "Ash", "Fir", "Yew", "Box"))


@pytest.mark.parametrize(
    "told",
    [
        "Mahmud Farhadi was captured on June 3, 2007.",
        "John Smith gave a speech in Paris on June 3, 2007.",
        "The court heard Karl Weber on June 3, 2007.",
        "The library reopened on June 3, 2007.",
        "On June 3, 2007 the army bombed Mosul.",
    ],
)
@pytest.mark.parametrize("crowd", ["", CROWD])
def test_the_same_sentence_in_two_articles_is_one_event_of_two_sources(tmp_path: Path, told: str, crowd: str) -> None:
    found = clusters(tmp_path, f"{told} {crowd}", told)
    assert len(found) - len(set(found)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("US forces captured Mahmud Farhadi on June 3, 2007.", "Mahmud Farhadi was seized on June 3, 2007 in Basra."),
        ("John Smith visited Berlin on June 3, 2007.", "On June 3, 2007 John Smith visited Berlin to see its mayor."),
        ("Voters elected Karl Weber on June 3, 2007.", "Karl Weber was elected president on June 3, 2007."),
    ],
)
def test_the_same_deed_of_the_same_person_on_one_day_is_one_event(tmp_path: Path, one: str, two: str) -> None:
    found = clusters(tmp_path, f"{one} {CROWD}", two)
    assert len(found) - len(set(found)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("John Smith visited Mosul on June 3, 2007.", "On June 3, 2007, John Smith visited Kirkuk."),
        ("John Smith met Karl Weber on June 3, 2007.", "John Smith met Mary Jones on June 3, 2007."),
        ("Police arrested John Smith on June 3, 2007.", "Police arrested Karl Weber on June 3, 2007."),
        ("John Smith was captured on June 3, 2007.", "John Smith was captured on June 9, 2008."),
        ("He was seen on June 3, 2007.", "He was seen on June 3, 2007."),
    ],
)
def test_another_person_or_place_or_day_is_another_event(tmp_path: Path, one: str, two: str) -> None:
    found = clusters(tmp_path, f"{one} {CROWD}", two)
    assert len(found) == len(set(found))
