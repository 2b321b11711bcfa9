"""Decides how surely two spellings are one name: word by word, with rules for the words that tell names apart."""

import re
from dataclasses import dataclass

from tui.names.abjad import has_letters, reads_as
from tui.names.fold import fold, fold_word
from tui.names.gazetteer import EQUIVALENTS, ORGANISATIONS, given_names, places, surnames, words
from tui.names.heads import HEADS
from tui.names.kanji import reading
from tui.names.remembered import remembered
from tui.names.sinic import same_syllables, unfold_script
from tui.names.sounds import alike
from tui.names.stated import abbreviates
from tui.names.variants import is_short_form, other_forms
from tui.names.words import FAITHS, PARTICLES, TITLES, is_demonym, word_set

SAME = 0.8
"""From here on two spellings are taken for one name when somebody asks about just these two."""

_KNOWN = {fold(name): at for at, row in enumerate(EQUIVALENTS) for name in row}
_LEAST = 0.8
_SURE_OF_WORDS = 0.93
"""From here on two plain words of a longer name are one."""
_SUFFIXES = word_set("jr sr i inc ltd llc corp co plc corporation company limited incorporated gmbh ag")
_SOLDERED = word_set("abdel abdul abdal abdol abd")
_JOINTS = word_set("the e & y")
_LINKS = word_set("of the and for in on")
_BOUND = PARTICLES | word_set("an as ash ad ar at az ud us uz")
_NATIONS = word_set("us u s united states american british uk")


@remembered(100_000)
def same_name(left: str, right: str) -> float:
    """How surely `left` and `right`, names as written, are one name: 0 to 1, the same either way round.

    Words are paired by sound, in any order. A word that only one of them has tells them apart, unless it is a middle
    name, a nationality or a title; a word on each side without a partner always does.
    """
    one, other = _spelt(left), _spelt(right)
    if one.folded == other.folded:
        return 1.0
    if one.folded in _KNOWN and _KNOWN[one.folded] == _KNOWN.get(other.folded):
        return 0.95
    if one.letters != other.letters:
        written, latin = (left, other) if one.letters else (right, one)
        spelt = (latin.as_written, *((form,) for form in _other_forms(latin.as_written)))
        return 0.92 if any(reads_as(written, words) for words in spelt) else 0.0
    if not (left.isascii() and right.isascii()):
        read, beside = (reading(left), right) if right.isascii() else (reading(right), left)
        if read and beside.isascii():
            return same_name(read, beside)
    if one.short or other.short:
        return _abbreviation(left, right)
    if one.numerals != other.numerals:
        return 0.0  # "Nicholas I" and "Nicholas II"
    if one.born != other.born:
        return 0.5  # father and son
    first, second = one.words, other.words
    if not first or not second:
        return 0.0
    syllables = same_syllables(one.parts, other.parts) or same_syllables(first, second)
    if syllables is not None:
        return syllables
    if _married(first, second) or _turned(one.folded, other.folded, first, second):
        return 0.6
    joined = _joined(first, second) or _soldered(one.unfolded, other.unfolded, first, second)
    if joined:
        return joined
    if len(first) > len(second):
        first, second = second, first
    pairs = _pairs(first, second)
    if len(pairs) < len(first):
        return 0.5 * min((alike(a, b) for a in first for b in second), default=0.0)
    score = sum(pairs.values()) / len(pairs)
    only = len(pairs) == 1 == len(second) and score < 1 and not is_short_form(first[0], second[0])
    if only and other_vowel(first[0], second[0]):
        return 0.75  # "Paris" and "Peres"
    if min(pairs.values()) < 0.9 and len(pairs) == 1 and min(len(first[0]), len(second[0])) < 8:
        score -= 0.03  # one short word is little to go by
    extra = [word for at, word in enumerate(second) if at not in {at for _, at in pairs}]
    if not extra:
        return score
    group = any(word in HEADS or word in _LINKS for word in (*first, *second))
    return score * _extra(first, second, extra, group, _titled(one.unfolded) or _titled(other.unfolded))


