"""Knows what the words of a name say about its kind by themselves: heads, lists, shapes, what it begins with."""

import re
from collections.abc import Sequence

from tui.model import Kind
from tui.names.clubs import is_club
from tui.names.endings import ends_as_families, ends_as_towns
from tui.names.fame import STATESMEN
from tui.names.gazetteer import COUNTRY, ORGANISATIONS, POSTAL, STATE, companies, given_names, places, surnames, words
from tui.names.heads import (
    HEADS_EVENT,
    HEADS_FACILITY,
    HEADS_ORGANISATION,
    HEADS_PLACE,
    HEADS_WEAPON,
    head_of,
    singular,
)
from tui.names.hyphened import is_town
from tui.names.remembered import remembered
from tui.names.turns import EVENTS
from tui.names.weapons import DESIGNATION
from tui.names.weapons import NAMES as WEAPONS
from tui.names.words import DIRECTIONS, FRANCHISES, PARTICLES, is_demonym, word_set

KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.WEAPON, Kind.FACILITY, Kind.EVENT)
"""The kinds that get votes, in the order of a `Votes`."""

Votes = tuple[float, ...]
"""One weight for each of `KINDS`."""

_TAILS = word_set("network cartel clan militia gang faction dynasty")
_PROVINCE = 6


@remembered(100_000)
def own_votes(name: str, folded: tuple[str, ...]) -> Votes:
    """What the words of the name itself say, one weight for each of `KINDS`."""
    person = organisation = place = weapon = facility = event = 0.0
    key = " ".join(folded)
    last, first = folded[-1], folded[0]
    head = head_of(folded)
    before_of = head != last
    if last in DIRECTIONS and len(folded) > 2 and not before_of:
        head = folded[-2]  # "Champlain Towers South"
    head = singular(head) if len(folded) > 1 else head
    many = len(folded) > 1
    if many and is_levied(folded):
        organisation += 8.0
    if many and first in _SHIPS:
        weapon += 8.0
    if " ".join(folded[:2]) in FRANCHISES or first in FRANCHISES:
        organisation += 6.0
    common = not many and last in words() and last in HEADS_ORGANISATION
    rank = 0 if common else places().get(key, 0)  # the Police are seldom the town of that name
    if many and rank and f"{key} city" in places():
        rank = 0  # "Ho Chi Minh"
    place += (1.5 if last in surnames() else 3.0) * (many and 0 < rank < COUNTRY)  # "Minas Gerais"; "Benito Juarez"
    if rank:
        place += {COUNTRY: 6.0, STATE: 4.0}.get(rank, 1.0 + 0.5 * (rank - 4))
    if before_of and first not in given_names():
        person -= 3.0  # "Mouth of the Potomac"
    if folded[0] in DIRECTIONS and not many:
        place += 3.0
    if (many or before_of) and rank < STATE:
        organisation += 4.0 * (head in HEADS_ORGANISATION)
        place += 4.0 * (head in HEADS_PLACE)
        facility += 4.0 * (head in HEADS_FACILITY)
        event += 4.0 * (head in HEADS_EVENT)
        weapon += 4.0 * (head in HEADS_WEAPON)
        if first in BEFORE_PLACES and head not in _NO_PLACES:
            place, person = place + 3.0, person - 2.0 * (first not in words() and first not in given_names())
        if first in BEFORE_ORGANISATIONS:
            foreign = first not in words() or (last in places() and first in ("radio", "university", "bank"))
            organisation, person = organisation + (4.0 if foreign else 1.5), person - 3.0 * foreign
        manned = folded[1] in _MANNED and first in _MANNED_AS
        facility += 3.0 * ((manned or first in _BEFORE_FACILITIES) and head not in _NO_PLACES)
        if last in ("center", "centre") and any(word in _CENTRES for word in folded[:-1]):
            facility, organisation = facility + 5.0, organisation - 3.0
        event += 4.0 * (first in _BEFORE_EVENTS and head not in _NO_PLACES)
        if last == "government":
            organisation += 4.0
        if folded[-2:] == ("school", "district"):
            organisation, place = organisation + 5.0, 0.0
        if rank < COUNTRY and head not in _HEADS and places().get(last) == COUNTRY and _describe(folded[:-1]):
            place += 4.0  # "Nazi Germany"
    if key in ORGANISATIONS:
        organisation += 5.0
        if many:
            place, facility, event = min(place, 1.0), min(facility, 1.0), min(event, 1.0)  # "Manchester City"
    elif key in companies():
        organisation, person = organisation + 4.0, person - 1.0
    event += 5.0 * (many and key in EVENTS)
    if many and not before_of:
        organisation += 1.5 * any(word in HEADS_ORGANISATION for word in folded[1:-1])
    if folded[-1].removesuffix("s") in _TAILS and name[0].isupper() and name.split()[-1].islower():
        organisation += 5.0
    if (
        DESIGNATION.fullmatch(name)
        or DESIGNATION.fullmatch(name.replace(" ", "-"))
        or (many and DESIGNATION.fullmatch(name.rpartition(" ")[2]))
        or key in WEAPONS
        or last in WEAPONS
    ):
        weapon += 6.0
    if _ROAD.fullmatch(name):
        place, weapon = place + 8.0, 0.0
    letters = name.replace(".", "").replace("-", "")
    if letters in POSTAL and not many:
        place += 3.0
    elif letters.isupper() and 2 <= len(letters) <= 6 and not rank:
        organisation += 2.0
    if any(letter.isdigit() for letter in first + last) or (not name.isupper() and _coined(name)):
        person -= 3.0
        place -= 2.0 * (not rank and head not in HEADS_PLACE)
    given = first in given_names() and not (many and _said_of_thing(folded))
    if many and len(folded) <= 5 and not before_of and head not in _HEADS:
        plain = sum(word in words() and word not in given_names() for word in folded)
        person += 2.5 * given + 1.0 * (last in surnames()) - 1.0 * plain * (not given)
        person += 1.5 * min(2, sum(word in PARTICLES for word in folded[1:]))
        person += 2.0 * (first in _BEFORE_PERSONS) + 2.5 * (last in _AFTER_PERSONS)
        person += 1.0 * any(len(word) == 1 for word in folded[1:-1])
        if is_demonym(first) and not (given and not _said(folded)):
            person -= 5.0
            organisation += 5.0 if " ".join(folded[1:]) in ORGANISATIONS else 1.0
        if places().get(first) == COUNTRY and " ".join(folded[1:]) in ORGANISATIONS:
            person, organisation = person - 3.0, organisation + 5.0  # "Kenya Red Cross"
        if last in ("papers", "files", "leaks", "tapes", "diaries"):
            person, place = person - 4.0, place - 2.0  # "Pandora Papers"
        if first in ORGANISATIONS and first not in given_names() and first not in words():
            person -= 2.5  # "Toyota Hilux"
        if last in _COMPANIES and first not in words():
            organisation, person, place = organisation + 3.0, person - 2.0, min(place, 1.0)  # "Tullow Oil"
        if len(folded) > 2 and " ".join(folded[:2]) in places() and any(word in words() for word in folded[2:]):
            person -= 2.5  # "San Diego Comic-Con"
        if "-" in name and places().get(first) == COUNTRY and last not in words():
            place += 3.0  # "Bosnia-Herzegovina"
        town = places().get(first, 0)
        if (
            (town >= _PROVINCE or (town and not given))
            and last[-1] == "s"
            and last not in surnames()
            and last not in given_names()
        ):
            person -= 2.0
            organisation += 2.0  # "Boston Celtics"
    elif not many and not rank:
        acronym = len(letters) > 1 and letters.isupper() and last not in STATESMEN
        if not acronym:
            person += 1.0 * (given and last not in words()) + 0.8 * (last in surnames()) + 0.2 * (last not in words())
        organisation += (3.0 if common else 1.5) * (last in HEADS_ORGANISATION)
        place += 1.5 * (last in HEADS_PLACE)
        event += 1.5 * (last in HEADS_EVENT)
        organisation += 2.0 * (len(last) > 6 and last.endswith(_MADE))
        if not acronym and last not in words():
            person += 1.5 * ends_as_families(last)
            place += 1.5 * ends_as_towns(last)
        if last in words() and not given and last not in surnames():
            person -= 1.5
            place -= 1.0
    if 1 < len(folded) < 4 and last in _ALSO_SURNAMES and given and _is_called(first):
        person += 2.5  # "Todd Park" may be a man and a park
        place, facility, organisation = min(place, 2.5), min(facility, 2.5), min(organisation, 2.5)
    if len(folded) == 3 and given and folded[1] in _OF_FAMILIES and last not in HEADS_EVENT:
        person, organisation, place = person + 5.0, min(organisation, 1.0), min(place, 1.0)  # "James Van Fleet"
    if len(folded) == 3 and last == "games" and first in given_names() and first not in places():
        organisation, event = organisation + 5.0, 0.0  # "Monte Cook Games"
    if many and is_club(name, folded):
        organisation, place, person = organisation + 5.0, min(place, 1.0), person - 2.0
    if _NUMBERED_SITE.fullmatch(name):
        place, weapon, person = place + 8.0, 0.0, 0.0
    if not many and last in STATESMEN:
        person += 3.5 if rank else 2.0
    if "-" in name and is_town(name):
        place, person = place + 5.0, person - 3.0
    if "&" in name or last in ("inc", "ltd", "llc", "corp", "co", "plc"):
        organisation += 4.0
    return (person, organisation, place, weapon, facility, event)


