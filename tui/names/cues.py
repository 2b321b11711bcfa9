"""Knows what the words around a name say about its kind, as short codes that can be counted and weighed.

Codes: `<word` and `>word` are the lower-case neighbours before and after; `<<role`, `<<org`, `<<place` a noun of that
class before ("leader Hassan", "the city of Irbil"); `<<listed` the second of two places ("in Amarah and Irbil");
`<<member` after "members of"; `>>role` a role in apposition (", the commander"); `>>says`, `>>acts` a verb people do;
`>>people` "members", "fighters"; `title` a title that was taken off; `poss` a possessive; `bracket` a name in
brackets; `common` an abbreviation of common words; `cited` the author of a work cited;
`commands` a possessive before a unit; `age` a number in apposition;
`<<land` after "Iraq's"; `>>within` a country after a comma; `quoted` a name in quotation marks; `dateline` a town
that a report comes from; `the` a definite article; `<speaks` a label of who speaks next.
`=person` and its like are not of this file: somebody else's vote on the kind.
"""

import re

from tui.names.bearings import TELLING, after_the, after_words
from tui.names.gazetteer import COUNTRY, STATE, given_names, places, surnames
from tui.names.words import DIRECTIONS, ORG_ROLES, PLACE_ROLES, ROLES, SPEECH_VERBS, word_set

_SOON = 3_000
REACH = 60
"""How many code points either side are looked at."""
_WORDS = 3
_NEAR = 32
"""How many code points before a name most often hold the last words."""

_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AFTER = re.compile(r"(['’]s?\b|['’])?([ ,;:.()\n–—-]*)([^\W_]+)?(?: ([^\W_]+))?(?: ([^\W_]+))?")
_DATELINE = re.compile(r"(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)?(?: \([A-Z][\w .]{1,25}\))? ?(?:[—–]|--|-) ")
_LISTED = re.compile(r"\b(in|near|from|at|of|by|with) (?:[\w’'-]+,? ){1,3}and $")
_ENDS = re.compile(
    r"[^\w\s'’]|\n|$|\s(?:and|or|in|on|at|to|from|for|by|where|which|with|as|after|before|during|last|this)\b"
)
"""What follows the last of several places; a verb there begins another clause: "in Moscow and Steffens left"."""
_MEMBERS = word_set(
    "member members leader leaders office offices wing branch fighters supporters spokesman spokesmen spokeswoman"
    " founder founders chairman chairmen chairwoman cadres ranks militants deputies headquarters board activists"
    " commanders edition editions issue issues editor editors readers pages reporter reporters columnist columnists"
    " correspondent correspondents"
)
_MEMBERS_OF = re.compile(rf"\b(?:{'|'.join(sorted(_MEMBERS))}) (?:of|for|from) (?:the )?$", re.IGNORECASE)
_LOWER_WORDS = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+)*")
_CITED_AFTER = re.compile(r"(?: (?:&|and) [A-Z][\w-]+)?,? \(?(?:1[5-9]|20)\d\d[a-z]?[);:,]")
_WITHIN = re.compile(r"[\w,] An? $")
_NAMING = ("named", "nicknamed", "christened", "codenamed", "code-named", "surnamed")
_CAST = re.compile(
    r"\b(?:star\w*|appear\w*|cast|guest[\w-]*|debut\w*|voiced?|playing|recurring)\b[\w ,’'-]* as $"
    r"|\b(?:an?|his|her|my|our|their|one) \w+ called $"
)
"""What comes before the name of a part somebody plays: "guest starred as Ruby"."""
_BEFORE_OF_PLACES = (
    PLACE_ROLES
    | DIRECTIONS
    | word_set(
        "outskirts vicinity shores banks streets suburbs inhabitants mayor governor residents villagers native natives"
        " siege bombing bombardment shelling evacuation occupation invasion storming sack relief recapture resident"
        " parts much most airport airfield airspace oilfield ruins plains skies gates hills"
    )
)
_OF_MEMBERS = ("of", "for", "from", "the")
_BEGINNING = frozenset(("A", "An", "At", "In", "From", "Near", "Around", "Outside", "To", "Across", "Into", "By"))
"""What a sentence begins with and means the same there as within it."""
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "former", "then", "our"))
_PEOPLE = word_set(
    "members member fighters militants officials troops soldiers agents operatives spokesman spokeswoman"
    " spokesperson forces officers leaders headquarters employees supporters insurgents shares executives"
    " leader commander chief founder co-founder militant fighter operative official executive lawmaker lawmakers"
    " researchers reporter correspondent staffer employee employees staff users readers viewers shareholders"
)


