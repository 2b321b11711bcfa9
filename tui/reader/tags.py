"""Tags as they are typed, and what a tag being typed may become."""

from collections import Counter
from collections.abc import Iterable

from tui.notes.model import Note


def tags_of(line: str) -> tuple[str, ...]:
    """Tags as typed, with or without "#" or commas, each once, in order."""
    words = (word.strip("#") for word in line.replace(",", " ").split())
    return tuple(dict.fromkeys(word for word in words if word))


def known_tags(notes: Iterable[Note]) -> tuple[str, ...]:
    """Every tag of some notes, the most used first."""
    counts = Counter(tag for note in notes for tag in dict.fromkeys(note.tags))
    return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag.casefold(), tag)))


def completed(line: str, known: Iterable[str]) -> str | None:
    """The line with its last word made the first known tag that it begins, case aside; None if there is none."""
    at = max(line.rfind(" "), line.rfind(",")) + 1
    at += len(line[at:]) - len(line[at:].lstrip("#"))
    begun = line[at:]
    if not begun:
        return None
    there = set(tags_of(line[:at]))
    longer = (tag for tag in known if tag.casefold().startswith(begun.casefold()) and len(tag) > len(begun))
    found = next((tag for tag in longer if tag not in there and " " not in tag), None)
    return None if found is None else line[:at] + found
