"""Over a whole collection, what cannot both be right is found between articles, and what only looks like it is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.corpus.build import build, scan
from tui.corpus.tables import Corpus
from tui.model import Conflict

CONTRADICTIONS = {
    "killed-then-captured": (
        "fate",
        "General Otto Brandt was killed near Verden on 4 May 1921.",
        "Police officers captured General Otto Brandt in a barn in July 1921.",
    ),
    "two-days-of-death": (
        "date",
        "Clara Weiss, the painter, died on 3 March 1954.",
        "Clara Weiss died in April 1954 after a long illness.",
    ),
    "two-numbers-of-dead": (
        "number",
        "On 12 June 1963 a bomb at the Orient Hotel killed 14 people.",
        "A bomb at the Orient Hotel killed 19 people on 12 June 1963, the mayor said.",
    ),
    "two-years-of-birth": (
        "date",
        "Tomas Varga was born in 1901 in a village near Szeged.",
        "Tomas Varga, who was born in 1904, went to sea at sixteen.",
    ),
    "two-foundings": (
        "date",
        "The Kestrel Company was founded in March 1911.",
        "Two brothers established the Kestrel Company in 1913.",
    ),
    "two-days-of-arrest": (
        "date",
        "Pavel Orlov was arrested in January 1932.",
        "Agents arrested Pavel Orlov on 9 March 1932.",
    ),
    "two-days-of-signing": (
        "date",
        "The Treaty of Lemberg was signed on 2 August 1907.",
        "The Treaty of Lemberg was signed in the town hall on 9 August 1907.",
    ),
    "released-after-death": (
        "fate",
        "Yusuf Reis was executed in 1612.",
        "In 1615 the governor released Yusuf Reis.",
    ),
    "two-numbers-of-rifles": (
        "number",
        "On 5 October 1922 customs officers seized 40 rifles aboard the Maria Stella.",
        "Customs officers seized 60 rifles aboard the Maria Stella on 5 October 1922.",
    ),
}
"""What kind of fact, and the two statements that cannot both be right."""

LOOK_ALIKES = {
    "later-release": (
        "Jan Novak was captured in June 1944.",
        "Jan Novak was released in May 1945.",
    ),
    "captured-again": (
        "Emil Roth was arrested in January 1933 and escaped in February 1933.",
        "Soldiers captured Emil Roth in March 1933.",
    ),
    "a-year-and-a-day-of-it": (
        "Ines Duarte was born in 1888.",
        "Ines Duarte was born on 2 May 1888 in Porto.",
    ),
    "killed-and-wounded": (
        "On 3 April 1958 an explosion at the Falken Mine killed 21 miners.",
        "The explosion at the Falken Mine on 3 April 1958 wounded 45 miners.",
    ),
    "one-surname": (
        "Anna Lindqvist died in May 1950.",
        "Sven Lindqvist died in August 1950.",
    ),
    "only-around-a-death": (
        "Hugo Prager was killed in March 1919.",
        "After the death of Hugo Prager, the party was banned in October 1920.",
    ),
    "two-attacks": (
        "On 9 July 1971 a bomb in Aarlen killed 3 people.",
        "On 9 July 1971 a bomb in Brixham killed 8 people.",
    ),
    "elected-twice": (
        "Helena Moritz was elected mayor in 1920.",
        "Helena Moritz was elected mayor in 1924.",
    ),
    "wrongly-reported": (
        "Newspapers wrongly reported that Karl Eder had been killed in May 1916.",
        "Karl Eder was captured in September 1916.",
    ),
    "a-film-about-him": (
        "Luis Ferrer was executed in 1909.",
        "A film about Luis Ferrer was released in 1931.",
    ),
    "others-of-his": (
        "Omar Salim was killed in February 1926.",
        "Troops captured the brother of Omar Salim in June 1926.",
    ),
    "only-wanted": (
        "Rosa Kern was shot dead in January 1919.",
        "In March 1919 a crowd demanded the release of Rosa Kern and other prisoners, not knowing of her end.",
    ),
}
"""Two statements that can both be right."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Every statement as an article of its own, in one collection."""
    folder = tmp_path_factory.mktemp("press")
    for name, (_, *sides) in CONTRADICTIONS.items():
        _write(folder, name, sides)
    for name, alike in LOOK_ALIKES.items():
        _write(folder, name, alike)
    return build(scan([folder]))


def _write(folder: Path, name: str, sides: "list[str] | tuple[str, ...]") -> None:
    for number, sentence in enumerate(sides, 1):
        (folder / f"{name}.{number}.txt").write_text(f"Page {number}\n\n{sentence}\n", encoding="utf-8")


def _between(corpus: Corpus, name: str) -> Iterator[Conflict]:
    for conflict in corpus.conflicts:
        paths = [corpus.articles[corpus.events[event].article].path for event in conflict.events]
        if any(path.startswith(f"{name}.") for path in paths):
            yield conflict


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_contradiction_between_two_articles_is_found(corpus: Corpus, name: str) -> None:
    found = list(_between(corpus, name))
    assert [conflict.fact for conflict in found] == [CONTRADICTIONS[name][0]]
    (conflict,) = found
    paths = {corpus.articles[corpus.events[event].article].path for event in conflict.events}
    assert paths == {f"{name}.1.txt", f"{name}.2.txt"}
    assert all(conflict in corpus.conflicts_of(event) and corpus.is_disputed(event) for event in conflict.events)


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_what_only_looks_like_a_contradiction_is_not_one(corpus: Corpus, name: str) -> None:
    assert [conflict.reason for conflict in _between(corpus, name)] == []
