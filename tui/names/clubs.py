"""Knows how sports clubs and the unions of a sport are called: "IK Skovbakken", "Fortuna Hjørring"."""

from tui.names.gazetteer import COUNTRY, places
from tui.names.heads import HEADS_PLACE
from tui.names.words import word_set

_LETTERS = frozenset(
    [
        "FC",
        "AFC",
        "CF",
        "SC",
        "AC",
        "IK",
        "FK",
        "BK",
        "SK",
        "IF",
        "IFK",
        "AIK",
        "SV",
        "VfL",
        "VfB",
        "TSV",
        "TSG",
        "FSV",
        "NK",
        "HNK",
        "OGC",
        "RCD",
        "BSC",
        "CD",
        "UD",
        "RFC",
        "LFC",
        "MFC",
        "GNK",
    ]
)
_BEGINS = word_set(
    "fortuna borussia dynamo dinamo spartak lokomotiv olympique sporting deportivo atletico hapoel maccabi partizan"
    " hertha eintracht arminia slavia slovan zenit cska shakhtar olimpia independiente team real racing inter rapid"
)
_ENDS = word_set("boldklub rovers wanderers hotspur albion athletic fotball fodbold calcio voetbal united")
_SPORTS = word_set(
    "football soccer basketball rugby cricket hockey tennis swimming athletics cycling netball rowing badminton golf"
    " boxing softball baseball gymnastics volleyball diving ski sport sports fencing judo sailing triathlon skate"
)


def is_club(name: str, folded: tuple[str, ...]) -> bool:
    """Whether a name of several words, as written and folded, is that of a club or of a land's union of a sport."""
    if folded[0] in _SPORTS and len(folded) == 2 and places().get(folded[1]) == COUNTRY:
        return True  # "Basketball Australia"
    if any(word.rstrip(".") in _LETTERS for word in name.split()):
        return True
    return (folded[0] in _BEGINS and folded[-1] not in HEADS_PLACE) or folded[-1] in _ENDS
