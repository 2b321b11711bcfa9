"""A second language is a file: German dates, ranges, months and counts."""

import pytest

from tui.dates import edtf
from tui.dates.find import read
from tui.dates.lexicon import CLASSES, LANGUAGES, language_of, load

_PUBLISHED = edtf.day(2009, 7, 10)


@pytest.mark.parametrize(
    ("sentence", "said", "value"),
    [
        ("Die Schlacht begann am 3. März 1914 im Süden.", "3. März 1914", "1914-03-03"),
        ("Vom 12. bis 14. Mai 1915 ruhten die Waffen.", "12. bis 14. Mai 1915", "1915-05-12/1915-05-14"),
        ("Zwischen März und Juli 2008 wurde gekämpft.", "März und Juli 2008", "2008-03/2008-07"),
        ("Von 1914 bis 1918 war Krieg.", "1914 bis 1918", "1914/1918"),
        ("Im Frühjahr 1916 kam er zurück.", "Frühjahr 1916", "1916-21"),
        ("Anfang 1917 starb er.", "Anfang 1917", "1917-01~/1917-04~"),
        ("Mitte Januar 2007 begann es.", "Mitte Januar 2007", "2007-01-11~/2007-01-20~"),
        ("Das war in den 1930er Jahren.", "den 1930er Jahren", "193X"),
        ("Das Haus ist aus dem 19. Jahrhundert.", "dem 19. Jahrhundert", "18XX"),
        ("Am Montag, dem 5. Juni 2009, kam er.", "Montag, dem 5. Juni 2009", "2009-06-05"),
        ("Am 03.04.2007 war es kalt.", "03.04.2007", "2007-04-03"),
        ("Die Stadt wurde 500 v. Chr. gegründet.", "500 v. Chr.", "-0499"),
        ("Seit 1990 lebt er dort.", "1990", "1990/.."),
        ("Das geschah vor drei Jahren.", "vor drei Jahren", "2006"),
        ("Er kam gestern.", "gestern", "2009-07-09"),
        ("In der ersten Hälfte des 19. Jahrhunderts wuchs sie.", "ersten Hälfte des 19. Jahrhunderts", "1800/1849"),
        ("Im Herbst des Jahres 1989 fiel die Mauer.", "Herbst des Jahres 1989", "1989-23"),
        ("In der Nacht vom 9. auf den 10. November 1938.", "9. auf den 10. November 1938", "1938-11-09/1938-11-10"),
        ("Am Ostermontag 1916 war es still.", "Ostermontag 1916", "1916-04-24"),
        ("Vom 28. Mai bis zum 4. Juni 1940 ging es.", "28. Mai bis zum 4. Juni 1940", "1940-05-28/1940-06-04"),
        ("Im Winter 1941/42 war es kalt.", "Winter 1941/42", "1941-24"),
        ("Ende des 19. Jahrhunderts wuchs sie.", "Ende des 19. Jahrhunderts", "1867~/1899~"),
    ],
)
def test_german_dates(sentence: str, said: str, value: str) -> None:
    dates = read(sentence, [], _PUBLISHED, language="de").dates
    assert [(sentence[one.start : one.end], one.when.edtf if one.when else None) for one in dates] == [(said, value)]


def test_the_language_of_a_text_is_seen_from_its_little_words() -> None:
    assert language_of("Der Mann und die Frau gingen mit dem Kind nach Hause.") == "de"
    assert language_of("The man and the woman went home with the child.") == "en"
    assert language_of("") == LANGUAGES[0]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_names_all_months_and_weekdays_and_only_known_classes(code: str) -> None:
    lexicon = load(code)
    entries = set(lexicon.words.values())
    assert {value for letter, value in entries if letter == "M"} == set(range(1, 13))
    assert {value for letter, value in entries if letter == "W"} == set(range(7))
    assert {letter for letter, _ in entries} <= set(CLASSES.values())
