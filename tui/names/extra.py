"""Weighs the words that only one of two spellings has: a middle name, a nationality, or another man."""

from tui.names.fold import fold_word
from tui.names.gazetteer import ORGANISATIONS, given_names, surnames, words
from tui.names.namewords import JOINTS
from tui.names.partners import LINKS
from tui.names.words import FAITHS, TITLES, is_demonym, word_set

_NATIONS = word_set("us u s united states american british uk")


_MONOSYLLABLE = 5
_TWO_WORDS = word_set("lloyd conan garcia lopez bonham vaughan scott")
"""First words of surnames of two words that are given names as well."""
_COMMON = word_set(
    "john james william robert george charles thomas henry edward joseph michael david richard samuel benjamin peter"
    " paul mark daniel andrew mary elizabeth anne jane margaret mohammed muhammad mohammad ahmed ahmad ali hassan"
    " hussein"
    " jose juan carlos luis maria"
)
_GIVEN_TOO = word_set("mahatma sayyid seyyed sayed")


def is_titled(name: str) -> bool:
    """Whether a name begins with somebody's title: "Mrs. Gandhi", but not "Mahatma Gandhi"."""
    lead = [fold_word(word) for word in name.split()]
    return len(lead) > 1 and lead[0] in TITLES and lead[0] not in _GIVEN_TOO


def weigh_extra(first: tuple[str, ...], second: tuple[str, ...], extra: list[str], group: bool, titled: bool) -> float:
    """The factor for words that only the longer name has."""
    known = group or " ".join(first) in ORGANISATIONS
    if (
        all(word in _NATIONS or (is_demonym(word) and word not in FAITHS) for word in extra)
        and known
        and second[0] in extra
    ):
        return 0.95
    ministry = "ministry" in first  # "Foreign Ministry", "Ministry of Foreign Affairs"
    if all(word in LINKS or (ministry and word == "affairs") for word in extra):
        return 0.95  # "Communist Party of China", "Chinese Communist Party"
    middle = first[0] == second[0] and first[-1] == second[-1] and len(extra) == 1 and len(first) == 2
    if middle and not group and extra[0] in surnames() and extra[0] not in JOINTS and len(extra[0]) > 1:
        return 0.78 if first[0] in _COMMON and first[-1] in surnames() else 0.86
    if group or any(
        word.isdigit() or (len(word) > 1 and word in words() and word not in given_names()) for word in extra
    ):
        return 0.5
    if second[-1] in extra and second[-1] in words():
        return 0.5  # "Martin Luther" and "Martin Luther King"
    begun = len(first) == 2 and extra == [second[0]] and first == second[1:]
    fathers = begun and first[0] in given_names() and first[0] not in _TWO_WORDS
    if fathers and extra[0] not in _COMMON and extra[0] not in words():
        return 0.78  # "Hassan Yousef" is the father of Mosab Hassan Yousef
    if len(extra) > 1 and first == second[: len(first)] and all(len(word) < _MONOSYLLABLE for word in second):
        return 0.6  # "Aung San" and "Aung San Suu Kyi"
    if len(first) == 1:
        return 0.9 if titled and first[0] == second[-1] else 0.7
    initials = [word for word in first if len(word) == 1]
    if all(len(word) == 1 for word in extra):
        return 0.6 if initials else 0.95  # "George H. W. Bush" and "George W. Bush"
    if middle:
        return (
            0.78 if first[0] in _COMMON and first[-1] in surnames() else 0.86
        )  # "John Adams" and "John Quincy Adams": often two men
    return 0.88
