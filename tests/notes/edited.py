"""Invented articles and the edits that happen to articles, for trying whether a passage is found again.

A passage is marked by two private characters while a text is edited, so that where it went is known, not guessed.
"""

import random
import re
import unicodedata
from collections.abc import Callable

OPEN, CLOSE = "\ue000", "\ue001"
"""Stand before and after the passage while its text is edited."""

_PEOPLE = ["Harun Salik", "Major Orlov", "the governor", "Mina Tarek", "Colonel Adeyo", "the port council", "a clerk"]
_PEOPLE += ["Father Lund", "the harbour master", "Ilse Brandt", "two of the pilots", "Consul Pereira", "the widow Maas"]
_PLACES = ["Karsund", "the old harbour", "northern Belmar", "the salt road", "Tirgan province", "the border post"]
_PLACES += ["the mill at Oss", "Fort Ilya", "the upper valley", "the customs house", "the island of Vey", "Ramsholt"]
_DEEDS = ["denied the report", "signed the lease", "sent two convoys", "met the auditors", "paid the fishermen"]
_DEEDS += ["closed the bridge", "blamed the drought", "left without a word", "counted the crates", "asked for a delay"]
_DEEDS += ["burned the ledgers", "hired a new crew", "wrote to the ministry", "sold the second boat", "lost the appeal"]
_WHEN = ["In March 1931", "Two weeks later", "By then", "On 4 May", "That winter", "Early in 1933", "At the time"]
_WHEN += [
    "Before the harvest",
    "On the same evening",
    "When the ice broke",
    "Three years on",
    "In the last days of June",
]
_TAILS = ["according to a letter found later", "which nobody in the town believed", "as the register shows"]
_TAILS += ["though the price of salt had doubled", "and the talks were broken off", "in the presence of two witnesses"]
_TAILS += [
    "for reasons that were never given",
    "as his daughter wrote to a cousin",
    "while the roads were still under water",
]
_SALT = "amber birch cedar delta ember flint grove haven inlet jetty knoll ledge mason north ochre pearl quarry river"
_OTHER = ["however", "several", "unnamed", "sources", "during", "another", "quiet", "district", "meeting", "village"]


def article(chance: random.Random) -> str:
    """An invented article of about thirty paragraphs in which names and turns of phrase come again and again."""
    return "\n\n".join(" ".join(_sentence(chance) for _ in range(chance.randint(2, 6))) for _ in range(30)) + "\n"


