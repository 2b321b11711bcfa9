"""A sentence fitted into a few short lines: broken between words, and sooner between its parts."""

from rich.cells import cell_len

GAP = "   "
"""What stands between the parts of a sentence, such as keys with what they do."""


def fitted(sentence: str, width: int, most: int) -> list[str]:
    """A sentence on one line in at most `most` lines of `width` cells.

    One that fits stands on a single line. Else each line is filled with whole parts where that can be, with whole words
    where not; what does not fit is left out, and "…" says so.
    """
    if cell_len(sentence) <= width or width < 1:
        return [sentence]
    lines: list[str] = [""]
    for part in (part.strip() for part in sentence.split(GAP)):
        if not part:
            continue
        joined = f"{lines[-1]}{GAP}{part}" if lines[-1] else part
        if cell_len(joined) <= width:
            lines[-1] = joined
            continue
        broken = _words(part, width)
        lines += broken if lines[-1] else []
        lines[-len(broken) :] = broken
    if len(lines) <= most:
        return lines
    kept = lines[:most]
    kept[-1] = _cut(kept[-1], width)
    return kept


def _words(part: str, width: int) -> list[str]:
    lines = [""]
    for word in part.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _cut(line: str, width: int) -> str:
    """A line with "…" at its end, whole words before it."""
    while cell_len(line) > width - 2 and " " in line:
        line = line.rpartition(" ")[0].rstrip()
    while cell_len(line) > width - 2:
        line = line[:-1]
    return f"{line} …"
