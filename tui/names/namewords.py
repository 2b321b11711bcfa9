"""Takes a name apart into the words by which it is compared with others."""

import re

from tui.names.fold import fold, fold_word
from tui.names.words import PARTICLES, word_set

_SUFFIXES = word_set("jr sr i inc ltd llc corp co plc corporation company limited incorporated gmbh ag")
_SOLDERED = word_set("abdel abdul abdal abdol abd")
JOINTS = word_set("the e & y")
"""Words that may stand between two others and tell nothing."""
_BOUND = PARTICLES | word_set("an as ash ad ar at az ud us uz")


def told_words(name: str) -> tuple[str, ...]:
    """The folded words of a name as they are told apart: articles, suffixes and an order turned by a comma are gone."""
    folded = fold(_SUN_ARTICLE.sub("al-", _GLUED_ARTICLE.sub(r"\1 ", name))).split()
    if "," in name and len(folded) > 1:
        last, _, first = name.partition(",")
        if fold_word(first) not in _SUFFIXES:
            folded = [*fold(first).split(), *fold(last).split()]
    if len(folded) > 1 and name.startswith(_BURMESE):
        folded = folded[1:]  # "U Thant"
    kept = [("abd" if word in _SOLDERED else word) for word in folded if word not in _BOUND or word in _SOLDERED]
    kept = [word for word in kept if word not in _SUFFIXES and word not in JOINTS] or kept
    return tuple(part for at, word in enumerate(kept or folded) for part in _spelt_out(word, at, len(kept)))


def _spelt_out(word: str, at: int, size: int) -> tuple[str, ...]:
    """A word in the parts other spellings write apart: "Abdelaziz" is "Abd al-Aziz", "UN" two words."""
    if not at and size > 1 and word in _INSIDE_NAMES:
        return _INSIDE_NAMES[word]
    match = _SLAVE_OF.fullmatch(word)
    return ("abd", match[1]) if match else (word,)


_BURMESE = ("U ", "Daw ", "Ko ", "Ma ")
_SUN_ARTICLE = re.compile(r"\b[AaEe](?:sh-(?=sh)|([dnrstz])-(?=\1))", re.IGNORECASE)
"""The Arabic article as it is spoken before the letter it takes on: "Deir ez-Zor", "ash-Shaykh"."""
_GLUED_ARTICLE = re.compile(r"\b(El|Al)(?=[A-Z][a-z])")
_SLAVE_OF = re.compile(r"abd(?:el|ul|al|ol|ur|ar|us|as)-?((?!lah)[a-z]{4,})")
_INSIDE_NAMES = {"un": ("united", "nations"), "us": ("united", "states"), "eu": ("european", "union")}
