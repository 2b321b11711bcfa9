"""What looks like a date and is none: counts, labels, names, verbs."""

import re

from tui.dates import days
from tui.dates.expressions import Expression, Shape
from tui.dates.lexicon import Lexicon
from tui.dates.tokens import Tokens

_TIME_BEFORE = "iOBCftbLHRqQPAe"
_YEAR_BEFORE = "iOBCftbTLHRPA(&-/,"
_NOT_NOUNS = frozenset(("was", "is", "has", "as", "its", "this", "his", "hers", "ours", "theirs", "us", "thus", "plus"))
_JOINTS = frozenset("/_-.=&?#@:%+")
_LONGEST_ADDRESS = 200
_ADDRESS_MARK = re.compile(r"[/_=?&]")
_ADDRESS = re.compile(r"://|www\.|[\w)]\.[a-z]{2,4}/|/\d\d?/|\w/[\w-]*/|\w_$|[=?&]$")
_LIKELY_FROM, _LIKELY_TO = 1400, 2050


def is_trap(found: Expression, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the words around a found expression show that it is no date."""
    rule = found.rule
    if _is_in_address(tokens.text, tokens.starts[found.first], tokens.ends[found.stop - 1]):
        return True
    if rule in ("year", "years", "plain_number", "old_years"):
        return _is_count(found, tokens, lexicon)
    if rule == "now" and _is_title(found, tokens):
        return True
    if rule == "relative_unit" and _is_last_of_many(found, tokens, lexicon):
        return True
    if found.rule == "weekday_day":
        return found.first > 0 and tokens.classes[found.first - 1] not in "iBCft"
    if found.shape is Shape.DAY:
        return not _stands_as_day(found, tokens, lexicon)
    if rule in ("day", "days") and found.shape is Shape.YEARLESS:
        return tokens.word(found.stop) in lexicon.counted
    if rule in ("bare_month", "weekday", "bare_season", "quarter", "month", "feast", "relative_name"):
        return _is_name(found, tokens, lexicon)
    return False


def _is_count(found: Expression, tokens: Tokens, lexicon: Lexicon) -> bool:
    first, stop, classes, words = found.first, found.stop, tokens.classes, tokens.words
    before = classes[first - 1] if first else ""
    after, following = (classes[stop], words[stop]) if stop < len(classes) else ("", "")
    in_year = before == "i" and tokens.values[first - 1] == "in" and words[first - 1][0].isupper()
    numbering = tokens.word(first - 2 if before == "." else first - 1).lower()
    if numbering in lexicon.numbered:
        return True
    if before == "i" and tokens.values[first - 1] == "at":
        return True
    if following in lexicon.counted and not in_year and before not in "BC(":
        return True
    if before in ("d", "n", "#", "N") or after in ("#", "N"):
        return True
    if after == "-" and tokens.word(stop + 1) in lexicon.counted:
        return True
    if after == "-" and tokens.word(stop + 1) in lexicon.joined and tokens.ends[stop] == tokens.starts[stop + 1]:
        return True  # "a 1500-man army"
    if after == "-" and classes[stop + 1 : stop + 2] in ("n", "#") and tokens.ends[stop - 1] == tokens.starts[stop]:
        return True  # "Decree 2005-981"
    if (
        before == "-"
        and first > 1
        and classes[first - 2] in "dn#"
        and tokens.ends[first - 2] == tokens.starts[first - 1]
    ):
        return True
    if words[first][0] in "'’‘":  # "in '45"
        return before not in ("i", "B", "C", "f", "b", "t", "O", "A", "-")
    if found.rule in ("plain_number", "old_years"):
        return not _is_old_year(found, tokens, lexicon)
    if after == "X" and any(tokens.word(index) in lexicon.streets for index in range(stop + 1, stop + 4)):
        return True
    if found.when and found.rule == "years" and days.civil(found.when.last)[0] > _LIKELY_TO:
        return True
    year = days.civil(found.when.first)[0] if found.when else 0
    likely = _LIKELY_FROM <= year <= _LIKELY_TO
    if not likely and before == "." and tokens.word(first - 2).lower() in lexicon.lives:
        return False
    if not likely:
        return (
            before not in ("i", "B", "C", "f", "b", "(", "A", "t", "&")
            or (before == "" and after == "")
            or _is_plural(following)
        )
    if before in ("&", "t") and first > 1 and classes[first - 2] == "Y":
        return False
    if following in lexicon.onwards:
        return False
    return before in ("x", "", "O", "t", "&", "l", "!") and after == "x" and _is_plural(following)


def _is_old_year(found: Expression, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a number of three figures stands like a year: "in 314,", "(c. 314 - 368)", "In 348 Pachomius died"."""
    first, stop, classes = found.first, found.stop, tokens.classes
    before = classes[first - 1] if first else ""
    after = classes[stop] if stop < len(classes) else ""
    if before == "." and (first < 2 or classes[first - 2] != "A"):
        return False
    if before == "A" and tokens.word(first - 2) in lexicon.openers:
        return False  # "the figure was around 105"
    if before == "(":
        return after == ")"
    if before == "i" and tokens.values[first - 1] != "in":
        return False
    if before == "B" and tokens.values[first - 1] != "until":
        return False
    if before == "i" and tokens.word(first - 1)[0].isupper() and (first == 1 or classes[first - 2] in (".", ")")):
        return after in ("X", ",") or (after == "x" and tokens.word(stop) in ("he", "she", "the", "they", "it"))
    return after in ("", ",", ".", ")", "!", "&", "i", "B", "C")


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text is inside a web address or a file's path."""
    if (start == 0 or text[start - 1] not in _JOINTS) and (end >= len(text) or text[end] not in _JOINTS):
        return False
    if not _ADDRESS_MARK.search(text, max(0, start - _LONGEST_ADDRESS), end + _LONGEST_ADDRESS):
        return False
    before = (
        text[max(0, start - _LONGEST_ADDRESS) : start].rsplit(None, 1)[-1:]
        if start and not text[start - 1].isspace()
        else []
    )
    after = text[end : end + _LONGEST_ADDRESS].split(None, 1)[:1] if text[end : end + 1].strip() else []
    return any("/" in side or "_" in side or side[-1] in "=?&" for side in before + after) and any(
        _ADDRESS.search(side) for side in before + after
    )


def _is_plural(word: str) -> bool:
    return (
        len(word) > 3 and word.endswith("s") and word.islower() and word not in _NOT_NOUNS and not word.endswith("ss")
    )


def _stands_as_day(found: Expression, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether "the 24th" is a day as in "on the 24th they ...", not a thing that is numbered so."""
    classes, first, stop = tokens.classes, found.first, found.stop
    before = classes[first - 1] if first else ""
    after = classes[stop] if stop < len(classes) else ""
    if before not in ("i", "B", "C", "f", "t", "b", "W", "&"):
        return False
    if after == "x":
        return tokens.word(stop) in lexicon.openers
    if after == "X":  # "On the 24th Rommel attacked", but not "On the 24th Street was"
        opens = tokens.word(first - 1)[:1].isupper() and tokens.word(stop) not in lexicon.streets
        verb = tokens.word(stop + 1)
        return opens and classes[stop + 1 : stop + 2] == "x" and (verb in lexicon.openers or verb.endswith("ed"))
    return after not in ("U", "y", "c", "-", "O", "S", "D")


def _is_name(found: Expression, tokens: Tokens, lexicon: Lexicon) -> bool:
    classes = tokens.classes
    before = classes[found.first - 1] if found.first else ""
    after = classes[found.stop] if found.stop < len(classes) else ""
    if found.rule == "weekday" and _is_opening_time(found, classes):
        return True
    if tokens.word(found.first - 1) in lexicon.never_before:
        return True
    if tokens.word(found.stop) in lexicon.never_after:
        return True
    word = tokens.word(found.first)
    bare = found.rule in ("bare_month", "weekday", "bare_season", "feast") or (
        found.rule == "month" and not found.year_count
    )
    if found.shape is Shape.FIXED or found.base is not None or found.year_count is not None or not bare:
        return False
    if classes[found.first] == "W" and word in lexicon.names_too and after == "X":
        return True
    if found.rule == "weekday" and found.stop - found.first > 1 and tokens.word(found.stop - 1)[0].isupper():
        return True  # "Saturday Night Live"
    start = tokens.starts[found.first]
    if start and tokens.text[start - 1].isdigit():
        return True  # "%3Apr"
    if found.rule == "feast" and after == "x":
        following = tokens.word(found.stop)
        if following not in lexicon.openers and not following.endswith("ed"):
            return True  # "Christmas tree"
    season = classes[found.first] in "SF"
    if season and after == "X" and word[0].isupper():
        return True
    if word not in lexicon.names_too:
        return False
    if season:
        settled = before in ("L", "H", "R", "q", "Q", "P", "e") or (
            before == "T" and found.first > 1 and classes[found.first - 2] in "iBC"
        )
        with_another = (
            after in ("-", "t", "&", ",") and found.stop + 1 < len(classes) and classes[found.stop + 1] == "S"
        )
        with_another = with_another or (before in ("&", ",") and found.first > 1 and classes[found.first - 2] == "S")
        return not (settled or with_another) or after == "O"
    if before and before in _TIME_BEFORE:
        return False
    if before == "-" and found.first > 1 and classes[found.first - 2] in "PM":
        return False
    joined = after in ("-", "t", "&") and found.stop + 1 < len(classes) and classes[found.stop + 1] == "M"
    return not joined and not (before in ("&", "-", ",") and found.first > 1 and classes[found.first - 2] == "M")


def _is_title(found: Expression, tokens: Tokens) -> bool:
    """Whether "Today" is the end of a newspaper's name, as in "Miami Today"."""
    first = found.first
    return (
        first > 0
        and tokens.word(first)[0].isupper()
        and tokens.classes[first - 1] == "X"
        and tokens.text[tokens.ends[first - 1] : tokens.starts[first]] == " "
    )


def _is_last_of_many(found: Expression, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether "last year" is the final one of several, as in "her last year of school"."""
    return tokens.classes[found.first] == "L" and tokens.word(found.first - 1).lower() in lexicon.possessives


def _is_opening_time(found: Expression, classes: str) -> bool:
    """Whether a weekday stands as in "Mon-Fri", "Sat 9:00", "Friday the 13th"."""
    if classes[found.stop : found.stop + 2] in ("-W", "To") or classes[max(0, found.first - 2) : found.first] == "W-":
        return True
    return classes[found.stop : found.stop + 1] == "j" and classes[max(0, found.first - 1) : found.first] != "i"
