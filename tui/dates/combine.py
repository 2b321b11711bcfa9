"""Joins what the grammar found to the words before it and to each other: early, about, before, from ... to."""

from collections.abc import Callable

from tui.dates import edtf
from tui.dates.counting import NotSoMany, counterpart, first_units, nth_unit, shift
from tui.dates.expressions import KNOWN_DAY, NO_SUCH, Expression, Modifier, Shape
from tui.dates.lexicon import Lexicon
from tui.dates.ranges import adjoined, can_range, days_of_week, from_to, is_same_kind, listed_with, share_year
from tui.dates.tokens import Tokens
from tui.model import Precision, When

_SPLITTABLE = (Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.SEASON)
_NEGATION_REACH = 4
_REACHING_IN = ("by", "since", "until")
"""Bounds that lie within a long stretch such as a decade, as the language files call them."""
_LONGER_THAN_YEAR = 400
_DEEPEST = 4
_WIDEST_LINK = 3
"""Tokens between two dates that are one, at most: a comma, "and", "the"."""
_SHORTEST_ONWARDS = 2
"""Length of a word such as "on" that opens an end only after "from"."""
_LINKS = frozenset(link + the for link in ("", "&", ",", ",&", "-", "/", "t", "B") for the in ("", "T"))
"""Classes of what may stand between two dates that are one."""
_PREFIXES = frozenset("PpGOTiA.-")
"""Classes of the last word of what may stand before an expression and belong to it, bounds aside."""
_BOUNDS = frozenset("BCf")
"""Classes of the words before an expression that make it one end of an open interval."""
_ONWARDS = frozenset(("", "x", "i", "X", "&", "-", "t", "B"))
"""Classes of the first word after an expression that may leave its end open; "" is the end of the block."""
_ANNIVERSARIES = frozenset(("now", "relative_unit", "relative_name", "weekday"))
"""Rules whose dates say, after "five years ago", which day or week of that year is meant."""
_LISTS = frozenset((",", "&", ",&"))
"""What stands between the dates of a list."""
_PARTIAL = ("nth", "nth_many", "count_from", "unit_of")
"""Rules whose expressions are dates only together with the one that follows."""


def combine(found: list[Expression], tokens: Tokens, lexicon: Lexicon) -> list[Expression]:
    """The expressions of a block, in order, with what belongs together joined."""
    floor = 0
    kept: list[Expression] = []
    for one in found:
        if one.first < floor:
            continue  # "1999 - now" has taken it in
        kept.append(one)
        if one.rule == "day" and one.shape is Shape.YEARLESS and one.make:
            year = lexicon.known_days.get((one.month, one.day, tokens.word(one.stop).lower()))
            if year is not None:
                one.shape, one.when, one.make, one.rule = Shape.FIXED, one.make(year), None, KNOWN_DAY
        if one.shape is not Shape.APART:
            _prefix(one, tokens, lexicon, floor)
        floor = one.stop
    joined: list[Expression] = []
    for one in kept:
        for _ in range(_DEEPEST):
            if not joined:
                break
            pair = _pair(joined[-1], one, tokens)
            if pair is None:
                break
            joined.pop()
            one = pair
        joined.append(one)
    for one, other in zip(joined[-2::-1], joined[:0:-1], strict=True):
        if _is_bare(one) and tokens.classes[one.stop : other.first].removesuffix("T") in _LISTS:
            share_year(one, other)
    for one in joined:
        if one.rule in ("bare_season", "feast") and _is_bare(one) and not _is_of_a_year(one, tokens):
            one.shape = Shape.UNKNOWN
    return [one for one in joined if one.shape is not Shape.UNKNOWN or one.rule not in _PARTIAL]


def _is_bare(found: Expression) -> bool:
    return found.shape is Shape.YEARLESS and found.base is None and found.year_count is None


def _is_of_a_year(found: Expression, tokens: Tokens) -> bool:
    """Whether a season or feast stands as in "in the summer", not as in "a summer day", "the Christmas tree"."""
    before = tokens.classes[max(0, found.first - 2) : found.first]
    return (
        not before
        or before[-1:] in ("i", "B", "C", "f", "t", "b", "P")
        or before in ("iT", "BT", "CT", "fT", "tT", "bT")
    )


def modify(found: Expression, modifier: Modifier) -> None:
    """Change the value of an expression, now if it has one, else once it has."""
    if found.shape is Shape.FIXED and found.when:
        found.when = modifier(found.when)
    elif found.shape is Shape.YEARLESS and found.make:
        found.make = _then(found.make, modifier)
    else:
        found.modifiers += (modifier,)


