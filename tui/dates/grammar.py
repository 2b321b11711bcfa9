"""The grammar: which rows of token classes are date expressions, as one regular expression over class letters.

The letters are those of `tokens` and `lexicon`. Rules stand in order of preference; at each place the first that
fits wins. None repeats without bound over what another part of it could also take, so the search is linear.
"""

import re

COUNT = r"(?:a?v|N(?:-?N)?|[dna])"
"""How many: three, 3, twenty-five, several, a."""
_RELATIVE_YEAR = r",?(?:O|i)?T?[qQLHR]y"
_YEAR = rf"(?:,?(?:O|i)?Yw?|{_RELATIVE_YEAR}|[LR](?=[,.)!]|$))"
_WEEKDAY = r"(?:W,?)?"
_END = r"(?=[,.;)!]|$)"
_CAL = "[Uyc]"

_HALF = rf"(?:ha(?:{_CAL}|u)|{COUNT}&ah(?:{_CAL}|u)|{COUNT}(?:{_CAL}|u)&ah)"
"""How many and a half: half a, two and a half, a year and a half."""

_MORE_DAYS = r"(?:(?:,[do]){0,6},?&|[-/]|t|B)T?[do]"
_DAYS_AFTER = rf"{_WEEKDAY}M[do]{_MORE_DAYS}(?!O?M|[-/.]?[dn]|{_CAL}|u){_YEAR}?"
_DAYS_BEFORE = rf"T?[do]{_MORE_DAYS}O?M{_YEAR}?"
_DAY_AFTER = rf"(?:W,?T?)?M(?:T?o|[-/]d(?![-/dnY]|\.[dnY])|T?d(?!{_CAL}|[uzZ]))(?!O?MY){_YEAR}?"
_DAY_BEFORE = rf"d[-/]M(?:[-/](?:[Yn]|d))?|{_WEEKDAY}T?[do]O?M(?:{_YEAR}|[nd](?![-/.]?[dnY]|{_CAL}|[uzZ]))?|Y[-/]M[-/]d"