_VESSELS = word_set(
    "battleship battleships cruiser cruisers destroyer destroyers frigate frigates corvette corvettes submarine"
    " submarines dreadnought battlecruiser minesweeper gunboat schooner steamer steamship liner tanker freighter"
    " trawler yacht tugboat troopship ironclad flagship minelayer u-boat"
)
"""Lower-case nouns after which a ship is named."""
_PLAYERS = word_set(
    "midfielder striker defender goalkeeper winger left-back right-back centre-back fullback quarterback pitcher"
    " linebacker shortstop forward fans supporters side squad teammate boss coach head-coach legend captain batsman"
)
"""Nouns after the name of a team, which most often is that of its town."""
_UNITS = word_set("division divisions corps brigade brigades regiment battalion squadron platoon cavalry batteries")
_SET_UP = ("established", "founded", "formed")
_LEANINGS = word_set(
    "left-wing right-wing far-right far-left centre-right centre-left center-right center-left ruling leftist rightist"
    " centrist islamist jihadist separatist opposition militant insurgent so-called paramilitary"
)
"""What stands before parties and armed groups: "his left-wing Syriza"."""
_ACTS = word_set(
    "agreed proposed worried confessed presented decided hoped feared felt knew wanted refused tried sought urged"
    " ordered promised demanded preferred returned offered accepted rejected spoke appeared worked played took gave"
    " went came got ran sat stood smiled laughed nodded hated loved liked understood realised realized remembered"
    " died married wept swam slept sang painted shouted whispered wrote commanded knelt cried drank"
    " learned concluded advised persuaded convinced resigned retired joined fled escaped sent received visited"
    " travelled traveled studied taught turned"
)
_SITES = word_set(
    "prison jail airport airport airbase airfield base camp hospital stadium mosque bridge prison checkpoint border"
    " road roads crossroads ferry ford residence palace dacha villa compound airstrip garrison refinery"
    " suburb suburbs neighborhood neighborhoods residents coast shores valley mountains metro"
)
_REGIMES = word_set(
    "administration administrations government governments regime family presidency era campaign cabinet brothers"
    " estate trial case dictatorship dynasty junta ministry team clan network networks"
)
_LANDS_OWN = re.compile(r"([A-Z][a-z]+)['’]s?$")


def cues(text: str, start: int, end: int) -> list[str]:
    """The codes for the name at `text[start:end]`, in no order that matters."""
    found: list[str] = []
    line = text.rfind("\n", max(0, start - REACH), start) + 1
    before = text[max(line, start - REACH) : start]
    if start == line and text[start:end].isupper() and _DATELINE.match(text, end):
        found.append("dateline")
    if start == line and text.startswith(": ", end) and _may_speak(text[start:end]) and _speaks_again(text, start, end):
        found.append("<speaks")
    if before[-1:] in ("“", '"') and text[end : end + 1] in ("”", '"'):
        found.append("quoted")
    if before[-1:] in "(“\"‘'":
        if before[-1:] == "(":
            found.append("bracket")
            if text[end : end + 1] == ")" and _is_common(before[:-1], text[start:end]):
                found.append("common")
        before = before[:-1]
    if before[-1:] in (" ", "-"):
        words = _last_words(before)
        owner = _LANDS_OWN.search(before.rstrip()) if "’" in before[-4:] or "'" in before[-4:] else None
        if owner and places().get(owner[1].casefold()) == COUNTRY:
            found.append("<<land")
        if words and before.rstrip(" -")[-1:].isalpha():
            last = words[-1]
            if last in ("the", "The"):
                found.append("the")
                if len(words) > 1:
                    found.append("<" + words[-2].lower() + " the")
                    found.extend(after_the(words[-2], before))
            elif last[0].islower() or last in _BEGINNING:
                if last in ("A", "An") and _WITHIN.search(before):
                    found.append("<titled")  # "put it into An Inconvenient Truth"
                else:
                    found.append("<" + last.lower())
                if last in TELLING:
                    found.extend(after_words(words, text, end))
            if last == "and":
                listed = _LISTED.search(before)
                if listed:
                    found.append("<" + listed[1])
                    if (
                        listed[1] in ("in", "near", "from", "at")
                        and _ENDS.match(text, end)
                        and not _is_person(text[start:end])
                        and _is_place(before[listed.start(1) :])
                    ):
                        found.append("<<listed")
            if last == "called" and len(words) > 1 and (words[-2] in PLACE_ROLES or words[-2] == "place"):
                found.append("<<place")
            elif last in _NAMING or (last in ("as", "called") and _CAST.search(before)):
                found.append("<<named")
            if last in _OF_MEMBERS and _are_members(words, before):
                found.append("<<member")
            if last in _VESSELS or (last == "carrier" and words[-2:-1] == ["aircraft"]):
                found.append("<<ship")
            if last in ROLES:
                found.append("<<role")
            elif last in ORG_ROLES or last in _LEANINGS:
                found.append("<<org")
            elif last in PLACE_ROLES or (last == "of" and len(words) > 1 and words[-2].lower() in _BEFORE_OF_PLACES):
                found.append("<<place")
    if _is_cited(text, start, end):
        found.append("cited")
    match = _AFTER.match(text[end : end + REACH])
    if match:
        possessive, gap, first, second, third = match.groups()
        if possessive:
            # "during Daqduq's capture": what stands before belongs to the capture.
            found = [cue for cue in found if not cue.startswith("<") or (cue.startswith("<<") and cue != "<<member")]
            found.append("poss")
            if gap == " " and first in _UNITS:
                found.append("commands")  # "Smith's division"
        if gap.startswith(",") and first:
            if first.isdigit():
                found.append("age")
            elif first[0].isupper() and _is_land(first, second):
                found.append(">>within")
            elif first in DIRECTIONS and second == "of":
                found.append(">>isplace")  # ", south of Baghdad"
            elif first in _SET_UP and second == "in":
                found.append(">>org")
            elif first in _ARTICLES:
                found.extend(_appositive(second, third))
            elif first == "who":
                found.append(">>who")
            elif first == "where":
                found.append(">>where")
        elif gap.startswith(" (") and first:
            found.append(">(")
        elif gap == " " and first and first[0].islower():
            if first in _REGIMES and not text[start:end].isupper():
                found = [cue for cue in found if cue != "the"]  # "the Aristide government": the government's
            found.append(">" + first)
            if first in _PLAYERS and not possessive:
                found.append(">>team")
            if first in SPEECH_VERBS:
                found.append(">>says")
            elif first in _ACTS:
                found.append(">>acts")
            elif first in _PEOPLE:
                found.append(">>people")
            elif first.rstrip("s") in ORG_ROLES:
                found.append(">>org")
            elif first in PLACE_ROLES or first in _SITES:
                found.append(">>place")
            elif first in ORG_ROLES:
                found.append(">>org")
    return found


