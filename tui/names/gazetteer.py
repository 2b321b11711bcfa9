"""Knows the packed lists: English words, given names, surnames, places, and the few abbreviations everybody writes.

The lists are made by tests/tools/make_name_lists.py, which names their sources and licences.
"""

import gzip
from functools import cache
from importlib.resources import files

from tui.names.words import word_set

COUNTRY, STATE = 9, 8
"""Ranks of countries (and continents) and of US states in `places`; towns have the digits of their population."""

EQUIVALENTS: tuple[tuple[str, ...], ...] = (
    ("United States", "US", "U.S.", "USA", "U.S.A.", "United States of America", "U. S."),
    ("United Kingdom", "UK", "U.K.", "Great Britain", "Britain"),
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU", "E.U."),
    ("Soviet Union", "USSR", "U.S.S.R.", "Union of Soviet Socialist Republics"),
    ("United Arab Emirates", "UAE", "U.A.E."),
    ("Democratic Republic of the Congo", "DRC", "DR Congo"),
    ("People's Republic of China", "PRC"),
    ("Federal Bureau of Investigation", "FBI", "F.B.I."),
    ("Central Intelligence Agency", "CIA", "C.I.A."),
    ("North Atlantic Treaty Organization", "NATO"),
    ("Palestine Liberation Organization", "PLO"),
    ("Washington, D.C.", "Washington, DC", "Washington DC", "Washington D.C."),
)
"""Abbreviations so common that texts do not explain them; the first of each row is the full form."""

_COUNTRY_NAMES = word_set(
    "us usa uk ussr uae drc prc britain england scotland wales northern_ireland soviet_union yugoslavia"
    " czechoslovakia rhodesia zaire burma persia prussia siam ceylon tibet kurdistan kosovo chechnya palestine"
    " west_bank gaza gaza_strip east_germany west_germany north_korea south_korea korea north_vietnam"
    " south_vietnam vietnam taiwan hong_kong macau great_britain united_states united_states_of_america"
    " united_kingdom holland congo ivory_coast cape_verde macedonia east_timor swaziland vatican"
    " holy_roman_empire ottoman_empire british_empire russian_empire middle_east far_east southeast_asia"
    " central_asia east_asia south_asia latin_america central_america caribbean balkans scandinavia arabia"
    " western_europe eastern_europe central_europe persian_gulf soviet_russia peoples_republic_of_china"
    " democratic_republic_of_the_congo republic_of_china new_england siberia crimea sinai kashmir manchuria"
    " mesopotamia transjordan bosnia czech_republic russia iran syria laos moldova tanzania bolivia venezuela"
    " brunei west_indies indochina"
)
COUNTRY_NAMES = frozenset(name.replace("_", " ") for name in _COUNTRY_NAMES)
"""Folded names of countries and regions, of today and of history, in the form texts use."""


@cache
def words() -> frozenset[str]:
    """English words that are written in lower case."""
    return frozenset(_lines("words.txt.gz"))


@cache
def given_names() -> frozenset[str]:
    """Folded given names of many languages."""
    return frozenset(_lines("given.txt.gz"))


@cache
def surnames() -> frozenset[str]:
    """Folded surnames of many languages."""
    return frozenset(_lines("surnames.txt.gz"))


@cache
def places() -> dict[str, int]:
    """Folded place names and their rank: `COUNTRY`, `STATE`, or the number of digits of a town's population."""
    listed = {name: int(rank) for name, _, rank in (line.partition("\t") for line in _lines("places.txt.gz"))}
    return listed | dict.fromkeys(COUNTRY_NAMES, COUNTRY)


def _lines(name: str) -> list[str]:
    packed = (files("tui.names") / "data" / name).read_bytes()
    return gzip.decompress(packed).decode("utf-8").splitlines()