RULES: tuple[tuple[str, str], ...] = (
    ("clock", r"j(?:[zZ]\.?)*|[dnNY][zZ](?:Z)?"),
    ("repeated", rf"e(?:o|d|N)?(?:{_CAL}|[WMSDu])|E"),
    ("nth_weekday", rf"T?[oL]W(?:O|i)(?:M{_YEAR}?|T?[LHRqQ]?U(?=[^M]|$))"),
    ("days", _DAYS_AFTER + "|" + _DAYS_BEFORE),
    ("day", _DAY_AFTER + "|" + _DAY_BEFORE),
    ("month", rf"M(?:[-/]Y|{_YEAR})|Y[-/]M(?!O?[Ydno])|YM{_END}"),
    ("season", rf"SOT?y?Y(?:[-/][dnY])?|S,?Y(?:[-/][dnY](?![dn]))?|S{_RELATIVE_YEAR}"),
    ("feast", rf"F(?:{_YEAR})?"),
    ("relative_name", rf"T?[LHRqQ]M(?:T?o|d(?!{_CAL}|u))|T?[LHRqQ][MSWF]D?"),
    ("bare_month", r"M"),
    ("bare_season", r"S"),
    ("era_range", r"[dnY](?:-|t)[dnY]w"),
    ("years", r"Y[-/](?:Y|[dn])(?![-/\dYdn])"),
    ("slashed_month", r"d/Y(?![-/])"),
    ("slashed_day", r"d/d(?![-/%dnY]|\.[dn#])"),
    ("fiscal_year", r"my?(?:Y(?:[-/](?:Y|[dn]))?|[dn])"),
    ("year_word", r"y[dnY](?=[,.;)!ixXTHO&]|$)"),
    ("nth", rf"T?[oLR]-?(?:{_CAL}|h)(?:O(?=T?[PpYMSKIHLRqQoAJ]|T?[Uyc](?![Uyc]))|(?=[LHR]y))"),
    ("nth_many", rf"T?[oL](?:{COUNT}){_CAL}O(?=T?[PpYMSKHLRqQ])"),
    ("unit_of", r"T?UO(?=T?[MdoWIJ])"),
    ("centuries", r"T?(?:o|N-o)-?c?(?:&|-|t)T?(?:o|N-o)-?cw?"),
    ("century", r"T?(?:o|N-o)-?cw?"),
    ("quarter", rf"T?o-?[Uh]{_YEAR}?|\${_YEAR}?|Y-?\$"),
    ("era", r"[dnN#Y]w|w[dnY]"),
    ("half_ago", rf"l?{_HALF}g"),
    ("half_later", rf"l?{_HALF}(?:G|[BCQ]{_END})"),
    ("count_ago", rf"l?(?:{COUNT}|Y){_CAL}g|l?{COUNT}ug"),
    ("ago_in_front", rf"B{COUNT}{_CAL}"),
    ("count_later", rf"l?{COUNT}(?:{_CAL}|u)(?:G|[BCQ]{_END})|{_CAL}G|T(?:{_CAL}|D)(?:[BCQ]{_END}|G)"),
    ("count_from", rf"l?(?:{COUNT}|T)(?:{_CAL}|D)[BCf](?=T?[PpYMSKIkWdoFBCA])"),
    ("within", rf"G(?:i?T?[HqQ]|iT){_CAL}"),
    ("of_unit", rf"T?pOT?(?:[HqLRQ])?{_CAL}"),
    ("entire_unit", rf"Tr{_CAL}"),
    ("unit_beyond", rf"T{_CAL}(?:CR|BL)"),
    ("name_beyond", r"T[WMS](?:CR|BL)"),
    ("ahead", rf"(?<=i){COUNT}{_CAL}(?![-Uyc])"),
    ("span", rf"T?s{COUNT}?(?:{_CAL}|u)|T?[oLRQ]{COUNT}(?:{_CAL}|u)"),
    ("week_weekday", r"T?[LHRqQ]U,?i?WD?"),
    ("relative_unit", rf"T?[LHRqQ]-?{_CAL}"),
    ("relative_daypart", r"T?[LHRqQ]D"),
    ("the_unit", r"TU(?!O)"),
    ("now", r"Gk|kD?"),
    ("weekday_of_week", r"W(?:O|,)?T?[LHRqQ]U"),
    ("weekday_day", r"W,?To"),
    ("weekday", r"WD?"),
    ("vague", rf"V(?:{_CAL}|[Du])?|Ts{_END}"),
    ("duration", rf"l?(?:{COUNT}|Y)-?(?:{_CAL}|u)"),
    ("nth_day", r"To"),
    ("dotted", r"d\.d\.Y"),
    ("iso", r"I"),
    ("numeric", r"J"),
    ("decade", r"T?K[yw]?"),
    ("year", r"Y"),
    ("old_years", r"(?<=[iBCfbA(.])n[-tB&]n"),
    ("plain_number", r"(?<=[iBCfbA.])n"),
)
"""Name and pattern of each rule."""

GRAMMAR = re.compile("|".join(f"(?:{pattern})(?P<{name}>)" for name, pattern in RULES))
"""All rules; the name of the group that matched is the rule.

The groups are empty and stand last: so each rule opens with a letter, by which those that do not fit are passed over.
"""

START = re.compile(
    r"[$wjNYeEoWMSFycUhLRQKIJVGkpslm]|[dn](?=[zZ\-tB&OMUycuw,]|/(?:[do]O?M|[MY]|d(?![-/%dnY]))|\.d\.Y)|(?<=[iBCfbA.])n"
    r"|T(?=[oLHRqQycUDNKspVHSkaPrWM])|[aqHv](?=[^xX,.])|B(?=[avNdn])"
)
"""Where a rule can begin: tried first, for most tokens begin none."""
