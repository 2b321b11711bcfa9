"""Knows the words that say what became of somebody, and of whom a clause says them."""

import re
from collections.abc import Iterator, Sequence

from tui.events.verbs import is_verb
from tui.events.whose import BETWEEN, PASSIVE, Mentions, objects_of, only_helpers, owner_of, subject_of
from tui.events.wordlist import word_set

_FATES = {
    "killed": "killed murdered executed assassinated slain beheaded hanged lynched shot",
    "died": "died perished",
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
    "killed": "killing murder execution assassination",
    "died": "death",
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
    "dead": "died",
}
"""What "the captured", "those killed", "the dead" say became of them."""

_WORD = re.compile(r"[A-Za-z]+(?:['’]s)?")
_AROUND = word_set("after following since before until upon despite")
_UNDONE = word_set(
    """
    not never no nor would could should may might will can to if unless denied nearly almost attempted tried failed
    wanted plotted planned ordered refused claimed rumoured rumored falsely
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
_UNTRUE = word_set("wrongly falsely mistakenly erroneously denied denies denying untrue disproved")
_BELIEF = 10
_BESIDE = 25
_NEAR = 60
_PUBLISHED = word_set("press news album film book video")
_SUBORDINATE = re.compile(r"\b(?:after|before|since|until|once|following)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|which|whose|whom)\b")


Said = tuple[int, str, int, bool]
"""An entity, what became of it, the offset of the word that says so, and whether the clause's date says when."""


def fates(
    text: str, start: int, end: int, mentions: Mentions, date: int | None, subject: tuple[int, int] | None = None
) -> Iterator[Said]:
    """What the clause `text[start:end]` says became of whom.

    `mentions` are those inside it, `date` is the offset of the date it hangs on, None without one; `subject` is the
    entity a clause is about whose subject is left out or a pronoun, and the offset where its verb may begin. Undone,
    denied, wished for and merely possible deeds are left out.
    """
    words = list(_WORD.finditer(text, start, end))
    last: tuple[int, list[int]] = (start, [])
    low_words = [word[0].casefold() for word in words]
    for place, word in enumerate(words):
        low = word[0].casefold()
        before = [other[0].casefold() for other in words[max(0, place - 4) : place]]
        if word[0] in _FATE_OF_NOUN:
            # "After the death of X, ..." is dated by what follows, unless the date stands right there; without any
            # date only such words make sure that there was one.
            around = bool(set(before) & _AROUND)
            near = date is not None and (_dates(text, word.end(), date) or _dates_before(text, word.start(), date))
            if (around and not near) if date is not None else not around:
                continue
            if set(before) & _WISHED or (before and before[-1] in _PUBLISHED):
                continue
            whom = owner_of(text, words, place, mentions)
            dated = date is not None and _governs(text, start, word, date)
            yield from ((entity, _FATE_OF_NOUN[low], word.start(), dated) for entity in whom)
        elif low in FATE_OF and not set(before) & _UNDONE and not untrue(low_words[:place]):
            if low == "shot" and not text.startswith(" dead", word.end()):
                continue
            while before and before[-1] in BETWEEN:
                before.pop()
            passive = bool(before) and before[-1] in PASSIVE
            if passive or low in _BY_SUBJECT:
                whom = subject_of(text, start, word.start(), mentions)
                if not whom and subject and subject[1] <= word.start() and only_helpers(text, subject[1], word.start()):
                    whom = [subject[0]]
                last = (word.end(), whom)
            elif last[1] and _coordinate(text[last[0] : word.start()]):
                whom = last[1]
            elif low in _ONLY_PASSIVE:
                continue
            else:
                whom = objects_of(text, word.end(), end, mentions)
            dated = date is not None and _governs(text, start, word, date)
            yield from ((entity, FATE_OF[low], word.start(), dated) for entity in whom)


def untrue(before: Sequence[str]) -> bool:
    """Whether the words before a deed say that it was only believed: "wrongly reported that", "denied that"."""
    near = before[-_BELIEF:]
    rumour = "that" in near and not {"rumours", "rumors", "rumour", "rumor"}.isdisjoint(near)
    return rumour or not _UNTRUE.isdisjoint(near)


def _dates(text: str, noun: int, date: int) -> bool:
    """Whether the date at `date` follows the noun that ends at `noun` closely, with no comma and no verb between."""
    between = text[noun:date]
    return 0 < len(between) <= _NEAR and "," not in between and not any(map(is_verb, between.split()))


def _dates_before(text: str, noun: int, date: int) -> bool:
    """Whether the date stands right before the noun: "the November 1932 election of X"."""
    between = text[date:noun]
    return 0 < len(between) <= _BESIDE and "," not in between and not any(map(is_verb, between.split()))


def _coordinate(between: str) -> bool:
    """Whether only "and" joins two verbs: "was arrested and ultimately killed"."""
    words = between.split()
    return bool(words) and words[0] == "and" and all(word in BETWEEN or word.endswith("ly") for word in words[1:])


def _governs(text: str, start: int, word: re.Match[str], date: int) -> bool:
    """Whether the date says when this happened, and not when something else did that is told beside it."""
    if date > word.end():
        between = text[word.end() : date]
        aside = _RELATIVE.search(between) or "(" in between.replace("(on ", "").replace("(in ", "")
        opening = text[max(start, text.rfind(",", start, word.start())) : word.start()]
        return not aside and not ("," in between and _SUBORDINATE.search(opening))
    between, before = text[date : word.start()], text[start:date]
    if "," in between and (_RELATIVE.search(before) or _tells_more(before)):
        return False
    return _SUBORDINATE.search(between) is None


def _tells_more(before: str) -> bool:
    """Whether a verb stands between "after" or the like and the date."""
    opener = _SUBORDINATE.search(before)
    return opener is not None and any(map(is_verb, before[opener.end() :].split()))
