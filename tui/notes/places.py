"""The places of a text a passage may stand at, and how well its words and the words around it agree there.

All offsets here are those of the folded text.
"""

from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq, Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from tui.notes.fold import fold
from tui.notes.model import Anchor

_SEED = 8
"""Length of the bits of the passage that are looked up word for word."""

_SEEDS = 72
"""At most so many of them."""

_HITS = 40
"""A bit that stands at more places than this says nothing."""

_BIN = 24
"""Bits whose shift differs by less than this belong together."""

_TRIED = 6
"""At most so many places found by bits are weighed, and so many times four found word for word."""

_FAR = 360
"""How far from the passage its surroundings may have been pushed by something put in between."""

_LONG = 64
"""Characters of a quote beyond which more of it say no more: by then it is itself."""

_SIDE_COUNTS = 32
"""Characters of surroundings on a side that count as evidence."""

_LONE = 12
"""Characters a quote must have to be believed without anything around it."""

_ENOUGH_QUOTE = 0.5
"""Likeness of the words below which no surroundings help: another sentence stands there now."""

_FRAMED_QUOTE = 0.42
"""The same where everything around is as it was."""

_SIDE = 14
"""Characters of either side that say that the passage between them was taken out."""

_USUAL = 40
"""Characters of surroundings beyond which they were remembered because the same words stood elsewhere too."""

_ALIKE = 0.83
"""Likeness of the words below which more is asked for."""

_NEEDED_UNLIKE = (50.0, 62.0)
"""Evidence asked for then at least, near the old offset and away from it."""

_NEEDED = ((16, 20.0), (300, 34.0), (800, 46.0), (1500, 52.0))
"""Evidence asked for up to so many characters from the old offset"""

_FAR_SAME = (60.0, 50.0)
"""Evidence asked for farther away of the very same characters: beyond a few per cent of the text, and up to that."""

