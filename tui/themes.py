"""Two quiet themes of our own, and the colours of kinds, dates, notes and conflicts in every theme."""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

from tui.contrast import LEAST, RGB, blend, legible, ratio

DARK = Theme(
    name="backstory-dark",
    primary="#7aa2c8",
    secondary="#8f9bb3",
    accent="#d7a65f",
    warning="#d9a05b",
    error="#d8746c",
    success="#8fb573",
    foreground="#d6d2c8",
    background="#17191c",
    surface="#1c1f23",
    panel="#24282d",
    dark=True,
    variables={
        "quiet": "#9a968c",
        "faint": "#8d8a82",
        "kind-person": "#e0b878",
        "kind-organisation": "#8fb7dc",
        "kind-place": "#9dbf8a",
        "kind-weapon": "#d39a8c",
        "kind-facility": "#b9a6d3",
        "kind-event": "#8cc3bb",
        "kind-other": "#b9b5ab",
        "date-said": "#c7c2b6",
        "note-mark": "#d98fa6",
        "conflict-mark": "#e0796f",
    },
)
"""Warm grey on near black."""

LIGHT = Theme(
    name="backstory-light",
    primary="#2f5f8a",
    secondary="#5a6478",
    accent="#8a5a12",
    warning="#8a5a12",
    error="#a8322a",
    success="#3f6b22",
    foreground="#2b2a27",
    background="#faf8f3",
    surface="#f4f1ea",
    panel="#e9e4da",
    dark=False,
    variables={
        "quiet": "#66625a",
        "faint": "#716d64",
        "kind-person": "#7a4a00",
        "kind-organisation": "#1f5688",
        "kind-place": "#35641f",
        "kind-weapon": "#8a3a2a",
        "kind-facility": "#5b4488",
        "kind-event": "#136058",
        "kind-other": "#57534a",
        "date-said": "#4a463e",
        "note-mark": "#96284f",
        "conflict-mark": "#a8322a",
    },
)
"""Ink on paper."""

_FROM_THEME = {
    "ink": "foreground",
    "accent-ink": "accent",
    "error-ink": "error",
    "kind-person": "warning",
    "kind-organisation": "primary",
    "kind-place": "success",
    "kind-weapon": "error",
    "kind-facility": "secondary",
    "kind-event": "accent",
    "kind-other": "foreground",
    "date-said": "foreground",
    "note-mark": "accent",
    "conflict-mark": "error",
}


def fallbacks(theme: Theme) -> dict[str, str]:
    """Our variables for a theme that does not know them: its own colours, moved as far as it takes to read them."""
    given = {**theme.to_color_system().generate(), **theme.variables}
    grounds = tuple(_rgb(given[name]) for name in ("background", "surface", "panel"))
    quiet = _hex(blend(_rgb(given["foreground"]), grounds[0], 0.35))
    named = {variable: given[colour] for variable, colour in _FROM_THEME.items()}
    letters = {name: given.get(name, colour) for name, colour in {**named, "quiet": quiet, "faint": quiet}.items()}
    shown = {name: legible(_rgb(colour), *grounds) for name, colour in letters.items()}
    return {name: _hex(colour) for name, colour in shown.items()} | _washes(given, shown["ink"])


def _washes(given: Mapping[str, str], words: RGB) -> dict[str, str]:
    """Backgrounds for what stands out: one of the theme's colours laid thinly over its ground.

    They are mixed here because a line drawn by hand takes plain colours only, none that is partly transparent. Each is
    as thin as it must be for plain words to be read on it.
    """
    ground = _rgb(given["background"])
    mixed: dict[str, str] = {}
    for name, (colour, share) in _WASHES.items():
        over = _rgb(given.get(colour) or given["accent"])
        while share > _THINNEST and ratio(words, blend(ground, over, share)) < LEAST:
            share -= _THINNER
        mixed[name] = _hex(blend(ground, over, share))
    return mixed


_WASHES = {
    "cursor-ground": ("primary", 0.30),
    "cursor-ground-quiet": ("primary", 0.13),
    "focus-ground": ("accent", 0.22),
    "found-ground": ("accent", 0.40),
    "noted-ground": ("note-mark", 0.24),
}
"""The colour each is mixed from, and how much of it."""

_THINNEST, _THINNER = 0.06, 0.02


def _rgb(colour: str) -> RGB:
    red, green, blue = Color.parse(colour).rgb
    return red, green, blue


def _hex(colour: RGB) -> str:
    return Color(*colour).hex
