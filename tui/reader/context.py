"""A few words of context around a place in a text, on one line."""

from tui.display import safe

REACH = 100
"""Characters looked at on either side."""


def line_around(text: str, start: int, end: int, reach: int = REACH) -> tuple[str, str, str]:
    """The words before, at and after `text[start:end]`, safe and on one line, not beyond their paragraph."""
    first = max(text.rfind("\n", 0, start) + 1, start - reach)
    stop = text.find("\n", end)
    last = min(len(text) if stop < 0 else stop, end + reach)
    before = safe(text[first:start]).lstrip()
    if first > 0 and text[first - 1] != "\n" and " " in before:
        before = before[before.index(" ") + 1 :]
    return before, safe(text[start:end]), safe(text[end:last]).rstrip()
