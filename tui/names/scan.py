"""Finds runs of capitalised words in a text: the raw stretches that may hold a name."""

import re
from collections.abc import Callable, Iterator

from tui.names.fold import fold_word
from tui.names.gazetteer import given_names, places, words
from tui.names.heads import FOR_HEADS, HEADS, HEADS_ORGANISATION, OF_HEADS, ON_HEADS
from tui.names.hyphened import HYPHENS, UPPER, is_hyphened, whole_given
from tui.names.pairs import titled
from tui.names.pronoun import is_writer
from tui.names.token import Token
from tui.names.turns import goes_on
from tui.names.words import (
    ABBREVIATED,
    CALENDAR,
    DIRECTIONS,
    FRANCHISES,
    OFFICES,
    PORTFOLIOS,
    POSSESSIVE_INSIDE,
    POSTS,
    ROLES,
    STARTERS,
    is_demonym,
    word_set,
)

_SMALL = (
    r"(?:(?:al|el|bin|ibn|bint|de|da|di|du|del|della|dos|das|la|le|van|von|ul|ur)[ -]"
    r"|(?:a[dnrstz]|ash|ath|e[dnrstz]|esh|u[dnrstz]|ush|w[aiu]'?[dlnrst])-)"
)
_REST = (
    rf"(?:[\w&]+|['’ʼ`‘](?!s\b)(?=\w))*(?:-(?:e|i|ye|ul|ol|al)(?=[ -][{UPPER}])"
    rf"|-(?:ri|ni|do|dong|myon|gun|gang)(?![\w-])|-(?:sur|upon|on|am|aux|les|sous|by-the)(?=-[{UPPER}]))?"
)
_TOKEN = re.compile(
    rf"(?<![\w@#&])(?<!\w['’])(?:[{UPPER}](?:\.(?:[{UPPER}]\.)+(?:[{UPPER}]\b)?|{_REST})"
    rf"|\d{{1,3}}(?:st|nd|rd|th|s)?\b|\d{{4}}(?:st|nd|rd|th)\b"
    rf"|{_SMALL}(?:(?:den|der|la|los|el|al)[ -])?[{UPPER}]{_REST})"
)
"""A capitalised word, with a particle before it if it has one; initials with their stops; a number."""
_GAPS = {
    " ": "space", "-": "hyphen", "‑": "hyphen", ". ": "dot", ", ": "comma", " & ": "space", " and ": "and",
    " of ": "of", " of the ": "of", " for ": "for", " for the ": "for", " on ": "on", " on the ": "on",
    ".-": "saint", '. "': "nickname", ". “": "nickname", ". (": "nickname",
    " in ": "in", "-in-": "in", " in the ": "in", " the ": "the", " and the ": "and the",
    " – ": "dash", " - ": "dash", " — ": "dash", "–": "dash", "'s ": "possessive",
    "’s ": "possessive", "' ": "possessive", "’ ": "possessive", ".": "dot",
    ' "': "nickname", " “": "nickname", " ‘": "nickname", " (": "nickname", '" ': "back", "” ": "back", ") ": "back",
}  # fmt: skip
_GOES_ON = frozenset(gap[0] for gap in _GAPS) | {"\n", "\xa0"}
"""What stands right after a word that a name may go on from."""
_AFTER_COMMA = word_set("jr sr inc ltd llc dc co corp")
_EPITHETS = word_set("great terrible conqueror magnificent bold younger elder lionheart confessor baptist")
_NUMBERED = word_set("apollo flight route highway channel misagh taskforce interstate voyager sputnik gemini")
_SITES = word_set("hill point area unit camp sector height cota cote kota")
MAKERS = frozenset(
    ("Ju", "Bf", "Me", "He", "Fw", "Do", "Hs", "Ar", "Il", "La", "Pe", "Yak", "Tu", "MiG", "Mig", "Su", "KV", "Ki")
)
"""What stands before the number of an aeroplane or tank: "Ju 52", "Bf 109"."""
_CONTRACTED = re.compile(r"['’](?:m|t|ve|re|ll|d)$|[a-z]['’][A-Z]?$")
_YEAR = re.compile(r",? \(?(?:1[5-9]|20)\d\d")  # "Baron & Beresford 2014": two authors
_EXCHANGES = (
    "nyse nasdaq amex otc otcmkts otcqb otcqx lse lon aim tsx tsxv cse asx nzx bse nse hkg hkex sehk sgx tyo jpx"
    " fra etr xetra epa ams ebr bit bme mce sto hel cph osl swx vtx vie wse jse bvmf bmv krx kospi kosdaq szse sse"
    " sha she tpe twse idx klse set moex fr de"
)
_TICKER = re.compile(rf"\((?:{'|'.join(_EXCHANGES.split())}): ?[A-Z.\d]{{0,6}} *\)", re.IGNORECASE)
_LONGEST_WORD = 60
_LONGEST_RUN = 12
_WRAPPED_LINE = 50


