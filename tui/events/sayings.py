"""Knows the words that say what became of somebody: "captured", "set free", "his death", "became known as X"."""

import re
from typing import NamedTuple

from tui.events.wordlist import word_set

_FATES = {
    "killed": "killed murdered executed assassinated slain beheaded hanged lynched shot",
    "died": "died perished",
    "captured": "captured detained arrested apprehended abducted kidnapped seized jailed imprisoned interned nabbed "
    "recaptured rearrested",
    "released": "released freed liberated paroled pardoned acquitted",
    "handed over": "extradited deported transferred repatriated",
    "escaped": "escaped fled",
    "wounded": "wounded injured",
    "appointed": "appointed elected inaugurated promoted crowned sworn",
    "left office": "resigned retired dismissed ousted deposed overthrown abdicated sacked",
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
FATE_OF = {word: fate for fate, words in _FATES.items() for word in words.split()}
"""What a verb in the past says became of somebody."""

FATE_OF_NOUN = {word: fate for fate, words in _NOUNS.items() for word in words.split()}
"""What the noun of a deed says became of whom it was done to."""

FATE_OF_ADJECTIVE = {
    **{word: FATE_OF[word] for word in ("killed", "captured", "detained", "arrested", "released", "freed", "wounded")},
    **{word: FATE_OF[word] for word in ("injured", "murdered", "executed", "kidnapped", "abducted", "freed")},
    "dead": "died",
}
"""What "the captured", "those killed", "the dead" say became of them."""

BY_SUBJECT = word_set("died perished escaped fled resigned retired abdicated")
"""Verbs whose subject is the one it became of."""

ONLY_PASSIVE = word_set("signed")
"""Verbs that say it of their subject in the passive alone: "Peru signed the treaty" says when one party did."""


KNOWN_AS, NAMED_AS, MOVED_TO = "known as", "named as", "moved to"
"""How statuses begin that end in words of the text."""


class Saying(NamedTuple):
    """One way to say what became of somebody."""

    fate: str
    """What became of them."""
    end: int
    """Offset after its words."""
    active: bool
    """Whether it is said of the subject of an active verb."""


_PASSIVE_PHRASES = {
    "set": (" free", "released"),
    "let": (" go", "released"),
    "taken": (r" (?:prisoner|captive|hostage|into custody)", "captured"),
    "held": (r" (?:prisoner|captive|hostage)", "captured"),
    "shot": (" dead", "killed"),
    "put": (" to death", "killed"),
    "turned": (" over", "handed over"),
    "handed": (" (?:over|back)", "handed over"),
    "forced": (" (?:out|from office|from power)", "left office"),
    "removed": (r" (?:from office|from power|from (?:his|her) post)", "left office"),
    "relieved": (r" of (?:his|her) (?:post|command|duties)", "left office"),
    "named": (r" (?!(?:after|for|in|by|on|at|as|that)\b)[a-z]", "appointed"),
    "chosen": (r" as [a-z]", "appointed"),
}
_ACTIVE_PHRASES = {
    "stepped": (" (?:down|aside)", "left office"),
    "took": (" office", "appointed"),
    "left": (r" (?:office|the presidency|the government|the post)", "left office"),
    "lost": (r" (?:his|her|their) li(?:fe|ves)", "killed"),
}
_OFFICE = (
    "president premier minister chief chairman chairwoman chancellor governor commander ambassador king queen emperor "
    "pope secretary director head leader senator mayor general judge captain executive speaker shah sultan premier "
    "spokesman chairperson admiral"
)
_BECAME = re.compile(rf" (?:the |a |its |their )?(?:[\w-]+ ){{0,3}}?(?:{'|'.join(_OFFICE.split())})\b")
_PASSIVE = {word: (re.compile(rest), fate) for word, (rest, fate) in _PASSIVE_PHRASES.items()}
_ACTIVE = {word: (re.compile(rest), fate) for word, (rest, fate) in _ACTIVE_PHRASES.items()}
_STOPPED = r"[^,.;:()\n“”\"]"
_CALLED = re.compile(rf" as (?:the )?[“\"]?([A-Z]{_STOPPED}{{2,48}})")
_NAMED_AS = re.compile(rf" as ((?:an?|the|one) {_STOPPED}{{2,60}})")
_MOVED = re.compile(r" to (?:the )?(?=[A-Z])")
_CARRIED = word_set("flown taken moved sent brought driven shipped relocated exiled")
_WENT = word_set("moved relocated emigrated")
_TAIL = re.compile(r"\s(?:who|which|that|and|but|in|on|by|after|before|when|while|as|for|was|is|were)\b.*\Z", re.DOTALL)
_MOST_WORDS = 8


TRIGGERS = frozenset((*FATE_OF, *_PASSIVE, *_ACTIVE, *_CARRIED, *_WENT, "became", "known", "identified", "went"))
"""Every verb that may say what became of somebody, in lower case."""


def phrase(text: str, word: str, end: int, *, passive: bool) -> Saying | None:
    """What a verb that says it only with the words after it says: "set free", "stepped down", "became president".

    `end` is the offset after the verb, `passive` whether "was" or the like goes before it.
    """
    if word == "became":
        office = _BECAME.match(text, end)
        return Saying("appointed", office.end(), active=True) if office and not passive else None
    rest, fate = (_PASSIVE if passive else _ACTIVE).get(word, (None, ""))
    found = rest.match(text, end) if rest else None
    return Saying(fate, found.end(), active=not passive) if found else None


def naming(text: str, word: str, end: int, *, passive: bool) -> Saying | None:
    """What ends in words of the text: "known as the Red Brigade", "named as the leader"; None if the verb says none."""
    if word == "known":
        called = _CALLED.match(text, end)
        return Saying(f"{KNOWN_AS} {_short(called[1])}", called.end(), active=True) if called else None
    if passive and word in ("named", "identified"):
        named = _NAMED_AS.match(text, end)
        return Saying(f"{NAMED_AS} {_short(named[1])}", named.end(), active=False) if named else None
    return None


def moving(text: str, word: str, end: int, *, passive: bool) -> int | None:
    """Offset where the name of the place begins that a verb says somebody was brought to or left for; None if none."""
    if word == "left" and not passive:
        return end + 5 if text.startswith(" for ", end) else None
    if word == "went" and not passive and text.startswith(" into exile in ", end):
        return end + 15
    if word in (_CARRIED if passive else _WENT):
        found = _MOVED.match(text, end)
        return found.end() if found else None
    return None


def _short(words: str) -> str:
    """The words as far as they name something: cut at a relative pronoun or the like, at most eight words."""
    return " ".join(_TAIL.sub("", words).split()[:_MOST_WORDS]).strip(" ’'”")
