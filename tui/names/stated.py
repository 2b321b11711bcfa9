"""Finds what the text itself states about two names being one: "X, better known as Y", "X (ABC)"."""

import re

from tui.names.fold import fold
from tui.names.gazetteer import COUNTRY, ORGANISATIONS, places, surnames, words
from tui.names.heads import HEADS_FACILITY, HEADS_ORGANISATION, head_of
from tui.names.words import is_demonym, word_set

_BY = (
    r"(?:(?:his|her|its|their|the) )?(?:nom de guerre|nickname|pseudonym|alias|code ?name|initials|acronym|kunya"
    r"|stage name|pen name|nom de plume|abbreviation|short name|(?:[A-Z][a-z]+|local)"
    r" (?:name|acronym|initials|abbreviation|nickname))"
    r"(?: of)?"
)
_TOLD = re.compile(
    r"[,(] ?(?:(?:whose |his |her |its )?(?:real|given|full|birth|true|original) name (?:is|was)?"
    r"|(?:whom|which) (?:his |her |its |their |the |many |most |some )?(?:[a-z]+ ){1,2}call(?:s|ed)?"
    r"|as (?:his|her|its|their|the) (?:[a-z]+ )?[a-z]+s (?:call|called) (?:him|her|it|them))"
    r"[,: ]*[“\"‘']?"
)
_LINK = re.compile(
    r"[,\s“\"‘(]*(?:which |who |that )?(?:is |are |was |were )?"
    r"(?:also |now |better |commonly |formerly |previously |widely |otherwise )?"
    r"(?:(known|called|referred to|named|renamed|nicknamed|dubbed|abbreviated)"
    r"(?: simply| popularly| universally| today| now| then| later| locally| together| collectively)?"
    rf"(?: (?:to|among) (?:his|her|its|their|many|most)(?: [a-z]+)?)?(?: as| to)?(?: (?:by|under) {_BY})?"
    r"|(aka|a\.k\.a\.|alias|née|or)"
    r"|(?:was |were |is )?(?:the )?(precursor|former|original|old|new|previous) names? (?:for|of))"
    r"[,\s:]*(?:the )?[“\"‘']?"
)
_PASSIVE = re.compile(r"\s*[,(]|[”\"’']?\s*(?:which|who|that|is|are|was|were|also|now|formerly|previously|commonly)\b")
_POSSESSED = re.compile(r"['’]s\b")
_OTHERWISE = re.compile(r"\b(?:also|now|formerly|previously|better|commonly|widely)\b")
_SECOND = re.compile(r"[”\"’']?,? or (?:the )?[“\"‘']?")
_AGENCIES = word_set(
    "ana anadolu ani anp ansa apa apn belga cna dpa efe ians ina interfax irna isna itar kcna kuna kyodo mena petra pti"
    " rfe ria saba sana spa tap unian upi vna vnexpress wafa wam xinhua yonhap"
)
"""News agencies: in brackets behind a name they say who reports it, or whose picture it is."""

_GLOSS = re.compile(r" (?:(?:members?|fighters|forces|operatives|militants|leaders|troops|agents|cells?|men) )?\[")
_OPEN = re.compile(r"[”\"’']? [(\[](?:the |or |aka |also |known as )*[“\"‘']?")


_SIGNS = re.compile(r"[(\[“‘\"']|know|call|name|refer|dubbed|abbrev|alias|née|a\.?k\.?a| or |^or ")


def may_state(between: str) -> bool:
    """Whether `link` can find anything in a text: a quick look that passes over most of them."""
    return _SIGNS.search(between) is not None


