"""Rules for long or far stretches of the calendar: decades, centuries, years BC, years of three figures."""

from tui.dates import edtf
from tui.dates.expressions import Expression
from tui.dates.row import Row
from tui.model import When


def plain_number(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """In 314, where it stands like a year."""
    if len(row.tokens.word(i)) != 3 or row.number(i) < 100:
        return []
    return row.fixed(rule, i, j, edtf.year(row.number(i)))


def old_years(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """(c. 314 - 368)."""
    first, last = row.number(i), row.number(j - 1)
    if not 100 <= first < last <= 999:
        return []
    return row.fixed(rule, i, j, edtf.interval(edtf.year(first), edtf.year(last)))


def era(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """508 BC, AD 842."""
    era, number = (i + 1, i) if row.classes[i + 1] == "w" else (i, i + 1)
    word = row.tokens.word(number).replace(",", "")
    if not word.isdecimal():
        return []
    return row.fixed(rule, i, j, edtf.year(1 - int(word) if row.values[era] == -1 else int(word)))


def century(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The 17th century."""
    nth, end = _ordinal(row, i, j)
    if nth < 1:
        return []
    return row.fixed(rule, i, j, _century_of(row, nth, end, j))


def centuries(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The 18th and 19th centuries."""
    nth, end = _ordinal(row, i, j)
    other, _ = _ordinal(row, end, j)
    before = any(row.values[index] == -1 and row.classes[index] == "w" for index in range(end, j))
    if min(nth, other) < 1 or nth == other or (nth > other) is not before:
        return []  # before Christ the 5th comes before the 4th
    one, two = _century_of(row, nth, end, j), _century_of(row, other, end, j)
    return row.fixed(rule, i, j, edtf.interval(one, two))


def _century_of(row: Row, nth: int, i: int, j: int) -> When:
    before = any(row.values[index] == -1 and row.classes[index] == "w" for index in range(i, j))
    return edtf.parse(f"-{nth - 1:02}XX") if before else edtf.century((nth - 1) * 100)


def _ordinal(row: Row, i: int, j: int) -> tuple[int, int]:
    """The first ordinal from i on, "twenty-first" included, and the index after it."""
    index = row.at("o", i, j)
    if index < 0:
        return 0, j
    tens = row.number(index - 2) if index - 2 >= i and row.classes[index - 2] == "N" else 0
    return tens + row.number(index), index + 1


def decade(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """The 1930s, the '70s."""
    index = row.at("K", i, j)
    first = row.number(index)
    word = row.tokens.word(index)
    era = row.values[j - 1] if row.classes[j - 1] == "w" else None
    if era == -1 and word[0].isdecimal():  # "the 490s BC", "the 1920s BC"
        return row.fixed(rule, i, j, edtf.interval(edtf.year(-8 - first), edtf.year(1 - first)))
    if first < 1000 and word[0].isdecimal() and len(word.rstrip("s'’er")) == 3:
        return row.fixed(rule, i, j, edtf.decade(first)) if era == 1 or row.classes[i] == "T" else []
    if not word[0].isdecimal() and word[0].isalpha():
        return row.fixed(rule, i, j, edtf.decade(first)) if row.classes[i] == "T" else []
    if first < 100:
        joined = i >= 2 and row.classes[i - 2] == "K" and row.classes[i - 1] in "&-t/"
        if row.classes[i] != "T" and word[0].isdecimal() and not joined:
            return []
        first += 1900
    whole = edtf.century(first) if first % 100 == 0 and first != 2000 else edtf.decade(first)
    return row.fixed(rule, i, j, whole)


def era_range(row: Row, rule: str, i: int, j: int) -> list[Expression]:
    """264 to 146 BC: the era is that of both."""
    first, last = row.number(i), row.number(i + 2)
    if row.values[j - 1] == -1:
        if first <= last:
            return era(row, "era", i + 2, j)
        return row.fixed(rule, i, j, edtf.interval(edtf.year(1 - first), edtf.year(1 - last)))
    if first >= last:
        return era(row, "era", i + 2, j)
    return row.fixed(rule, i, j, edtf.interval(edtf.year(first), edtf.year(last)))
