"""Knows the words that say what became of somebody, and of whom a clause says them."""

import re
from collections.abc import Iterator, Sequence

from tui.events.verbs import is_verb
from tui.events.wordlist import word_set

_FATES = {
    "killed": "killed murdered executed assassinated slain beheaded died perished hanged lynched shot",
    "captured": "captured detained arrested apprehended abducted kidnapped seized jailed imprisoned interned nabbed",
    "released": "released freed liberated paroled pardoned acquitted",
    "handed over": "extradited deported transferred repatriated",
    "escaped": "escaped fled",
    "wounded": "wounded injured",
    "appointed": "appointed elected inaugurated promoted crowned sworn",
    "left office": "resigned retired dismissed ousted deposed overthrown abdicated",
    "born": "born",
    "founded": "founded established formed created",
    "dissolved": "dissolved disbanded abolished",
    "accused": "accused indicted implicated",
    "sentenced": "convicted sentenced",
    "signed": "signed",
}
_NOUNS = {
    "killed": "killing murder execution assassination death",
    "captured": "capture arrest detention abduction kidnapping imprisonment",
    "released": "release liberation pardon acquittal",
    "handed over": "extradition deportation handover",
    "escaped": "escape",
    "appointed": "appointment election inauguration",
    "left office": "resignation retirement dismissal ouster",
    "born": "birth",
    "founded": "founding foundation establishment",
    "dissolved": "dissolution",
    "sentenced": "conviction",
}
_ONLY_PASSIVE = word_set("signed")  # "Peru signed the treaty" says when one party did
_BY_SUBJECT = word_set("died perished escaped fled resigned retired abdicated")
FATE_OF = {word: fate for fate, words in _FATES.items() for word in words.split()}
"""What a verb in the past says became of somebody."""

_FATE_OF_NOUN = {word: fate for fate, words in _NOUNS.items() for word in words.split()}
FATE_OF_ADJECTIVE = {
    **{word: FATE_OF[word] for word in ("killed", "captured", "detained", "arrested", "released", "freed", "wounded")},
    **{word: FATE_OF[word] for word in ("injured", "murdered", "executed", "kidnapped", "abducted", "freed")},
    "dead": "killed",
}
"""What "the captured", "those killed", "the dead" say became of them."""

_WORD = re.compile(r"[A-Za-z]+(?:['’]s)?")
_PASSIVE = word_set("was were been being is are got")
_BETWEEN = word_set(
    """
    also later then subsequently reportedly allegedly finally eventually already again first soon both all once
    """
)
_HELPERS = word_set("has have had himself herself itself themselves")
_AROUND = word_set("after following since before until upon despite")
_UNDONE = word_set(
    """
    not never no nor would could should may might will can to if unless denied nearly almost attempted tried failed
    wanted plotted planned ordered refused claimed rumoured rumored falsely
    """
)
_STOPS = word_set(
    """
    of in on at by for from with to near during after before who which whose that as against into over under between
    including among about than inside outside around
    """
)
_WISHED = word_set(
    """
    demand demands demanded demanding call calls called calling urge urged urging seek seeks sought seeking request
    requested requesting negotiate negotiated negotiating negotiations plan plans planned planning plot plots plotted
    plotting attempt attempts attempted failed offer offered order ordered ordering refuse refused reward warrant
    warrants would could will may might possible alleged rumours rumors prevent prevented avoid avoided threatened
    """
)
_HIS = word_set("his her their its")
_UNTRUE = word_set("wrongly falsely mistakenly erroneously denied denies denying untrue disproved")
_BELIEF = 10
_NEAR = 60
_CUT_OFF = re.compile(r"[,;:]|\b(?:are|is|was|were|be)\b")
_PRONOUN = re.compile(r"\b(?:who|which|that)\b")
_WORD_BEFORE = re.compile(r"(\w+)\s+(?:[A-Z][\w.]*\s+){0,2}\Z")
_RELATIVE = re.compile(r"\b(?:who|which|whose|whom)\b")
_FOLLOWING = re.compile(r"(?:,|\s\(|\s[–—])|\s+([a-z]+)")
_NEXT_NOUN = re.compile(r" ([a-z][\w-]*)")
_POSSESSIVE = ("’s", "'s")
_LIST = re.compile(r"(?:\s*,\s*|\s+)(?:(?:and|or|as well as)\s+)?(?:(?:his|her|their|its|the)\s+)?(?:[a-z]+\s+){0,2}")