def _then(make: Callable[[int], When], modifier: Modifier) -> Callable[[int], When]:
    return lambda year: modifier(make(year))


def _prefix(found: Expression, tokens: Tokens, lexicon: Lexicon, floor: int) -> None:
    """Take in the words before an expression that belong to it."""
    classes, values = tokens.classes, tokens.values
    at = found.first
    thirds: list[int] = []
    whole = False
    opening = classes[at - 1] if at > floor else ""
    if opening not in _PREFIXES and opening not in _BOUNDS:
        _open_end(found, tokens, lexicon, False)
        return
    if opening in _PREFIXES and _can_be_split(found):
        if at - 1 >= floor and (classes[at - 1] == "P" or (classes[at - 1] == "G" and found.rule == "decade")):
            at -= 1
            thirds.append(_third(values[at]) if classes[at] == "P" else 1 + _third(values[at]))
        elif at - 2 >= floor and (
            classes[at - 2 : at] in ("P-", "PO") or (classes[at - 2 : at] == "Pi" and values[at - 1] == "in")
        ):
            at -= 2
            thirds.append(_third(values[at]))
        elif at - 2 >= floor and classes[at - 2 : at] == "pO":
            at, whole = at - 2, True
        elif at - 3 >= floor and classes[at - 3 : at] == "pOT":
            at, whole = at - 3, True
        if thirds and at - 2 >= floor and classes[at - 1] in "t&-/" and classes[at - 2] == "P":
            at -= 2
            thirds.append(_third(values[at]))
        elif thirds and at - 4 >= floor and classes[at - 4 : at] == "P-t-":
            at -= 4
            thirds.append(_third(values[at]))
        elif thirds and at - 3 >= floor and classes[at - 3 : at] in ("P-t", "P-&"):
            at -= 3
            thirds.append(_third(values[at]))
    if thirds:
        last, first = thirds[0], thirds[-1]
        if first == last:
            modify(found, lambda when: edtf.part(when, last))
        else:
            modify(found, lambda when: edtf.interval(edtf.part(when, first), edtf.part(when, last)))
    elif found.rule in ("weekday", "now", "relative_daypart") and at > floor and classes[at - 1] == "P":
        at -= 1
        found.first = at  # "early Thursday" is that day
    takes_the = bool(thirds) or whole or classes.startswith("SO", found.first, found.stop)
    if at - 1 >= floor and classes[at - 1] == "T":
        at -= 1
        if takes_the:
            found.first = at
    elif takes_the:
        found.first = at
    if at - 1 >= floor and opening in _PREFIXES and (classes[at - 1] == "A" or classes[at - 2 : at] == "A."):
        at -= 2 if classes[at - 1] == "." else 1
        modify(found, edtf.about)
        if at - 1 >= floor and classes[at - 1] == "T":
            at -= 1
    _open_end(found, tokens, lexicon, at > floor and classes[at - 1] == "f")
    if at - 1 >= floor and classes[at - 1] in _BOUNDS:
        _bound(found, at - 1, tokens, lexicon)


def _open_end(found: Expression, tokens: Tokens, lexicon: Lexicon, after_from: bool) -> None:
    """Leave the end open before "onwards", "or later", "–present", "to the present", and of "(1944–)"."""
    classes, stop = tokens.classes, found.stop
    if classes[stop : stop + 1] not in _ONWARDS:
        return
    following = tokens.word(stop)
    if following in lexicon.onwards and (after_from or len(following) > _SHORTEST_ONWARDS):
        found.bound = "after"
        return
    if found.shape is not Shape.FIXED:
        return
    if classes[stop : stop + 1] == "&" and classes[stop + 1 : stop + 2] in ("C", "G", "B"):
        if classes[stop + 1] == "G" or classes[stop + 2 : stop + 3] in ("", ",", ".", ")"):
            late = classes[stop + 1] == "C" or (classes[stop + 1] == "G" and tokens.values[stop + 1] == 1)
            found.bound = "after" if late else "before"
        return
    if classes[stop : stop + 1] not in ("-", "t", "B"):
        return
    opening = classes[found.first - 1 : found.first]
    if found.rule == "year" and classes[stop : stop + 2] == "-)" and opening in ("(", ";"):
        found.bound = "after"
    end = stop + 2 if classes[stop + 1 : stop + 2] == "T" else stop + 1
    today = tokens.word(end).lower().split(" ")[-1] in lexicon.present
    if today and (classes[stop] == "-" or after_from) and classes[end + 1 : end + 2] not in ("x", "X", "-", "U", "y"):
        found.bound, found.stop = "after", end + 1


