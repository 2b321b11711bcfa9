"""Two quiet themes of our own, and the colours of kinds, dates, notes and conflicts in every theme."""

from textual.color import Color
from textual.theme import Theme

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
    """Our variables for a theme that does not know them: its own colours in their place."""
    colours = theme.to_color_system().generate()
    quiet = Color.parse(colours["foreground"]).blend(Color.parse(colours["background"]), 0.35).hex
    named = {variable: colours[colour] for variable, colour in _FROM_THEME.items()}
    return {**named, "quiet": quiet, "faint": quiet, **_washes(theme)}


def _washes(theme: Theme) -> dict[str, str]:
    """Backgrounds for what stands out: one of the theme's colours laid thinly over its ground.

    They are mixed here because a line drawn by hand takes plain colours only, none that is partly transparent.
    """
    colours = {**theme.to_color_system().generate(), **theme.variables}
    ground = Color.parse(colours["background"])
    mixed = {
        "cursor-ground": ("primary", 0.30),
        "cursor-ground-quiet": ("primary", 0.13),
        "focus-ground": ("accent", 0.22),
        "found-ground": ("accent", 0.40),
        "noted-ground": ("note-mark" if "note-mark" in colours else "accent", 0.24),
    }
    return {name: ground.blend(Color.parse(colours[colour]), share).hex for name, (colour, share) in mixed.items()}