@dataclass(frozen=True, slots=True)
class _Spelt:
    """What is compared of a name."""

    folded: str
    """Its key."""
    letters: bool
    """Whether it is in letters that leave vowels out."""
    short: bool
    """Whether it is written as an abbreviation."""
    as_written: tuple[str, ...]
    """Its words as they are told apart, folded."""
    unfolded: str
    """The name with what its script writes together brought nearer to Latin letters; what follows is of that."""
    parts: tuple[str, ...]
    """The words of its key."""
    words: tuple[str, ...]
    """Its words as they are told apart."""
    numerals: frozenset[str]
    """The ordinals of a king in it."""
    born: str
    """Which of two who are called alike it means: "jr", "sr", or "" where it does not say."""


@remembered(50_000)
def _spelt(name: str) -> _Spelt:
    unfolded, words = unfold_script(name), _words(name)
    return _Spelt(
        fold(name),
        has_letters(name),
        _short(name),
        words,
        unfolded,
        tuple(fold(unfolded).split()),
        words if unfolded == name else _words(unfolded),
        _numerals(unfolded),
        _BORN.get(name.rstrip(".").rpartition(" ")[2].casefold(), ""),
    )


_BORN = {"jr": "jr", "junior": "jr", "fils": "jr", "sr": "sr", "senior": "sr"}