def runs(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """The runs of capitalised words in `text[start:end]`, in order; offsets are those of `text`.

    A run is as long as the words may belong to one name: "League of the Righteous", "Abu Musab al Zarqawi",
    "Gen. David H. Petraeus". Its first words may be sentence starters and titles; whoever reads it takes them off.
    """
    run: list[Token] = []
    tickers = _tickers(text, start, end)
    for match in _TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        after = text[stop : stop + 1]
        alone = after not in _GOES_ON and text[begin].isdigit()
        if alone and not run:
            continue
        if after in HYPHENS:
            stop = whole_given(text, begin, stop, run[-1].end if run else 0, run[-1].folded if run else "")
        word = text[begin:stop]
        folded = fold_word(word)
        if not folded or len(word) > _LONGEST_WORD or begin in tickers:
            continue
        if ("’" in word or "'" in word) and _CONTRACTED.search(word):
            continue
        if run:
            gap = _gap(text, run[-1].end, begin)
            cited = gap == "comma" and text[stop : stop + 1] == "-"  # "Kowal, Co-Author"
            if gap == "space" and begin - run[-1].end > 1 and "&" in text[run[-1].end : begin]:
                cited = _YEAR.match(text, stop) is not None
            joined = gap and not cited and len(run) < _LONGEST_RUN
            if joined and (_joins(run, gap, word, folded, text, stop) or (gap == "and" and titled(run, text, begin))):
                run.append(Token(begin, stop, word, folded, gap))
                continue
            if len(run) > 1 or not _tells_nothing(run[0]):
                yield run
        run = [] if alone else [Token(begin, stop, word, folded, "")]
    if len(run) > 1 or (run and not _tells_nothing(run[0])):
        yield run


def _tells_nothing(token: Token) -> bool:
    """Whether a word is a number or a month: tables and lists of dates are full of them, each alone."""
    return token.folded in CALENDAR or token.word[0].isdigit()


def _tickers(text: str, start: int, end: int) -> set[int]:
    """Where the words begin that only say under which letters a share is traded: "(NYSE: BA)"."""
    found = _TICKER.finditer(text, start, end)
    return {word.start() for bracket in found for word in _TOKEN.finditer(text, *bracket.span())}


def _gap(text: str, end: int, start: int) -> str:
    """The kind of the gap between two words; "" where no name goes on."""
    if start - end > 9:
        return ""
    between = text[end:start]
    if "\n" in between:
        line = text.rfind("\n", 0, end)
        if end - line < _WRAPPED_LINE or between.count("\n") > 1:
            return ""
        between = between.replace("\n", " ")
    return _GAPS.get(between.replace("\xa0", " "), "")


_MONTHS_GIVEN = ("jan", "mar", "jun", "april", "june", "may", "august", "sun")
_DATED = re.compile(
    r"\b(?:in|on|of|by|since|until|last|next|this|early|late|mid|from|to|and|during|\d\d?) $", re.IGNORECASE
)
_DAYS_OF_PAPERS = ("sunday", "saturday")
PAPERS = word_set("times telegraph herald mirror express mail post tribune business world people review")
"""What a newspaper of the day before it is called: "The Sunday Times"."""


def _joins(run: list[Token], gap: str, word: str, folded: str, text: str, end: int) -> bool:
    last = run[-1]
    if word[0].isdigit():
        if gap == "space":
            numbered = last.folded in _NUMBERED or (last.folded in _SITES and len(word) > 1)
            return (numbered and word.isdigit()) or (last.word in MAKERS and word.rstrip("s").isdigit())
        return gap == "hyphen" and word.rstrip("s").isdigit() and not last.word[0].isdigit()
    if last.word[0].isdigit() and (last.gap or last.word.isdigit()):
        return False
    if word == "I" and gap == "space" and is_writer(text, last, end):
        return False
    if last.folded in _MONTHS_GIVEN and folded not in CALENDAR and len(run) == 1 and gap == "space":
        return folded not in words() and not _DATED.search(text, max(0, last.start - 8), last.start)  # "Jan Egeland"
    if last.folded in _DAYS_OF_PAPERS and folded in PAPERS and gap == "space":
        return True
    if (last.folded in CALENDAR or folded in CALENDAR) and not is_hyphened(word):
        if gap == "space" and goes_on(run, folded, text):
            return True
        return gap == "space" and folded in CALENDAR and last.folded in given_names() and folded in _MONTH_SURNAMES
    if gap == "saint":
        return last.folded in ("st", "ste")  # "St.-Tropez"
    if gap == "nickname":
        middle = len(last.word) == 1 and len(run) > 1
        unknown = last.folded not in words() and last.folded not in places()
        someone = (unknown or last.folded in given_names()) and folded not in places() and folded not in CALENDAR
        return (middle or someone) and _NICKNAME.match(text, last.end) is not None
    if gap == "back":
        return last.gap == "nickname"
    if gap == "space":
        return not (last.word.endswith(".") and folded in STARTERS)  # "... in the U.S. It was ..."
    if (
        gap == "of"
        and len(run) == 1
        and last.folded in HEADS
        and _ANY_OF.search(text, max(0, last.start - 8), last.start)
    ):
        return False  # "this Corps of the Qods Force"
    plural = last.folded not in _BEFORE_OF or (last.folded[-1] == "s" and last.folded in words())
    if gap == "of" and len(run) == 1 and plural:
        # "the Mouth of the Potomac" is a name; "Forces of the IAEA" at the start of a sentence is not.
        somebody = folded in given_names() and folded not in words() and folded not in places()
        plain = last.folded in words() and not is_demonym(last.folded) and not somebody
        return plain and _is_within(text, last.start)
    if gap in ("of", "on") and run[0].word == "The" and 1 < len(run) < 4 and _is_titled(run, folded, text):
        return True
    plain = gap == "for" and len(run) == 1 and not text.startswith(" for the", last.end)
    if plain and last.folded not in ROLES and _is_common(last.folded) and _is_common(folded):
        return _is_within(text, last.start)  # "the Food for Peace program"
    return _RULES[gap](run, word, folded)


def _is_titled(run: list[Token], folded: str, text: str) -> bool:
    """Whether a capital "The" within a sentence begins what a work is called: "wrote The Edge of the Sword"."""
    last = run[-1].folded
    said = last in words() and last not in _BEFORE_OF and last not in ROLES and last not in POSTS
    return said and folded not in CALENDAR and _is_within(text, run[0].start)


def _is_within(text: str, at: int) -> bool:
    """Whether other words of the sentence stand right before `at`, or a bracket after them."""
    at -= text[at - 1 : at] == "("
    return text[max(0, at - 2) : at].strip().isalnum()


_ANY_OF = re.compile(r"\b(?:this|that|these|those|each|every|any|no|one|some) $", re.IGNORECASE)


_NICKNAME = re.compile(f"\\.? (?:[\"“‘][{UPPER}][\\w'’-]*[\"”’]|\\([{UPPER}][a-z'’-]*\\)) [{UPPER}][a-z]")


def _is_common(word: str) -> bool:
    """Whether a folded word names nobody and nothing by itself."""
    return word in words() and word not in places() and word not in POSTS and not is_demonym(word)


_BEFORE_OF = OF_HEADS | OFFICES
_MONTH_SURNAMES = frozenset(("may", "march", "august", "june", "april"))


_LED = word_set(
    "division brigade corps army regiment battalion squadron company militia network group government cabinet forces"
    " front movement faction wing party center centre institute foundation fund"
)


def _joins_of(run: list[Token], _word: str, folded: str) -> bool:
    last = run[-1].folded
    if last in OFFICES:
        return folded in PORTFOLIOS
    led = last in _LED and folded in given_names() and not is_demonym(folded)
    if led and folded not in places() and folded not in words():
        return False  # "the Thirteenth Division of Walter Cayley"
    if last in _TASKS and any(token.gap == "for" for token in run):
        return True  # "Committee for the Prevention of Torture"
    return last in OF_HEADS


_TASKS = word_set(
    "prevention prohibition defence defense protection promotion abolition advancement elimination preservation study"
    " restoration liberation encouragement relief control recovery reconstruction coordination support"
)


def _joins_and(run: list[Token], _word: str, folded: str) -> bool:
    if (run[-1].folded, folded) in _PAIRS or (folded in _STATE_OF and [token.folded for token in run[:2]] == _STATE):
        return True  # "Islamic State of Iraq and the Levant"
    if folded in POSTS or (len(run) > 1 and run[-2].folded in given_names() and run[-2].folded not in words()):
        return False  # "Secretary of State William Rogers and President Nixon"
    return any(token.gap in ("of", "for", "on") for token in run) and folded in words() and run[-1].folded in words()


def _joins_in(run: list[Token], _word: str, folded: str) -> bool:
    key = " ".join(token.folded for token in run[-2:])
    if key not in FRANCHISES and run[-1].folded not in FRANCHISES:
        return False
    if folded in DIRECTIONS:
        return False  # "al Qaeda in Southeast Asia" is where it is
    return folded in places() or is_demonym(folded) or folded not in words()


_STATE, _STATE_OF = ["islamic", "state"], ("syria", "levant", "sham")
_PAIRS = frozenset(
    (
        ("securities", "exchange"),
        ("food", "drug"),
        ("bosnia", "herzegovina"),
        ("trinidad", "tobago"),
        ("antigua", "barbuda"),
        ("sao tome", "principe"),
    )
)
_SAINTS = ("st", "saint")
_RULES: dict[str, Callable[[list[Token], str, str], bool]] = {
    "hyphen": lambda _run, _word, _folded: True,
    "dot": lambda run, _word, folded: (
        (len(run[-1].word) == 1 or run[-1].folded in ABBREVIATED) and folded not in STARTERS
    ),
    "comma": lambda _run, _word, folded: folded in _AFTER_COMMA,
    "possessive": lambda run, _word, folded: (
        run[-1].folded in POSSESSIVE_INSIDE
        or run[-1].gap == "nickname"
        or (run[0].folded in _SAINTS and len(run) > 1 and folded in HEADS)
    ),
    "dash": lambda run, _word, _folded: len(run) > 1 and run[-1].folded in HEADS_ORGANISATION,
    "of": _joins_of,
    "and": _joins_and,
    "and the": lambda run, _word, folded: folded in _STATE_OF and [token.folded for token in run[:2]] == _STATE,
    "for": lambda run, _word, _folded: run[-1].folded in FOR_HEADS,
    "on": lambda run, _word, _folded: run[-1].folded in ON_HEADS,
    "in": _joins_in,
    "the": lambda _run, _word, folded: folded in _EPITHETS,
}
