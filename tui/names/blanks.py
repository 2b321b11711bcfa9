"""Knows names that are the same but for their blanks and hyphens: "Enlai", "En-lai"."""

from tui.names.gazetteer import given_names
from tui.names.namewords import told_words
from tui.names.partners import LEAST, LINKS
from tui.names.sounds import alike


def joined(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """The same sounds with other blanks: "Enlai", "En-lai"; "Jalaluddin", "Jalal al-Din"."""
    if len(first) == len(second):
        return 0.0
    few, many = (first, second) if len(first) < len(second) else (second, first)
    if len(few) == 1 and len(few[0]) > 5 and not set(many) & LINKS:
        whole = alike(few[0], "".join(many))  # scripts without blanks between the words of a name
        if whole >= LEAST:
            return whole
    for at in range(len(many) - 1):
        glued = (*many[:at], many[at] + many[at + 1], *many[at + 2 :])
        if min(len(many[at]), len(many[at + 1])) < 2:
            continue
        if len(glued) == len(few) and many[at] not in given_names() and many[at] not in LINKS:
            scores = [alike(a, b) for a, b in zip(few, glued, strict=True)]
            if min(scores) >= LEAST:
                return sum(scores) / len(scores)
        elif len(glued) == len(few) and len(few) > 1:
            scores = [alike(a, b) for a, b in zip(few, glued, strict=True)]
            if min(scores) >= 0.93:
                return sum(scores) / len(scores)
    return 0.0


def soldered(left: str, right: str, first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """The same sounds where one name has several hyphens and the other none: "Abol-Hasan Bani-Sadr"."""
    few, many, name = (first, second, right) if len(first) < len(second) else (second, first, left)
    glued = told_words(name.replace("-", "")) if name.count("-") > 1 else ()
    if len(glued) != len(few) or len(few) < 2 or len(glued) == len(many):
        return 0.0
    scores = [alike(a, b) for a, b in zip(few, glued, strict=True)]
    return sum(scores) / len(scores) if min(scores) >= LEAST else 0.0