def _married(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether one is a man's and the other a woman's form of a Slavic surname: "Petrov", "Petrova"."""
    if len(first) == len(second) == 1:
        few, many = sorted((first[0], second[0]), key=len)
        return (
            many.endswith("skaya")
            and few.endswith(("sky", "ski", "skiy", "skii"))
            and many[:-4] == few[: len(many) - 4]
        )
    if len(first) != len(second) or len(first) < 2 or (first[-1][-1] == "a") == (second[-1][-1] == "a"):
        return False
    few, many = sorted((first[-1], second[-1]), key=len)
    return (many == few + "a" and few.endswith(_OF_MEN)) or (few[:-1] + "aya" == many and few.endswith(("sky", "ski")))


_OF_MEN = ("ov", "ev", "yov", "in", "yn", "sk")


def _turned(left: str, right: str, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether a son has the name of his father and the father that of his: "Faisal bin Turki", "Turki bin Faisal"."""
    sons = first != second and _SON.search(left) is not None and _SON.search(right) is not None
    return sons and sorted(first) == sorted(second)


_SON = re.compile(r"\b(?:bin|ibn|ben|bint)\b")


def _other_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """The other forms of a name that is one word."""
    return other_forms(words[0]) if len(words) == 1 else ()


def _numerals(name: str) -> frozenset[str]:
    """The ordinals of a king in a name; the first of his name may do without."""
    return frozenset([word for word in name.split() if _ROMAN.fullmatch(word)])


_ROMAN = re.compile("I{2,3}|IV|VI{0,3}|IX|X{1,3}(?:I{0,3}|IV|VI{0,3}|IX)")


def other_vowel(left: str, right: str) -> bool:
    """Whether an "a" of a short word stands against another vowel of the other one."""
    one, other = _VOWEL.findall(left, 1), _VOWEL.findall(right, 1)
    short = max(len(left), len(right)) <= 5 and len(one) == len(other)
    return short and any((a == "a") != (b == "a") for a, b in zip(one, other, strict=True))


_VOWEL = re.compile("[aeiou]")


def _short(name: str) -> bool:
    bare = name.strip().replace(".", "")
    return bare.isupper() and " " not in bare and 2 <= len(bare) <= 7 and bare.isalpha()


def _abbreviation(left: str, right: str) -> float:
    if _short(left) and _short(right):
        return 0.0
    short, full = (left, right) if _short(left) else (right, left)
    if abbreviates(short, full):
        return 0.95
    initials = sorted(word[0] for word in fold(full).split() if word not in _LINKS)
    bare = sorted(fold(short))
    return 0.82 if len(bare) > 3 and bare == initials else 0.0  # NATO and OTAN, FARC


def _words(name: str) -> tuple[str, ...]:
    folded = fold(_SUN_ARTICLE.sub("al-", _GLUED_ARTICLE.sub(r"\1 ", name))).split()
    if "," in name and len(folded) > 1:
        last, _, first = name.partition(",")
        if fold_word(first) not in _SUFFIXES:
            folded = [*fold(first).split(), *fold(last).split()]
    kept = [("abd" if word in _SOLDERED else word) for word in folded if word not in _BOUND or word in _SOLDERED]
    kept = [word for word in kept if word not in _SUFFIXES and word not in _JOINTS] or kept
    return tuple(part for at, word in enumerate(kept or folded) for part in _spelt_out(word, at, len(kept)))


def _spelt_out(word: str, at: int, size: int) -> tuple[str, ...]:
    """A word in the parts other spellings write apart: "Abdelaziz" is "Abd al-Aziz", "UN" two words."""
    if not at and size > 1 and word in _INSIDE_NAMES:
        return _INSIDE_NAMES[word]
    match = _SLAVE_OF.fullmatch(word)
    return ("abd", match[1]) if match else (word,)


_SUN_ARTICLE = re.compile(r"\b[AaEe](?:sh-(?=sh)|([dnrstz])-(?=\1))", re.IGNORECASE)
"""The Arabic article as it is spoken before the letter it takes on: "Deir ez-Zor", "ash-Shaykh"."""
_GLUED_ARTICLE = re.compile(r"\b(El|Al)(?=[A-Z][a-z])")
_SLAVE_OF = re.compile(r"abd(?:el|ul|al|ol|ur|ar|us|as)-?((?!lah)[a-z]{4,})")
_INSIDE_NAMES = {"un": ("united", "nations"), "us": ("united", "states"), "eu": ("european", "union")}


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """The same sounds with other blanks: "Enlai", "En-lai"; "Jalaluddin", "Jalal al-Din"."""
    if len(first) == len(second):
        return 0.0
    few, many = (first, second) if len(first) < len(second) else (second, first)
    if len(few) == 1 and len(few[0]) > 5 and not set(many) & _LINKS:
        whole = alike(few[0], "".join(many))  # scripts without blanks between the words of a name
        if whole >= _LEAST:
            return whole
    for at in range(len(many) - 1):
        glued = (*many[:at], many[at] + many[at + 1], *many[at + 2 :])
        if min(len(many[at]), len(many[at + 1])) < 2:
            continue
        if len(glued) == len(few) and many[at] not in given_names() and many[at] not in _LINKS:
            scores = [alike(a, b) for a, b in zip(few, glued, strict=True)]
            if min(scores) >= _LEAST:
                return sum(scores) / len(scores)
        elif len(glued) == len(few) and len(few) > 1:
            scores = [alike(a, b) for a, b in zip(few, glued, strict=True)]
            if min(scores) >= 0.93:
                return sum(scores) / len(scores)
    return 0.0


def _soldered(left: str, right: str, first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """The same sounds where one name has several hyphens and the other none: "Abol-Hasan Bani-Sadr"."""
    few, many, name = (first, second, right) if len(first) < len(second) else (second, first, left)
    glued = _words(name.replace("-", "")) if name.count("-") > 1 else ()
    if len(glued) != len(few) or len(few) < 2 or len(glued) == len(many):
        return 0.0
    scores = [alike(a, b) for a, b in zip(few, glued, strict=True)]
    return sum(scores) / len(scores) if min(scores) >= _LEAST else 0.0


def _pairs(first: tuple[str, ...], second: tuple[str, ...]) -> dict[tuple[int, int], float]:
    """The best partner in `second` for each word of `first`, each used once; words without one are missing."""
    many = len(first) > 1
    ranked = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            score = _word(a, b, many)
            if score >= _LEAST:
                ranked.append((score, -abs(i - j), i, j))
    ranked.sort(reverse=True)
    pairs: dict[tuple[int, int], float] = {}
    left: set[int] = set()
    right: set[int] = set()
    for score, _, i, j in ranked:
        if i not in left and j not in right:
            pairs[(i, j)] = score
            left.add(i)
            right.add(j)
    return pairs


def _word(left: str, right: str, many: bool) -> float:
    score = alike(left, right)
    if not many:
        return score
    if score < _LEAST and is_demonym(left) != is_demonym(right):
        people, land = (left, right) if is_demonym(left) else (right, left)
        if _is_of(people, land):
            return 0.9  # "Palestine" and "Palestinian" inside a longer name
    if score < _SURE_OF_WORDS and min(len(left), len(right)) > 1 and left in words() and right in words():
        return score if is_short_form(left, right) else 0.0
    return score


def _is_of(people: str, land: str) -> bool:
    """Whether an adjective is that of a country: "Chinese" of "China", "Nigerian" not of "Niger"."""
    if land + "ia" in places():
        return people == land + "ien"
    stem = land[:-1] if land[-1] in "aeoy" else land
    regular = {end for tail in ("n", "an", "ian", "i", "ese", "ish") for end in (land + tail, stem + tail)}
    return people in regular or _PEOPLES.get(land) == people


_PEOPLES = {
    "france": "french", "germany": "german", "greece": "greek", "turkey": "turkish", "spain": "spanish",
    "ireland": "irish", "poland": "polish", "denmark": "danish", "sweden": "swedish", "finland": "finnish",
    "wales": "welsh", "scotland": "scottish", "england": "english", "britain": "british", "afghanistan": "afghan",
    "kurdistan": "kurdish", "philippines": "philippine", "lebanon": "lebanese", "netherlands": "dutch",
    "palestine": "palestinian", "switzerland": "swiss", "japan": "japanese", "vietnam": "vietnamese",
}  # fmt: skip


_COMMON = word_set(
    "john james william robert george charles thomas henry edward joseph michael david richard samuel benjamin peter"
    " paul mark daniel andrew mary elizabeth anne jane margaret mohammed muhammad mohammad ahmed ahmad ali hassan"
    " hussein"
    " jose juan carlos luis maria"
)
_GIVEN_TOO = word_set("mahatma sayyid seyyed sayed")


def _titled(name: str) -> bool:
    lead = [fold_word(word) for word in name.split()]
    return len(lead) > 1 and lead[0] in TITLES and lead[0] not in _GIVEN_TOO


def _extra(first: tuple[str, ...], second: tuple[str, ...], extra: list[str], group: bool, titled: bool) -> float:
    """The factor for words that only the longer name has."""
    known = group or " ".join(first) in ORGANISATIONS
    if (
        all(word in _NATIONS or (is_demonym(word) and word not in FAITHS) for word in extra)
        and known
        and second[0] in extra
    ):
        return 0.95
    ministry = "ministry" in first  # "Foreign Ministry", "Ministry of Foreign Affairs"
    if all(word in _LINKS or (ministry and word == "affairs") for word in extra):
        return 0.95  # "Communist Party of China", "Chinese Communist Party"
    middle = first[0] == second[0] and first[-1] == second[-1] and len(extra) == 1 and len(first) == 2
    if middle and not group and extra[0] in surnames() and extra[0] not in _JOINTS and len(extra[0]) > 1:
        return 0.78 if first[0] in _COMMON and first[-1] in surnames() else 0.86
    if group or any(
        word.isdigit() or (len(word) > 1 and word in words() and word not in given_names()) for word in extra
    ):
        return 0.5
    if second[-1] in extra and second[-1] in words():
        return 0.5  # "Martin Luther" and "Martin Luther King"
    begun = len(first) == 2 and extra == [second[0]] and first == second[1:]
    if begun and {first[0], extra[0]} <= given_names() and extra[0] not in _COMMON:
        return 0.78  # "Hassan Yousef" is the father of Mosab Hassan Yousef
    if len(first) == 1:
        return 0.9 if titled and first[0] == second[-1] else 0.7
    initials = [word for word in first if len(word) == 1]
    if all(len(word) == 1 for word in extra):
        return 0.6 if initials else 0.95  # "George H. W. Bush" and "George W. Bush"
    if middle:
        return (
            0.78 if first[0] in _COMMON and first[-1] in surnames() else 0.86
        )  # "John Adams" and "John Quincy Adams": often two men
    return 0.88
