"""Knows which letters of a name a query accounts for, so that they can be lit."""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from tui.jump.fold import PARTICLES, joint, loose, plain
from tui.jump.match import Query
from tui.jump.target import Tier


@lru_cache(maxsize=512)
def lit(typed: str, name: str, tier: Tier) -> tuple[int, ...]:
    """Offsets in `name` of the letters a query accounts for, in order."""
    query = Query.read(typed)
    letters, places = _letters(name)
    if tier is Tier.INITIALS:
        return _initials(query.text, letters, places)
    if letters.startswith(query.text):
        return _offsets(places[: len(query.text)])
    found: set[int] = set()
    free = _words(letters)
    for word in sorted(query.words, key=len, reverse=True):
        if not free:
            break
        start, end = max(free, key=lambda span: _nearness(word, letters[span[0] : span[1]]))
        if _nearness(word, letters[start : start + len(word) + 1]) < 0.5 and len(query.words) > 1:
            continue
        free.remove((start, end))
        reach = min(end, start + len(word) + 2) if not letters.startswith(word, start) else start + len(word)
        for block in Levenshtein.opcodes(word, letters[start:reach]):
            for step in range(min(block.src_end - block.src_start, block.dest_end - block.dest_start)):
                at = start + block.dest_start + step
                if _sound(word[block.src_start + step]) == _sound(letters[at]):
                    found.add(places[at])
    return tuple(sorted(found))


@lru_cache(maxsize=1024)
def _sound(letter: str) -> str:
    return loose(letter)


def _letters(name: str) -> tuple[str, list[int]]:
    """The plain form of a name letter by letter, and where each of its letters comes from."""
    letters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(name):
        said = character.lower() if character.isascii() and character.isalnum() else plain(character)
        if not said:
            if plain(f"a{character}a") == "aa":
                continue
            said = " "
        if said == " " and (not letters or letters[-1] == " "):
            continue
        letters += said
        places += [at] * len(said)
    return "".join(letters), places


def _initials(text: str, letters: str, places: list[int]) -> tuple[int, ...]:
    spans = _words(letters)
    if not "".join(letters[start] for start, _ in spans).startswith(text):
        spans = [span for span in spans if letters[span[0] : span[1]] not in PARTICLES]
    if not "".join(letters[start] for start, _ in spans).startswith(text):
        spans = [
            piece
            for start, end in spans
            for piece in ((start, start + joint(letters[start:end])), (start + joint(letters[start:end]), end))
            if piece[0] < piece[1]
        ]
    return _offsets([places[start] for start, _ in spans[: len(text)]])


def _words(letters: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for word in letters.split(" "):
        if word:
            spans.append((at, at + len(word)))
        at += len(word) + 1
    return spans


def _nearness(word: str, other: str) -> float:
    if other.startswith(word):
        return 1.0 + 1 / (1 + len(other))
    return Levenshtein.normalized_similarity(word, other[: len(word) + 1])


def _offsets(places: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(places))