def _last_words(before: str) -> list[str]:
    """The last three words of what stands before a name, those with hyphens whole; fewer if there are no more."""
    near = _BEFORE.findall(before[-_NEAR:])  # the first of these may be cut off
    return (near if len(near) > _WORDS else _BEFORE.findall(before))[-_WORDS:]


def _are_members(words: list[str], before: str) -> bool:
    """Whether the name, whose last words before it are `words`, is what somebody is a member or the like of."""
    noun = words[-3:-2] if words[-1] == "the" else words[-2:-1]
    may_be = any(word.rpartition("-")[2].casefold() in _MEMBERS for word in noun)
    return may_be and _MEMBERS_OF.search(before) is not None


def _speaks_again(text: str, start: int, end: int) -> bool:
    """Whether the same label begins a line soon after."""
    return text.find(f"\n{text[start:end]}: ", end, end + _SOON) >= 0


def _may_speak(label: str) -> bool:
    """Whether a label is one of a person: a given name or surname."""
    words = label.split()
    return words[0].casefold() in given_names() or words[-1].casefold() in surnames()


def _is_person(name: str) -> bool:
    """Whether several words begin with somebody's given name that no place has."""
    first, _, rest = name.casefold().partition(" ")
    return bool(rest) and first in given_names() and first not in places() and name.casefold() not in places()


def _is_cited(text: str, start: int, end: int) -> bool:
    """Whether a name is that of the author of a work cited: "(Baron & Beresford 2014)", "Heidenreich et al."."""
    listed = text[max(0, start - 2) : start] in ("; ", "& ") or text[start - 1 : start] == "("
    return text.startswith(" et al", end) or (listed and _CITED_AFTER.match(text, end) is not None)


def _is_common(before: str, short: str) -> bool:
    """Whether a bracket abbreviates words in lower case: "compact fluorescent lights (CFL)", "diodes (LEDs)"."""
    letters = short.removesuffix("s").casefold()
    words = [part for word in _LOWER_WORDS.findall(before) for part in (word.split("-") if "-" in word else [word])]
    if not short[:2].isupper() or len(words) < 2 or not before.endswith(" ") or not before.rstrip()[-1:].isalpha():
        return False
    last = words[-len(letters) :]
    return (
        words[-1][0] == letters[-1:]
        and "".join(word[0] for word in last) == letters
        and before.rstrip().endswith(words[-1])
    )


def _is_place(listed: str) -> bool:
    """Whether the words of "in A and " hold a place that is in the lists."""
    if listed.count(",") == 1 and listed.rstrip().endswith(", and"):
        return False  # "in Asia, and Farouq, who ...": another clause
    names = [word.strip(",").casefold() for word in listed.split()[1:-1]]
    return any(name in places() for name in names)


def _is_land(first: str, second: str | None) -> bool:
    """Whether words after a comma are a country or state: "Bagram, Afghanistan"."""
    name = first.casefold()
    return places().get(name, 0) >= STATE or (
        second is not None and places().get(f"{name} {second.casefold()}", 0) >= STATE
    )


def _appositive(first: str | None, second: str | None) -> list[str]:
    if second in ROLES and (first in ORG_ROLES or first in PLACE_ROLES):
        return [">>role"]  # ", the army spokesman"
    for word in (first, second):
        if word in ROLES:
            return [">>role"]
        if word in ORG_ROLES:
            return [">>isorg"]
        if word in PLACE_ROLES:
            return [">>isplace"]
    return []