def is_levied(folded: Sequence[str]) -> bool:
    """Whether a number and the land that raised it name a regiment: "20th Maine", "140th New York"."""
    return folded[0][0].isdigit() and folded[0][-1].isalpha() and places().get(" ".join(folded[1:]), 0) >= STATE


def _is_called(first: str) -> bool:
    """Whether a given name means nothing but somebody."""
    return (first not in words() or first in _CALLED) and first not in places()


def _said_of_thing(folded: tuple[str, ...]) -> bool:
    """Whether a name ends in plain words that no family is called by: "Paris Boat Show", "Grace Period"."""
    last = folded[-1]
    if last not in words() or last in surnames() or last in given_names():
        return False
    return folded[0] in words() or folded[0] in places() or (len(folded) > 2 and folded[-2] in words())


def _said(folded: tuple[str, ...]) -> bool:
    """Whether what follows a people's adjective is a thing: "German Wehrmacht", but not "Christian Heilmann"."""
    return folded[-1] in words() or folded[-1] in places() or " ".join(folded[1:]) in ORGANISATIONS


def _describe(before: tuple[str, ...]) -> bool:
    """Whether words before a country's name only say which part or time of it is meant."""
    return all(word in _STATES_OF or is_demonym(word) for word in before)


def _coined(name: str) -> bool:
    """Whether a name has a word no parent would choose: "QuickTime", "Mac OS X", but not "McNamara"."""
    return _MAY_BE_COINED.search(name) is not None and any(
        (_CAMEL.search(word) and not _SCOTTISH.fullmatch(word))
        or (len(word) > 1 and word.isalpha() and word.isupper() and word.strip("IVX"))
        for word in re.split(r"[ -]", name)
    )