def passage(chance: random.Random, text: str) -> tuple[int, int]:
    """A passage somebody may mark: a few words, often ones that come again, half a sentence, or a sentence."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    first = chance.randrange(len(words) - 25)
    last = first + chance.choice((1, 2, 3, 4, 8, 15, 24))
    return words[first][0], words[last][1]


def find(text: str) -> tuple[str, tuple[int, int] | None]:
    """The text without marks, and where the passage is in it, or None if it is gone."""
    start, end = text.find(OPEN), text.find(CLOSE)
    return text.replace(OPEN, "").replace(CLOSE, ""), (start, end - 1) if start >= 0 <= end else None


def _sentence(chance: random.Random) -> str:
    who, where, deed = chance.choice(_PEOPLE), chance.choice(_PLACES), chance.choice(_DEEDS)
    number, salt = chance.randint(2, 900), " ".join(chance.sample(_SALT.split(), 3))
    big = who[:1].upper() + who[1:]
    forms = [
        f"{chance.choice(_WHEN)}, {who} {deed} in {where} over the {salt} affair, {chance.choice(_TAILS)}.",
        f"“{big} {deed},” said {chance.choice(_PEOPLE)} – {number} men of the {salt} were counted in {where}.",
        f"{big}'s {number} crates of {salt} went to {where}, {chance.choice(_TAILS)}, and {who} {deed}.",
        f"Nobody asked what the {salt} had cost: {who} {deed}, and {chance.choice(_PEOPLE)} {chance.choice(_DEEDS)}.",
    ]
    return chance.choice(forms)


def _filler(chance: random.Random) -> str:
    return " ".join(chance.choice(_OTHER) for _ in range(chance.randint(8, 16))).capitalize() + "."


def _parts(text: str) -> tuple[str, str, str]:
    before, _, rest = text.partition(OPEN)
    quote, _, after = rest.partition(CLOSE)
    return before, quote, after


def _joined(before: str, quote: str, after: str) -> str:
    return f"{before}{OPEN}{quote}{CLOSE}{after}"


def _mistyped(chance: random.Random, text: str, times: int) -> str:
    for _ in range(times):
        place = chance.randrange(max(len(text) - 1, 1))
        letter = chance.choice("etaoinshr")
        kinds = (letter + text[place : place + 1], letter, "", text[place + 1 : place + 2] + text[place : place + 1])
        kind = chance.randrange(4)
        text = text[:place] + kinds[kind] + text[place + (2 if kind == 3 else 1) :]
    return text


def typos(chance: random.Random, text: str) -> str:
    """A letter in forty of the passage mistyped, and some around it."""
    before, quote, after = _parts(text)
    quote = _mistyped(chance, quote, max(1, len(quote) // 40))
    return _joined(
        before[:-50] + _mistyped(chance, before[-50:], 2), quote, _mistyped(chance, after[:50], 2) + after[50:]
    )


def paragraphs_put_in(chance: random.Random, text: str) -> str:
    """One to three new paragraphs between others."""
    paragraphs = text.split("\n\n")
    for _ in range(chance.randint(1, 3)):
        paragraphs.insert(chance.randrange(len(paragraphs)), " ".join(_filler(chance) for _ in range(4)))
    return _whole("\n\n".join(paragraphs), text)


def sentence_put_beside(chance: random.Random, text: str) -> str:
    """A new sentence just before or just after the passage."""
    before, quote, after = _parts(text)
    if chance.random() < 0.5:
        return _joined(f"{before}{_filler(chance)} ", quote, after)
    return _joined(before, quote, f" {_filler(chance)}{after}")


def paragraphs_taken_out(chance: random.Random, text: str) -> str:
    """One to three other paragraphs gone, the neighbours among them."""
    paragraphs = text.split("\n\n")
    own = next(number for number, part in enumerate(paragraphs) if OPEN in part)
    gone = {own + chance.choice((-1, 1)), *chance.sample(range(len(paragraphs)), 2)}
    kept = [part for number, part in enumerate(paragraphs) if number not in gone or OPEN in part or CLOSE in part]
    return "\n\n".join(kept)


def moved(chance: random.Random, text: str) -> str:
    """The paragraph put elsewhere."""
    paragraphs = text.split("\n\n")
    own = [part for part in paragraphs if OPEN in part and CLOSE in part]
    if not own:
        return sentence_put_beside(chance, text)
    paragraphs.remove(own[0])
    paragraphs.insert(chance.randrange(len(paragraphs)), own[0])
    return "\n\n".join(paragraphs)


def typography(chance: random.Random, text: str) -> str:
    """Other quotation marks, dashes, spaces, invisible characters, letters in two parts."""
    ways: list[Callable[[str], str]] = [
        lambda t: t.replace("'", "’").replace("“", '"').replace("”", '"'),
        lambda t: t.replace("–", "—").replace("-", "‐"),
        lambda t: re.sub(r" (?=[A-Z])", "\xa0", t),
        lambda t: re.sub(r"([a-z]{4})([a-z]{4})", "\\1\xad\\2", t),
        lambda t: t.replace(". ", ".  "),
        lambda t: unicodedata.normalize("NFD", t),
        lambda t: re.sub(r"\b[A-Z][a-z]+ [A-Z][a-z]+", lambda match: match[0].upper(), t),
    ]
    for way in chance.sample(ways, 3):
        text = way(text)
    return text


def extracted_anew(chance: random.Random, text: str) -> str:
    """Lines broken elsewhere, blank lines gone or doubled, words of the page around it."""
    ways: list[Callable[[str], str]] = [
        lambda t: re.sub(r"(.{50,70}) ", r"\1\n", t),
        lambda t: re.sub(r"\s*\n\s*", " ", t),
        lambda t: "Skip to content\n\n" + t.replace("\n", "\n\n") + "\n\nShare this page",
    ]
    return chance.choice(ways)(text)


def reworded(chance: random.Random, text: str) -> str:
    """A word in six of the passage another one, or, in a short passage, a word put in."""
    before, quote, after = _parts(text)
    words = quote.split(" ")
    for _ in range(max(1, len(words) // 6)):
        place = chance.randrange(1, max(len(words), 2))
        if len(words) > 5 and place < len(words):
            words[place] = chance.choice(_OTHER)
        elif len(words) > 1:
            words.insert(min(place, len(words) - 1), chance.choice(_OTHER))
    return _joined(before, " ".join(words), after)


def reworded_around(chance: random.Random, text: str) -> str:
    """Two words on either side of the passage other ones."""
    before, quote, after = _parts(text)
    sides = [before[-80:].split(" "), after[:80].split(" ")]
    for words in sides:
        for _ in range(2):
            words[chance.randrange(len(words) - 1) if words is sides[0] else chance.randrange(1, len(words))] = "other"
    return _joined(before[:-80] + " ".join(sides[0]), quote, " ".join(sides[1]) + after[80:])


def passage_taken_out(_: random.Random, text: str) -> str:
    """The passage gone, and what stood around it side by side."""
    before, _quote, after = _parts(text)
    return before + after


def sentence_taken_out(_: random.Random, text: str) -> str:
    """The sentences of the passage gone."""
    before, _quote, after = _parts(text)
    return before[: max(before.rfind(". "), before.rfind("\n")) + 1] + after[max(after.find("."), 0) + 1 :]


def paragraph_taken_out(_: random.Random, text: str) -> str:
    """The paragraphs of the passage gone."""
    before, _quote, after = _parts(text)
    return before[: before.rfind("\n\n") + 1] + after[max(after.find("\n\n"), 0) :]


def sentence_replaced(chance: random.Random, text: str) -> str:
    """Another sentence where the passage stood."""
    before, _quote, after = _parts(text)
    start = max(before.rfind(". "), before.rfind("\n")) + 1
    return f"{before[:start]} {_filler(chance)}{after[max(after.find('.'), 0) + 1 :]}"


def _whole(new: str, old: str) -> str:
    """The new text, or the old one where something was put into the middle of the passage."""
    return new if len(find(new)[0][slice(*(find(new)[1] or (0, 0)))]) == len(_parts(old)[1]) else old


EDITS = [
    typos,
    paragraphs_put_in,
    sentence_put_beside,
    paragraphs_taken_out,
    moved,
    typography,
    extracted_anew,
    reworded,
    reworded_around,
    passage_taken_out,
    sentence_taken_out,
    paragraph_taken_out,
    sentence_replaced,
]
"""All edits."""
