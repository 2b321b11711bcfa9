"""The reader's keys: how a key is written for people, and what config.toml may change."""

from collections.abc import Collection, Mapping

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


def _named(key: str) -> str:
    """A key as Textual names it."""
    *held, last = key.strip().split("+") if len(key.strip()) > 1 else [key.strip()]
    return "+".join([*(part.lower() for part in held), _CHARACTERS.get(last, last)])
