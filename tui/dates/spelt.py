"""Numbers spelt in several words, made one token: "twenty-first", "nineteen twenty-eight", "the nineteen seventies".

What a single word means stands in the language file; here is only how English puts such words together.
"""

import re

_CANDIDATE = re.compile(r"N-?(?=[NoK])")
_YEAR_BEFORE = frozenset("iOBCftb&,(.MdoSyTPA-")
"""Classes of tokens after which number words can be a year: in, of, by, a month, a day, a season."""
_NOT_AFTER = frozenset("-Uycuz")
_CENTURIES = range(11, 22)


def join_spelt(
    text: str, classes: list[str], values: list[object], starts: list[int], ends: list[int], words: list[str]
) -> None:
    """Make one token of each ordinal, decade or year that several number words spell, in place."""
    row = "".join(classes)
    if not _CANDIDATE.search(row):
        return
    found = list(_CANDIDATE.finditer(row))
    stop = len(row)
    for match in reversed(found):
        at = match.start()
        if match.end() >= stop:
            continue
        joined = _joined(row, values, at, match.end())
        if joined is None:
            continue
        letter, value, end = joined
        classes[at:end] = [letter]
        values[at:end] = [value]
        ends[at:end] = [ends[end - 1]]
        words[at:end] = [text[starts[at] : ends[at]]]
        del starts[at + 1 : end]
        stop = at
        row = row[:at] + letter + row[end:]


def _joined(row: str, values: list[object], at: int, second: int) -> tuple[str, object, int] | None:
    """Class, value and end of what the number words from `at` on spell together, or None."""
    head, other = _int(values[at]), _int(values[second])
    if row[second] == "o":
        if head in range(20, 100, 10) and 1 <= other <= 9:
            return "o", head + other, second + 1
        return None
    if row[second] == "K":
        if head in _CENTURIES and 1900 <= other < 2000:
            return "K", head * 100 + other % 100, second + 1
        return None
    return _year(row, values, at, second)


def _year(row: str, values: list[object], at: int, second: int) -> tuple[str, object, int] | None:
    """A year in words where it stands like one, not like a count."""
    if at and row[at - 1] not in _YEAR_BEFORE:
        return None
    head, other, end = _int(values[at]), _int(values[second]), second + 1
    if head == 2 and other == 1000:
        end, rest = _tens(row, values, end + (row[end : end + 2] == "&N"))
        year = 2000 + rest
        if not rest:
            return None
    elif head in _CENTURIES and other == 100:
        end, rest = _tens(row, values, end + (row[end : end + 2] == "&N"))
        year = head * 100 + rest
    elif head in _CENTURIES and 10 <= other <= 90:
        end, rest = _tens(row, values, second)
        year = head * 100 + rest
    else:
        return None
    if row[end : end + 1] in _NOT_AFTER:
        return None
    return "Y", year, end


def _tens(row: str, values: list[object], at: int) -> tuple[int, int]:
    """Index after, and value of, the number below a hundred that begins at a token; 0 if none does."""
    if row[at : at + 1] != "N" or not 1 <= _int(values[at]) <= 99:
        return at - (row[at - 1 : at] == "&"), 0
    tens, end = _int(values[at]), at + 1
    after = end + (row[end : end + 2] == "-N")
    if tens % 10 == 0 and tens >= 20 and row[after : after + 1] == "N" and 1 <= _int(values[after]) <= 9:
        return after + 1, tens + _int(values[after])
    return end, tens


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0
