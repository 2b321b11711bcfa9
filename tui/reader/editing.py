"""An article's own file in an editor, at the line one reads: where that line is, and how each editor takes it."""

import os
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from tui.corpus.files import File, load, why
from tui.corpus.tables import Corpus
from tui.formats import Unreadable
from tui.formats.text import decode
from tui.reader.place import Place

_PLUS = frozenset(
    (
        *("vi", "vim", "nvim", "gvim", "view", "ex", "elvis", "nvi", "vile", "nano", "rnano", "pico", "emacs"),
        *("emacsclient", "xemacs", "mg", "jed", "joe", "jove", "ne", "zile", "micro", "less", "most", "ed", "kak"),
        *("gedit", "mcedit", "dte"),
    )
)
"""Editors and pagers that take +LINE before the file."""

_COLON = frozenset(("hx", "helix", "subl", "zed", "amp"))
"""Those that take FILE:LINE."""

_CODE = frozenset(("code", "codium", "code-insiders", "cursor"))
_SINGLE_SPACE = re.compile(r"\s+")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9,;:.-]*")
_LOOKED_AT = 40


class NotEditable(Exception):  # noqa: N818 - it says why, in a sentence
    """A file cannot be opened in an editor of text; its words say why and what to do."""


def at_line(command: Sequence[str], path: str, line: int) -> list[str]:
    """The command line that opens a file in an editor at a line, from 1; at its top in an editor that is not known."""
    name = PurePath(command[0].replace("\\", "/")).name.lower().removesuffix(".exe")
    if name in _PLUS or name.startswith(("vim.", "nvim-", "emacs-", "emacs2", "emacs3")):
        return [*command, f"+{line}", path]
    if name in _COLON:
        return [*command, f"{path}:{line}"]
    if name in _CODE:
        # Without --wait it would be back before anything is edited.
        wait = [] if {"--wait", "-w"} & set(command) else ["--wait"]
        return [*command, *wait, "--goto", f"{path}:{line}"]
    if name == "kate":
        return [*command, "--line", str(line), path]
    return [*command, path]


def line_of(file: File, text: str, at: int) -> int:
    """The line of a file, from 1, on which the offset `at` of its article's text stands. Raises `NotEditable`.

    Where the text is not the file itself, as in a web page, the line that holds the same words; 1 if none does.
    """
    if file.data is not None:
        raise NotEditable("This article came from standard input: it has no file to edit.")
    try:
        raw = decode(load(file))
    except Unreadable as error:
        raise NotEditable(f"{file.path} is no file for an editor of text: {error.reason}.") from error
    except OSError as error:
        raise NotEditable(f"{file.path} cannot be read: {why(error)}.") from error
    if raw == text:
        return raw.count("\n", 0, at) + 1
    words = _SINGLE_SPACE.split(text[at : at + 400])[:_LOOKED_AT]
    expected = len(raw) * at // max(1, len(text))
    for first in range(len(words)):
        for many in (6, 4, 3):
            some = words[first : first + many]
            if len(some) < many or not all(map(_PLAIN_WORD.fullmatch, some)):
                continue
            places = [found.start() for found in re.finditer(r"\s+".join(map(re.escape, some)), raw)]
            if places:
                near = bisect_left(places, expected)
                found = min(places[max(0, near - 1) : near + 1], key=lambda place: abs(place - expected))
                return raw.count("\n", 0, found) + 1
    return 1


def path_of(file: File) -> str:
    """The whole path of a file: an editor never takes it for an option."""
    return os.path.abspath(file.place)  # noqa: PTH100 - Path.resolve would follow links, and editors show the name


def place_after(before: Corpus, now: Corpus, place: Place, text: str) -> Place:
    """Where a reader is once files were edited: in the same article, `text` once, at the same words if they are there.

    At the beginning if the article has gone. Raises OSError if its file cannot be read.
    """
    article = now.article_at(before.articles[place.article].path)
    if article is None:
        return Place()
    at = moved(text, place.at, now.text(article)) if text else place.at
    return Place(article, min(at, now.articles[article].chars))


def left_after(before: Corpus, now: Corpus, left_at: Mapping[int, int]) -> dict[int, int]:
    """Where each article was left, by the ids they have now."""
    found = {now.article_at(before.articles[article].path): at for article, at in left_at.items()}
    return {article: at for article, at in found.items() if article is not None}


def moved(before: str, at: int, after: str) -> int:
    """Where the words at an offset of a text stand once it was edited; the same offset if they are gone."""
    begin = before.rfind("\n", 0, at) + 1
    for start in (at, begin):
        words = before[start : start + 60].split("\n")[0]
        if words.strip():
            places = [found.start() for found in re.finditer(re.escape(words), after)]
            if places:
                return min(places, key=lambda place: abs(place - at))
    return min(at, len(after))
