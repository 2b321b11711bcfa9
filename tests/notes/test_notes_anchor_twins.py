"""A noted line is never silently taken for one that reads alike: where such lines change places, it is asked."""

import random
import re
from collections import Counter

import pytest
from edited import CLOSE, OPEN, article, find, typos

from tui.notes.anchor import State, locate, make

LEDGER = (
    "The harbour master kept a book.\n\n"
    "- 3 May: Harun Salik sent two convoys to Karsund; 30 crates were counted.\n"
    "- 8 May: Mina Tarek sent two convoys to Ramsholt; 81 crates were counted.\n"
    "- 9 May: Mina Tarek sent two convoys to Ramsholt; 44 crates were counted.\n\n"
    "Nobody asked what it had cost.\n"
)
FIRST, SECOND, THIRD = (line for line in LEDGER.splitlines(keepends=True) if line.startswith("-"))
QUOTES = ("sent two convoys", "crates were counted", "81 crates", "Ramsholt; 81", SECOND.strip())


def noted(quote: str, text: str = LEDGER) -> tuple[int, int]:
    start = text.index(quote, text.index(SECOND) if quote in SECOND else 0)
    return start, start + len(quote)


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize(
    "changed",
    [
        LEDGER.replace(FIRST + SECOND, SECOND + FIRST),
        LEDGER.replace(SECOND + THIRD, THIRD + SECOND),
        LEDGER.replace(SECOND, ""),
        LEDGER.replace(SECOND + THIRD, THIRD),
        LEDGER.replace(SECOND, FIRST).replace(FIRST, "", 1),
        LEDGER.replace(SECOND, SECOND.replace("8 May", "18 May") + SECOND),
        LEDGER.replace(SECOND, SECOND + SECOND.replace("8 May", "18 May")),
    ],
    ids=["above", "below", "gone", "gone too", "in its place", "copied above", "copied below"],
)
def test_a_line_that_reads_alike_is_never_taken_for_the_one_that_was_noted(quote: str, changed: str) -> None:
    found = locate(changed, make(LEDGER, *noted(quote)))
    own = changed.find(SECOND)
    assert not found.placed or own <= found.start < own + len(SECOND)


@pytest.mark.parametrize("quote", QUOTES)
def test_a_line_among_others_that_stays_where_it_is_is_still_found(quote: str) -> None:
    for changed in (
        "New.\n\n" + LEDGER,
        LEDGER.replace("Nobody asked", "Nobody ever asked"),
        LEDGER.replace("harbour master", "master of the harbour"),
        LEDGER.replace("sent two convoys to Ramsholt; 81", "sent two convoys to Ramshollt; 81"),
    ):
        found = locate(changed, make(LEDGER, *noted(quote)))
        assert found.placed
        line_start = changed.rfind("\n", 0, found.start) + 1
        assert changed[line_start:].startswith("- 8 May")


def test_of_two_places_that_are_the_same_in_all_that_is_remembered_neither_is_exact() -> None:
    verse = "The bell rang, and the ferry left without a word to anybody on the quay.\n"
    text = verse * 9
    start = text.index("ferry", len(verse) * 4)
    found = locate(text + "The end.\n", make(text, start, start + 5))
    assert found.state is State.UNSURE


def lines_alike(chance: random.Random) -> list[str]:
    """Two to six lines that differ in a name, a place or a number."""
    who, where = ["Harun Salik", "the governor", "Mina Tarek", "a clerk"], ["Karsund", "Tirgan", "Fort Ilya", "Oss"]
    form = chance.choice(
        (
            "- {day} May: {who} met the auditors in {where}; {count} crates were counted.",
            "On {day} May {who} met the auditors in {where}, as the register shows, and paid {count} marks.",
        )
    )
    told = {"who": chance.choice(who), "where": chance.choice(where), "day": "7", "count": "38"}
    lines: list[str] = []
    while len(lines) < 2 or (len(lines) < 6 and chance.random() < 0.6):
        other = {"who": chance.choice(who), "where": chance.choice(where)}
        other |= {"day": str(chance.randint(1, 28)), "count": str(chance.randint(10, 99))}
        keys = chance.sample(sorted(told), chance.randint(2, 3))
        line = form.format(**told | {key: other[key] for key in keys})
        if line not in lines:
            lines.append(line)
    return lines


def reordered(chance: random.Random, text: str, lines: list[str]) -> str:
    """The lines swapped, shuffled, one of them or the noted one taken out, another put in its place, or copied."""
    parts = re.split(r"(\n+)", text)
    places = [at for at, part in enumerate(parts) if part.replace(OPEN, "").replace(CLOSE, "") in lines]
    own = next(at for at in places if OPEN in parts[at])
    other = chance.choice([at for at in places if at != own])
    kind = chance.randrange(6)
    if kind == 0:
        parts[own], parts[other] = parts[other], parts[own]
    elif kind == 1:
        mixed = chance.sample([parts[at] for at in places], len(places))
        for at, part in zip(places, mixed, strict=True):
            parts[at] = part
    elif kind == 2:
        parts[own] = ""
    elif kind == 3:
        parts[own], parts[other] = parts[other], ""
    elif kind == 4:
        parts[other] = ""
    else:
        plain = parts[own].replace(OPEN, "").replace(CLOSE, "")
        parts.insert(own, plain.replace("7 May", "17 May") + "\n")
    changed = "".join(parts)
    return typos(chance, changed) if OPEN in changed and chance.random() < 0.2 else changed


def test_hundreds_of_lines_alike_that_change_places_are_told_apart_or_asked_about() -> None:
    chance = random.Random(19310504)
    outcomes: Counter[str] = Counter()
    for _ in range(360):
        paragraphs, lines = article(chance).split("\n\n"), lines_alike(chance)
        at = chance.randrange(len(paragraphs))
        paragraphs[at:at] = lines if chance.random() < 0.5 else ["\n".join(lines)]
        text = "\n\n".join(paragraphs)
        line = chance.choice(lines)
        words = [match.span() for match in re.finditer(r"\S+", line)]
        first = chance.randrange(len(words))
        last = min(first + chance.choice((2, 3, 5, len(words))), len(words)) - 1
        start, end = text.index(line) + words[first][0], text.index(line) + words[last][1]
        changed, truth = find(reordered(chance, f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}", lines))
        if changed == text:
            continue
        found = locate(changed, make(text, start, end))
        if found.placed:
            hit = truth is not None and min(found.end, truth[1]) > max(found.start, truth[0])
            outcomes["right" if hit else f"wrong {found.state}"] += 1
        else:
            outcomes["asked" if truth is not None else "right"] += 1
    # Of a copy put just above the line itself nobody can say which of the two was meant.
    assert outcomes["wrong exact"] <= 0.03 * outcomes.total(), outcomes
    assert outcomes["wrong moved"] <= 0.05 * outcomes.total(), outcomes
    assert outcomes["right"] >= 0.4 * outcomes.total(), outcomes
