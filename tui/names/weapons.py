"""Knows how weapons are written: designations such as "AK-47", and long forms that stand in lower case."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from tui.model import Part
from tui.names.candidate import Candidate, Stated
from tui.names.stated import abbreviates
from tui.names.words import word_set

DESIGNATION = re.compile(
    r"(?:(?:AK|AKM|RPG|RPK|SA|SS|SCUD|SU|Su|MiG|MIG|Mig|T|F|B|C|M|MQ|RQ|UH|AH|CH|FIM|AGM|AIM|BGM|MGM|BMP|BTR|PK|PKM|S|R|U|V|TOW|QW|HN|HQ"
    r"|FN|MP|HK|G|AC|KC|EC|MH|HH|OH|CV|MV|AR|SR|BM|ZSU|SPG|RPD|Kh|Tu|Il|Yak|Mi|Ka|Ju|Bf|Me|He|Fw|Do|Hs|Ar|La|Pe|KV|IS|Ki|L|Mk|Type|Zu|ZU|DF|JL|KN|Mirage|Trident|Minuteman|Polaris)-?\d{1,3}[A-Z]?s?"
    r"|(?!Covid|Sars|Chome|Title|Article|Section|Psalm|Channel|Route|Category|Level)[A-Z][a-z]{3,}-\d{1,3}[A-Z]?)"
)
"""A designation that is letters, a hyphen and a number: "SS-20", "Misagh-1"."""

_NAMES = word_set(
    "ied ieds efp efps vbied vbieds rpg rpgs icbm icbms slbm slbms irbm irbms manpads manpad wmd wmds uav uavs"
    " kalashnikov kalashnikovs katyusha katyushas stinger stingers scud scuds tomahawk tomahawks patriot-missile"
    " grad javelin-missile hellfire hellfires semtex sarin kornet kornets strela strelas uzi agent-orange"
    " chinook chinooks humvee humvees predator-drone predators reapers zelzal fajr shahab qassam"
    " shermans spitfire spitfires messerschmitts stuka stukas heinkels lancasters hellcats superfortress"
    " superfortresses merkavas bradleys pershings pattons chaffees centurions panzerfaust panzerfausts exocet exocets"
    " nebelwerfer nebelwerfers iskander iskanders himars bayraktar bayraktars pantsir t-34s katyushas"
)
NAMES = frozenset(name.replace("-", " ") for name in _NAMES)
"""Folded names that are weapons by themselves."""

_LONG = re.compile(
    r"\b((?:explosively[- ]formed|improvised|shaped|armou?r-piercing|man-portable|rocket-propelled|surface-to-air"
    r"|intercontinental|submarine-launched|intermediate-range|vehicle-borne|unmanned|anti-tank|anti-personnel|roadside)"
    r"(?:[- ][a-z]+){1,4}?s?)(?:,? or | \(|, (?:known|called) as |s? known as )(?:the )?([A-Z][A-Za-z-]{1,8})\b"
)
_STEMS = (
    "xplosive", "mprovised", "shaped", "piercing", "portable", "propelled", "to-air", "intercontinental", "launched",
    "intermediate-range", "borne", "unmanned", "anti-tank", "anti-personnel", "roadside",
)  # fmt: skip
"""What a text must hold to have any of these."""
_FORMED = re.compile(
    r"\b[Ee]xplosively[- ][Ff]ormed [Pp](?:enetrator|rojectile)s?\b|\b[Ii]mprovised [Ee]xplosive [Dd]evices?\b"
)


def lower_case_weapons(text: str, parts: Sequence[Part], known: AbstractSet[str]) -> Iterator[Candidate]:
    """Long forms in lower case: standing terms, and those the text abbreviates ("penetrators, or EFPs")."""
    stated: dict[str, Stated] = {}
    if not any(word in text for word in _STEMS):
        return  # most texts
    for match in _LONG.finditer(text):
        short = match[2]
        if abbreviates(short.rstrip("s"), match[1]):
            stated[match[1]] = Stated(short, "in brackets" if "(" in match[0] else "or")
    spans: dict[str, list[int]] = {}
    for part in parts:
        if part.kind.counts:
            for match in _FORMED.finditer(text, part.start, part.end):
                spans.setdefault(match[0], []).append(match.start())
            for name in stated:
                for found in re.finditer(rf"\b{re.escape(name)}\b", text[part.start : part.end]):
                    starts = spans.setdefault(name, [])
                    if part.start + found.start() not in starts:
                        starts.append(part.start + found.start())
    for name, starts in spans.items():
        if name not in known:
            link = (stated[name],) if name in stated else ()
            yield Candidate(name, starts[0], len(starts), 0, 0, ("weapon",), link)