def _bound(found: Expression, at: int, tokens: Tokens, lexicon: Lexicon) -> None:
    """Make the expression one end of an open interval where the word before it says so."""
    letter = tokens.classes[at]
    if letter == "f":
        return
    if tokens.classes[at + 1] == "T" and found.first > at + 1 and not _takes_article(found):
        return  # "before the 2008 election" is not before 2008
    reach = range(max(0, at - _NEGATION_REACH), at)
    if tokens.values[at] == "until" and any(tokens.word(index).lower() in lexicon.negations for index in reach):
        return
    if tokens.values[at] in _REACHING_IN and found.when and found.when.last - found.when.first > _LONGER_THAN_YEAR:
        return  # "since the 1940s" begins somewhere in them
    found.bound = "before" if letter == "B" else "after"


def _takes_article(found: Expression) -> bool:
    return found.shape is not Shape.FIXED or (found.when is not None and found.when.precision is Precision.DECADE)


def _can_be_split(found: Expression) -> bool:
    if found.shape is Shape.FIXED:
        return found.when is not None and found.when.precision in _SPLITTABLE
    if found.shape is Shape.YEARLESS:
        return found.day == 0
    return found.shape is Shape.SHIFT and found.unit in ("month", "year", "decade", "century", "week")


def _third(value: object) -> int:
    return value if isinstance(value, int) else 0


def _pair(one: Expression, other: Expression, tokens: Tokens) -> Expression | None:
    """Two neighbours as one expression, or None if they are two."""
    if other.first - one.stop > _WIDEST_LINK or one.shape is Shape.APART or other.shape is Shape.APART:
        return None
    between = tokens.classes[one.stop : other.first]
    if between not in _LINKS and between != "i":
        return None
    if one.shape is Shape.UNKNOWN and one.rule in _PARTIAL:
        return _of(one, other) if between in ("", "T") and other.shape is not Shape.UNKNOWN else None
    if one.rule == "count_ago" and other.rule in _ANNIVERSARIES and between in ("", "i"):
        return _ago(one, other)
    link = between.removesuffix("T")
    if not link:
        return None
    listed = link in ("&", ",", ",&") and _is_bare(one)
    opening = tokens.classes[one.first - 1] if one.first else ""
    opening_is_the = opening == "T"
    if opening == "T" and one.first > 1:
        opening = tokens.classes[one.first - 2]
    if link == ",&" and opening == "b":
        link = "&"  # "between June 2007, and June 2008"
    if link in (",", ",&") and not listed:
        return None
    if listed and other.rule == "range" and one.rule != "range":
        return adjoined(one, other)
    if one.rule == other.rule == "weekday" and (link == "t" or (link == "&" and tokens.classes[one.first - 1] == "b")):
        return days_of_week(one, other)
    if (other.shape is Shape.UNKNOWN and other.rule in _PARTIAL) or not can_range(one) or not can_range(other):
        return None
    until = link == "B" and tokens.values[one.stop] == "until" and opening == "f"
    if link in ("-", "/") and is_same_kind(one, other):
        return from_to(one, other)
    if link == "t" and (is_same_kind(one, other) or opening == "f"):
        return from_to(one, other)
    if until or (link == "&" and opening == "b"):
        return from_to(one, other)
    if listed:
        pair = listed_with(one, other, link == "&")
        if pair and tokens.classes[one.first] == "S" and opening_is_the:
            pair.first -= 1
        return pair
    return None


def _ago(one: Expression, other: Expression) -> Expression | None:
    """A date and how long ago its like was: "five years ago yesterday", "ten years ago this Friday"."""
    if one.shape is not Shape.SHIFT:
        return None
    other.modifiers = (lambda when: counterpart(when, one.count, one.unit), *one.modifiers, *other.modifiers)
    other.first, other.rule = one.first, one.rule
    return other


def _of(one: Expression, other: Expression) -> Expression | None:
    """A date made of another: "the third quarter of 2009", "two days after June 18", "the week of March 5"."""
    count, unit, rule = one.count, one.unit, one.rule

    def made(when: When) -> When:
        if rule == "nth":
            return nth_unit(when, count, unit)
        if rule == "nth_many":
            return first_units(when, count, unit)
        return shift(when, count, unit)

    if rule == "count_from" and other.shape is Shape.YEARLESS:
        other.modifiers += (made,)  # which May is meant is settled before years are counted from it
        other.first, other.rule, other.bound = one.first, rule, one.bound
        return other
    try:
        modify(other, made)
    except NotSoMany:
        return Expression(Shape.UNKNOWN, one.first, other.stop, NO_SUCH)
    except edtf.EdtfError:
        return None
    other.first, other.rule, other.bound = one.first, rule, one.bound
    return other
