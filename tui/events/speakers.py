"""Knows the labels that say who speaks in a transcript: "GEN. ANNA KOWAL [Commander]: "."""

import re

_LABEL = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.,’'-]*){0,6}(?: ?[(\[][^()\[\]\n]{1,80}[)\]])?:\s+(?=\S)")


def past_label(text: str, start: int, end: int) -> int:
    """The offset (code points) after the label that `text[start:end]` begins with; `start` without one."""
    label = _LABEL.match(text, start, end)
    return label.end() if label else start


def is_spoken(text: str, first: int, at: int) -> bool:
    """Whether the line that holds the offset `at` begins with a label; `first` is where the text looked at begins."""
    line = text.rfind("\n", first, at) + 1 or first
    return _LABEL.match(text, line) is not None
