"""Which old encoding bytes are in that are no UTF-8, by the letters they would be; Windows-1252 where none stands out.

A guess is made only where what it gives is plainly writing of its kind, and what others give is not: the share of the
commonest letters of a script, capitals inside words, signs inside words. (charset-normalizer 3.5 was tried: of seven
short Western texts it took four for Eastern ones, which is what must not happen to an archive.) The lead bytes of
common characters are those of the first levels of GB 2312, Big5, KS X 1001 and JIS X 0208.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_SAMPLE = 65_536
"""Bytes that are looked at."""

_HIGH = re.compile(rb"[\x80-\xff]")
_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""A character in UTF-8: where there are such, the file was pasted together."""
_LATIN = re.compile(rb"[A-Za-z]")
_FEWEST = 12
"""Bytes above ASCII from which on other scripts are thought of."""
_OTHER_SCRIPT = 0.35
"""Part of a text's letters that lie above ASCII in another script."""
_PLAIN, _CLEARLY = 0.75, 0.12
"""Score of what is writing, and how much better than the next it must be."""
_FEWEST_SIGNS, _SIGNS = 3, 0.12
"""Signs inside words from which on an encoding is wrong: how many, and what part of the bytes above ASCII."""


@dataclass(frozen=True, slots=True)
class _Wide:
    """An encoding with two bytes for a character."""

    name: str
    common: re.Pattern[bytes]
    """A common character in it."""
    least: float
    """Part of the bytes above ASCII that such make up."""
    telling: Callable[[str], float]
    """How much of a text is writing in it, 0 to 1."""


def _of(first: str, last: str) -> Callable[[str], float]:
    """The part of a text's characters above ASCII from one to another."""

    def share(text: str) -> float:
        beyond = [letter for letter in text if letter > "\x7f"]
        return sum(first <= letter <= last for letter in beyond) / max(1, len(beyond))

    return share


_WIDE = (
    _Wide("euc_jp", re.compile(rb"[\xa1\xa4\xa5\xb0-\xcf][\xa1-\xfe]"), 0.85, _of("\u3041", "\u30ff")),
    _Wide(
        "cp932",
        re.compile(rb"(?:[\x81-\x84\x88-\x97][\x40-\x7e\x80-\xfc])"),
        0.5,
        _of("\u3041", "\u30ff"),
    ),
    _Wide("cp949", re.compile(rb"[\xb0-\xc8][\xa1-\xfe]"), 0.8, _of("\uac00", "\ud7a3")),
    _Wide("gb18030", re.compile(rb"[\xa1\xa3\xb0-\xd7][\xa1-\xfe]"), 0.85, _of("\u4e00", "\u9fff")),
    _Wide("big5", re.compile(rb"[\xa1\xa4-\xc6][\x40-\x7e\xa1-\xfe]"), 0.6, _of("\u4e00", "\u9fff")),
)
_LEAST_TOLD = {"euc_jp": 0.2, "cp932": 0.2, "cp949": 0.7, "gb18030": 0.6, "big5": 0.6}
"""Part of the characters above ASCII that are kana, hangul or common characters of Chinese."""

