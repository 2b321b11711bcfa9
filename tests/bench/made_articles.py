"""Makes articles of invented people, places and days: all from one seed, the same on every machine."""

import random
from collections.abc import Iterator
from pathlib import Path

from jump_names import invented

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DEEDS = (
    "was captured in {place}", "met {other} in {place}", "left {place} for {town}",
    "was appointed commander of {group}",
    "told reporters that {group} had lost {place}", "signed the agreement with {other}", "was released from prison",
    "opened the talks in {place}", "was seen with {other} near {town}", "handed {place} over to {group}",
)  # fmt: skip
_FILLS = (
    "Nobody in {place} would say who had given the order.",
    "The report names {who} and {other}, but gives no reason.",
    "{group} did not answer questions, and its office in {town} stayed shut.",
    "Two witnesses remembered it otherwise.",
    "It was the third time that {other} had been asked, and the first that he agreed.",
    "What became of the papers is not known; {who} says that they were burnt.",
    "For most of those who live in {town} little has changed since.",
)
_COMMENTS = (
    "I was there and it was not so.",
    "{who} again!",
    "Where is the source for this?",
    "Thank you for writing.",
)

PER_FOLDER = 1000
"""Files in a folder, at most."""


def write(folder: Path, count: int, seed: int = 7) -> list[str]:
    """Write so many articles below a folder; the names of the people in them, the most named first."""
    chance = random.Random(seed)
    names = [name for name in invented(max(200, count // 2), chance) if " " in name]
    people, groups, places = names[: len(names) // 2], names[len(names) // 2 :], invented(80, chance)
    for number in range(count):
        below = folder / f"{number // PER_FOLDER:03}"
        if number % PER_FOLDER == 0:
            below.mkdir(parents=True)
        text = "\n".join(_article(chance, people, groups, places))
        (below / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return people


def _article(chance: random.Random, people: list[str], groups: list[str], places: list[str]) -> Iterator[str]:
    cast = [_some(chance, people) for _ in range(4)]
    year = chance.randint(1990, 2020)
    whole = cast[0]
    place = chance.choice(places)
    yield f"{whole} and the {chance.choice(('raid', 'talks', 'trial', 'election', 'flood'))} in {place}\n"
    for _ in range(chance.randint(4, 9)):
        told = [_dated(chance, cast, groups, places, year)]
        told += [_filled(chance, chance.choice(_FILLS), cast, groups, places) for _ in range(chance.randint(1, 3))]
        yield " ".join(told) + "\n"
    for _ in range(chance.choice((0, 0, 1, 2))):
        said = _filled(chance, chance.choice(_COMMENTS), cast, groups, places)
        yield f"  • Reader {chance.randint(1, 99)} says:\n\n    {said}\n"


def _dated(chance: random.Random, cast: list[str], groups: list[str], places: list[str], year: int) -> str:
    month, day = chance.choice(_MONTHS), chance.randint(1, 28)
    when = chance.choice(
        (f"On {month} {day}, {year},", f"In {month} {year},", f"In {year},", f"In early {year},", f"By {month},",
         "Four days later,", f"Between {year - 2} and {year},", f"In the spring of {year},")
    )  # fmt: skip
    return f"{when} {_filled(chance, '{who} ' + chance.choice(_DEEDS), cast, groups, places)}."


def _filled(chance: random.Random, words: str, cast: list[str], groups: list[str], places: list[str]) -> str:
    who, other = chance.sample(range(len(cast)), 2)
    named = cast[who] if chance.random() < 0.5 else cast[who].split()[-1]
    return words.format(
        who=named,
        other=cast[other],
        group=_some(chance, groups),
        place=chance.choice(places),
        town=chance.choice(places),
    )


def _some(chance: random.Random, names: list[str]) -> str:
    """One of the names, the first ones far more often than the last."""
    return names[int(len(names) * chance.random() ** 3)]