def link(between: str, left: str, right: str, after: str) -> str:
    """How `between`, the text from one name to the next, states that both are one; "" if it does not.

    `left` and `right` are the names as written, `after` a few characters that follow the second one. An "or" counts
    only between commas, and a bracket only when one of the two abbreviates the other.
    """
    if _POSSESSED.match(after):
        return ""  # "also known as Pinckney's Treaty"
    if between in (', "', ", “", ", ‘") and after.lstrip(",")[:1] in _QUOTES and " " in left and " " not in right:
        return "in quotation marks"  # 'Nicolas Perez Garcia, "Tino," said'
    closed = after.strip("”\"’'")[:1] in (")", "]")
    if len(between) > 60 or "\n\n" in between:
        return ""
    if _TOLD.fullmatch(between):
        return " ".join(between.split()).strip(" ,“\"‘'(:")  # "whom his men call"
    match = _LINK.fullmatch(between)
    if match:
        said = " ".join(between.split()).strip(" ,“\"‘'(:")
        if match[1] and match[1] != "known" and not _PASSIVE.match(between):
            return ""  # "The party named Smith as its leader": somebody acts
        if (
            match[1]
            and places().get(fold(left)) == COUNTRY
            and fold(right) not in places()
            and (not _OTHERWISE.search(said) or head_of(fold(right).split()) in HEADS_FACILITY)
        ):
            return ""  # "the incursion into Laos, known as Lam Son"
        if match[2] == "or":
            several = " " in left or " " in right
            apart = several and between.startswith(",") and after.lstrip("”\"’'")[:1] == ","
            weapon = between.startswith(",") and abbreviates(right.rstrip("s"), left.title())
            return "or" if weapon or (apart and not {fold(left), fold(right)} <= places().keys()) else ""
        return said.removesuffix(" the")
    if closed and _GLOSS.fullmatch(between) and " " in left and " " in right:
        return "in the editor's brackets"
    if (
        closed
        and _OPEN.fullmatch(between)
        and (
            abbreviates(right, left)
            or abbreviates(left, right)
            or _letters_of(right, left)
            or _in_another_tongue(right, left)
            or _in_another_tongue(left, right)
        )
    ):
        return "in brackets"
    if closed and between == " (" and _translates(left, right):
        return "translated in brackets"
    return ""


def _translates(left: str, right: str) -> bool:
    """Whether common words in brackets say in English what a foreign group calls itself."""
    name, meaning = fold(left).split(), fold(right).split()
    plain = all(word in words() or word in _SKIPPED or word in places() or is_demonym(word) for word in meaning)
    foreign = any(not (word in words() or word in places() or word in surnames()) for word in name)
    grouped = head_of(name) in _GROUPS or head_of(meaning) in _GROUPS
    known = fold(right) in ORGANISATIONS or fold(right) in places()
    return len(meaning) > 1 and plain and foreign and grouped and not known


_QUOTES = ('"', "”", "’")
_GROUPS = word_set(
    "party front movement federation army brigade brigades battalion battalions organisation organization group"
    " alliance committee corps force forces partisans bloc union militia legion"
)


def _in_another_tongue(short: str, full: str) -> bool:
    """Whether capitals in brackets can only abbreviate a translated name: "Communist Party of Yugoslavia (KPJ)"."""
    folded = fold(full).split()
    return (
        len(folded) > 2
        and head_of(folded) in HEADS_ORGANISATION
        and short.replace("-", "").isalpha()
        and short.isupper()
        and 2 < len(short) < 8
        and fold(short) not in ORGANISATIONS
        and fold(short) not in _AGENCIES
        and fold(short) not in places()
    )


def also(between: str) -> bool:
    """Whether `between` goes on from a stated name to another: "better known as A, or the B"."""
    return _SECOND.fullmatch(between) is not None


_WORDS = re.compile(r"[^\W_]+")
_SKIPPED = word_set("of the and for in on de la du des und")


def abbreviates(short: str, full: str) -> bool:
    """Whether `short` is made of initials of `full`, in order: "IAEA", "IRGC-QF", "DoD".

    Words such as "of" may be skipped or used; every other word gives a letter, but a word more may be missing at
    either end when three letters and more agree ("IRGC-QF" for "Iranian Revolutionary Guard – Qods Force").
    """
    letters = [letter for letter in short if letter.isalnum()]
    if not 2 <= len(letters) <= 10 or sum(letter.isupper() for letter in letters) < 2 or " " in short.strip():
        return False
    initials = [word[0].upper() for word in _WORDS.findall(full) if word.lower() not in _SKIPPED or word[0].isupper()]
    every = [word[0].upper() for word in _WORDS.findall(full)]
    upper = [letter.upper() for letter in letters]
    if len(initials) < 2:
        return False
    if upper in (initials, every) or [letter for letter in letters if letter.isupper()] == initials:
        return True
    missing = len(upper) - len(initials)
    return len(initials) >= 3 and abs(missing) == 1 and (_inside(initials, upper) or _inside(upper, initials))


def _letters_of(short: str, full: str) -> bool:
    """Whether capitals are letters of a name in order, every first one among them: "Singapore Airlines (SIA)"."""
    initials = [word[0].upper() for word in _WORDS.findall(full) if word[0].isupper()]
    if not short.isupper() or not short.isalpha() or len(initials) < 2 or len(short) > len(initials) + 2:
        return False
    letters = list(full.upper())
    return short[0] == letters[0] and _inside(list(short), letters) and _inside(initials, list(short))


def _inside(few: list[str], many: list[str]) -> bool:
    rest = iter(many)
    return all(letter in rest for letter in few)