Mentions = Sequence[tuple[int, int, int]]
"""The names of a stretch of text in order: start, end, entity."""


Said = tuple[int, str, int, bool]
"""An entity, what became of it, the offset of the word that says so, and whether the clause's date says when."""


def fates(
    text: str, start: int, end: int, mentions: Mentions, date: int | None, subject: int | None = None
) -> Iterator[Said]:
    """What the clause `text[start:end]` says became of whom.

    `mentions` are those inside it, `date` is the offset of the date it hangs on, None without one; `subject` is the
    entity a clause that opens with its verb is about. Undone, denied, wished for and merely possible deeds are left
    out.
    """
    words = list(_WORD.finditer(text, start, end))
    low_words = [word[0].casefold() for word in words]
    for place, word in enumerate(words):
        low = word[0].casefold()
        before = [other[0].casefold() for other in words[max(0, place - 4) : place]]
        if word[0] in _FATE_OF_NOUN:
            # "After the death of X, ..." is dated by what follows, unless the date stands right there; without any
            # date only such words make sure that there was one.
            around = bool(set(before) & _AROUND)
            if around if date is not None and not _dates(text, word.end(), date) else date is None and not around:
                continue
            if set(before) & _WISHED:
                continue
            whom = _owner(text, words, place, mentions)
            dated = date is not None and _governs(text, start, word, date)
            yield from ((entity, _FATE_OF_NOUN[low], word.start(), dated) for entity in whom)
        elif low in FATE_OF and not set(before) & _UNDONE and not untrue(low_words[:place]):
            if low == "shot" and not text.startswith(" dead", word.end()):
                continue
            while before and before[-1] in _BETWEEN:
                before.pop()
            passive = bool(before) and before[-1] in _PASSIVE
            if passive or low in _BY_SUBJECT:
                whom = _subject(text, start, word.start(), mentions)
                if not whom and subject is not None and _only_helpers(text, start, word.start()):
                    whom = [subject]
            elif low in _ONLY_PASSIVE:
                continue
            else:
                whom = _objects(text, word.end(), end, mentions)
            dated = date is not None and _governs(text, start, word, date)
            yield from ((entity, FATE_OF[low], word.start(), dated) for entity in whom)


def untrue(before: Sequence[str]) -> bool:
    """Whether the words before a deed say that it was only believed: "wrongly reported that", "denied that"."""
    near = before[-_BELIEF:]
    rumour = "that" in near and not {"rumours", "rumors", "rumour", "rumor"}.isdisjoint(near)
    return rumour or not _UNTRUE.isdisjoint(near)


def _subject(text: str, start: int, verb: int, mentions: Mentions) -> list[int]:
    """The entity that is the subject of the verb: its name, at most an aside in commas, then the verb."""
    pronoun = next(reversed(list(_PRONOUN.finditer(text, start, verb))), None)
    if pronoun and _only_helpers(text, pronoun.end(), verb):
        return _antecedent(text, start, pronoun, mentions)
    for mention in mentions:
        if mention[1] > verb:
            break
        if not _stops(text, start, mention[0]) and text[mention[1] : mention[1] + 2] not in _POSSESSIVE:
            rest = text[mention[1] : verb].lstrip()
            aside = rest.startswith((",", "(", "–", "—", "who "))
            if aside or _only_helpers(text, mention[1], verb):
                return [mention[2]]
    return []


def _antecedent(text: str, start: int, pronoun: re.Match[str], mentions: Mentions) -> list[int]:
    """Whom "who" speaks of: the name right before it, or the one that opens the clause with an aside in commas.

    A name after "of" may be or may not be meant ("a brother of Qais, who was released"), so it is left out; "which" and
    "that" speak of no person or group.
    """
    near = [mention for mention in mentions if mention[1] <= pronoun.start()]
    if not near or pronoun[0] != "who":
        return []
    first, last = near[0], near[-1]
    if text[last[1] : pronoun.start()].strip() in ("", ","):
        before = _WORD_BEFORE.search(text, start, last[0])
        return [] if before and before[1].casefold() in _STOPS else [last[2]]
    aside = text[first[1] : pronoun.start()].strip()
    opens = not _stops(text, start, first[0]) and not any(is_verb(word) for word in aside.split())
    return [first[2]] if opens and aside.startswith(",") and aside.endswith(",") else []


