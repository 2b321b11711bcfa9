"""The one sanitiser: turns stored text into text that is safe to show, one character for one.

Articles, titles, file names, tags and error texts are all somebody else's words. Control characters in them could move
the cursor, colour the screen, retitle the window or hide what is said, so each is shown as a visible stand-in. The
length never changes: offsets into stored text stay right in shown text.
"""

import re

SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"
"""Stands for an invisible or dangerous character that has no picture of its own."""

_UNSAFE = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0, DEL, C1: escape sequences begin here
    "\u00ad\u061c\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, Arabic letter mark, fillers
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero-width, line and paragraph separators, bidi
    "\u3164\ufeff\uffa0\ufff0-\ufffb"  # fillers, byte order mark, interlinear annotation
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # lone surrogates (undecodable file names), non-characters
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # format controls of shorthand and music
    "\U000e0000-\U000e0fff"  # tag characters and more variation selectors
    "]"
)
_SPACES = {"\t": " ", "\x0b": " ", "\x0c": " ", "\r": " ", "\n": " "}
_ODDITIES = {"\x7f": "␡", "\xad": "-", "\x85": "␤", "\u2028": "␤", "\u2029": "␤"}


def safe(text: str) -> str:
    """Text to show on one line: every control character replaced, line breaks and tabs as spaces, length kept."""
    if not _UNSAFE.search(text):
        return text
    return _UNSAFE.sub(_stand_in, text)


def safe_lines(text: str) -> str:
    """Text to show on many lines: as `safe`, but newlines stay newlines; length kept."""
    if not _UNSAFE.search(text):
        return text
    return _UNSAFE.sub(lambda match: "\n" if match[0] == "\n" else _stand_in(match), text)


def squeeze(text: str) -> str:
    """A safe single line for a list: as `safe`, with runs of white space made one and none at the ends."""
    return " ".join(safe(text).split())


def _stand_in(match: re.Match[str]) -> str:
    character = match[0]
    if character in _SPACES:
        return _SPACES[character]
    if character < " ":
        return chr(0x2400 + ord(character))
    return _ODDITIES.get(character, SUBSTITUTE)