_CYRILLIC, _GREEK, _HEBREW, _ARABIC, _THAI = (
    ("оеаинтсрвлі", 0.66),
    ("αοιετσνηυρπάίόέή", 0.78),
    ("יוהלאמרבתש", 0.74),
    ("اليمونرتبة", 0.72),
    ("านรอกเงม่้", 0.5),
)
"""The commonest letters of scripts, and what part of a text they make up."""
_NARROW = (
    *((name, _CYRILLIC) for name in ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic")),
    *((name, _GREEK) for name in ("cp1253", "iso8859_7")),
    *((name, _HEBREW) for name in ("cp1255",)),
    *((name, _ARABIC) for name in ("cp1256", "iso8859_6")),
    ("cp874", _THAI),
)
"""Encodings of one byte a letter, of those nearly alike the commoner first."""
_ALIKE = (("cp1251", "mac_cyrillic"), ("koi8_r", "koi8_u"), ("cp1253", "iso8859_7"), ("cp1256", "iso8859_6"))
_FIRST = re.compile(r"\b[^\W\d_a-z]")
_INNER_CAPITAL = re.compile(r"(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŠŽŒŸ]")
_INNER_SIGN = re.compile(
    r"(?<=[^\W\d_])[³¹¿±¶¼¾¥£»«‚„…†‡ˆ\x80-\x9f¢¤¨°ª•](?=[^\W\d_])|(?<=[^\W\d_]{3})[³¹¿±¶¼¾‚ˆ](?=[\s.,])"
)
_NO_CHARACTER = re.compile("[\x80-\x9f\ufffd]")
_NEVER_BOTH = frozenset("ìø")
"""Letters of which no language has both: they are those of a Czech text."""
_EASTERN, _MOSTLY = "ąćęłńśźżěřůčšžťďňőű", 0.3
"""Letters of Central Europe, and what part of those above ASCII they make up at least."""
_LATINS = ("cp1250", "iso8859_2", "mac_roman", "cp850", "cp852")


def guess(data: bytes) -> str:
    """The encoding of bytes that are no UTF-8, as Python calls it; "" for Windows-1252, or where nothing is sure."""
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE:
        sample = sample[: max(sample.rfind(b"\n"), sample.rfind(b" ")) + 1] or sample
    high = len(_HIGH.findall(sample))
    pasted = sum(map(len, _PAIR.findall(sample)))
    if high < _FEWEST or high > 2 * len(_LATIN.findall(sample)) * _OTHER_SCRIPT:
        found = _wide(sample, high) or (_narrow(sample, high) if high >= _FEWEST else "")
        if found:
            return found
    return "" if pasted * 2 > high else _latin(sample, high)


def _wide(sample: bytes, high: int) -> str:
    for one in _WIDE:
        if high < _FEWEST or sum(map(len, one.common.findall(sample))) < one.least * high:
            continue
        try:
            text = sample.decode(one.name)
        except UnicodeDecodeError as error:
            if error.start < len(sample) - 4:
                continue
            text = sample[: error.start].decode(one.name)
        if one.telling(text) >= _LEAST_TOLD[one.name]:
            return one.name
    return ""


def _narrow(sample: bytes, high: int) -> str:
    scores = [(_writing(sample.decode(name, "replace"), high, *common), name) for name, common in _NARROW]
    best, name = max(scores, key=lambda one: one[0])
    others = next(({*pair} for pair in _ALIKE if name in pair), {name})
    second = max(score for score, other in scores if other not in others)
    return name if best >= _PLAIN and best - second >= _CLEARLY else ""


def _writing(text: str, high: int, common: str, usual: float) -> float:
    """How much of what lies above ASCII is the commonest letters, as part of what is usual; capitals begin words."""
    small = sum(text.count(letter) for letter in common)
    first: list[str] = _FIRST.findall(text)
    starts = sum(letter.isupper() and letter.lower() in common for letter in first)
    return (small + starts) / (usual * max(1, high))


def _latin(sample: bytes, high: int) -> str:
    """The encoding of a text in Latin letters in which Windows-1252 would put signs or capitals inside words."""
    western = sample.decode("cp1252", "replace")
    wrong = _odd(western)
    czech = frozenset(western) >= _NEVER_BOTH and western.count("ø") + western.count("ì") > _FEWEST_SIGNS
    if not czech and (wrong < _FEWEST_SIGNS or wrong < _SIGNS * high):
        return ""
    read = {name: sample.decode(name, "replace") for name in _LATINS}
    best = min(_LATINS, key=lambda name: (_odd(read[name]), -_eastern(read[name], high)))
    return best if czech or _odd(read[best]) * 4 <= wrong else ""


def _eastern(text: str, high: int) -> int:
    """How many letters of Central Europe a text has, if these are many."""
    found = sum(text.count(letter) for letter in _EASTERN)
    return found if found >= _MOSTLY * high else 0


def _odd(text: str) -> int:
    """How many signs and capitals stand inside words, and what is no character."""
    return sum(len(odd.findall(text)) for odd in (_INNER_CAPITAL, _INNER_SIGN, _NO_CHARACTER))