_ROAD = re.compile(
    r"(?:I|US|U\.S\.|SR|CR|Route|Highway|Hwy|Interstate|Autobahn)[ -]\d{1,4}[A-Z]?|[AM]-?\d{2,4} (?:road|motorway)"
)
_NUMBERED_SITE = re.compile(r"(?:Hill|Point|Area|Camp|Sector|Height|Cota|Cote|Kota) \d{2,4}")
_COMPANIES = word_set(
    "oil gas energy petroleum mining gold steel telecom foods motors water resources cement sugar tobacco copper"
    " minerals metals electric rail fuel chemicals semiconductor textiles airlines shipping brewing publishing"
)
_OF_FAMILIES = frozenset(("van", "von", "de", "di", "da", "du", "del", "zu"))
_CENTRES = word_set(
    "coordination communications communication operations visitor visitors convention medical shopping cultural"
    " community detention training conference civic processing town city trade"
)
_SHIPS = word_set("uss hms hmas hmcs ins rfs kri")
_ALSO_SURNAMES = word_set(
    "park hill hills hall church bridge house lake castle temple forest street brook field fields banks wall camp beach"
    " land ridge mills plant tower towers waters port rivers wells glen ward lodge parish marsh cliff cliffs powers"
    " day"
)
_MADE = (
    "news",
    "soft",
    "corp",
    "pedia",
    "leaks",
    "bank",
    "gram",
    "chat",
    "media",
    "watch",
    "tube",
    "telecom",
    "neft",
    "polizei",
    "hilfe",
    "raadio",
    "jugend",
    "verband",
    "gesellschaft",
    "zeitung",
    "bladet",
    "avisen",
    "partei",
    "ministerium",
    "wehr",
    "vision",
    "sport",
    "bahn",
    "werke",
    "gaz",
)
_MAY_BE_COINED = re.compile(r"[a-z][A-Z]|[A-Z]{2}")
_CAMEL = re.compile(r"[a-z][A-Z]")
_SCOTTISH = re.compile(r"(?:O['’]|Mc|Mac|Fitz|De|Di|Da|Du|Le|La|Van|Von|El|Al|Bin|Del|St)[A-Z][a-z]+")
_STATES_OF = word_set(
    "nazi communist imperial colonial fascist tsarist czarist vichy free occupied unoccupied mainland greater old new"
    " modern ancient early late medieval postwar prewar western eastern northern southern central north south east west"
    " northwest northeast southwest southeast upper lower inner outer sub saharan equatorial tropical continental"
    " revolutionary republican nationalist contemporary rural urban socialist democratic independent unified divided"
    " classical feudal mediterranean atlantic pacific"
)
_BEFORE_EVENTS = word_set("operation tropical hurricane typhoon cyclone storm tropical-storm exercise")
_BEFORE_PERSONS = word_set("abu abd umm ibn bin")
_AFTER_PERSONS = word_set("pasha bey effendi efendi agha aga hanim jr sr")
BEFORE_PLACES = word_set(
    "mount mt lake cape fort port new north south east west san santa saint st county rio upper lower rue"
    " piazza isla islas ile iles jabal jebel wadi sierra monte monti rio cerro puerto puente bab bahia baie golfo cabo"
    " villa villas ciudad colonia deir dayr tal tell khirbet kafr beit beth ein nahr bir umm dar costa playa laguna"
    " lago loch glen inch bad sankt saint-denis plaza place praca praia pont val kuala ulan tierra"
    " shatt qasr kfar ayn ain tall ras tepe"
)
"""Folded words that begin the names of places in English and other languages."""
BEFORE_ORGANISATIONS = word_set(
    "accion action alianza ansar armata armee asaib banco bank banque bund church coalicion comite compagnie"
    " companhia compania confederacion conseil consejo convergencia department diario ecole ejercito exercito"
    " fatah faylaq federacion federation fidayin firqat force forces frente front fuerza fuerzas gewerkschaft"
    " groupe grupo gruppe guardia harakat hezb hizb hizbul institut jabhat jaish jamaah jamaat jamiat jaysh jeish"
    " jemaah journal jund juntos kataeb kataib lashkar lashkari lega liga ligue liwa majlis ministere ministerio"
    " ministry mouvement movimento movimiento partei parti partido partito partiya peshmerga petroleos policia"
    " quwat radio saraya sipah sociedad societe tanzim tehreek tehrik uniao union unione universidad universitat"
    " universite university verein"
    " centro instituto asociacion organizacion comision comando bloque brigada batallon corporacion fundacion sindicato"
    " confederacao associacao fundacao secretariado secretaria movimento fondation rassemblement mouvement assemblee"
    " regimiento brigata battaglione compania kataeb hayat hashd tayyar ittihad munazzamat partai tentara chama rada"
)
"""Folded words that begin the names of organisations in English and other languages."""

_MANNED, _MANNED_AS = ("outpost", "base", "post"), ("combat", "patrol", "observation", "firebase")
_CALLED = word_set(
    "john bill frank mark jack nick bob mike peter jimmy tony harry roger henry james robert charles george thomas"
    " david paul edward william richard joseph daniel martin barry larry terry jerry sandy jenny sally molly guy drew"
    " chuck rick matt"
)
"""Given names that are words, too, but never begin a place's name."""
_BEFORE_FACILITIES = word_set(
    "camp outpost checkpoint firebase fob cop hopital musee chateau palazzo masjid masjed castello museo hotel schloss"
)
_NO_PLACES = HEADS_ORGANISATION | HEADS_EVENT | HEADS_WEAPON
_HEADS = HEADS_ORGANISATION | HEADS_PLACE | HEADS_FACILITY | HEADS_EVENT | HEADS_WEAPON
