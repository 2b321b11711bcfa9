"""Knows which words tell an action, and which class of action each tells."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tui.events.wordlist import word_set

_VERBS = {
    "kill": "killed murdered executed assassinated slew slain beheaded shot died massacred perished hanged lynched",
    "capture": "captured recaptured retaken detained arrested seized apprehended abducted kidnapped nabbed "
    "imprisoned jailed caught interned hijacked",
    "release": "released freed liberated pardoned paroled acquitted escaped exchanged",
    "handover": "transferred extradited deported repatriated surrendered ceded handed turned",
    "wound": "wounded injured hurt maimed",
    "attack": "attacked bombed raided ambushed struck shelled assaulted stormed invaded fired exploded detonated "
    "torpedoed hit sank clashed fought besieged overran",
    "agree": "signed ratified agreed concluded negotiated approved adopted endorsed accepted acceded",
    "meet": "met visited hosted convened gathered attended",
    "appoint": "appointed named elected nominated promoted inaugurated crowned succeeded hired sworn chosen",
    "leave": "resigned retired stepped dismissed ousted deposed overthrew overthrown toppled abdicated removed",
    "found": "founded established created formed launched opened introduced built began started published",
    "end": "ended dissolved disbanded abolished closed cancelled canceled suspended halted collapsed failed terminated",
    "try": "convicted sentenced indicted charged sued tried ruled ordered fined prosecuted",
    "move": "deployed arrived withdrew withdrawn moved landed crossed marched fled entered left returned "
    "evacuated crashed",
    "deny": "denied rejected refused disputed retracted",
    "threaten": "threatened warned demanded",
    "say": "announced accused confirmed stated declared admitted identified revealed briefed disclosed "
    "proclaimed condemned demanded alleged implicated",
    "find": "discovered uncovered recovered found intercepted confiscated",
    "win": "won defeated lost beat conquered",
    "pass": "passed voted enacted vetoed rejected repealed amended imposed lifted banned",
    "buy": "bought purchased sold acquired merged annexed",
    "birth": "born married",
    "destroy": "burned burnt destroyed demolished wrecked ruined razed damaged",
    "file": "filed applied petitioned appealed",
    "seize": "nationalized nationalised expropriated impounded occupied",
    "order": "commissioned delivered shipped supplied",
    "show": "unveiled presented exhibited displayed showed shown premiered",
    "delay": "postponed delayed deferred",
    "fly": "flew flown",
    "grow": "rose increased raised climbed gained grew soared",
    "shrink": "fell dropped declined cut reduced plunged lowered slumped shrank",
    "award": "awarded honoured honored decorated",
}
_NOUNS = {
    "kill": "killing killings murder murders execution assassination death deaths",
    "capture": "capture captures detention arrest arrests kidnapping abduction seizure imprisonment",
    "release": "release escape pardon acquittal liberation",
    "handover": "handover transfer extradition deportation surrender cession",
    "wound": "wounding",
    "attack": "attack attacks raid raids bombing bombings ambush assault airstrike airstrikes strike strikes "
    "invasion offensive explosion battle shelling",
    "agree": "treaty agreement accord ceasefire cease-fire truce armistice ratification signing pact",
    "meet": "meeting visit summit conference talks",
    "appoint": "appointment election nomination inauguration",
    "leave": "resignation retirement coup overthrow dismissal ouster",
    "found": "founding establishment formation creation launch opening",
    "end": "dissolution abolition closure collapse",
    "try": "conviction sentence indictment trial verdict ruling lawsuit",
    "move": "deployment withdrawal arrival evacuation",
    "say": "announcement statement declaration accusation",
    "find": "discovery interception",
    "win": "victory defeat conquest",
    "pass": "sanctions embargo veto",
    "buy": "purchase acquisition sale merger annexation",
    "birth": "birth marriage",
    "destroy": "destruction demolition burning",
    "file": "bankruptcy petition appeal",
    "seize": "nationalization nationalisation occupation",
    "order": "delivery",
    "delay": "postponement delay",
    "fly": "flight",
    "grow": "increase",
    "shrink": "decline slump",
    "award": "award medal",
}
_CLASS_OF_VERB = {word: name for name, words in _VERBS.items() for word in words.split()}
_CLASS_OF = {word: name for name, words in _NOUNS.items() for word in words.split()} | _CLASS_OF_VERB
_ACTING = frozenset(_CLASS_OF)
DEEDS = {name: 1 << place for place, name in enumerate(sorted({*_VERBS, *_NOUNS}))}
"""A bit for each class of action."""

_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)?")
_IRREGULAR = word_set(
    """
    was were had did became began brought built came chose cut drew drove fell felt fled found fought gave got grew
    held hit kept knew laid led left lost made met paid put ran read rose said sank sat saw sent set shot sold spent
    split spoke stood struck swore took taught told thought threw understood went withdrew won wrote bore broke
    """
)
_NOT_VERBS = word_set(
    """
    hundred armed united allied backed red need indeed related alleged suspected supposed so-called speed seed breed
    feed greed weed bed shed sled wed hatred sacred naked wicked limited advanced unmanned unprecedented
    """
)
_AUXILIARY = word_set(
    """
    was were is are has have had did does do been be will would could should may might
    """
)
_REACH = 80
_REMEMBERED = 1 << 14
_ADVERBS = word_set("also then later again subsequently already")
_CARRIERS = word_set("was were has have been")
_MODAL = word_set("would could will may might should shall can")
_UNTOLD = word_set("to not never be had who which that whose if when")
_HIDING = word_set("of by from as who which that is are will with")


@lru_cache(maxsize=_REMEMBERED)
def is_verb(word: str) -> bool:
    """Whether a word can be the past or auxiliary verb of a clause: "seized", "was"; never a word with a capital."""
    if word in _IRREGULAR or word in _AUXILIARY or word in _CLASS_OF_VERB:
        return True
    return len(word) > 4 and word.islower() and word.endswith("ed") and word not in _NOT_VERBS and "-" not in word


def is_mere_auxiliary(word: str) -> bool:
    """Whether a word only helps another verb: "was", "would"."""
    return word in _AUXILIARY


def action_of(word: str) -> str:
    """The class of action of a verb, "" if it tells none."""
    return _CLASS_OF_VERB.get(word, "")


def actions(text: str) -> frozenset[str]:
    """The classes of action a headline tells, by verb or by noun ("the capture of"); empty if it tells none."""
    return frozenset([_CLASS_OF[word] for word in _ACTING.intersection(map(str.casefold, _WORD.findall(text)))])


def deeds_of(names: Iterable[str]) -> int:
    """The bits of classes of action."""
    return sum(DEEDS[name] for name in names)


def is_told(text: str, start: int, verb: int) -> bool:
    """Whether the verb at `verb` is what the clause from `start` says: not undone, not possible, not a mere participle.

    It must be the first verb since the last comma, colon or "and", or follow "was", "were", "has" or "have".
    """
    before = [word[0] for word in _WORD.finditer(text, max(start, verb - _REACH), verb)]
    while before and (before[-1].endswith("ly") or before[-1] in _ADVERBS):
        before.pop()
    if not before or set(before[-3:]) & _UNTOLD or set(before) & _MODAL:
        return False
    if before[-1] in _CARRIERS:
        return True
    edge = max(start, *(text.rfind(mark, start, verb) for mark in (",", ";", ":", " and ")))
    since = [word[0] for word in _WORD.finditer(text, edge, verb)]
    return not any(is_verb(word) or word in _HIDING for word in since)
