"""A bar that shows how much of a long piece of work is done, in signs that need no colour."""

_DONE, _LEFT = "━", "┄"


def gauge(done: int, total: int, cells: int = 12) -> str:
    """A bar of so many cells; full only when all is done, and never empty once something is."""
    if total <= 0 or cells < 1:
        return ""
    filled = min(cells, cells * max(0, done) // total)
    if done > 0:
        filled = max(1, filled)
    return _DONE * filled + _LEFT * (cells - filled)


def work_line(words: str, done: int, total: int, columns: int) -> str:
    """How far long work is, as much of it as a screen of so many columns bears beside its keys.

    `words` are those of `tui.corpus.pace`: what, how many, how fast, how long still, with commas between.
    """
    if total <= 0:
        return words
    if columns >= _WIDE:
        return f"{gauge(done, total)} {words}"
    parts = words.split(", ")
    left = parts[-1] if parts[-1].endswith(" left") else ""
    if columns >= _NARROW:
        return f"{gauge(done, total, 8)} {parts[0]}" + (f", {left}" if left else "")
    return f"{gauge(done, total, 5)} {100 * done // total}%"


_WIDE, _NARROW = 110, 60