def _topic(text: str, start: int, verb: int, mentions: Mentions) -> list[int]:
    """The entity the clause is about: the first name with a verb or a comma right after it."""
    for mention in mentions:
        if mention[1] > verb or _stops(text, start, mention[0]):
            break
        if text.startswith((" and ", ", and "), mention[1]):
            break
        following = _FOLLOWING.match(text, mention[1], verb)
        if following and (following[1] is None or is_verb(following[1])):
            return [mention[2]]
    return []


def _objects(text: str, verb: int, end: int, mentions: Mentions) -> list[int]:
    """The entities named right after the verb, and those listed on after the first."""
    found: list[int] = []
    at = verb
    for mention in mentions:
        if mention[0] < verb:
            continue
        between = text[at : mention[0]]
        if found:
            if not in_row(between):
                break
        elif (
            len(between) > _NEAR
            or _stops(text, verb, mention[0])
            or _CUT_OFF.search(between)
            or text[mention[1] : mention[1] + 2] in _POSSESSIVE
            or _goes_on(text, mention[1], end)
        ):
            break
        found.append(mention[2])
        at = mention[1]
    return found


def in_row(between: str) -> bool:
    """Whether what stands between two names puts them in one row: a comma or "and", no verb, no "of"."""
    joined = "," in between or " and " in between
    words = between.split()
    return joined and _LIST.fullmatch(between) is not None and not any(is_verb(w) or w in _STOPS for w in words)


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a lower-case noun follows the name at once, so that the name only describes it ("Qods Force agents")."""
    following = _NEXT_NOUN.match(text, at, end)
    return following is not None and following[1] not in _STOPS | _BETWEEN | {"and", "or", "but", "while", "when"}


def _owner(text: str, words: Sequence[re.Match[str]], place: int, mentions: Mentions) -> list[int]:
    """Whose capture: "the capture of X", "X's capture", "his capture" of the clause's subject."""
    noun = words[place]
    previous = words[place - 1][0].casefold() if place else ""
    after = text[noun.end() : noun.end() + 4]
    for mention in mentions:
        if after == " of " and 0 <= mention[0] - noun.end() - 4 <= 12 and not _stops(text, noun.end() + 4, mention[0]):
            owns = text[mention[1] : mention[1] + 2] in _POSSESSIVE
            return [] if owns or _goes_on(text, mention[1], len(text)) else [mention[2]]
        if text[mention[1] : noun.start()] in ("’s ", "'s ", "’ ", "' "):
            return [mention[2]]
    if previous in _HIS and mentions and mentions[0][1] <= noun.start():
        return _topic(text, words[0].start(), noun.start(), mentions)
    return []


def _dates(text: str, noun: int, date: int) -> bool:
    """Whether the date at `date` follows the noun that ends at `noun` closely, with no comma and no verb between."""
    between = text[noun:date]
    return 0 < len(between) <= _NEAR and "," not in between and not any(map(is_verb, between.split()))


def _governs(text: str, start: int, word: re.Match[str], date: int) -> bool:
    """Whether the date says when this happened, and not when something else did that an aside tells of somebody."""
    if date > word.end():
        between = text[word.end() : date]
        return _RELATIVE.search(between) is None and "(" not in between.replace("(on ", "").replace("(in ", "")
    return _RELATIVE.search(text, start, max(start, date)) is None or "," not in text[date : word.start()]


def _only_helpers(text: str, start: int, end: int) -> bool:
    words = (word[0].casefold() for word in _WORD.finditer(text, start, end))
    return all(word in _PASSIVE or word in _BETWEEN or word in _HELPERS or word.endswith("ly") for word in words)


def _stops(text: str, start: int, end: int) -> bool:
    return any(word[0].casefold() in _STOPS for word in _WORD.finditer(text, start, end))
