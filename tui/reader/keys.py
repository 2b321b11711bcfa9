"""The reader's keys: how a key is written for people, and what config.toml may change."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from tui.reader.bound import Bound, shipped

_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "asterisk": "*",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "right_parenthesis": ")",
    "left_parenthesis": "(",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "apostrophe": "'",
    "semicolon": ";",
    "equals_sign": "=",
    "exclamation_mark": "!",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "quotation_mark": '"',
    "plus": "+",
    "minus": "-",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
"""Textual's names of keys, and what stands on the keyboard."""

_CHARACTERS = {sign: name for name, sign in _NAMES.items() if len(sign) == 1 and sign.isascii()}

UNBINDABLE = {
    "ctrl+i": "a terminal sends it as Tab",
    "ctrl+m": "a terminal sends it as Enter",
    "ctrl+h": "a terminal sends it as Backspace",
    "ctrl+left_square_bracket": "a terminal sends it as Esc",
}
"""Keys no program in a terminal can tell from another one, and why."""


def show_key(key: str) -> str:
    """A key as people write it: "ctrl+o" is Ctrl-O, "right_square_bracket" is ]; capitals stay capitals."""
    *held, last = key.strip().split("+")
    name = _NAMES.get(last, last.upper() if held or (last[:1] == "f" and last[1:].isdigit()) else last)
    return "-".join([*(part.capitalize() for part in held), name])


def spelt_out(words: str, keymap: Mapping[str, str]) -> str:
    """Words with the first key of a command in the place of its name in braces: "{desk.jump} jump" is "p jump".

    `keymap` are the reader's own keys. A command nobody knows of is a KeyError.
    """

    def key(found: re.Match[str]) -> str:
        own = keymap.get(found[1])
        return show_key(own.split(",")[0] if own else _first_keys()[found[1]])

    return _BRACES.sub(key, words)


_BRACES = re.compile(r"\{([a-z.-]+)\}")


@cache
def _first_keys() -> Mapping[str, str]:
    return {one.name: one.keys[0] for one in shipped()}


def keymap_of(settings: Mapping[str, object], known: Collection[str]) -> tuple[dict[str, str], list[str]]:
    """The reader's own keys from the [keys] table of config.toml, and a sentence for each entry that cannot be used.

    An entry is `"article.note" = "a"`, or several keys with commas; plain signs such as "/" stand for themselves.
    `known` are the ids that can be bound. What is left out keeps its own keys.
    """
    keymap: dict[str, str] = {}
    problems: list[str] = []
    for name, value in settings.items():
        if name not in known:
            problems.append(f"config.toml, [keys]: there is no action {name}; ? lists them")
            continue
        if not isinstance(value, str) or not value.strip():
            problems.append(f'config.toml, [keys]: {name} needs a key in quotes, such as "x" or "ctrl+x"')
            continue
        keys = [_named(key) for key in value.split(",")] if value != "," else ["comma"]
        bad = next((key for key in keys if key in UNBINDABLE), None)
        if bad is not None:
            problems.append(f"config.toml, [keys]: {name} cannot be {show_key(bad)}: {UNBINDABLE[bad]}")
            continue
        keymap[name] = ",".join(keys)
    return keymap, problems


def clashes(keymap: Mapping[str, str], shipped: Iterable[Bound]) -> list[str]:
    """A sentence for each key of the reader's own that would do two things in one place.

    Both stay bound, and the nearer one answers: a pane's before that of the whole screen. Keys that are as shipped
    are no clash: some mean something only while one selects.
    """
    rows = {one.name: one for one in shipped}
    found: dict[tuple[str, str, str], str] = {}
    for name, keys in keymap.items():
        mine = rows.get(name)
        for key in () if mine is None else set(keys.split(",")) - set(mine.keys):
            for other in rows.values():
                its = keymap.get(other.name, ",".join(other.keys)).split(",")
                shared = _places(mine.where) & _places(other.where) if mine is not None else frozenset()
                if other.name != name and key in its and shared:
                    one, two = sorted((name, other.name))
                    where = "everywhere" if shared >= _PANES else f"in {', '.join(sorted(shared))}"
                    found[key, one, two] = (
                        f"config.toml, [keys]: {show_key(key)} is both {one} and {two} {where}; give one another key"
                    )
    return [found[clash] for clash in sorted(found)]


_PANES = frozenset(("articles", "text", "timeline", "entities", "notes"))

LISTS = frozenset((
    "a choice", "dossier", "front page", "key sheet", "kinds", "life line", "passages", "splitting", "who with whom",
    "why",
))  # fmt: skip
"""The dialogs that are lists: the keys of lists work in them too."""


def _places(where: str) -> frozenset[str]:
    """The panes and dialogs a key works in."""
    found: set[str] = set()
    for place in where.split(", "):
        if place in ("everywhere", "every pane"):
            found |= _PANES
        elif place == "lists":
            found |= (_PANES - {"text"}) | LISTS
        else:
            found.add(place)
    return frozenset(found)


def _named(key: str) -> str:
    """A key as Textual names it."""
    *held, last = key.strip().split("+") if len(key.strip()) > 1 else [key.strip()]
    return "+".join([*(part.lower() for part in held), _CHARACTERS.get(last, last)])