_FAR_OTHER = (90.0, 60.0)
"""Likewise of other characters."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place the passage may stand at."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    quote: float
    """How well the words agree, 0 to 1."""
    before: float
    """How well the words just before it agree, from 0, as any two texts do, to 1; 0 where none are known."""
    after: float
    """Likewise for the words just after it."""
    evidence: float
    """About how many characters of passage and surroundings agree beyond chance."""
    kept: bool
    """Whether its words are those of the quote with something put in or taken out, and nothing else."""
    away: int
    """How far it is from where the passage stood; 0 where nobody recorded that."""

    @property
    def same(self) -> bool:
        """Whether its words and those around it are the very ones."""
        return self.quote == self.before == self.after == 1.0


@dataclass(frozen=True, slots=True)
class _Wanted:
    quote: str
    prefix: str
    suffix: str
    near: int  # where it stood, or -1


def search(text: str, anchor: Anchor) -> list[Candidate]:
    """The places the passage may stand at, those with most evidence first."""
    folded = fold(text)
    wanted = _Wanted(
        fold(anchor.quote).text.strip(),
        fold(anchor.prefix).text.lstrip(),
        fold(anchor.suffix).text.rstrip(),
        folded.near(anchor.start) if anchor.start >= 0 else -1,
    )
    if not wanted.quote or not folded.text:
        return []
    spans: dict[tuple[int, int], None] = {}
    for start in _exact(folded.text, wanted):
        spans[start, start + len(wanted.quote)] = None
    sure = _weigh_all(folded.text, wanted, spans)
    if sure and sure[0].before + sure[0].after > 1.9 and sure[0].away <= 300:
        return sure
    for shift in _shifts(folded.text, wanted):
        for span in (_carry(folded.text, wanted, shift), _liken(folded.text, wanted, shift)):
            if span is not None:
                spans[span] = None
    return _distinct(_weigh_all(folded.text, wanted, spans))


def agrees(place: Candidate, anchor: Anchor, length: int, raw_same: bool) -> bool:
    """Whether quote and surroundings say together that this is the passage, in a text of `length` characters.

    Far from where it stood more is asked: there a like passage is likelier to be another one. `raw_same` tells that
    it and its surroundings are the same to the last blank, before any folding.
    """
    quote = len(anchor.quote.strip())
    sides = bool(anchor.prefix.strip()) + bool(anchor.suffix.strip())
    if sides == 0:
        return place.quote >= 0.9 and quote >= _LONE
    framed = place.before + place.after >= 0.95 * sides
    if place.quote < _ENOUGH_QUOTE and not (framed and (place.kept or place.quote >= _FRAMED_QUOTE)):
        return False
    away = place.away if anchor.start >= 0 else _NEEDED[-1][0]
    if away > _NEEDED[1][0] and max(len(anchor.prefix), len(anchor.suffix)) > _USUAL:
        return place.quote >= 0.9 and place.before + place.after >= 0.95 * sides
    far, least = _FAR_SAME if raw_same else _FAR_OTHER
    for limit, evidence in _NEEDED:
        if away <= limit:
            far, least = 0, evidence
            break
    needed = least if not far or away <= length * 0.06 else far
    around = sum(min(len(side.strip()), _SIDE_COUNTS) for side in (anchor.prefix, anchor.suffix))
    if around < _SIDE_COUNTS * 1.5:
        # What the text's beginning or end cut off cannot agree, and is not held against the place.
        needed = min(needed, 0.8 * (around + min(quote, _LONG)))
    if place.quote < _ALIKE:
        needed = max(needed, _NEEDED_UNLIKE[away > _NEEDED[1][0]])
    return place.evidence >= needed


def may_be(place: Candidate) -> bool:
    """Whether the place is worth asking about."""
    return place.quote >= 0.6 or (place.quote >= 0.35 and place.before + place.after >= 1.0)


def rivals(other: Candidate, best: Candidate) -> bool:
    """Whether another place has so much to say for it that the best one cannot be believed."""
    if other.evidence >= best.evidence - 1:
        return best.away > 300 or other.away < 4 * best.away + 400
    if other.away + 400 < best.away:
        framed = other.before + other.after >= (1.9 if best.same else 1.5) and other.quote >= 0.3
        stayed = other.away <= 16 and other.quote == 1.0 and other.evidence >= 25
        return framed or stayed or (other.quote >= _ENOUGH_QUOTE and other.evidence >= best.evidence * 0.7)
    if best.same and best.away <= other.away:
        return False
    return other.quote >= _ENOUGH_QUOTE and other.evidence >= best.evidence * 0.88


def taken_out(text: str, anchor: Anchor) -> bool:
    """Whether what stood before and after the passage now stands side by side somewhere."""
    before, after = fold(anchor.prefix).text.rstrip()[-_SIDE:], fold(anchor.suffix).text.lstrip()[:_SIDE]
    if len(before) < _SIDE or len(after) < _SIDE:
        return False
    folded = fold(text).text
    return f"{before} {after}" in folded or f"{before}{after}" in folded


def _exact(text: str, wanted: _Wanted) -> list[int]:
    """Where the quote stands word for word; of very many places those nearest to the old one."""
    found: list[int] = []
    quote, near = wanted.quote, max(wanted.near, 0)
    words = _whole(wanted)
    position = text.find(quote)
    while position >= 0 and len(found) < 5000:
        if not (words[0] and _splits(text, position)) and not (words[1] and _splits(text, position + len(quote))):
            found.append(position)
        position = text.find(quote, position + 1)
    if len(found) > _TRIED * 4:
        found = sorted(sorted(found, key=lambda start: abs(start - near))[: _TRIED * 4])
    return found


def _shifts(text: str, wanted: _Wanted) -> list[int]:
    """Where the passage with its surroundings may begin, by the bits of it that stand there, the best first."""
    pattern = wanted.prefix + wanted.quote + wanted.suffix
    last = len(pattern) - _SEED
    if last < 0:
        return []
    step = max(4, last // _SEEDS + 1)
    votes: defaultdict[int, float] = defaultdict(float)
    for offset in range(0, last + 1, step):
        seed = pattern[offset : offset + _SEED]
        hits: list[int] = []
        position = text.find(seed)
        while position >= 0 and len(hits) <= _HITS:
            hits.append(position - offset)
            position = text.find(seed, position + 1)
        if len(hits) <= _HITS:
            for hit in hits:
                votes[hit // _BIN] += 1 / len(hits)
    scores = {number: votes[number] + votes.get(number + 1, 0) * 0.9 for number in list(votes)}
    best = sorted(scores, key=lambda number: (-scores[number], number))
    return [number * _BIN for number in best[:_TRIED]]


def _liken(text: str, wanted: _Wanted, shift: int) -> tuple[int, int] | None:
    """The stretch likest to the quote where the passage may begin with its surroundings."""
    low, high = _window(text, wanted, shift)
    found = partial_ratio_alignment(wanted.quote, text[low:high]) if high - low >= len(wanted.quote) else None
    if found is None:
        return None
    return _whole_words(text, wanted, low + found.dest_start, low + found.dest_end)


def _window(text: str, wanted: _Wanted, shift: int) -> tuple[int, int]:
    length = len(wanted.prefix) + len(wanted.quote) + len(wanted.suffix)
    slack = _BIN + 16 + len(wanted.quote) // 4
    return max(shift - slack, 0), min(shift + length + slack + _BIN, len(text))


def _carry(text: str, wanted: _Wanted, shift: int) -> tuple[int, int] | None:
    """The passage where it may begin with its surroundings: its edges carried over letter by letter."""
    low, high = _window(text, wanted, shift)
    if high <= low or len(wanted.prefix) < _SEED or len(wanted.suffix) < _SEED:
        return None  # without words around it, its edges would be anywhere
    pattern = wanted.prefix + wanted.quote + wanted.suffix
    window = text[low:high]
    first, last = len(wanted.prefix), len(wanted.prefix) + len(wanted.quote)
    start = end = -1
    for step in Levenshtein.opcodes(pattern, window):
        length = step.dest_end - step.dest_start
        if step.tag == "insert":
            continue
        if step.src_start <= first < step.src_end:
            start = step.dest_start + min(first - step.src_start, length)
        if step.src_start < last <= step.src_end:
            end = step.dest_start + min(last - step.src_start, length)
    if start < 0 or end <= start:
        return None
    return _whole_words(text, wanted, low + start, low + end)


def _whole_words(text: str, wanted: _Wanted, start: int, end: int) -> tuple[int, int] | None:
    """Edges moved to the nearest edge of a word if the quote has them there, and off blank space."""
    first, last = _whole(wanted)
    if first and _splits(text, start):
        start = _edge(text, start)
    if last and _splits(text, end):
        end = _edge(text, end)
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return (start, end) if start < end else None


def _whole(wanted: _Wanted) -> tuple[bool, bool]:
    """Whether the quote begins and ends with a whole word."""
    return not wanted.prefix[-1:].isalnum(), not wanted.suffix[:1].isalnum()


def _splits(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def _edge(text: str, offset: int) -> int:
    """The edge of a word nearest to an offset within it."""
    left, right = offset, offset
    while _splits(text, left):
        left -= 1
    while _splits(text, right):
        right += 1
    return left if offset - left <= right - offset else right


def _weigh_all(text: str, wanted: _Wanted, spans: dict[tuple[int, int], None]) -> list[Candidate]:
    weighed = [_weigh(text, wanted, start, end) for start, end in spans]
    return sorted(weighed, key=lambda place: (-place.evidence, place.start))


def _weigh(text: str, wanted: _Wanted, start: int, end: int) -> Candidate:
    there = text[start:end]
    quote = Levenshtein.normalized_similarity(wanted.quote, there)
    before = _likeness(wanted.prefix, text[max(start - len(wanted.prefix), 0) : start])
    after = _likeness(wanted.suffix, text[end : end + len(wanted.suffix)])
    beside, beyond = before, after
    if after >= 0.5 > before:
        beside = max(before, _pushed(wanted.prefix, text[max(start - _FAR, 0) : start]))
    elif before >= 0.5 > after:
        beyond = max(after, _pushed(wanted.suffix, text[end : end + _FAR]))
    evidence = (2 * quote - 1) * min(len(wanted.quote), _LONG)
    evidence += beside * min(len(wanted.prefix), _SIDE_COUNTS) + beyond * min(len(wanted.suffix), _SIDE_COUNTS)
    shorter, longer = sorted((len(there), len(wanted.quote)))
    kept = quote < 1 and shorter * 3 >= longer and LCSseq.similarity(wanted.quote, there) == shorter
    away = abs(start - wanted.near) if wanted.near >= 0 else 0
    return Candidate(start, end, quote, before, after, evidence, kept, away)


def _likeness(wanted: str, there: str) -> float:
    """How well surroundings agree where they should stand."""
    return _above_chance(Indel.normalized_similarity(wanted, there), 0.5) if wanted.strip() else 0.0


def _pushed(wanted: str, around: str) -> float:
    """How well surroundings agree that something put in between has pushed off; this counts half."""
    if len(wanted) < _SEED or len(around) < len(wanted):
        return 0.0
    found = partial_ratio_alignment(wanted, around)
    return 0.5 * _above_chance(found.score / 100, 0.62) if found else 0.0


def _above_chance(likeness: float, chance: float) -> float:
    return max(likeness - chance, 0.0) / (1 - chance)


def _distinct(places: list[Candidate]) -> list[Candidate]:
    """The places without those that overlap a better one."""
    kept: list[Candidate] = []
    for place in places:
        if all(place.end <= other.start or place.start >= other.end for other in kept):
            kept.append(place)
    return kept
